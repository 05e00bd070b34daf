"""The pages: one HTML file for each `Page`, by the template of its kind, and the assets."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

import jinja2

from generator.errors import OutputError, TemplateError
from generator.publish.meta import tags
from generator.publish.outputs.html_text import inline, reference
from generator.publish.pages import ABOUT, HOME, SEARCH
from generator.publish.site import Page, Site, relative
from generator.publish.views import view


def write(site: Site, folder: Path) -> None:
    """Write every page and the assets below `folder`.

    Raises TemplateError naming the template and line that is missing or broken.
    """
    assets = _copy_assets(site.templates / "assets", folder)
    environment = _environment(site)
    for page in site.pages:
        text = _render(environment, site, page, assets)
        file = folder / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _environment(site: Site) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(site.templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["inline"] = partial(inline, say=site.say)
    environment.filters["reference"] = partial(reference, say=site.say)
    environment.filters["day"] = site.say.day
    environment.globals.update(
        site=site,
        publication=site.publication,
        say=site.say,
        home_url=HOME,
        search_url=SEARCH,
        about_url=ABOUT,
    )
    return environment


def _render(environment: jinja2.Environment, site: Site, page: Page, assets: str) -> str:
    link = _linker(site, page)
    name = f"{page.kind}.html"
    try:
        return environment.get_template(name).render(
            page=page,
            link=link,
            asset=lambda file: link(f"{assets}{file}"),
            meta=tags(site, page),
            canonical=site.absolute(page.url),
            **view(site, page),
        )
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
    except jinja2.UndefinedError as error:
        path, line = _place(error, site.templates / name)
        raise TemplateError(error.message or "undefined", path=path, line=line) from error


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


def _copy_assets(source: Path, folder: Path) -> str:
    """Copy the assets into a folder named after their contents; return its address in the site.

    One hash for all, so that a script may import its neighbour by its plain name.
    """
    if not source.is_dir():
        raise TemplateError("the folder of assets is missing", path=source)
    files = sorted(path for path in source.rglob("*") if path.is_file())
    digest = sha256()
    for file in files:
        name = file.relative_to(source).as_posix()
        digest.update(f"{name}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    target = PurePosixPath("assets") / digest.hexdigest()[:12]
    try:
        shutil.copytree(source, folder / target)
    except shutil.Error as error:
        raise OutputError(f"the assets cannot be copied: {error}", path=folder / target) from error
    return f"/{target}/"
