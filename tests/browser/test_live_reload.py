"""An author who serves the site sees each edit, though every page has its policy."""

from pathlib import Path

from playwright.sync_api import expect

from tests.support.browser import Visitor
from tests.support.served import served
from tests.support.small_site import prepare


def test_an_edit_shows_without_a_reload_by_hand(visitor: Visitor, tmp_path: Path) -> None:
    prepare(tmp_path, "# Before\n")
    with served(tmp_path) as site:
        page = visitor.blank()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{site.address}sub/page/", wait_until="load")
        expect(page.locator("h1")).to_contain_text("Before")
        (tmp_path / "docs" / "sub" / "page.md").write_text("# After\n", "utf-8")
        expect(page.locator("h1")).to_contain_text("After", timeout=30_000)
    assert "Enabled live reload" in said
    assert [text for text in said if "Content Security Policy" in text] == []
