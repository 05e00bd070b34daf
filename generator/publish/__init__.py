"""From the model to the site: `build.build_site`. Knows nothing of sources or repairs being made:
content comes in through `generator.document`, leaves as files below one folder."""
