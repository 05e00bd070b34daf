"""The hinge: issues to and from Markdown with front matter, and every other file under content/.

    read_publication(root)              gazette.yaml
    read_issue(folder), read_issues(root), write_issue(issue, folder, repairs)
    read_bare_issues(root)              their facts without their text
    seal_of(issue, folder, repairs)     tells whether the last import wrote the same
    write_ledgers(issue, folder, repairs)   those of an import, under Markdown with edits
    bare(block)                         a block without its source lines
    issue_folders(root)                 of every issue
    block_lines(path)                   where in its file each block of an item begins
    digest(folder)                      tells an edit by hand since the import
    digest_of_ledgers(folder)           tells that one of the two ledgers was touched since
    line_of_key(path, key)              where in its file a key of front matter stands
    read_repairs(folder)                the ledger of an import
    read_entries(path)                  what people correct, doubt and supply
    append_entries(path, entries)       more of them, behind those in the file
    render_entries(entries)             as they stand in the file
    values_of(entry)                    by their keys
    fulfils(repair, entry)              whether an import has made an entry of a person
    read_catalogue(path)                interface texts
    read_moved(root)                    addresses that pages had once
    decode(data, path)                  the bytes of a raw source to text
    source_lines(text)                  its lines, with their numbers
    contrast(one, other)                how well two colours can be told apart
    printable(path)                     the name of a file, also where it is no UTF-8
    body.parse(text), body.render(blocks), body.render_block(block)

Everything raises `ContentError`, `decode` `SourceError`, with file and line. YAML is read and
written nowhere else.
"""

from generator.document import body
from generator.document.characters import printable
from generator.document.colour import contrast
from generator.document.decoding import decode, source_lines
from generator.document.digest import digest, digest_of_ledgers
from generator.document.entries import append_entries, render_entries, values_of
from generator.document.files import line_of_key, read_text, replace_file
from generator.document.issues import (
    bare,
    block_lines,
    issue_folders,
    read_bare_issues,
    read_issue,
    read_issues,
    seal_of,
    write_issue,
    write_ledgers,
)
from generator.document.ledger import (
    BY_PERSONS,
    CORRECTIONS,
    DOUBTS,
    SUPPLIED,
    fulfils,
    read_entries,
    read_repairs,
    said,
)
from generator.document.settings import read_catalogue, read_moved, read_publication

__all__ = [
    "BY_PERSONS",
    "CORRECTIONS",
    "DOUBTS",
    "SUPPLIED",
    "append_entries",
    "bare",
    "block_lines",
    "body",
    "contrast",
    "decode",
    "digest",
    "digest_of_ledgers",
    "fulfils",
    "issue_folders",
    "line_of_key",
    "printable",
    "read_bare_issues",
    "read_catalogue",
    "read_entries",
    "read_issue",
    "read_issues",
    "read_moved",
    "read_publication",
    "read_repairs",
    "read_text",
    "render_entries",
    "replace_file",
    "said",
    "seal_of",
    "source_lines",
    "values_of",
    "write_issue",
    "write_ledgers",
]
