"""A site made issue by issue, so that its texts are never all in memory.

    bare issues --parts--> a part of the site for each issue --issue--> its pages and files
                                                              `-------> what it tells the lists

| file | holds |
|---|---|
| `parts` | the part of the site that the pages of one issue see |
| `issue` | the work on one issue: a pure function of its files and its part |
| `workers`, `pool` | the processes that do it |
| `run` | all of it: what stands is taken over, the rest is made |
| `survey` | a digest of every file that a site is made of |
| `keys`, `templates` | the key of an issue: a digest of all that its pages are made of |
| `memory` | what is kept of the last build, and whether there is anything to do at all |
| `past` | takes over what stands |
"""
