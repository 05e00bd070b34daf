"""Chromium 109 from npm, which `make audit` fetches: what a PC with Windows 7 reads with."""

from __future__ import annotations

from pathlib import Path

from tests.tools import node

PACKED = Path(__file__).parent / "chromium109/node_modules/@sparticuz/chromium/bin/chromium.br"

FLAGS = ("--single-process", "--no-zygote")
"""It was built to run where no second process may be started."""

MISSING = "Chromium 109 is not here. `make audit` fetches it where it can."

_UNPACK = """
const [packed, file] = process.argv.slice(1);
const data = require("fs").readFileSync(packed);
require("fs").writeFileSync(file, require("zlib").brotliDecompressSync(data), { mode: 0o755 });
"""


def unpack(folder: Path) -> Path | None:
    """The executable, unpacked into `folder`; None where it was not fetched."""
    if not PACKED.exists():
        return None
    file = folder / "chromium"
    done = node.run("-e", _UNPACK, PACKED, file)
    assert file.exists(), done.stderr
    return file
