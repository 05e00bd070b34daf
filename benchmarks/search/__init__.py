"""How well search finds, what it weighs and how long it takes, beside what others do.

| file | holds |
|---|---|
| `queries` | queries of eleven kinds, drawn from the texts by seed |
| `truth` | which pages hold a query, from the built HTML alone |
| `quality` | recall and precision of an engine |
| `engines/` | the engines: the search of the site, stock Pagefind, MiniSearch |
| `weight` | what a reader's browser loads |
| `speed` | how long a reader waits |
| `building` | what the index costs to build |
| `report` | the table, with the bars |
"""
