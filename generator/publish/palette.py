"""The colour of a city as the style sheets take it, on light and on dark ground."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from generator.document import contrast

_DARK_PAPER = "#171613"
_ENOUGH = 8.0
"""Well above the 4.5 of WCAG 2.2, since rules and links are thin."""


def palette(colour: str) -> str:
    """The rule to stand behind the main style sheet, which uses the names it defines.

    >>> palette("#a3160f")
    ':root {\\n  --city: #a3160f;\\n  --city-on-dark: #f5928d;\\n}\\n'
    """
    return f":root {{\n  --city: {colour};\n  --city-on-dark: {on_dark(colour)};\n}}\n"


def on_dark(colour: str) -> str:
    """The same hue, light enough to be read on dark ground."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    for step in range(round(lightness * 255), 255):
        parts = hls_to_rgb(hue, step / 255, saturation)
        lighter = "#" + "".join(f"{round(part * 255):02x}" for part in parts)
        if contrast(lighter, _DARK_PAPER) >= _ENOUGH:
            return lighter
    return "#ffffff"
