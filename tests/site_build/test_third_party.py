"""The files of other projects are theirs, byte for byte, and nothing else lies among them."""

import pytest

from site_build.third_party import ROOT, Package, checksums, packages, sha256

PACKAGES = packages()
EACH = pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)


@EACH
def test_each_file_is_as_it_was_published(package: Package) -> None:
    recorded = checksums()
    changed = [
        file
        for file, path in package.paths.items()
        if sha256(path) != recorded.get(path.relative_to(ROOT).as_posix())
    ]
    assert changed == []


def test_nothing_else_is_recorded() -> None:
    listed = {path.relative_to(ROOT).as_posix() for p in PACKAGES for path in p.paths.values()}
    assert checksums().keys() == listed


@EACH
def test_no_other_file_lies_in_the_folder(package: Package) -> None:
    folder = ROOT / package.folder
    listed = {path for other in PACKAGES for path in other.paths.values()}
    assert [path for path in folder.rglob("*") if path.is_file() and path not in listed] == []


@EACH
def test_the_licence_comes_with_the_files(package: Package) -> None:
    """In the package's own folder, or in one around it where the same project has its licence."""
    folders = [ROOT / package.folder, *(ROOT / package.folder).parents]
    licences = [
        path
        for other in PACKAGES
        if other.licence == package.licence
        for path in other.paths.values()
        if path.name.startswith("LICENSE") and path.parent in folders
    ]
    assert licences
    words = {
        "Apache-2.0": "Apache License",
        "ISC": "Permission to use, copy, modify, and/or distribute this software",
        "MIT": "Permission is hereby granted, free of charge, to any person obtaining a copy",
        "OFL-1.1": "SIL OPEN FONT LICENSE",
    }
    assert words[package.licence].upper() in licences[0].read_text("utf-8").upper()


@pytest.mark.parametrize("folder", ["docs/widgets/vendor", "src/site_build/mathjax"])
def test_no_script_of_another_project_is_unlisted(folder: str) -> None:
    scripts = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert scripts
    assert {path.relative_to(ROOT).as_posix() for path in scripts} <= checksums().keys()


def test_each_folder_of_another_project_is_one_of_these() -> None:
    """What is minified or compiled was written elsewhere, wherever it lies."""
    made = ("*.min.js", "*.min.mjs", "*.min.css", "*.wasm", "*.node", "*.so", "*.dll", "*.map")
    tops = [ROOT / top for top in ("docs", "src", "scripts", "tests")]
    found = [path for top in tops for kind in made for path in top.rglob(kind)]
    assert found
    assert {path.relative_to(ROOT).as_posix() for path in found} <= checksums().keys()


def test_no_font_of_another_project_is_unlisted() -> None:
    fonts = [path for top in ("docs", "src") for path in (ROOT / top).rglob("*.woff*")]
    assert fonts
    assert {path.relative_to(ROOT).as_posix() for path in fonts} <= checksums().keys()
