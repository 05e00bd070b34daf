"""Chinese full-text search on plain Pagefind.

    Site --records--> Records --tree--> an unpublished folder of HTML --engine--> the index
                         `------------------fragments-------------------------------^

| file | holds |
|---|---|
| `units` | how text is cut; the twin of `templates/assets/search-tokens.js` |
| `records` | what stands on a page, from the model, never scraped from HTML |
| `tree` | the unpublished pages of tokens that Pagefind reads |
| `engine` | runs the pinned Pagefind |
| `stacks` | what decides on shards, known without the records |
| `kept` | the records put by, issue by issue |
| `fragments` | puts the readable text into what a search result loads |
"""
