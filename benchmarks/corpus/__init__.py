"""An archive of any size, made of the text of the real issues.

| file | holds |
|---|---|
| `stock` | what the real issues offer: shapes of documents, blocks by kind, subjects of titles |
| `making` | one issue made of it, by its place in the archive |
| `sources` | the raw source the issue claims to come from |
| `writing` | the content folder, issue by issue |
"""
