"""Values in files that may be damaged, foreign or of another day: they are read back whole or not.

A file holds the name of what it was made of, a proof, and the value. What is read back is made of
the program's own types alone: a file can hold what is wrong, but nothing that runs.
"""

from __future__ import annotations

import pickle
from dataclasses import is_dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
_FAULTS = (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError, EOFError,
           IndexError, MemoryError, RecursionError, pickle.UnpicklingError)  # fmt: skip
"""What may go wrong with a file that nothing is known of."""


class DamagedError(Exception):
    """A file is not what was put by."""


def write(path: Path, made_of: str, value: object) -> None:
    """Write `value` into the file `path`. Raises OSError."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    path.write_bytes(f"{made_of}\n{_proof(made_of, data)}\n".encode() + data)


def read(path: Path, made_of: str, kind: type[_T]) -> _T | None:
    """The value in the file `path`; None unless it is there, whole, of that kind, and made of just
    that."""
    try:
        name, proof, data = path.read_bytes().split(b"\n", 2)
        if name.decode() != made_of or proof.decode() != _proof(made_of, data):
            return None
        value = _Reader(BytesIO(data)).load()
    except _FAULTS:
        return None
    return value if isinstance(value, kind) else None


def _proof(made_of: str, data: bytes) -> str:
    return sha256(made_of.encode() + b"\n" + data).hexdigest()


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        """Dataclasses and strings of the program. Raises UnpicklingError for all else."""
        found = super().find_class(module, name) if module.startswith("generator.") else None
        if not (isinstance(found, type) and (is_dataclass(found) or issubclass(found, str))):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
