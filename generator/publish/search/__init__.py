"""Chinese full-text search on plain Pagefind.

    Site --records--> Records --shards--> Shards, each: --tree--> an unpublished folder of HTML
                                                        --engine--> the index of the shard
                                                        --fragments, facets--> what results show
                                                        --cache--> kept for the next build

| file | holds |
|---|---|
| `units` | how text is cut; the twin of `templates/assets/search-tokens.js` |
| `records` | what stands on a page, from the model, never scraped from HTML |
| `shards` | which records make up a shard, and how large one may be |
| `shard` | builds one shard, or takes it from the cache |
| `tree` | the unpublished pages of tokens that Pagefind reads |
| `engine` | runs the pinned Pagefind |
| `stacks` | what decides on shards, known without the records |
| `kept` | the records put by, issue by issue |
| `fragments` | puts the readable text into what a search result loads |
| `facets` | the columns that limit, count and order results |
| `traditional` | traditional characters and their simplified ones |
| `cache` | keeps shards from one build to the next |
"""
