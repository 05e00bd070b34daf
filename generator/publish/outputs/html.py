"""The pages: one HTML file for each `Page`, by the template of its kind, and the assets."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2

from generator.errors import GazetteError, TemplateError
from generator.publish.addresses import ABOUT, HOME, ISSUES, LOOKUP, OPENSEARCH, SEARCH, TABLES
from generator.publish.emblem import EMBLEM, MANIFEST, icon_url
from generator.publish.feeds import feed_title, feeds_of
from generator.publish.linked_data import linked_data
from generator.publish.meta import properties, tags
from generator.publish.outputs import html_assets
from generator.publish.outputs.html_assets import Assets
from generator.publish.outputs.html_text import (
    DATED,
    JOINED,
    data_block,
    inline,
    interwoven,
    kept,
    matter,
    reference,
    stretches,
    told,
)
from generator.publish.outputs.html_words import marked, resolve, words
from generator.publish.palette import palette
from generator.publish.row_notes import about, place_in_words
from generator.publish.site import Page, Site, relative
from generator.publish.views import View, view
from generator.publish.wording import catalogues

Show = Callable[[Site, Page], View]
"""Says what a page shows."""


@dataclass(frozen=True, slots=True)
class Printer:
    """What all pages share: the assets, and the templates, each compiled once."""

    assets: Assets
    environment: jinja2.Environment

    def print(self, site: Site, folder: Path, show: Show = view) -> None:
        """Write the pages of `site` below `folder`, but for those that stand already."""
        for page in site.pages:
            if page.issue is not None and page.issue.id in site.told:
                continue
            data = _render(self.environment, site, page, self.assets, show(site, page))
            file = folder / page.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def write(site: Site, folder: Path, show: Show = view) -> None:
    """Write every page and the assets below `folder`.

    Raises TemplateError naming the template and line that is missing or broken.
    """
    made = printer(site)
    made.assets.write(folder)
    made.print(site, folder, show)


def printer(site: Site) -> Printer:
    """The printer of all sites of this publication, wording and templates. Raises TemplateError."""
    try:
        assets = html_assets.read(site.templates, palette(site.publication.colour), _words(site))
    except OSError as error:
        raise _unreadable(error, site.templates / "assets") from error
    return Printer(assets, _environment(site))


def _words(site: Site) -> dict[str, bytes]:
    """The labels in each language but that of the pages."""
    return {
        f"words/{one.language}.json": words(one)
        for one in catalogues(site.templates)
        if one.language != site.say.language
    }


class _Loader(jinja2.FileSystemLoader):
    """Says of a template what is wrong with its file."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        path = Path(self.searchpath[0], template)
        try:
            return super().get_source(environment, template)
        except jinja2.TemplateNotFound:
            raise
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateError(
                "not UTF-8 text", path=path, line=line, hint="save the file again as UTF-8"
            ) from error
        except OSError as error:
            raise _unreadable(error, path) from error


def _unreadable(error: OSError, path: Path) -> TemplateError:
    return TemplateError(
        f"cannot be read: {error.strerror or error}",
        path=error.filename or path,
        hint="check that it is a file and that you may read it",
    )


def _environment(site: Site) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=_Loader(site.templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=marked,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["inline"] = partial(inline, say=site.say)
    environment.filters["cell"] = partial(inline, say=site.say, unbroken=JOINED)
    environment.filters["heading"] = partial(inline, say=site.say, unbroken=DATED)
    environment.filters["kept"] = kept
    environment.filters["data_block"] = data_block
    environment.filters["feed_title"] = partial(feed_title, site)
    environment.filters["matter"] = matter
    environment.filters["told"] = told
    environment.filters["reference"] = partial(reference, say=site.say)
    environment.filters["stretches"] = partial(stretches, say=site.say)
    environment.filters["interwoven"] = partial(interwoven, say=site.say)
    environment.filters["about"] = partial(about, say=site.say)
    environment.filters["rows"] = partial(place_in_words, say=site.say)
    environment.filters["day"] = site.say.day
    environment.globals.update(
        absolute=site.absolute,
        language=site.say.language,
        publication=site.publication,
        say=site.say,
        # Each language is named in itself, whichever a reader has chosen.
        languages=[(one.language, str(one("language.name"))) for one in catalogues(site.templates)],
        home_url=HOME,
        search_url=SEARCH,
        tables_url=TABLES,
        issues_url=ISSUES,
        lookup_url=LOOKUP,
        opensearch_url=OPENSEARCH,
        about_url=ABOUT,
        emblem_url=EMBLEM,
        touch_icon_url=icon_url(180),
        manifest_url=MANIFEST,
    )
    return environment


def _render(
    environment: jinja2.Environment, site: Site, page: Page, assets: Assets, shown: View
) -> bytes:
    link = _linker(site, page)
    name = f"{page.kind}.html"
    try:
        text = environment.get_template(name).render(
            page=page,
            link=link,
            asset=lambda file: link(assets.url(file)),
            canonical=site.absolute(page.target.url if page.target else page.url),
            **_told_to_machines(site, page),
            **shown,
        )
        say = site.say
        spoken = site.publication.language.startswith(say.language)
        return resolve(text, "" if spoken else say.language).encode("utf-8")
    except GazetteError:
        raise
    except jinja2.TemplateNotFound as error:
        missing = site.templates / str(error.name or name)
        raise TemplateError(
            "the template is missing",
            path=missing,
            hint=f"put it back: the page {page.url} needs it",
        ) from error
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            error.message or "syntax error", path=error.filename or name, line=error.lineno
        ) from error
    # A template is a program that somebody else wrote: it can raise anything.
    except Exception as error:
        path, line = _place(error, site.templates / name)
        words = str(error).partition("\n")[0]
        if not isinstance(error, jinja2.UndefinedError):
            words = f"{type(error).__name__}: {words}"
        raise TemplateError(words, path=path, line=line) from error


def _told_to_machines(site: Site, page: Page) -> View:
    """What the head of `page` says of it."""
    return {
        "meta": tags(site, page),
        "properties": properties(site, page),
        "data": linked_data(site, page),
        "feeds": feeds_of(site, page),
    }


def _linker(site: Site, page: Page) -> Callable[[str], str]:
    """The function by which the templates of `page` write addresses inside the site."""
    if page.kind == "missing":
        # A server answers with this page at any depth, so nothing relative to it is certain.
        return lambda url: site.prefix + url.removeprefix("/")
    return lambda url: url if url.startswith("#") else relative(page.url, url)


def _place(error: Exception, name: Path) -> tuple[Path, int | None]:
    """The template line in which rendering stopped: Jinja maps it into the traceback."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(name.parent):
            return Path(frame.filename), frame.lineno
    return name, None
