"""Queries of eleven kinds, drawn by seed from what stands on the pages; none is chosen by hand.

A pattern says what a kind looks like. A page is drawn, all alike, then one of the places on it
where the pattern fits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from benchmarks.search.truth import Texts

EACH = 32
"""Queries of a kind: 352 in all."""
SEED = 6
_TRIES = 4000
"""Draws for a kind before it is left with fewer queries."""

_HAN = "[\u4e00-\u9fff]"
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
)
"""The hundred most frequent."""
KINDS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(f"(?=(?P<query>{pattern}))")
    for name, pattern in {
        "1 character": _HAN,
        "2 characters": f"{_HAN}{{2}}",
        "terms": f"(?<=[“《]){_HAN}{{3,10}}(?=[”》])",
        "names": f"(?<!{_HAN})[{_SURNAMES}]{_HAN}{{1,2}}(?!{_HAN})",
        "places": f"(?<!{_HAN}){_HAN}{{2}}[市县区镇乡村](?!{_HAN})",
        "agencies": f"(?<!{_HAN}){_HAN}{{1,8}}(?:局|委|委员会|办公室|中心|公司|支队)(?!{_HAN})",
        "document numbers": f"(?<!{_HAN}){_HAN}{{2,6}}〔\\d{{4}}〕\\d+号",
        "Latin": r"(?<![A-Za-z0-9])[A-Za-z](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?![A-Za-z0-9])",
        "numbers": r"(?<![\d.])\d+(?:\.\d+)*(?:%|万吨|万元|公里|平方米|年|月|日|个|家)?(?![\d.])",
        "cut across words": f"{_HAN}{{3,7}}",
        "whole clauses": r"(?<![^，。；：\s])\w[^，。；：\s]{6,38}\w(?![^，。；：\s])",
    }.items()
}


def drawn(texts: Texts, each: int = EACH, seed: int = SEED) -> dict[str, list[str]]:
    """Different queries of every kind, in the order in which they were drawn."""
    draw = Random(seed)
    addresses = sorted(texts)
    return {kind: _of(pattern, texts, addresses, draw, each) for kind, pattern in KINDS.items()}


def _of(
    pattern: re.Pattern[str], texts: Texts, addresses: list[str], draw: Random, each: int
) -> list[str]:
    found: dict[str, None] = {}
    for _ in range(_TRIES):
        page = "\n".join(texts[draw.choice(addresses)])
        places = [match["query"] for match in pattern.finditer(page)]
        if places:
            found.setdefault(draw.choice(places))
        if len(found) == each:
            break
    return list(found)
