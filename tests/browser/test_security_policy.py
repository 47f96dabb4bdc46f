"""Each page says what it may load and run, and the site itself keeps to that."""

import base64
import hashlib
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_python_in_the_page import Opened
from tests.support.browser import Visitor
from tests.support.built_site import NOT_FOUND, Site
from tests.support.open_page import arrive, press, wait_until
from tests.support.trouble import Trouble
from tests.support.widgets import start

PAGE = "worked-example/"  # has a widget, Python, formulas, code to copy, and numbers

# Fills window.violations, before anything of the page runs.
LISTEN = """
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        window.violations.push(`${effectiveDirective} ${blockedURI}`));
"""


def listening(visitor: Visitor) -> Page:
    page = visitor.blank()
    page.add_init_script(LISTEN)
    return page


def policy_of(site: Site, address: str) -> dict[str, list[str]]:
    tag = site.soup(address).select_one("head > meta[http-equiv=Content-Security-Policy]")
    assert tag is not None
    parts = (part.split() for part in str(tag["content"]).split(";"))
    return {name: values for name, *values in parts}


def test_each_page_begins_with_its_policy(site: Site, address: str) -> None:
    head = site.soup(address).head
    assert head is not None
    first, second = head.find_all(True, limit=2)
    assert first.get("charset") == "utf-8"
    assert second.get("http-equiv") == "Content-Security-Policy"
    assert 'charset="utf-8"' in site.file(address).read_text("utf-8")[:1024]


def test_the_hashes_are_those_of_the_scripts_in_the_file(site: Site, address: str) -> None:
    """In the bytes that are published: nothing has changed them after the policy was written."""
    written = site.file(address).read_bytes()
    scripts = re.findall(rb"<script>(.*?)</script>", written, re.DOTALL)
    assert len(scripts) >= 3
    assert b"\r" not in written  # which a browser would read as a line feed
    hashes = {base64.b64encode(hashlib.sha256(each).digest()).decode() for each in scripts}
    allowed = policy_of(site, address)["script-src"]
    assert {value for value in allowed if "sha" in value} == {f"'sha256-{h}'" for h in hashes}
    bare = [tag for tag in site.soup(address)("script") if not tag.get("src") and tag.attrs]
    assert [tag.get("type") for tag in bare] == ["application/json"]


def test_no_page_allows_inline_scripts_or_needs_them(site: Site, address: str) -> None:
    policy = policy_of(site, address)
    python = site.soup(address).select_one("[data-runnable]") is not None
    keywords = {value for value in policy["script-src"] if "sha" not in value}
    assert keywords == {"'self'", "file:", *(["'wasm-unsafe-eval'"] if python else [])}
    assert policy["default-src"] == ["'none'"]
    assert "'unsafe-inline'" not in policy["style-src"]
    found = [
        f"{tag.name} {name}"
        for tag in site.soup(address)(True)
        for name, value in tag.attrs.items()
        if name.startswith("on") or str(value).strip().lower().startswith("javascript:")
    ]
    assert found == []
    assert site.soup(address)("style") == []


def test_whoever_uses_the_page_violates_nothing(visitor: Visitor) -> None:
    page = listening(visitor)
    trouble = Trouble(page, visitor.origin)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    arrive(page, visitor.url(PAGE))
    start(page)
    page.get_by_label("Notation of formulas").select_option("Statistics")
    expect(page.locator("html")).to_have_attribute("data-notation", "statistics")
    assert Opened(page).run().endswith("The output equals the page's.")
    press(page.locator("div.highlight button[data-md-type=copy]").first)
    press(page.get_by_role("button", name="Mark what was checked"))
    for _ in range(3):
        page.locator("form[data-md-component=palette] label:not([hidden])").click()
    page.locator(".md-search__input").click()
    page.keyboard.type("sigmoid")
    page.locator(".md-search-result__link").first.wait_for()
    assert page.evaluate("violations") == []
    assert trouble.found == []


@pytest.mark.parametrize(
    ("lie", "violation"),
    [
        ("<script>window.ran = true</script>", "script-src-elem inline"),
        ("<b id=lie onclick='window.ran = true'>x</b>", "script-src-attr inline"),
        ("<a id=lie href='javascript:void(window.ran = true)'>x</a>", "script-src-elem inline"),
        ("<script src='https://example.org/x.js'></script>", "script-src-elem https"),
        ("<script src='data:text/javascript,window.ran=true'></script>", "script-src-elem data"),
        ("<img src='https://example.org/x.png' alt=''>", "img-src https"),
        ("<iframe src='about:srcdoc' srcdoc=x></iframe><iframe src=x></iframe>", "frame-src http"),
        ("<style>h1 { color: red }</style>", "style-src-elem inline"),
        ("<object data=x></object>", "object-src http"),
        ("<base href='https://example.org/'>", "base-uri https"),
        ("<form action='https://example.org/'><button id=lie>x</button></form>", "form-action htt"),
    ],
)
def test_what_got_into_a_page_later_does_not_run(
    visitor: Visitor, lie: str, violation: str
) -> None:
    page = listening(visitor)

    def serve(route: Route) -> None:
        sound = visitor.site.file("").read_text("utf-8")
        route.fulfill(body=sound.replace("</h1>", f"</h1>{lie}"), content_type="text/html")

    page.route(visitor.url(""), serve)
    arrive(page, visitor.url(""))
    if "id=lie" in lie:
        page.locator("#lie").evaluate("element => element.click()")
    wait_until(page, "window.violations.length > 0")
    assert page.evaluate("window.ran") is None
    assert any(each.startswith(violation) for each in page.evaluate("violations"))


def test_code_cannot_be_made_of_text(visitor: Visitor) -> None:
    page = listening(visitor)
    arrive(page, visitor.url(""))
    page.evaluate("setTimeout('window.ran = true')")
    wait_until(page, "window.violations.length > 0")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("violations") == ["script-src eval"]


def test_a_page_opened_from_the_disk_is_styled_and_violates_nothing(
    visitor: Visitor, site: Site
) -> None:
    page = listening(visitor)
    page.goto(site.file(PAGE).as_uri(), wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate("violations") == []
    fonts = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {"Source Sans 3", "Source Code Pro"} <= set(fonts)
    assert any(font.startswith("MJX") for font in fonts)
    # A style sheet may not be read there, but what it does is seen.
    assert page.locator(".md-header").evaluate("x => getComputedStyle(x).position") == "sticky"


def test_the_error_page_has_one_too(visitor: Visitor) -> None:
    page = listening(visitor)
    arrive(page, visitor.url(NOT_FOUND))
    assert page.locator("h1").count() == 1
    assert page.evaluate("violations") == []
