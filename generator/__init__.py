"""A static-site press for public gazettes: sources in, Markdown in the middle, pages out."""

__version__ = "0.1.0"
