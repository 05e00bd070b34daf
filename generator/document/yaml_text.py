"""YAML, which nothing else in the program reads or writes.

Reading stops at nodes: YAML's own guesses at types (`05` a number, `2018-09-04` a date, `no` a
boolean) never happen, because `schema` alone says what a value is. Writing quotes every string.
"""

from __future__ import annotations

import math
import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.document.place import Place

__all__ = [
    "Key",
    "Literal",
    "MappingNode",
    "Node",
    "Pair",
    "ScalarNode",
    "SequenceNode",
    "compose",
    "compose_any",
    "dump",
    "is_literal",
]

# libyaml is six times faster than the pure reader, and not on every machine.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_RARE = re.compile(r"\\(?:\\|U([0-9A-F]{8}))")
"""PyYAML escapes what stands beyond the first plane: rare characters of names, as in 𠮷."""


_UNREADABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not take, and libyaml reports without a line."""

_DEEPEST = 8
"""Twice what the deepest key of `issue.md` needs."""


class Key(str):
    """A key of a mapping: written without quotes."""

    __slots__ = ()


class Literal(str):
    """Text of several lines: written below its key, behind `|`, line by line."""

    __slots__ = ()


class Pair(list[int]):
    """Two line numbers: written `[1, 2]`."""


def compose(text: str, place: Place) -> MappingNode:
    """Read `text`, which begins at `place`, as one YAML mapping.

    Raises `ContentError` where it is no YAML or no mapping.
    """
    node = compose_any(text, place)
    if not isinstance(node, MappingNode):
        raise place.error("expected `key: value` lines")
    return node


def compose_any(text: str, place: Place) -> Node | None:
    """Read `text` as YAML of any form; None where it says nothing. Raises `ContentError`."""
    if found := _UNREADABLE.search(text):
        raise place.down(text.count("\n", 0, found.start())).error(
            f"the control character U+{ord(found[0]):04X} in the text",
            "Remove it; an editor that shows invisible characters finds it.",
        )
    try:
        _check_depth(text, place)
        node: Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise place.down(line).error(
            f"not valid YAML: {error.problem or error.context}",
            "Put text in double quotes; indent with spaces, not tabs.",
        ) from error
    except yaml.YAMLError as error:
        raise place.error(f"not valid YAML: {error}", "Put text in double quotes.") from error
    return node


def is_literal(node: Node) -> bool:
    """Whether a text stands below its key, behind `|`: line by line, as in the file."""
    return isinstance(node, ScalarNode) and node.style == "|"


def _check_depth(text: str, place: Place) -> None:
    """Raise `ContentError` for what is nested deeper than any content is: it would crash libyaml's
    composer, which calls itself for every level."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            line = event.start_mark.line if event.start_mark else 0
            raise place.down(line).error("nested too deeply", "Put the text in double quotes.")


def dump(values: dict[Key, object]) -> str:
    """Write a mapping of str, int, bool, None, list, dict and `Pair`, keys in the order given."""
    text: str = yaml.dump(
        values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=math.inf, indent=2
    )
    return _RARE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[0], text)


class _Dumper(yaml.SafeDumper):
    """Double quotes around every string but keys and literal text; no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def quoted(self, data: str) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style='"')

    def bare(self, data: Key) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", str(data))

    def literal(self, data: Literal) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", str(data), style="|")

    def pair(self, data: Pair) -> SequenceNode:
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


_Dumper.add_representer(str, _Dumper.quoted)
_Dumper.add_representer(Key, _Dumper.bare)
_Dumper.add_representer(Literal, _Dumper.literal)
_Dumper.add_representer(Pair, _Dumper.pair)
