"""What runs where the code is hosted may do what it must, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
EACH = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
ZIZMOR = Path(sys.executable).with_name("zizmor")

# Whoever may write, and what: each with its reason in the workflow.
WRITERS = {
    ("newest", "report", "issues"),
    ("pages", "deploy", "pages"),
    ("pages", "deploy", "id-token"),
}


def test_there_are_workflows() -> None:
    assert {"test", "pages", "newest"} <= {path.stem for path in WORKFLOWS}


@EACH
def test_each_action_is_pinned_to_a_commit_with_its_version_beside_it(workflow: Path) -> None:
    used = re.findall(r"\buses: *(.*)", workflow.read_text("utf-8"))
    foreign = [line for line in used if not line.startswith("./")]
    pinned = r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [line for line in foreign if not re.fullmatch(pinned, line)] == []


def test_one_action_has_one_commit() -> None:
    lines = "\n".join(path.read_text("utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: *([^@\s]+)@(\S+ # \S+)", lines))
    assert len(pins) == len({name for name, _ in pins})


@EACH
def test_no_job_may_write_but_the_ones_that_are_listed(workflow: Path) -> None:
    content = yaml.safe_load(workflow.read_text("utf-8"))
    assert content["permissions"] == {}
    written = {
        (workflow.stem, name, scope)
        for name, job in content["jobs"].items()
        for scope, right in job["permissions"].items()
        if right != "read"
    }
    assert written == {writer for writer in WRITERS if writer[0] == workflow.stem}


@EACH
def test_no_job_runs_without_an_end(workflow: Path) -> None:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    assert all("timeout-minutes" in job or "uses" in job for job in jobs)


def test_nothing_is_published_that_was_not_tested() -> None:
    content = (ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    jobs = yaml.safe_load(content)["jobs"]
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"


def zizmor(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [ZIZMOR, "--offline", "--quiet", "--pedantic", "--strict-collection", folder],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_linter_finds_nothing() -> None:
    judged = zizmor(ROOT / ".github")
    assert judged.returncode == 0, judged.stdout + judged.stderr


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (r"@[0-9a-f]{40} # v7\.0\.1", "@v7", "unpinned-uses"),
        (r"persist-credentials: false", "fetch-depth: 1", "artipacked"),
        (r"permissions: \{\}", "permissions: write-all", "excessive-permissions"),
        (r"bash \.ci/run", "echo ${{ github.event.pull_request.title }}", "template-injection"),
        (r"  pull_request:", "  pull_request_target:", "dangerous-triggers"),
        (r"runs-on: .*", "runs-on: [", "invalid YAML"),
    ],
)
def test_the_linter_finds_a_mistake(tmp_path: Path, old: str, new: str, finding: str) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    sound = (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8")
    broken, count = re.subn(old, new, sound)
    assert count
    (folder / "test.yml").write_text(broken, "utf-8")
    judged = zizmor(tmp_path / ".github")
    assert judged.returncode != 0
    assert finding in judged.stdout + judged.stderr
