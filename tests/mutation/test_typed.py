"""That a mutant whose types cannot be right is told from one whose types are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

MODULE = '''
def double(number: int) -> int:
    """Return twice a number."""
    return int(str(number)) * 2
'''


def test_types_refuse_what_cannot_be_right(mutation: Callable[[str], Any], tmp_path: Path) -> None:
    module = tmp_path / "scale" / "module.py"
    module.parent.mkdir()
    module.write_text(MODULE, "utf-8")
    module.with_name("__init__.py").touch()
    (tmp_path / "pyproject.toml").write_text("[tool.mypy]\nstrict = true\n", "utf-8")
    types = mutation("typed").Types(tmp_path, "scale")
    assert not types.refuse()
    verdicts = {
        mutant.name.partition(": ")[2]: types.refuse(mutant)
        for mutant in mutation("mutants").mutants_of(module.relative_to(tmp_path), tmp_path)
    }
    assert verdicts == {
        "int(str(number)) * 2 -> int(str(number)) / 2": True,
        "int(str(number)) -> int(None)": True,
        "str(number) -> str(None)": False,
        "2 -> 3": False,
    }
