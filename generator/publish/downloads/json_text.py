"""A table as JSON: its cells, and all that is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from generator.model import Issue, Item, Span
from generator.publish.addresses import issue_title, item_number
from generator.publish.downloads.sheet import Cells, Sheet, doubts
from generator.publish.inline import words
from generator.publish.places import row_anchor
from generator.publish.site import Site
from generator.publish.table_list import Listed

Value = dict[str, object]


def written(site: Site, listed: Listed, sheet: Sheet) -> bytes:
    """The file. A cell that a merged one covers, or that was not printed, is null."""
    table, issue = listed.table, listed.page.issue
    assert issue is not None, f"{listed.page.url} belongs to no issue"
    found: Value = {
        "name": listed.name,
        "caption": table.caption or None,
        "number": listed.number,
        "unit": table.unit or None,
        "note": table.note or None,
        "kind": table.kind,
        "address": site.absolute(listed.url),
        "source_lines": _lines(table.origin),
        "records_abreast": table.abreast,
        "unfolded": sheet.unfolded,
        "head_printed": all(record.number for record in sheet.head),
        "head": [_cells(record.cells) for record in sheet.head],
        "rows": list(_rows(listed, sheet)),
        "merged": list(_merged(sheet)),
        "doubts": [asdict(doubt) for doubt in doubts(sheet)],
        "document": _document(site, listed.item, listed),
        "issue": _issue(site, issue),
    }
    return ("{\n" + ",\n".join(_pairs(found)) + "\n}\n").encode()


def _pairs(found: Value) -> Iterator[str]:
    """A line for each key, and for each row: a difference of two versions shows what changed."""
    for key, value in found.items():
        if key == "rows" and isinstance(value, list) and value:
            yield '"rows": [\n' + ",\n".join(map(_dumped, value)) + "\n]"
        else:
            yield f'"{key}": {_dumped(value)}'


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(span: Span | None) -> list[int] | None:
    return [span.first, span.last] if span else None


def _cells(cells: Cells) -> list[str | None]:
    return [words(cell.text) if cell else None for cell in cells]


def _rows(listed: Listed, sheet: Sheet) -> Iterator[Value]:
    role = ""
    for record in sheet.body:
        row: Value = {
            "cells": _cells(record.cells),
            "anchor": row_anchor(listed.anchor, record.number),
            "source_lines": _lines(record.origin),
        }
        if listed.table.kind == "persons" and record.cells[0]:
            said = words(record.cells[0].text)
            role = said or role
            row |= {"role": role, "role_inherited": not said and bool(role)}
        yield row


def _merged(sheet: Sheet) -> Iterator[Value]:
    """Rows and columns from 0, head rows counted."""
    for row, record in enumerate(sheet.records):
        for column, cell in enumerate(record.cells):
            if cell and (cell.colspan > 1 or cell.rowspan > 1):
                place = {"row": row, "column": column}
                yield {**place, "rows": cell.rowspan, "columns": cell.colspan}


def _document(site: Site, item: Item, listed: Listed) -> Value:
    return {
        "title": item.title,
        "number": item_number(item, site.say) or None,
        "kind": item.kind,
        "issuer": list(item.issuer),
        "date": item.date,
        "address": site.absolute(listed.page.url),
    }


def _issue(site: Site, issue: Issue) -> Value:
    return {
        "id": issue.id,
        "title": issue_title(issue, site.say) if issue.type == "issue" else None,
        "publication": issue.publication,
        "source_file": issue.source.file,
        "source_sha256": issue.source.sha256,
    }
