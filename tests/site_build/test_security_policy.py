"""The policy names what stands in a page, comes before it, and lets nothing else in."""

import base64
import hashlib

import pytest

from site_build.runnable import MARK
from site_build.security_policy import hashes, policy, with_policy

HEAD = '<!doctype html>\n<html lang="en">\n  <head>\n    <meta charset="utf-8">'
PAGE = f"{HEAD}<script>a()</script><script>\n  b(1 < 2)\n</script></head><body></body></html>"


def directives(page: str, *, reloading: bool = False) -> dict[str, list[str]]:
    """Split a policy as a browser does."""
    parts = (part.split() for part in policy(page, reloading=reloading).split(";"))
    return {name: values for name, *values in parts}


def test_it_stands_right_after_the_character_set() -> None:
    page = with_policy(PAGE)
    start, _, rest = page.partition("<meta http-equiv")
    assert start.strip() == HEAD
    assert "<script" not in start
    assert rest.count('content="') == 1
    assert page.replace(f"\n      <meta http-equiv{rest[: rest.index('>') + 1]}", "") == PAGE


def test_each_script_in_the_page_is_named_by_its_hash() -> None:
    expected = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in ("a()", "\n  b(1 < 2)\n")
    ]
    assert hashes(PAGE) == [f"sha256-{digest}" for digest in expected]
    named = [value for value in directives(PAGE)["script-src"] if value.startswith("'sha256-")]
    assert named == [f"'sha256-{digest}'" for digest in expected]


@pytest.mark.parametrize(
    "page",
    [
        '<script src="a.js"></script>',
        '<script type="module" src="a.mjs"></script>',
        '<script id="x" type="application/json">{"a": 1}</script>',
        "<p>&lt;script&gt;a()&lt;/script&gt;</p>",
    ],
)
def test_what_is_no_script_of_the_page_has_no_hash(page: str) -> None:
    assert hashes(page) == []


def test_the_same_script_has_one_hash_and_a_changed_one_another() -> None:
    assert len(hashes("<script>a()</script><SCRIPT>a()</SCRIPT >")) == 1
    assert hashes("<script>a()</script>") != hashes("<script>a( )</script>")


def test_what_nobody_allows_is_forbidden() -> None:
    found = directives(PAGE)
    assert found["default-src"] == found["base-uri"] == found["form-action"] == ["'none'"]
    assert "'unsafe-inline'" not in found["script-src"] + list(found["style-src"])
    assert not {"'unsafe-eval'", "'wasm-unsafe-eval'", "*", "data:", "blob:", "https:"} & {
        *found["script-src"]
    }


def test_a_page_that_runs_python_may_compile_it() -> None:
    compiling = directives(f"{PAGE}<div{MARK}></div>")["script-src"]
    assert [value for value in compiling if "eval" in value] == ["'wasm-unsafe-eval'"]


def test_what_reloads_a_page_is_let_in_where_the_site_is_served_for_its_author() -> None:
    """A browser passes over 'unsafe-inline' where a hash stands beside it."""
    scripts = directives(PAGE, reloading=True)["script-src"]
    assert "'unsafe-inline'" in scripts
    assert not any(value.startswith("'sha256-") for value in scripts)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<html><head><title>T</title></head></html>", "has to begin with <meta charset"),
        ("<html><head><script>a()</script><meta charset=utf-8></head>", "has to begin with"),
        (f'{HEAD}<meta http-equiv="refresh" content="0; url=/">', "no http-equiv of its own"),
        (with_policy(PAGE), "no http-equiv of its own"),
    ],
    ids=["no character set", "a script before it", "a refresh", "a policy already"],
)
def test_a_page_that_cannot_be_protected(page: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        with_policy(page)
