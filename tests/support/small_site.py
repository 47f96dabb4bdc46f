"""A project of two pages, built as the site is: for what is broken, and for what changes."""

import shutil
from pathlib import Path

from tests.support.built_site import ROOT

SETTINGS = f"""\
site_name: Small
theme:
  name: material
  font: false
  custom_dir: {(ROOT / "src" / "site_build" / "theme").as_posix()}
hooks: [{(ROOT / "src" / "site_build" / "hooks.py").as_posix()}]
markdown_extensions:
  - pymdownx.arithmatex: {{generic: true}}
  - pymdownx.superfences
"""


def prepare(project: Path, page: str) -> None:
    """Write the files of a site of a home page and one other."""
    (project / "docs" / "sub").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    shutil.copy(ROOT / "requirements.lock", project)  # with the versions that pages name
    (project / "docs" / "index.md").write_text("# Home\n\nSee [the page](sub/page.md).\n", "utf-8")
    (project / "docs" / "sub" / "page.md").write_text(page, "utf-8")
