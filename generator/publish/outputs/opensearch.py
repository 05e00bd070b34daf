"""`opensearch.xml`: by which a browser can add the gazette as a search engine (OpenSearch 1.1).

Its addresses are absolute, as the format asks: whoever serves the site elsewhere than at the
`base_url` of the gazette offers the search of that place.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from generator.publish.addresses import OPENSEARCH, SEARCH
from generator.publish.emblem import icon_url
from generator.publish.outputs import xml_text
from generator.publish.site import Site

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT, _LONG = 16, 48
"""Characters that the format allows a short and a long name."""


def write(site: Site, folder: Path) -> None:
    """Write the description into `folder`. Raises OSError where the disk is full."""
    publication = site.publication
    root = Element("OpenSearchDescription", xmlns=NAMESPACE)
    description = site.say("site.description", place=publication.place)
    for tag, text in (
        ("ShortName", publication.name[:_SHORT]),
        ("LongName", publication.name[:_LONG]),
        ("Description", description),
        ("Language", publication.language),
        ("InputEncoding", "UTF-8"),
        ("OutputEncoding", "UTF-8"),
    ):
        SubElement(root, tag).text = xml_text.legal(text)
    image = SubElement(root, "Image", width="192", height="192", type="image/png")
    image.text = site.absolute(icon_url(192))
    template = site.absolute(SEARCH) + "?q={searchTerms}"
    SubElement(root, "Url", type="text/html", method="get", template=template)
    address = site.absolute(OPENSEARCH)
    kind = "application/opensearchdescription+xml"
    SubElement(root, "Url", type=kind, rel="self", template=address)
    (folder / OPENSEARCH.lstrip("/")).write_bytes(xml_text.written(root))
