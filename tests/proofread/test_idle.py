"""Words of commands that nothing runs."""

from pathlib import Path

import pytest

from proofread.idle import idle_problem

pytestmark = pytest.mark.usefixtures("recorded_answers")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "test.py").touch()
    settings = "[project.optional-dependencies]\ndev = []\ntorch = []\n"
    (tmp_path / "pyproject.toml").write_text(settings)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        "python scripts/test.py   # runs every check - all of them",
        "python -m package.module step --help",
        "pip install -e '.[dev,torch]'  # or: uv pip install -e .",
        "mkdocs build --strict --site-dir=site",
        "git clone https://example.org/some/project",
        "cd scripts",
        ".venv/bin/python -m package docs",
    ],
)
def test_right_words(root: Path, command: str) -> None:
    assert idle_problem(command, root) == ""


@pytest.mark.parametrize(
    "command",
    [
        "python scripts*test.py",
        "python scripts/tests.py",
        "python +m package",
        "pip install +e .",
        "pip install -e '.[docs]'",
        "pip install .  # or: uv pip install +e .",
        "pip install .  # or: uv pip install '.[docs]'",
        "git clone https:*/example.org",
        "mkdocs build +-strict",
        "mkdocs build > log",
        "echo 'open",
        ".venv*bin/python -m package",
        ".venv/bin*python -m package",
        "cat .venv/bin/python",
        "python -m package/module",
    ],
)
def test_wrong_words(root: Path, command: str) -> None:
    assert idle_problem(command, root) != ""
