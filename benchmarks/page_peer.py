"""Builds what is compared: this site, and its text as Material's own settings would show it.

The peer gets the same Markdown and figures, the same extensions of Markdown, and MathJax as
Material's manual says to add it, from the same server. It keeps the system's fonts, which cost
nothing: by default, Material would fetch fonts from another host.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from page_views import HERE

ROOT = HERE.parent
MATHJAX = HERE / "node_modules" / "mathjax" / "es5"
COMPARED = ["", "worked-example/", "many-weights/", "curvature/"]
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
#: As in "Math", in the manual of Material for MkDocs.
SETTINGS = """window.MathJax = {
  tex: {inlineMath: [["\\\\(", "\\\\)"]], displayMath: [["\\\\[", "\\\\]"]],
        processEscapes: true, processEnvironments: true},
  options: {ignoreHtmlClass: ".*|", processHtmlClass: "arithmatex"}
};
"""


def ours(site: Path) -> Path:
    """Build this site into a folder, and return the folder."""
    command = ["build", "--strict", "--quiet", "--site-dir", str(site)]
    _mkdocs([*command, "--config-file", str(ROOT / "mkdocs.yml")])
    return site


def peer(folder: Path, pages: list[str], figures: Path) -> Path:
    """Build pages as Material's own settings would show them; return the folder of the site."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for page in pages:
        name = f"{page.rstrip('/') or 'index'}.md"
        text = (ROOT / "docs" / name).read_text("utf-8")
        (docs / name).write_text(COMMENT.sub("", text), "utf-8")
    shutil.copytree(figures, docs / "figures")
    scripts = docs / "javascripts"
    scripts.mkdir()
    (scripts / "mathjax.js").write_text(SETTINGS, "utf-8")
    for part in ("tex-mml-chtml.js", "input", "output"):
        copy = shutil.copytree if (MATHJAX / part).is_dir() else shutil.copy
        copy(MATHJAX / part, scripts / part)
    config = {
        "site_name": "The same text",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": _extensions(),
        "extra_javascript": ["javascripts/mathjax.js", "javascripts/tex-mml-chtml.js"],
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    site = folder / "site"
    _mkdocs(["build", "--quiet", "-f", str(folder / "mkdocs.yml"), "-d", str(site)])
    return site


def _extensions() -> list[object]:
    """Return the extensions of this site, which its text is written for."""
    lines = (ROOT / "mkdocs.yml").read_text("utf-8")
    section = lines.partition("\nmarkdown_extensions:\n")[2].partition("\n\n")[0]
    found: list[object] = yaml.safe_load(section)
    return found


def _mkdocs(arguments: list[str]) -> None:
    sources = {"PYTHONPATH": str(ROOT / "src"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    subprocess.run(command, env={**os.environ, **sources}, cwd=ROOT, check=True)  # noqa: S603 (our own)
