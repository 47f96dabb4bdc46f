"""The package as others get it: alone, typed, complete, and the same whoever builds it."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "logistic_gradient"
PROGRAM = """\
from logistic_gradient import training_step
step = training_step(w=[0.1, -0.2], b=0.0, x=[3.0, 5.0], y=1, learning_rate=0.1)
print(f"{step.loss:.12g}")
"""
STEP = "step --x 3 5 --y 1 --w 0.1 -0.2 --b 0 --learning-rate 0.1"


def build(project: Path, folder: Path, kind: str) -> Path:
    """Build the wheel or the sdist of a project, dated."""
    command = [sys.executable, "-P", "-m", "hatchling", "build", "-t", kind, "-d", folder]
    dated = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command, cwd=project, env=dated, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("sdist"), "sdist")


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (project,) = folder.iterdir()
    return project


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment that has the wheel and nothing else."""
    venv = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    where = {"base": str(venv), "platbase": str(venv)}
    packages = Path(sysconfig.get_path("purelib", "venv", where))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)  # noqa: S202 (made by us)
    return Path(sysconfig.get_path("scripts", "venv", where), Path(sys.executable).name)


def run(python: Path, *arguments: str | Path, path: str = "") -> subprocess.CompletedProcess[str]:
    """Run a Python; `path` is a folder of packages, whose .pth files are not read."""
    env = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(
        [python, "-P", *arguments], capture_output=True, text=True, env=env, check=False
    )


def files(folder: Path) -> set[str]:
    """Return the names of the package's files in a folder of sources."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder.parent).as_posix() for path in found}


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == files(SOURCES)
    assert "logistic_gradient/py.typed" in names


def test_the_metadata_are_valid_and_ours(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        stated = Metadata.from_email(archive.read(name), validate=True)
    assert (stated.name, str(stated.version)) == (project["name"], project["version"])
    assert stated.license_expression == project["license"]
    assert stated.description == (ROOT / "README.md").read_text("utf-8")
    needed = {str(each) for each in stated.requires_dist or () if each.marker is None}
    assert needed == set(project["dependencies"])


def test_two_builds_are_the_same(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    for first, kind in ((wheel, "wheel"), (sdist, "sdist")):
        folder = tmp_path / kind
        folder.mkdir()
        assert build(ROOT, folder, kind).read_bytes() == first.read_bytes()


def test_the_source_archive_builds_the_same_wheel(
    unpacked: Path, wheel: Path, tmp_path: Path
) -> None:
    assert build(unpacked, tmp_path, "wheel").read_bytes() == wheel.read_bytes()


def test_the_source_archive_holds_what_a_packager_needs(unpacked: Path) -> None:
    beside = {path.name for path in unpacked.iterdir()}
    assert {"LICENSE", "README.md", "CHANGELOG.md", "CITATION.cff", "pyproject.toml"} <= beside
    assert [path.name for path in (unpacked / "src").iterdir()] == ["logistic_gradient"]


def test_the_wheel_runs_without_the_checker_and_the_site(installed: Path) -> None:
    others = sysconfig.get_path("purelib")
    here = "from importlib.util import find_spec; print(find_spec('proofread'))"
    assert run(installed, "-c", here, path=others).stdout == "None\n"
    ran = run(installed, "-c", PROGRAM, path=others)
    assert (ran.stdout, ran.stderr) == ("1.10318604889\n", "")
    command = run(installed, "-m", "logistic_gradient", *STEP.split(), path=others)
    assert "1.10318604889" in command.stdout


def test_the_installed_package_is_typed(installed: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(f"{PROGRAM}step.los\n", "utf-8")
    # Without NumPy, whose types take mypy most of a minute.
    options = (
        "--config-file=",
        f"--python-executable={installed}",
        f"--cache-dir={tmp_path}/cache",
    )
    said = run(Path(sys.executable), "-m", "mypy", *options, program).stdout
    assert '"TrainingStep" has no attribute "los"' in said
    assert "Found 1 error in 1 file" in said
