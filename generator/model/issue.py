"""Items, issues and the gazette they are published in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.model.provenance import Span
from generator.model.text import Block


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
    """Tag of the language of the text."""
    base_url: str
    """Absolute URL of the home page, may have a path prefix, ends with `/`."""
    series: dict[str, str] = field(default_factory=dict)
    """Number series to slug: 晋市政发 → jszf. A series not named gets its pinyin initials."""
    slugs: dict[str, str] = field(default_factory=dict)
    """Name of a body, section, kind or series to its slug in addresses. A name that is not named
    here is spelled in pinyin."""
    site_code: str | None = None
    """网站标识码."""
    licence: str = ""
    authoritative: str = ""
    """Sentence that says whether this edition is authoritative."""
    contact: str = ""
    colour: str = "#a3160f"
    """`#rrggbb`, of emblem, rules and links. Dark enough to read on white paper."""
    emblem: str = ""
    """An SVG picture under content/; empty for the one that comes with the press."""
    interface: str | None = None
    """Tag of the language in which the site speaks for itself; that of the text if not given."""
