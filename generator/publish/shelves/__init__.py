"""The ways through the archive: by number, year, issuing body, section, kind, date, chronicle.

    issues --ways--> catalogues of shelves --pages--> a page for each
       |---volumes---> issues by year
       |---holdings--> which issues are here, which are known to be missing
       `---chronicle-> the entries of a year, day by day

| file | holds |
|---|---|
| `model` | the parts: a line, a group of lines, a shelf, a catalogue |
| `ways` | the table of ways to browse: a new way is one row |
| `catalogues` | documents put on shelves |
| `slugs` | addresses of shelves |
| `numbers` | 发文字号 in series, and the numbers between them that are not here |

Whatever a document does not state puts it on the shelf 未标注; it is never left out.
"""
