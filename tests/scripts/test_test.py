"""The test command runs all steps whatever happens, and says so at the end."""

import pytest

STEPS = ["lint", "format", "pages", "build", "types", "tests"]


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
    assert [name for name in ran if name != "types"] == [n for n in STEPS if n != "types"]
    assert ran.index("types") < ran.index("tests")
    said = capsys.readouterr().out
    assert said.count("FAILED  ") == 2
    assert said.count("passed  ") == 4
    assert said.endswith("FAILED: lint, build\n")


def test_steps_by_name(steps, capsys):
    run, ran, _ = steps
    assert run("types", "lint") == 0
    assert sorted(ran) == ["lint", "types"]
    assert capsys.readouterr().out.endswith("All is well.\n")


def test_a_wrong_name_is_told_with_the_right_ones(steps, capsys):
    run, ran, _ = steps
    with pytest.raises(SystemExit) as stop:
        run("lints")
    assert stop.value.code == 2
    assert "lint, format, pages, build, types, tests" in capsys.readouterr().err
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


def test_what_is_checked_beside_is_said_in_its_place(
    steps, test_script, console, capfd, monkeypatch
):
    run, _, _ = steps

    def types(_steps):
        console.say("The types are")
        command = [console.sys.executable, "-c", "print('sound')"]
        return console.run(command) == 0

    monkeypatch.setattr(test_script.Steps, "types", types)
    assert run("types", "build", "lint") == 0
    assert "== build\n\n== types\nThe types are\nsound\n\nstep" in capfd.readouterr().out
