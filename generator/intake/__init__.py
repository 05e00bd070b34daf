"""The intake wing: raw sources to Markdown and ledger.

import_source(root, id_, publication)   reads, repairs, structures, writes one source
pending(root)                           ids whose source has no up-to-date Markdown
steps(root, id_)                        the lines after every repair, to look at
"""

from generator.intake.holdings import pending
from generator.intake.importer import Imported, import_source, steps

__all__ = ["Imported", "import_source", "pending", "steps"]
