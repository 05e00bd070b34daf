"""Every type of data that passes between the rooms.

All are frozen: a room that changes something makes a new value. Line numbers are 1-based and count
the raw source split at "\\n" only. `model` imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# --- where text comes from -----------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of raw source lines."""

    first: int
    """First line, 1-based."""
    last: int
    """Last line, inclusive."""

    def join(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.first, other.first), max(self.last, other.last))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on its way from the raw source to the blocks."""

    text: str
    """The text, without line end. Inline marks (`**`, `<sub>`) stand in it as in the source."""
    origin: Span
    """The raw lines it came from; survives joins and splits."""
    page: int = 1
    """Running number of the page it stood on, 1-based; form feeds and page numbers advance it."""
    mark: str = ""
    """Block mark the source gave it (`###`, `**`, `#### **`, `-`), moved out of the text."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One recorded change: a line of `repairs.jsonl`."""

    rule: str
    """Name of the rule that changed the text; the file name under `intake/repairs/`."""
    lines: Span
    """The raw lines the change covers."""
    before: str
    """The text before, lines joined by "\\n"."""
    after: str
    """The text after; empty where something was dropped."""
    by: str = "rule"
    """`rule`, `structure`, or the role of the person who made the correction."""
    reason: str = ""
    """Why, for a correction by a person."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's fix, an entry of `corrections/<id>.yaml`: exact, or it does not apply."""

    line: int
    """The raw line on which `find` stands."""
    find: str
    """The text to replace; must stand exactly once on that line."""
    replace: str
    """What it should read."""
    reason: str
    """Why it is certain."""
    by: str
    """The role of the person, e.g. 责任编辑; never a personal name."""
    file_line: int = field(default=0, compare=False)
    """Line of the YAML file on which the entry begins, for errors; 0 where it is in no file."""


# --- text and blocks ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A "\\n" in it is a hard line break."""

    text: str
    strong: bool = False
    """Bold: article numbers and run-in headings."""
    script: Literal["", "sub", "sup"] = ""
    """Subscript (PM₂.₅) or superscript (m²)."""
    flag: str = ""
    """Not empty: the text is doubtful and left as it is; says why, in Chinese, for the reader."""


Text = tuple[Run, ...]
"""Inline text. Neighbouring runs differ in style and none is empty."""


def plain(text: Text) -> str:
    """The characters alone, without style."""
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its own line."""

    level: int
    """1: title of an attached instrument or annex; 2–5: the first to fourth class of the
    numbering (一、 → （一） → 1. → （1）; 1 → 1.1 → 1.1.1; 第X章 = 2), which alone decides."""
    text: Text
    """The heading with its number, without an annex label."""
    label: str = ""
    """`附件1`, `附录9.1`: the label above an annex title (level 1 only)."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. An article begins with a strong run `第十二条`; a run-in heading
    (`（一）煤矿。`) is its first run, strong."""

    text: Text
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list that carries its own printed number (（一） in an article, the list of
    annexes) or dash; the number is part of the text."""

    text: Text
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a chronicle (大事记). Its text keeps the printed date or ※."""

    text: Text
    date: str
    """ISO date; of an entry marked ※, that of the day above it."""
    date_to: str = ""
    """Last day, ISO, where the print names several (4月8日、9日)."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: Text = ()
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Cells covered by a span are absent; otherwise it has the cells that were printed."""

    cells: tuple[Cell, ...]
    origin: Span | None = None
    flag: str = ""
    """Why the row is doubtful (too few cells, a serial number that jumps), for the reader."""


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table: the pieces that page breaks cut are joined."""

    rows: tuple[Row, ...]
    """Head rows first."""
    head: int = 1
    """How many of the rows are head rows; 0 for a form without a head."""
    caption: str = ""
    """`表2 …` or the title above it, else empty."""
    unit: str = ""
    """What the unit line says (`万吨`), else empty."""
    note: str = ""
    """The note line beneath it, else empty."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Raw lines that cannot be rebuilt honestly, shown as they are."""

    lines: tuple[str, ...]
    notice: str
    """Tells the reader why, in Chinese."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the print had and the source lacks: a missing annex, a flow chart."""

    text: str
    """Tells the reader what is missing, in Chinese."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: the signing bodies or the officer, and the date, a line each as printed."""

    lines: tuple[str, ...]
    origin: Span | None = None


Block = Heading | Paragraph | ListItem | Entry | Table | Verbatim | Gap | Signature

# --- items and issues -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (附件) that the document names."""

    label: str
    """`附件`, `附件1`."""
    title: str
    present: bool
    """False where the source lacks it (见网络, or lost)."""


@dataclass(frozen=True, slots=True)
class Repeal:
    """A document that the text repeals (废止)."""

    title: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One published item of an issue."""

    slug: str
    """ASCII, from what the item is: `jszf-31`, `ling-5`, `dashiji-09`. The file name."""
    type: Literal["document", "decree", "chronicle"]
    issue: str
    """The id of its issue."""
    order: int
    """1-based place in the issue."""
    title: str
    """公文全称: issuer and title, no line breaks or letter-spacing."""
    number: str | None
    """发文字号 in canonical form, `晋市政发〔2018〕31号`; `第5号` for a decree."""
    kind: str | None
    """公文种类: 通知, 意见, 办法, 令, 大事记 …"""
    lines: Span
    """First and last non-blank line in the source."""
    issuer: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    section: str | None = None
    section_inferred: bool = False
    addressee: str | None = None
    """主送机关 without the closing colon."""
    date: str | None = None
    """成文日期, ISO."""
    effective: str | None = None
    """施行日期 as stated: ISO date or the words."""
    expires: str | None = None
    valid_for: str | None = None
    """The words that state how long it holds (有效期五年)."""
    repeals: tuple[Repeal, ...] = ()
    public: bool = False
    """True where （此件公开发布） stands."""
    page: int | None = None
    """Printed page, from the contents page."""
    annexes: tuple[Annex, ...] = ()
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the editorial board and who holds it."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the imprint states; None where it does not."""

    sponsor: str | None = None
    editor: str | None = None
    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    web: str | None = None
    email: str | None = None
    printer: str | None = None
    board: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the printed table of contents."""

    section: str | None
    title: str
    number: str | None
    page: int | None
    item: str | None
    """Slug of the item it names, None if none was found."""


@dataclass(frozen=True, slots=True)
class Source:
    """The raw input of an issue."""

    file: str
    """Path under content/, `sources/2018-05.txt`."""
    sha256: str
    kind: str
    """Name of the reader in `intake/sources/`: `markdown`, `pdf_text`, `ocr` …"""
    written: str = ""
    """sha256 over the Markdown that the last import wrote; tells a later edit by hand."""
    ledgers: str = field(default="", compare=False)
    """sha256 over `repairs.jsonl` and `origins.jsonl` as the last import wrote them. `written`
    covers it; like it, it says nothing of the issue itself."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of the gazette, or a separate document outside one."""

    id: str
    """`YYYY-NN`, or `YYYY-<slug>` of a separate document."""
    type: Literal["issue", "separate"]
    publication: str | None
    year: int
    number: int | None
    total: int | None
    """总期号."""
    period: str | None
    """双月刊 …"""
    published: str | None
    """出版日期, ISO."""
    source: Source
    inferred: tuple[str, ...] = ()
    """Keys whose value was concluded, not stated; never shown as stated."""
    masthead: Masthead = Masthead()
    contents: tuple[ContentsEntry, ...] = ()
    front: tuple[str, ...] = ()
    """Text before the first item that belongs to none, a printed line each."""
    back: tuple[str, ...] = ()
    """Text after the last item that belongs to none."""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """`gazette.yaml`: the facts of one gazette."""

    name: str
    publisher: str
    place: str
    language: str
    base_url: str
    """Absolute URL of the home page, may have a path prefix, ends with `/`."""
    series: dict[str, str] = field(default_factory=dict)
    """Number series to slug: 晋市政发 → jszf. A series not named gets its pinyin initials."""
    site_code: str | None = None
    """网站标识码."""
    licence: str = ""
    authoritative: str = ""
    """Sentence that says whether this edition is authoritative."""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at."""

    code: str
    """Stable code, see `check.py`."""
    path: str
    """File it stands in, relative to the content folder."""
    line: int | None
    """Line in that file, 1-based, where known."""
    message: str
    """What is wrong and what to do."""
    severity: Literal["error", "warning"] = "warning"
