"""What the benchmark of the pages serves, reckons and writes; nothing here is timed."""

import gzip
import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from proofread.check import check_page
from proofread.page import Page

Import = Callable[[str], ModuleType]
REST = ["100"] * 4  # desktop, and what is not performance
METRICS = {
    "largest-contentful-paint": 1234.5,
    "total-blocking-time": 50.0,
    "cumulative-layout-shift": 0.004,
}


def view(performance: int, **other: Any) -> dict[str, Any]:
    """What Lighthouse finds on a page that meets every other target."""
    best = {"accessibility": 100, "best-practices": 100, "seo": 100}
    found = {"scores": {"performance": performance, **best}, "metrics": METRICS}
    return {**found, "requests": 14, "bytes": 172_200, "failed": [], **other}


def result(page: str, **other: Any) -> dict[str, Any]:
    next_page = {"requests": 2, "bytes": 16_600}
    return {"page": page, "mobile": view(98), "desktop": view(100), "next": next_page, **other}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "sub").mkdir(parents=True)
    for name in ("index.html", "404.html", "sub/index.html"):
        (tmp_path / "site" / name).write_text(f"<p>{name}</p>" * 99, "utf-8")
    (tmp_path / "site" / "font.woff2").write_bytes(bytes(range(256)))
    return tmp_path / "site"


@pytest.fixture
def base(benchmark_module: Import, site: Path) -> Iterator[str]:
    with benchmark_module("site_server").serving(site) as address:
        yield address


def opened(address: str) -> HTTPResponse:
    answer = urllib.request.urlopen(address)  # noqa: S310 (this machine's)
    assert isinstance(answer, HTTPResponse)
    return answer


@pytest.mark.parametrize(("path", "name"), [("", "index.html"), ("sub/?a=b", "sub/index.html")])
def test_text_is_served_compressed_and_for_ten_minutes(
    base: str, site: Path, path: str, name: str
) -> None:
    with opened(base + path) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Cache-Control"] == "max-age=600"
        body = answer.read()
    assert gzip.decompress(body) == (site / name).read_bytes()
    assert len(body) < (site / name).stat().st_size / 5


def test_fonts_are_compressed_already(base: str, site: Path) -> None:
    with opened(f"{base}font.woff2") as answer:
        assert answer.headers["Content-Encoding"] is None
        assert answer.headers["Content-Type"] == "font/woff2"
        assert answer.read() == (site / "font.woff2").read_bytes()


def test_what_is_not_there_gets_the_error_page(base: str, site: Path) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        opened(f"{base}missing/")
    assert error.value.code == 404
    assert gzip.decompress(error.value.read()) == (site / "404.html").read_bytes()


def test_the_pages_of_a_site_begin_at_home(benchmark_module: Import, site: Path) -> None:
    assert benchmark_module("page_views").pages_of(site) == ["", "sub/"]


def test_a_score_is_the_median_and_the_other_scores_are_the_first_view_s(
    benchmark_module: Import,
) -> None:
    views = [view(90, requests=14), view(99, requests=15), view(97, requests=16)]
    for later in views[1:]:
        later["scores"] = {"performance": later["scores"]["performance"]}
    found = benchmark_module("page_views").medians(views)
    assert found["scores"] == {**views[0]["scores"], "performance": 97}
    assert found["metrics"] == METRICS
    assert (found["requests"], found["bytes"]) == (15, 172_200)


def test_the_table_shows_the_worse_of_both_presets(benchmark_module: Import) -> None:
    page_table = benchmark_module("page_table")
    shaky = view(100, metrics={**METRICS, "cumulative-layout-shift": 0.0064}, requests=17)
    lines = page_table.table([result(""), result("sub/", desktop=shaky)]).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert lines[1].split() == ["home", "98", *REST, "0.004", "1.23", "14", "172.2", "16.6"]
    assert lines[2].split() == ["sub/", "98", *REST, "0.006", "1.23", "17", "172.2", "16.6"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (result(""), []),
        (result("", mobile=view(97)), ["home: mobile 97, at least 98"]),
        (result("a/", desktop=view(99)), ["a/: desktop 99, at least 100"]),
        (
            result("a/", mobile=view(98, requests=21, bytes=250_001, failed=["meta-description"])),
            [
                "a/: requests 21, at most 20",
                "a/: first 250, at most 250",
                "a/: mobile fails meta-description",
            ],
        ),
        (result("a/", next={"requests": 3, "bytes": 41_000}), ["a/: next 41, at most 40"]),
    ],
    ids=["none", "phone", "desktop", "weight", "next page"],
)
def test_what_misses_its_target_is_named(
    benchmark_module: Import, page: dict[str, Any], expected: list[str]
) -> None:
    assert list(benchmark_module("page_table").missed([page])) == expected


def test_the_page_s_tables_hold_what_the_file_holds(
    benchmark_module: Import, tmp_path: Path
) -> None:
    bound_page, weight_page = map(benchmark_module, ("bound_page", "weight_page"))
    machine = {"processor": "Some processor", "cores": 2, "load": 0.25}
    results = {"machine": machine, "runs": 3, "pages": [result(""), result("curvature/")]}
    results["peer"] = [result("curvature/", mobile=view(60, bytes=900_000))]
    setup = "<!-- python:\nimport json\nmeasured = json.loads(" + repr(json.dumps(results)) + ")\n"
    setup += 'pages, peer = measured["pages"], measured["peer"]\n'
    page = tmp_path / "page.md"
    page.write_text(f"{setup}-->\n\n{weight_page.BEGIN}old{bound_page.END}after\n", "utf-8")
    weight_page.write(results, page)
    text = page.read_text("utf-8")
    assert "old" not in text
    assert text.endswith("after\n")
    verdicts = check_page(Page.parse(text), tmp_path)
    assert len([v for v in verdicts if v.claim.kind == "number"]) > 25
    assert [v for v in verdicts if not v.holds] == []
    lie = text.replace("900.0<!-- = peer[0]", "900.1<!-- = peer[0]")
    assert lie != text
    assert not all(v.holds for v in check_page(Page.parse(lie), tmp_path))
