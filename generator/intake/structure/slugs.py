"""ASCII names of items, from what the item is and never from its position."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.intake.structure import names
from generator.pinyin import initials, spelled

_NUMBER = re.compile(r"^(.+?)〔(\d{4})〕第?(\d+)号$")


def slug(
    type_: str,
    title: str,
    number: str | None,
    year: int,
    series: Mapping[str, str],
    month: int | None,
) -> str:
    """`jszf-31`, `ling-5`, `dashiji-09`; a number of another year carries it, `jszf-2017-31`.

    A series that `gazette.yaml` does not name gets its pinyin initials.

    >>> slug("document", "", "晋市政办〔2018〕67号", 2018, {"晋市政办": "jszb"}, None)
    'jszb-67'
    >>> slug("document", "", "大同政发〔2021〕3号", 2022, {}, None)
    'dtzf-2021-3'
    """
    if type_ == "chronicle":
        return f"dashiji-{month:02d}" if month else "dashiji"
    if type_ == "decree" and number:
        return f"{series.get('政府令', 'ling')}-{re.sub(r'[^0-9]', '', number)}"
    found = _NUMBER.match(number or "")
    if found:
        name = series.get(found[1]) or initials(found[1])
        return f"{name}-{found[3]}" if int(found[2]) == year else f"{name}-{found[2]}-{found[3]}"
    kind = spelled(names.kind_of(title) or "wenjian")
    return f"{kind}-{initials(title)[:16]}"
