"""A site made issue by issue, so that its texts are never all in memory.

    bare issues --parts--> a part of the site for each issue --issue--> its pages and files
                                                              `-------> what it tells the lists

| file | holds |
|---|---|
| `parts` | the part of the site that the pages of one issue see |
| `issue` | the work on one issue: a pure function of its files and its part |
| `workers` | the processes that do it |
| `record` | whether there is anything to do at all |
"""
