"""Large sources, made of the committed ones or of what no gazette ever held."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from generator.model import Item
from tests.intake.laws import CONTENT, read

_NUMBERS = 9999
"""A 发文字号 has four digits at most; then the next series begins."""
_SERIES = ("晋市政发", "晋市政办", "泽州政发", "高平政发", "阳城政发", "陵川政发")


def _items(id_: str) -> tuple[list[str], list[Item]]:
    path = CONTENT / "sources" / f"{id_}.txt"
    data = path.read_bytes()
    items = [item for item in read(data, id_).issue.items if item.number and "〔" in item.number]
    return data.decode("utf-8").split("\n"), items


def _issue(id_: str) -> Callable[[int], str]:
    """The documents of an issue over and over, every one with a number of its own."""

    def shape(size: int) -> str:
        lines, items = _items(id_)
        texts = []
        for item in items:
            own = lines[item.lines.first - 1 : item.lines.last]
            here = next(i for i, line in enumerate(own) if "号" in line and "20" in line)
            texts.append(("\n".join(own[:here]), "\n".join(own[here + 1 :])))
        parts: list[str] = []
        total = 0
        for n in count():
            above, below = texts[n % len(texts)]
            number = f"{_SERIES[n // _NUMBERS]}〔2018〕{n % _NUMBERS + 1}号"
            parts.append(f"{above}\n{number}\n{below}\n\n")
            total += len(parts[-1].encode())
            if total >= size:
                return "".join(parts)
        raise AssertionError

    return shape


def _single(id_: str) -> Callable[[int], str]:
    """One document whose body comes again and again."""

    def shape(size: int) -> str:
        lines, items = _items(id_)
        item = max(items, key=lambda one: len(one.body))
        own = lines[item.lines.first - 1 : item.lines.last]
        head, body = "\n".join(own[:12]), "\n".join(own[12:])
        return head + "\n" + _filled(body + "\n\n", size)

    return shape


def _filled(text: str, size: int) -> str:
    return text * (size // len(text.encode()) + 1)


_HEAD = "临江市人民政府\n关于做好工作的通知\n临政发〔2018〕31号\n各县人民政府：\n"


def _one_line(size: int) -> str:
    return _HEAD + _filled("为进一步做好工作(试行),根据《条例》“规定”,现通知如下：1. 抓紧。", size)


def _ocr_line(size: int) -> str:
    return _HEAD + _filled(
        "为， 做好“试行“ 工作（年度固有力、法， 一）。 2 020 年 II 级、 國有。 ", size
    )


def _doubts(size: int) -> str:
    """Words that stand twice, in paragraphs, headings and rows, one a line."""
    return _HEAD + _filled(
        "各县人民政府有限公司有限公司负责本行政区域防汛物资的储备、保管和更新，定期检查。\n"
        "一、工作任务工作任务\n1\t防汛物资防汛物资\t完成\n2\t救生衣\t完成\n表1 储备情况储备情况\n",
        size,
    )


def _short_lines(size: int) -> str:
    return _HEAD + _filled("一、甲乙\n丙丁。\n\n戊\n（一）己\n庚\n1.辛\n", size)


def _table(size: int) -> str:
    return _HEAD + _filled("1\t晋城市人民政府办公室\t2018年9月4日\t完成\t12.5\n", size)


def _merged(size: int) -> str:
    """One table with merged cells, gaps in its numbers and cells that a narrow column broke."""
    rows = "1\t甲县\t监管 责任人\t一\n3\t\t\t二\n5\t\t监管责任人\t三\n一、乙县\t\t\t\n"
    return _HEAD + "序号\t县区\t企业\t节点\n" + _filled(rows, size)


def _tables(size: int) -> str:
    one = (
        "表1 储备\n单位：万元\n序号\t名称\t数量\n1\t编织袋\t12\n2\t救生衣\t30\n注：完\n一段文字。\n"
    )
    return _HEAD + _filled(one, size)


def _contents(size: int) -> str:
    """A printed table of contents and all that it names, many small documents."""
    one = "临江市人民政府\n关于做好第{0}项工作的通知\n{1}〔2018〕{2}号\n请认真执行。\n"
    named = "临江市人民政府关于做好第{0}项工作的通知……………{0}\n"
    count = size // (len(one.encode()) + len(named.encode())) + 1
    numbers = [(n, _SERIES[n // _NUMBERS], n % _NUMBERS + 1) for n in range(1, count)]
    front = "".join(named.format(*each) for each in numbers)
    return f"临江市人民政府公报\n2018年第5期\n目　录\n{front}" + "".join(
        one.format(*each) for each in numbers
    )


def _annexes(size: int) -> str:
    """A list of annexes and all that it names."""
    text = "各县人民政府负责本行政区域防汛物资的储备、保管和更新。" * 3
    count = size // 360 + 2
    named = "".join(f"{n}.第{n}号物资储备表\n" for n in range(1, count))
    texts = "".join(f"附件{n}\n第{n}号物资储备表\n{text}\n" for n in range(1, count))
    return f"{_HEAD}请执行。\n附件：{named}临江市人民政府\n2018年9月4日\n{texts}"


def _brackets(size: int) -> str:
    many = min(10_000, size // 20)
    return _HEAD + _filled("（" * many + "(" * many + "[" * many + "**《" * many + "\n", size)


def _closings(size: int) -> str:
    return _HEAD + _filled(
        "请执行。\n临江市人民政府\n2018年9月4日\n附件1\n物资储备表\n一段。\n", size
    )


def _bold(size: int) -> str:
    return _HEAD + _filled(
        "## 一、甲\n**一、乙乙乙乙\n丙丙丙\n丁丁丁\n**（一）戊。**己<sub>2</sub>\n", size
    )


SHAPES: dict[str, Callable[[int], str]] = {
    "issue": _issue("2018-05"),
    "issue-pdf": _issue("2021-02"),
    "single": _single("2018-05"),
    "single-pdf": _single("2021-02"),
    "one-line": _one_line,
    "ocr-line": _ocr_line,
    "doubts": _doubts,
    "short-lines": _short_lines,
    "table": _table,
    "merged-cells": _merged,
    "tables": _tables,
    "contents": _contents,
    "annexes": _annexes,
    "brackets": _brackets,
    "closings": _closings,
    "bold": _bold,
}
"""Name → a text of so many bytes or a little more."""
