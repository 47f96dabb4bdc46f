"""Whoever reads a notebook can take it along and run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.built_site import ROOT, Site
from tests.support.reader import Reader

NAMES = sorted(path.stem for path in (ROOT / "docs" / "notebooks").glob("*.py"))


@pytest.mark.parametrize("suffix", [".ipynb", ".py"])
def test_the_buttons_download_the_files(
    reader: Reader, site: Site, notebook_address: str, suffix: str
) -> None:
    name = Path(notebook_address).name
    page = reader.take(notebook_address)  # a click moves the focus
    with page.expect_download() as download:
        page.locator(f"a[download='{name}{suffix}']").click()
    assert download.value.suggested_filename == f"{name}{suffix}"
    published = site.folder / "notebooks" / name / f"{name}{suffix}"
    assert Path(download.value.path()).read_bytes() == published.read_bytes()


def test_each_notebook_has_its_buttons(site: Site) -> None:
    with_buttons = site.addresses_with("article a[download]")
    assert with_buttons == [f"notebooks/{name}/" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_the_python_file_prints_what_the_page_shows(site: Site, tmp_path: Path, name: str) -> None:
    """Run as it is, in a folder of its own, without a screen."""
    shown = site.soup(f"notebooks/{name}/").select("article div.language-text code")
    done = subprocess.run(
        [sys.executable, site.folder / "notebooks" / name / f"{name}.py"],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "agg", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "".join(code.get_text() for code in shown)


@pytest.mark.parametrize("name", NAMES)
def test_the_notebook_holds_what_the_page_shows(site: Site, name: str) -> None:
    path = site.folder / "notebooks" / name / f"{name}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    printed = [
        "".join(output["text"])
        for cell in cells
        for output in cell.get("outputs", [])
        if output["output_type"] == "stream"
    ]
    shown = site.soup(f"notebooks/{name}/").select("article div.language-text code")
    assert printed == [code.get_text() for code in shown]
