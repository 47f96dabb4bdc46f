"""A release is made as a whole or not at all, from a commit, with checksums that hold."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


@pytest.fixture
def project(release, console, environment, monkeypatch, tmp_path):
    """Put a folder in place of the project, and tools that only leave files behind."""
    told = {"changed": "", "fails": None, "env": []}

    def capture(command, env=None):
        if command[0] == "git":
            return 0, told["changed"] if command[1] == "status" else "1700000000\n"
        told["env"].append(env["SOURCE_DATE_EPOCH"])
        target = Path(command[-1])
        if told["fails"] in command:
            return 1, "no room"
        (target / "package.whl" if target.is_dir() else target).write_bytes(b"made")
        return 0, ""

    def built(_python, site):
        site.mkdir()
        return told["fails"] != "mkdocs"

    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(console, "ROOT", tmp_path)
    monkeypatch.setattr(console, "capture", capture)
    monkeypatch.setattr(release, "SITE", tmp_path / "cache" / "site")
    monkeypatch.setattr(release.build, "build", built)
    monkeypatch.setattr(environment, "prepare", lambda: Path("python"))
    monkeypatch.setattr(console.sys, "argv", ["release.py"])
    return told


@pytest.fixture
def dist(tmp_path):
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "old").touch()
    return folder


def test_a_release_replaces_the_last_one(release, project, dist):
    assert release.main() == 0
    names = {
        "package.whl",
        f"logistic-gradient-{VERSION}-site.zip",
        f"logistic-gradient-{VERSION}.pdf",
    }
    assert {file.name for file in dist.iterdir()} == {*names, "SHA256SUMS"}
    assert project["env"] == ["1700000000"] * 3
    sums = dict(line.split()[::-1] for line in (dist / "SHA256SUMS").read_text().splitlines())
    assert sums == dict.fromkeys(names, hashlib.sha256(b"made").hexdigest())


@pytest.mark.parametrize("tool", ["hatchling", "site_build.editions.paper"])
def test_a_failure_leaves_the_last_release(release, console, project, dist, tool):
    project["fails"] = tool
    with pytest.raises(console.ScriptError, match="no room"):
        release.main()
    assert [file.name for file in dist.iterdir()] == ["old"]
    assert not (dist.parent / "dist.new").exists()


def test_a_site_that_cannot_be_built_is_not_released(release, project, dist):
    project["fails"] = "mkdocs"
    assert release.main() == 1
    assert [file.name for file in dist.iterdir()] == ["old"]


def test_what_no_commit_has_is_released_as_a_draft_only(
    release, console, project, dist, monkeypatch
):
    project["changed"] = " M docs/index.md\n"
    with pytest.raises(console.ScriptError, match=r"docs/index\.md(.|\n)*--draft"):
        release.main()
    assert [file.name for file in dist.iterdir()] == ["old"]
    monkeypatch.setattr(console.sys, "argv", ["release.py", "--draft"])
    assert release.main() == 0
    assert not (dist / "old").exists()


def test_the_changelog_and_the_citation_are_of_this_version():
    cited = (ROOT / "CITATION.cff").read_text("utf-8")
    version = re.search(r"^version: (\S+)$", cited, re.MULTILINE)
    day = re.search(r"^date-released: (\d{4}-\d\d-\d\d)$", cited, re.MULTILINE)
    assert version
    assert version[1] == VERSION
    listed = re.findall(r"^## \[(.+?)\](?: - (\S+))?$", _changelog(), re.MULTILINE)
    assert listed[0] == ("Unreleased", "")
    assert day
    assert listed[1] == (VERSION, day[1])


def test_the_changelog_has_the_form_of_keep_a_changelog():
    kinds = set(re.findall(r"^### (.+)$", _changelog(), re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_citation_says_what_pyproject_says():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    cited = (ROOT / "CITATION.cff").read_text("utf-8")
    assert "cff-version: 1.2.0\n" in cited
    assert f"license: {project['license']}\n" in cited
    assert [each["name"] for each in project["authors"]] == re.findall(r"- name: (.+)", cited)
    assert project["keywords"] == re.findall(r"^  - (?!name)(.+)$", cited, re.MULTILINE)


def test_the_readme_leads_to_both():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "(CHANGELOG.md)" in readme
    assert "(CITATION.cff)" in readme


def _changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text("utf-8")
