"""Words by which a line shows what it is: issuing bodies, kinds of document, annex labels."""

from __future__ import annotations

import re

from generator.intake.forms import POST_END

KINDS = (
    "通知", "意见", "决定", "决议", "通报", "批复", "公告", "通告", "公报", "报告", "请示", "函",
    "纪要", "命令", "令", "议案", "办法", "规定", "条例", "细则", "方案", "规划", "计划", "预案",
    "措施", "要点", "规则", "规程", "制度", "章程", "目录", "清单", "标准", "指南", "安排",
    "纲要", "指引", "行动", "汇编", "分工", "说明", "解读", "讲话",
)  # fmt: skip
"""公文种类 (党政机关公文处理工作条例, 2012, 第八条) and the instruments they bring along."""

ORGAN = re.compile(
    r"^[\u4e00-\u9fff、]{2,30}(?:人民政府|办公厅|办公室|委员会|管委会|国务院|厅|局|部|院|署|委|(?<![社大])会|室|中心|处|司令部|指挥部|总队|支队|公司|集团)$"
)
"""A line that names one issuing body."""

_LETTERS = KINDS[:16]
_FORWARDS = re.compile(r"政府\S{0,6}关于(?:印发|转发|批转)|[办公厅室委局]关于(?:印发|转发|批转)")
"""What forwards an instrument is a 通知, also where the title lost 的通知 at a line end."""

_KIND = re.compile(rf"({'|'.join(sorted(KINDS, key=len, reverse=True))})(?:[（(][^（()）]*[）)])*$")
ANNEX_LABEL = re.compile(
    r"^\s*(附\s*(?:件|录|表|图)\s*(?:[0-9０-９]{1,3}(?:\.\d{1,3}){0,3}|[一二三四五六七八九十]{1,4})?"
    r"|附(?=\s*[:：]))"
    r"(?:[:：]\s*$|\s*$|[ \u3000:：]+(?=\S))"
)
"""附件, 附件1, 附录9.1 at the start of a line; group 1 is the label."""

_PERSON = re.compile(
    r"^\s*(?!第)[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3}[ \u3000]+"
    rf"[\u4e00-\u9fff（）、]{{2,30}}{POST_END}\s*$"
    r"|^\s*[\u4e00-\u9fff·]{2,6}\u3000{2,}[^。；：\u3000]{2,30}$"
)
"""A name and a post; any post where two ideographic spaces part them."""
PUBLIC_NOTE = re.compile(r"^\s*[（(]\s*此?件?[^（()）。]{0,6}公开(?:发布|发行)?\s*[）)]\s*$")
"""附注: （此件公开发布） (GB/T 9704-2012, 7.3.7)."""


def kind_of(title: str) -> str | None:
    """公文种类: the word the title ends with.

    >>> kind_of("关于做好工作的通知"), kind_of("房地产市场监管办法（试行）"), kind_of("某市")
    ('通知', '办法', None)
    """
    found = _KIND.search(re.sub(r"[》\s]+$", "", title))
    if found and found[1] not in _LETTERS and _FORWARDS.search(title):
        return "通知"
    return found[1] if found else None


def is_organ(text: str) -> bool:
    """Whether a line names an issuing body and nothing else."""
    bare = re.sub(r"\s", "", text)
    return bool(ORGAN.match(bare)) and not re.search(r"关于|印发|转发|批转", bare)


def is_person(text: str) -> bool:
    """Whether a line is a name and a post, as lists of members set them a line each.

    >>> is_person("胡 锐 武警晋城支队支队长"), is_person("市长主持召开会议，听取汇报。")
    (True, False)
    """
    return bool(_PERSON.match(text))


def is_label(text: str) -> bool:
    """Whether a line is an annex label and nothing else."""
    found = ANNEX_LABEL.match(text)
    return found is not None and not text[found.end() :].strip()
