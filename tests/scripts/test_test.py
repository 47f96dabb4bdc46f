"""The test command runs all steps whatever happens, and says so at the end."""

import pytest

STEPS = ["lint", "format", "types", "pages", "build", "tests"]


@pytest.fixture
def steps(test_script, environment, console, monkeypatch, tmp_path):
    """Replace every tool by one that only notes its name; those in `failing` fail."""
    ran, failing = [], set()

    def tool(name):
        def run(_steps):
            ran.append(name)
            return name not in failing

        return run

    for name in STEPS:
        monkeypatch.setattr(test_script.Steps, name, tool(name))
    monkeypatch.setattr(environment, "prepare", lambda: tmp_path / "python")

    def run(*arguments):
        monkeypatch.setattr(console.sys, "argv", ["test.py", *arguments])
        return test_script.main()

    return run, ran, failing


def test_all_steps_run_after_a_failure(steps, capsys):
    run, ran, failing = steps
    failing.update({"lint", "build"})
    assert run() == 1
    assert ran == STEPS
    said = capsys.readouterr().out
    assert said.count("FAILED  ") == 2
    assert said.count("passed  ") == 4
    assert said.endswith("FAILED: lint, build\n")


def test_steps_by_name(steps, capsys):
    run, ran, _ = steps
    assert run("types", "lint") == 0
    assert ran == ["lint", "types"]
    assert capsys.readouterr().out.endswith("All is well.\n")


def test_a_wrong_name_is_told_with_the_right_ones(steps, capsys):
    run, ran, _ = steps
    with pytest.raises(SystemExit) as stop:
        run("lints")
    assert stop.value.code == 2
    assert "lint, format, types, pages, build, tests" in capsys.readouterr().err
    assert ran == []


@pytest.mark.parametrize("built", [True, False])
def test_the_tests_read_the_site_only_if_it_was_built(
    test_script, console, monkeypatch, tmp_path, built
):
    seen = {}

    def run(_command, env):
        seen.update(env)
        return 0

    monkeypatch.delenv("SITE_DIR", raising=False)
    monkeypatch.setattr(test_script.build, "build", lambda *_: built)
    monkeypatch.setattr(console, "run", run)
    steps = test_script.Steps(tmp_path / "python", "")
    assert steps.build() is built
    assert steps.tests()
    assert ("SITE_DIR" in seen) is built
