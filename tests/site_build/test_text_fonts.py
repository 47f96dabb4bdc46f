"""The published fonts have what the pages show, and numbers stand in columns."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from site_build import text_fonts

FONTS = Path(__file__).parents[2] / "docs" / "assets" / "fonts"
FONT = FONTS / "source-sans-3" / "files" / "source-sans-3-latin-wght-normal.woff2"
SLANTED = FONT.with_name("source-sans-3-latin-wght-italic.woff2")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "assets" / "fonts").mkdir(parents=True)
    shutil.copy(FONT, tmp_path / "site" / "assets" / "fonts" / "a.woff2")
    (tmp_path / "site" / "index.html").write_text("<p>Böhning − ü</p>", "utf-8")
    return tmp_path / "site"


def test_a_font_has_what_is_shown_and_weighs_less(site: Path, tmp_path: Path) -> None:
    text_fonts.publish(site, tmp_path / "memory")
    published = site / "assets" / "fonts" / "a.woff2"
    with TTFont(published) as font, TTFont(FONT) as whole:
        characters = set(map(chr, font.getBestCmap()))
        assert set(map(chr, whole.getBestCmap())) & set("Böhning − ü09AZaz{}") <= characters
        assert "Ý" not in characters
        names = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
        assert len({font["hmtx"][name][0] for name in names}) == 1
        assert "fvar" in font
    assert published.stat().st_size < FONT.stat().st_size * 0.6


def test_what_was_cut_is_kept_for_the_same_characters_alone(site: Path, tmp_path: Path) -> None:
    published, memory = site / "assets" / "fonts" / "a.woff2", tmp_path / "memory"
    text_fonts.publish(site, memory)
    (kept,) = memory.iterdir()
    kept.write_bytes(b"as it was")
    shutil.copy(FONT, published)
    text_fonts.publish(site, memory)
    assert published.read_bytes() == b"as it was"
    shutil.copy(FONT, published)
    (site / "index.html").write_text("<p>é</p>", "utf-8")
    text_fonts.publish(site, memory)
    assert published.read_bytes() != b"as it was"
    assert kept not in set(memory.iterdir())


def test_the_slanted_font_has_the_weight_that_the_style_sheet_asks_for(
    site: Path, tmp_path: Path
) -> None:
    shutil.copy(SLANTED, site / "assets" / "fonts")
    text_fonts.publish(site, tmp_path / "memory")
    published = site / "assets" / "fonts" / SLANTED.name
    with TTFont(published) as font:
        assert "fvar" not in font
        weight = font["OS/2"].usWeightClass
    sheet = (FONTS.parent / "site.css").read_text("utf-8")
    (face,) = [part for part in sheet.split("@font-face")[1:] if SLANTED.name in part]
    assert f"font-weight: {weight};" in face
    assert published.stat().st_size < (site / "assets" / "fonts" / "a.woff2").stat().st_size * 0.6
