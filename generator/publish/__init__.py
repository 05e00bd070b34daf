"""From the model to the site. Knows nothing of sources or repairs being made: content comes in
through `generator.document`, leaves as files below one folder."""

from generator.publish.build import BuildSummary, build_site

__all__ = ["BuildSummary", "build_site"]
