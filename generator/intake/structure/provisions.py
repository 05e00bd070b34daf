"""What a document states of its own force: 施行日期, 有效期, 废止. Nothing is inferred."""

from __future__ import annotations

import re

from generator.intake.structure import dates
from generator.model import Repeal

_ITSELF = (
    r"本(?:实施)?(?:管理)?"
    r"(?:[办方]法|条例|规定|细则|意见|方案|通知|预案|规则|制度|规划|计划|措施|决定|通告|公告|目录)"
)
_FORCE = r"(?:施行|实施|试行|执行|生效)"
_FROM_DAY = re.compile(
    rf"{_ITSELF}[^。；]{{0,8}}?自(\d{{4}}年\d{{1,2}}月\d{{1,2}}日)起(?:正式)?{_FORCE}"
)
_FROM_ISSUE = re.compile(
    rf"{_ITSELF}[^。；]{{0,8}}?(自(?:发布|印发|公布|下发|颁布|签发)之日(?:起|后)?(?:[\d三十]+日后)?起?{_FORCE})"
)
_VALID = re.compile(r"(有效期(?:为|限)?[一二两三四五六七八九十\d]+年)")
_UNTIL = re.compile(r"有效期至(\d{4}年\d{1,2}月\d{1,2}日)")
_REPEALED = re.compile(
    r"《([^《》]{4,60})》(?:[（(]([\u4e00-\u9fff]{2,12}〔\d{4}〕\d+号)[)）])?"
    r"(?=(?:[、和及与]《[^《》]{4,60}》(?:[（(][^（()）]{4,30}[)）])?){0,9}[^。《]{0,12}(?:同时)?废止)"
)


def effective(text: str) -> str | None:
    """施行日期: ISO, or the words.

    >>> effective("本办法自2023年4月1日起施行。"), effective("本办法自印发之日起施行，有效期两年。")
    ('2023-04-01', '自印发之日起施行')
    """
    if found := _last(_FROM_DAY, text):
        return dates.find(found)
    return _last(_FROM_ISSUE, text)


def valid_for(text: str) -> str | None:
    """The words that state for how long: 有效期两年."""
    return _last(_VALID, text)


def expires(text: str) -> str | None:
    """The last day it states, ISO."""
    found = _last(_UNTIL, text)
    return dates.find(found) if found else None


def repeals(text: str) -> tuple[Repeal, ...]:
    """The documents it repeals.

    >>> repeals("《某市排水办法》（晋市政办〔2015〕24号）同时废止。")[0].number
    '晋市政办〔2015〕24号'
    """
    found = (Repeal(match[1], match[2]) for match in _REPEALED.finditer(text))
    return tuple(dict.fromkeys(found))


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.findall(text)
    return found[-1] if found else None
