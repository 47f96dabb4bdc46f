"""The tables of docs/page-weight.md: each number beside the expression that finds it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bound_page import bound, load, processor, table, write_between
from page_table import KILO
from page_views import CLS, LCP, TBT

PAGE = Path(__file__).parent.parent / "docs" / "page-weight.md"
BEGIN = "<!-- note: from here on, written by benchmarks/pages.py -->\n"
HEAD = ("Page", "Phone", "Desktop", "Shift", "Largest text, s", "Requests", "kB", "Next, kB")
BESIDE = ("Page", "Made by", "Phone", "Largest text, s", "Blocked, s", "Shift", "Requests", "kB")

Result = Mapping[str, Any]


def write(results: Result, page: Path = PAGE) -> None:
    """Put the results between the two marks of the page."""
    write_between(page, BEGIN, tables(results))


def tables(results: Result) -> str:
    """Return the sentence on the machine, the table of all pages and the comparison."""
    machine, at = results["machine"], 'measured["machine"]'
    runs = bound(results["runs"], 'measured["runs"]', "d")
    views = f"median of {runs} views" if results["runs"] > 1 else f"result of {runs} view"
    text = f"{processor(machine, at)}. Each score is the {views}.\n"
    text += load(machine, at)
    parts = [text, table(HEAD, _pages(results["pages"]))]
    if results.get("peer"):
        parts += ["### Beside MathJax in the browser\n", table(BESIDE, _beside(results))]
    return "\n".join(parts)


def _pages(results: Sequence[Result]) -> Iterator[list[str]]:
    for k, result in enumerate(results):
        at = f"pages[{k}]"
        shift = max(("mobile", "desktop"), key=lambda preset: result[preset]["metrics"][CLS])
        yield [
            _name(result),
            *(_score(result, at, preset) for preset in ("mobile", "desktop")),
            _metric(result, at, CLS, ".3f", preset=shift),
            _metric(result, at, LCP, ".2f", unit=1000),
            _count(result, at),
            bound(result["mobile"]["bytes"] / KILO, f'{at}["mobile"]["bytes"] / {KILO}', ".1f"),
            bound(result["next"]["bytes"] / KILO, f'{at}["next"]["bytes"] / {KILO}', ".1f"),
        ]


def _beside(results: Result) -> Iterator[list[str]]:
    ours = {result["page"]: (k, result) for k, result in enumerate(results["pages"])}
    for k, other in enumerate(results["peer"]):
        place, own = ours[other["page"]]
        pairs = (("this site", own, f"pages[{place}]"), ("MathJax", other, f"peer[{k}]"))
        for maker, result, at in pairs:
            yield [
                _name(result),
                maker,
                _score(result, at, "mobile"),
                _metric(result, at, LCP, ".2f", unit=1000),
                _metric(result, at, TBT, ".2f", unit=1000),
                _metric(result, at, CLS, ".3f"),
                _count(result, at),
                bound(result["mobile"]["bytes"] / KILO, f'{at}["mobile"]["bytes"] / {KILO}', ".1f"),
            ]


def _name(result: Result) -> str:
    """Return a link to a page."""
    name = result["page"].rstrip("/")
    places = (f"{name}.md", f"{name}.py", f"{name}/index.md".lstrip("/"))
    source = next(place for place in places if Path(PAGE.parent, place).is_file())
    shown = name.replace("/", ": ") or "home"  # a slash would say that something is divided
    return f"[{shown}]({source})"


def _score(result: Result, at: str, preset: str) -> str:
    score = result[preset]["scores"]["performance"]
    return bound(score, f'{at}["{preset}"]["scores"]["performance"]', ".0f")


def _metric(
    result: Result, at: str, name: str, form: str, *, unit: int = 1, preset: str = "mobile"
) -> str:
    per = f" / {unit}" if unit != 1 else ""
    value = result[preset]["metrics"][name] / unit
    return bound(value, f'{at}["{preset}"]["metrics"]["{name}"]{per}', form)


def _count(result: Result, at: str) -> str:
    return bound(result["mobile"]["requests"], f'{at}["mobile"]["requests"]', ".0f")
