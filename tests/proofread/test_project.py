"""Where a project begins."""

from pathlib import Path

from proofread.project import find_root

ROOT = Path(__file__).parents[2]


def test_the_root_is_the_nearest_folder_above_with_settings(tmp_path: Path) -> None:
    assert find_root(ROOT / "docs" / "api") == ROOT
    assert find_root(tmp_path) == tmp_path.resolve()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "docs").mkdir()
    assert find_root(tmp_path / "docs") == tmp_path.resolve()
