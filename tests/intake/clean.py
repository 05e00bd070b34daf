"""Documents of the form of GB/T 9704-2012 as their print has them, and what an intake must find.

Every document is made of words of official language; what it says is nonsense.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hypothesis import strategies as st

from generator.intake.forms import solid
from generator.model import Block, Entry, Gap, Heading, Issue, Item, ListItem, Paragraph, Signature
from generator.model import plain as words

Role = Literal[
    "issuer", "title", "number", "addressee", "heading", "paragraph", "article", "clause",
    "list", "signer", "date", "note", "label", "annex",
]  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A paragraph of the print, and what it is."""

    role: Role
    text: str
    level: int = 0
    """Of a heading, 2 to 5."""
    run_in: str = ""
    """The heading with which the paragraph begins, `1.加强领导。`."""


Document = tuple[Part, ...]

_CLAUSES = (
    "加强组织领导", "各有关部门要按照职责分工", "严格落实安全生产责任制", "完成改造项目三十个",
    "健全部门协调联动机制", "切实保障群众合法权益", "统筹推进城乡环境综合整治",
    "不断提高服务质量和水平",
    "依法查处各类违法行为", "加大财政资金投入力度", "积极引导社会力量参与", "按时报送工作进展情况",
    "深入开展隐患排查治理", "对工作不力的严肃追究责任", "全面落实国家和省有关规定",
    "确保完成全年目标任务",
    "推动产业结构优化升级", "建立健全长效管理机制", "组织开展经常性宣传教育",
    "坚持问题导向和目标导向",
    "认真执行《临江市防汛条例》", "做到“五个到位”", "开展专项检查（每季度一次）", "投入资金300万元",
)  # fmt: skip
_PHRASES = (
    "总体要求", "基本原则", "主要目标", "重点任务", "保障措施", "加强领导", "强化监督考核",
    "落实责任",
    "完善政策体系", "做好宣传引导", "推进产业发展", "优化营商环境", "健全工作机制", "严格责任追究",
)  # fmt: skip
_CHAPTERS = ("总则", "组织机构", "监督管理", "法律责任", "附则")
_MATTERS = (
    "防汛抗旱", "安全生产", "政务公开", "节能减排", "养老服务", "食品安全", "森林防火", "公共交通",
)  # fmt: skip
_ISSUERS = ("临江市人民政府", "临江市人民政府办公室")
_SERIES = {"临江市人民政府": "临政发", "临江市人民政府办公室": "临政办发"}
_HAN = "一二三四五六七八九十"

_clause = st.sampled_from(_CLAUSES)
_phrase = st.sampled_from(_PHRASES)
_sentence = st.lists(_clause, min_size=2, max_size=5, unique=True).map("，".join).map("{}。".format)


def _paragraph(least: int = 1) -> st.SearchStrategy[str]:
    return st.lists(_sentence, min_size=least, max_size=3).map("".join)


@st.composite
def _sections(draw: st.DrawFn) -> list[Part]:
    """一、 with （一） and 1. below it, or run-in headings."""
    parts: list[Part] = []
    for first in range(draw(st.integers(2, 3))):
        parts.append(Part("heading", f"{_HAN[first]}、{draw(_phrase)}", 2))
        below = draw(st.sampled_from(["text", "second", "third", "run-in"]))
        if below == "text":
            parts.append(Part("paragraph", draw(_paragraph(2))))
        for n in range(draw(st.integers(2, 3)) if below != "text" else 0):
            phrase = draw(_phrase)
            if below == "run-in":
                parts.append(_run_in(f"{n + 1}.{phrase}。", draw(_paragraph())))
                continue
            parts.append(Part("heading", f"（{_HAN[n]}）{phrase}", 3))
            if below == "second":
                parts.append(Part("paragraph", draw(_paragraph(2))))
                continue
            parts += [_run_in(f"{m + 1}.{draw(_phrase)}。", draw(_paragraph())) for m in range(2)]
    return parts


def _run_in(lead: str, text: str) -> Part:
    return Part("paragraph", lead + text, run_in=lead)


@st.composite
def _rules(draw: st.DrawFn) -> list[Part]:
    """第一章 with 第一条 and （一） below it."""
    parts: list[Part] = []
    article = 0
    for n, title in enumerate(_CHAPTERS[: draw(st.integers(2, 3))]):
        parts.append(Part("heading", f"第{_HAN[n]}章 {title}", 2))
        for _ in range(draw(st.integers(1, 3))):
            number = f"第{_HAN[article]}条 "
            article += 1
            if draw(st.booleans()):
                parts.append(Part("article", number + draw(_paragraph())))
                continue
            parts.append(Part("article", f"{number}{draw(_clause)}，应当符合下列条件："))
            for m in range(3):
                text = "，".join(draw(st.lists(_clause, min_size=2, max_size=4, unique=True)))
                parts.append(Part("clause", f"（{_HAN[m]}）{text}{'；；。'[m]}"))
    return parts


@st.composite
def documents(draw: st.DrawFn, number: int = 1) -> Document:
    """A letter with sections, or one that issues rules; some with a list of annexes and annexes."""
    issuer = draw(st.sampled_from(_ISSUERS))
    matter = draw(st.sampled_from(_MATTERS))
    issues = draw(st.booleans())
    about = f"印发{matter}管理办法" if issues else f"进一步做好{matter}工作"
    parts = [
        Part("issuer", issuer),
        Part("title", f"关于{about}的通知"),
        Part("number", f"{_SERIES[issuer]}〔2018〕{number}号"),
        Part("addressee", "各县（市、区）人民政府，市人民政府各委、办、局："),
        Part(
            "paragraph",
            f"为{draw(_clause)}，{draw(_clause)}，{draw(_sentence)}现将有关事项通知如下。",
        ),
    ]
    if not issues:
        parts += draw(_sections())
    titles = [f"{matter}{kind}" for kind in ("任务分工", "工作要点")[: draw(st.integers(0, 2))]]
    for n, title in enumerate(titles):
        entry = f"{n + 1}.{title}" if len(titles) > 1 else title
        parts.append(Part("list", entry if n else f"附件：{entry}"))
    day = f"2018年{draw(st.integers(1, 12))}月{draw(st.integers(1, 28))}日"
    parts += [Part("signer", issuer), Part("date", day), Part("note", "（此件公开发布）")]
    if issues:
        parts += [Part("annex", f"{matter}管理办法"), *draw(_rules())]
    for n, title in enumerate(titles):
        parts.append(Part("label", f"附件{n + 1}" if len(titles) > 1 else "附件"))
        parts.append(Part("annex", title))
        parts += [Part("paragraph", draw(_paragraph(2))) for _ in range(2)]
    return tuple(parts)


@st.composite
def issues(draw: st.DrawFn) -> tuple[Document, ...]:
    """Several documents, each with a number of its own."""
    return tuple(draw(documents(number)) for number in range(1, draw(st.integers(2, 4)) + 1))


# --- what must be found ---------------------------------------------------------------------

Facts = dict[str, object]


def wanted(document: Document) -> Facts:
    """The fields and blocks of a document, as its print says."""
    by_role = {part.role: part.text for part in document}
    body: list[tuple[str, ...]] = []
    for part in document[4:]:
        match part.role:
            case "heading":
                body.append((f"h{part.level}", solid(part.text)))
            case "paragraph" | "article":
                body.append(("p", solid(part.text)))
            case "clause" | "list":
                body.append(("-", solid(part.text)))
            case "signer":
                body.append(("signature", part.text))
            case "date":
                body[-1] = (*body[-1], part.text)
            case "label":
                body.append(("h1", part.text))
            case "annex":
                label = body.pop()[1] if body[-1][0] == "h1" and len(body[-1]) == 2 else ""
                body.append(("h1", label, part.text))
    return {
        "title": by_role["issuer"] + by_role["title"],
        "number": by_role["number"],
        "addressee": by_role["addressee"].rstrip("："),
        "signed": (by_role["signer"],),
        "public": True,
        "body": body,
    }


def found(item: Item) -> Facts:
    """The same of what the intake made."""
    return {
        "title": item.title,
        "number": item.number,
        "addressee": item.addressee,
        "signed": item.signed,
        "public": item.public,
        "body": [_block(block) for block in item.body],
    }


def all_found(issue: Issue) -> list[Facts]:
    """The facts of all items."""
    return [found(item) for item in issue.items]


def _block(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(level=1):
            return ("h1", block.label, words(block.text))
        case Heading():
            return (f"h{block.level}", solid(words(block.text)))
        case Paragraph() | Entry():
            return ("p", solid(words(block.text)))
        case ListItem():
            return ("-", solid(words(block.text)))
        case Signature():
            return ("signature", *block.lines)
        case Gap():
            return ("gap", block.text)
    return (type(block).__name__,)
