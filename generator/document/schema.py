"""Dataclasses of the model to and from YAML mappings.

The fields of the dataclass are the schema: their names are the keys, their types say what a value
may be, and a field without a default must be there. A new field in `model` needs nothing here.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import types
import typing
from datetime import date
from functools import cache
from typing import Literal, TypeVar, cast

from generator.document.characters import check_characters
from generator.document.yaml_text import Key, MappingNode, Node, Pair, ScalarNode, SequenceNode
from generator.model import Span

if typing.TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import DataclassInstance

    from generator.document.place import Place
    from generator.errors import ContentError

T = TypeVar("T", bound="DataclassInstance")

_DATES = frozenset({"date", "published"})
"""Keys whose value is an ISO date."""
_DATES_OR_WORDS = frozenset({"effective", "expires"})
"""Keys whose value is an ISO date, or the words of the text (自印发之日起)."""
_FORMS = {
    "title": (re.compile(r"\S"), "text, and may not be blank"),
    "name": (re.compile(r"\S"), "text, and may not be blank"),
    "file": (
        re.compile(r"\Asources/[^./\\\s][^/\\\n]{0,79}\Z"),
        "`sources/` and the name of a file",
    ),
}
"""Keys whose text has a form, and the words for it. What `file` names is published as it is, so it
never leads out of `sources/`."""
_FROM_ONE = frozenset({"order"})
"""Keys whose value is a place, from 1."""
_LOOKS_LIKE_DATE = re.compile(r"\d+-\d+-\d+")
_TRUTH = {"true": True, "false": False}
_NOTHING = frozenset({"", "~", "null"})


def decode(kind: type[T], node: MappingNode, place: Place, **given: object) -> T:
    """Make a `kind` of a mapping.

    `given` are fields that stand elsewhere (the slug is the file name) and so are no keys.
    Raises `ContentError`, with the line, for a key that is unknown, missing or there twice and for
    a value of the wrong type.
    """
    types_of = {name: hint for name, hint in _hints(kind).items() if name not in given}
    values: dict[str, object] = {}
    for key_node, value_node in node.value:
        here = place.down(key_node.start_mark.line)
        key = text_of(key_node, place, "key")
        if key not in types_of:
            raise here.error(f"unknown key `{key}`", _nearest(key, types_of))
        if key in values:
            raise here.error(f"the key `{key}` stands here twice", "Remove one of them.")
        values[key] = _value(types_of[key], value_node, place, key)
    missing = [key for key in types_of if key not in values and key in _required(kind)]
    if missing:
        keys = ", ".join(f"`{key}`" for key in missing)
        lines = ", ".join(f"`{key}: …`" for key in missing)
        raise place.down(node.start_mark.line).error(
            f"missing key{'s' if len(missing) > 1 else ''} {keys}",
            f"Add {'lines' if len(missing) > 1 else 'a line'} {lines}.",
        )
    nothing = {field: None for field in types_of if field in _nullable(kind)}
    return kind(**{**nothing, **values, **given})


def encode(value: DataclassInstance, leave_out: frozenset[str] = frozenset()) -> dict[Key, object]:
    """The mapping that `decode` makes `value` of; `leave_out` are the fields given to it."""
    return {
        Key(field.name): _plain(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if field.name not in leave_out
    }


def text_of(node: Node, place: Place, key: str) -> str:
    """The text of a scalar, quoted or not."""
    if not isinstance(node, ScalarNode):
        raise _wrong(node, place, key, "text")
    if not node.style and node.value in _NOTHING:
        raise _wrong(node, place, key, "text, and may not be left empty")
    text = str(node.value)
    check_characters(text, place.down(node.start_mark.line))
    return text


def items_of(node: Node, place: Place, key: str) -> list[Node]:
    """The items of a list."""
    if not isinstance(node, SequenceNode):
        raise _wrong(node, place, key, "a list")
    return list(node.value)


def mapping_of(node: Node, place: Place, key: str) -> MappingNode:
    """The node itself, which must be a mapping."""
    if not isinstance(node, MappingNode):
        raise _wrong(node, place, key, "a mapping of `key: value` lines")
    return node


def texts_by_key(node: MappingNode, place: Place) -> dict[str, str]:
    """A mapping of text to text."""
    texts: dict[str, str] = {}
    for key_node, value_node in node.value:
        key = text_of(key_node, place, "key")
        if key in texts:
            here = place.down(key_node.start_mark.line)
            raise here.error(f"the key `{key}` stands here twice", "Remove one of them.")
        texts[key] = text_of(value_node, place, key)
    return texts


@cache
def _hints(kind: type[DataclassInstance]) -> dict[str, object]:
    return typing.get_type_hints(kind)


@cache
def _without_default(kind: type[DataclassInstance]) -> frozenset[str]:
    return frozenset(
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )


@cache
def _nullable(kind: type[DataclassInstance]) -> frozenset[str]:
    """Fields without a default that may be null: to leave one out says the same."""
    hints = _hints(kind)
    return frozenset(
        name for name in _without_default(kind) if types.NoneType in typing.get_args(hints[name])
    )


@cache
def _required(kind: type[DataclassInstance]) -> frozenset[str]:
    """Fields without a default that may not be null."""
    return _without_default(kind) - _nullable(kind)


def _value(hint: object, node: Node, place: Place, key: str) -> object:
    """The value of `node`, which must be what the type `hint` says."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        if isinstance(node, ScalarNode) and not node.style and node.value in _NOTHING:
            return None
        return _value(args[0], node, place, key)
    if origin is tuple:
        return tuple(_value(args[0], item, place, key) for item in items_of(node, place, key))
    if origin is dict:
        return texts_by_key(mapping_of(node, place, key), place)
    if origin is Literal:
        return _choice(args, node, place, key)
    if hint is Span:
        return _span(node, place, key)
    if dataclasses.is_dataclass(hint):
        return decode(cast("type[DataclassInstance]", hint), mapping_of(node, place, key), place)
    return _SCALARS[hint](node, place, key)


def _text(node: Node, place: Place, key: str) -> str:
    text = text_of(node, place, key)
    form, expected = _FORMS.get(key, (None, ""))
    if form is not None and not form.search(text):
        raise _wrong(node, place, key, expected)
    if key in _DATES or (key in _DATES_OR_WORDS and _LOOKS_LIKE_DATE.fullmatch(text)):
        check_date(text, place.down(node.start_mark.line), key)
    return text


def check_date(text: str, here: Place, key: str) -> None:
    """Raise `ContentError` unless `text` is a day of the calendar, `YYYY-MM-DD`."""
    try:
        valid = date.fromisoformat(text).isoformat() == text
    except ValueError:
        valid = False
    if not valid:
        raise here.error(f"`{key}`: `{text}` is no date", "Write a date as 2018-09-04.")


def _whole(node: Node, place: Place, key: str) -> int:
    plain = isinstance(node, ScalarNode) and not node.style
    if not plain or not re.fullmatch(r"[0-9]{1,9}", node.value):
        raise _wrong(node, place, key, "a whole number, without quotes")
    if key in _FROM_ONE and not int(node.value):
        raise _wrong(node, place, key, "a whole number from 1")
    return int(node.value)


def _truth(node: Node, place: Place, key: str) -> bool:
    if not isinstance(node, ScalarNode) or node.style or node.value not in _TRUTH:
        raise _wrong(node, place, key, "true or false, without quotes")
    return _TRUTH[node.value]


_SCALARS: dict[object, Callable[[Node, Place, str], object]] = {
    str: _text,
    int: _whole,
    bool: _truth,
}


def _choice(choices: tuple[str, ...], node: Node, place: Place, key: str) -> str:
    text = text_of(node, place, key)
    if text not in choices:
        raise _wrong(node, place, key, f"one of {', '.join(choices)}")
    return text


def _span(node: Node, place: Place, key: str) -> Span:
    numbers = [_whole(item, place, key) for item in items_of(node, place, key)]
    if len(numbers) != 2 or not 1 <= numbers[0] <= numbers[1]:
        raise _wrong(node, place, key, "[first, last], two line numbers")
    return Span(*numbers)


def _wrong(node: Node, place: Place, key: str, expected: str) -> ContentError:
    here = place.down(node.start_mark.line)
    found = "a list" if isinstance(node, SequenceNode) else "a mapping"
    if isinstance(node, ScalarNode):
        found = f"`{node.value}`" if node.value else "nothing"
    return here.error(f"`{key}` must be {expected}, not {found}")


def _nearest(key: str, known: typing.Iterable[str]) -> str:
    near = difflib.get_close_matches(key, list(known), n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(known)}."


def _plain(value: object) -> object:
    """Dataclasses to mappings, tuples to lists, spans to pairs."""
    if isinstance(value, Span):
        return Pair([value.first, value.last])
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return encode(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
