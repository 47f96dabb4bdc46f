"""Build the static site, ready to be copied to any web server.

The build is strict: a warning fails it. A failed build leaves the previous site as it was.
"""

import os
import shutil
import time
from pathlib import Path

import console
import environment
import locking


def main() -> int:
    """Read the arguments, prepare, build; return the exit code."""
    parser = console.Parser(description=__doc__)
    parser.add_argument(
        "--site-dir",
        type=Path,
        default=console.ROOT / "site",
        help="default: site, in this project",
    )
    site: Path = parser.parse_args().site_dir.resolve()
    _require_replaceable(site)
    return 0 if build(environment.prepare(), site) else 1


def build(python: Path, site: Path) -> bool:
    """Build beside the target, then put the new site in its place; say whether that worked."""
    started = time.perf_counter()
    new = site.with_name(f"{site.name}.new")
    command = [str(python), "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    with locking.lock("build"):
        remove(new)
        try:
            if console.run(command, {**os.environ, "NO_MKDOCS_2_WARNING": "1"}) != 0:
                return False
            replace(site, new)
        finally:
            remove(new)
    _report(site, time.perf_counter() - started)
    return True


def _require_replaceable(site: Path) -> None:
    """Refuse a target that holds anything but a built site, for it would be lost."""
    empty = not site.exists() or (site.is_dir() and not any(site.iterdir()))
    if console.ROOT.is_relative_to(site) or not (empty or (site / "sitemap.xml").is_file()):
        raise console.ScriptError(
            f"{site} holds something other than a built site, and a build would replace it.\n"
            "Choose another folder: --site-dir FOLDER"
        )


def replace(site: Path, new: Path) -> None:
    """Put the new site where the old one was; the old one goes last."""
    old = site.with_name(f"{site.name}.old")
    remove(old)
    if site.exists():
        site.rename(old)
    new.rename(site)
    remove(old)


def remove(folder: Path) -> None:
    """Remove a folder, if there is one."""
    if folder.exists():
        shutil.rmtree(folder)


def _report(site: Path, seconds: float) -> None:
    """Say what was built."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / 1e6
    console.say(
        f"Built {pages} pages ({len(files)} files, {size:.1f} MB) in {seconds:.1f} s: {site}"
    )


if __name__ == "__main__":
    console.main(main)
