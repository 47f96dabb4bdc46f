"""A build replaces a site as a whole, or not at all, and never anything else."""

import contextlib
from pathlib import Path

import pytest


@pytest.fixture
def mkdocs(build, console, monkeypatch):
    """Replace MkDocs by a function that writes one page and ends as told."""
    told = {"code": 0}

    def run(command, _env):
        assert "--strict" in command
        target = Path(command[command.index("--site-dir") + 1])
        target.mkdir()
        (target / "index.html").write_text("new")
        (target / "sitemap.xml").touch()
        return told["code"]

    monkeypatch.setattr(console, "run", run)
    monkeypatch.setattr(build.locking, "lock", lambda _name: contextlib.nullcontext(0))
    return told


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    (folder / "removed-since.html").touch()
    (folder / "sitemap.xml").touch()
    return folder


@pytest.mark.usefixtures("mkdocs")
def test_a_build_replaces_the_site(build, site, capsys):
    assert build.build(Path("python"), site)
    assert (site / "index.html").read_text() == "new"
    assert not (site / "removed-since.html").exists()
    assert [item.name for item in site.parent.iterdir()] == ["site"]
    assert "Built 1 pages (2 files" in capsys.readouterr().out


def test_a_failed_build_leaves_the_old_site(build, mkdocs, site):
    mkdocs["code"] = 1
    assert not build.build(Path("python"), site)
    assert (site / "index.html").read_text() == "old"
    assert [item.name for item in site.parent.iterdir()] == ["site"]


@pytest.mark.usefixtures("mkdocs")
def test_what_a_killed_build_left_is_cleared(build, site):
    for left in ("site.new", "site.old"):
        (site.parent / left).mkdir()
    assert build.build(Path("python"), site)
    assert [item.name for item in site.parent.iterdir()] == ["site"]


def test_a_folder_that_is_no_site_is_refused(build, console, tmp_path):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(console.ScriptError, match="--site-dir"):
        build._require_replaceable(tmp_path)
    for above in (console.ROOT, console.ROOT.parent):
        with pytest.raises(console.ScriptError, match="--site-dir"):
            build._require_replaceable(above)


def test_a_site_an_empty_folder_and_no_folder_are_fine(build, site, tmp_path):
    build._require_replaceable(site)
    build._require_replaceable(tmp_path / "not-there")
    (tmp_path / "empty").mkdir()
    build._require_replaceable(tmp_path / "empty")
