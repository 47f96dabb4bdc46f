"""Which files of the repository come from other projects, and what their content must be."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_suffix(".toml")
CHECKSUMS = Path(__file__).with_suffix(".sha256")


@dataclass(frozen=True)
class Package:
    """One package of the npm registry, and the files of it that the repository carries."""

    name: str
    version: str
    licence: str
    purpose: str
    folder: str
    files: tuple[str, ...]
    kept: tuple[str, ...] = ()  # what the package lacks, such as its licence

    @property
    def paths(self) -> dict[str, Path]:
        """Where each file stands in the repository."""
        return {file: ROOT / self.folder / file for file in (*self.files, *self.kept)}


def packages() -> list[Package]:
    """Read the list of packages, in its own order."""
    entries = tomllib.loads(LIST.read_text("utf-8"))["package"]
    lists = ("files", "kept")
    return [
        Package(**{**entry, **{name: tuple(entry.get(name, ())) for name in lists}})
        for entry in entries
    ]


def checksums() -> dict[str, str]:
    """Read the recorded SHA-256 of each file, by its path from the repository's root."""
    lines = CHECKSUMS.read_text("utf-8").splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
