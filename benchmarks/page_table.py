"""The results of the pages' benchmark as a table of text, and what misses its target."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kernel_tables import aligned
from page_views import CLS, LCP, PRESETS

KILO = 1000
HEAD = ("page", "mobile", "desktop", "access.", "practices", "SEO", "CLS", "LCP s")
REST = ("requests", "KB", "next KB")

#: The least that each score may be, and the most that each measure may be.
LEAST = {"mobile": 98, "desktop": 100, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST = {"CLS": 0.01, "requests": 20, "first": 250, "next": 40}
SCORES = tuple(LEAST)[2:]


def row(result: Mapping[str, Any]) -> dict[str, float]:
    """Return the measures of one page; of both presets the worse one, where not told apart."""
    both = [result[preset] for preset in PRESETS]
    return {
        **{preset: result[preset]["scores"]["performance"] for preset in PRESETS},
        **{name: min(each["scores"][name] for each in both) for name in SCORES},
        "CLS": max(each["metrics"][CLS] for each in both),
        "LCP": result["mobile"]["metrics"][LCP] / 1000,
        "requests": max(each["requests"] for each in both),
        "first": max(each["bytes"] for each in both) / KILO,
        "next": result["next"]["bytes"] / KILO,
    }


def table(results: Iterable[Mapping[str, Any]]) -> str:
    """Return one line for each page."""
    rows: list[list[str]] = [[*HEAD, *REST]]
    for result in results:
        r = row(result)
        scores = [f"{r[name]:.0f}" for name in (*PRESETS, *SCORES)]
        sizes = [f"{r['requests']:.0f}", f"{r['first']:.1f}", f"{r['next']:.1f}"]
        rows.append(
            [result["page"] or "home", *scores, f"{r['CLS']:.3f}", f"{r['LCP']:.2f}", *sizes]
        )
    return aligned(rows)


def missed(results: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield each target that a page misses."""
    for result in results:
        r = row(result)
        name = result["page"] or "home"
        for measure, target in LEAST.items():
            if r[measure] < target:
                yield f"{name}: {measure} {r[measure]:.0f}, at least {target}"
        for measure, limit in MOST.items():
            if r[measure] > limit:
                yield f"{name}: {measure} {r[measure]:.3g}, at most {limit}"
        for preset in PRESETS:
            if failed := result[preset]["failed"]:
                yield f"{name}: {preset} fails {', '.join(failed)}"
