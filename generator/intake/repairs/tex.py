r"""Short formulas that an extraction wrote in TeX: `$5.0E+15Bq$`, `$Bq/cm^2$`, `$\geq 2650$`."""

from __future__ import annotations

import re

from generator.intake.ledger import each

_FORMULA = re.compile(r"(?:(?<!\s)\s+)?\$\s*([^$\n]{1,80}?)\s*\$\s*")
_SYMBOLS = {
    r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\delta": "δ", r"\mu": "μ", r"\lambda": "λ",
    r"\geqslant": "≥", r"\leqslant": "≤", r"\geq": "≥", r"\leq": "≤", r"\ge": "≥", r"\le": "≤",
    r"\times": "×", r"\div": "÷", r"\pm": "±", r"\sim": "～", r"\cdot": "·", r"\circ": "°",
    r"\rightarrow": "→", r"\to": "→", r"\%": "%", r"\square": "□", r"\Delta": "Δ", r"\Omega": "Ω",
}  # fmt: skip
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|%)")
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}]+)\}|([A-Za-z0-9+-]))")
_WRAPPER = re.compile(r"\\(?:mathrm|text|mathbf|rm)\s*\{([^{}]*)\}")


def _formula(found: re.Match[str]) -> str:
    body = _WRAPPER.sub(r"\1", found[1])
    body = _COMMAND.sub(lambda m: _SYMBOLS.get(m[0], m[0]), body)
    body = _SCRIPT.sub(
        lambda m: (
            f"<su{'p' if m[1] == '^' else 'b'}>{m[2] or m[3]}</su{'p' if m[1] == '^' else 'b'}>"
        ),
        body,
    )
    # What is not understood whole stays as it stands, to be seen and corrected by a person.
    return found[0] if re.search(r"[\\{}^_$]", body) else body.strip()


def _fix(text: str) -> str:
    r"""
    >>> _fix(r"或者 $\beta/\gamma$ 沉积水平超过 $1000Bq/cm^2$ 的"), _fix("预算$5与$6")
    ('或者β/γ沉积水平超过1000Bq/cm<sup>2</sup>的', '预算$5与$6')
    """
    if text.count("$") % 2:
        return text
    return _FORMULA.sub(
        lambda m: m[0] if re.search(r"[\u4e00-\u9fff]", m[1]) else _formula(m), text
    )


tex = each(_fix)
"""Writes simple formulas as text with sub- and superscript (2018-05, line 1451)."""
