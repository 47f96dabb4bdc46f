"""Typesets the formulas of the pages in other notations, for those who choose one.

Each page has a small file for each notation, `assets/notation/NAME/PAGE.json`, with the formulas
that are written otherwise there, by our TeX. A browser asks for it when its reader has chosen.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from proofread.notations.convention import Convention
from proofread.notations.labels import Label
from proofread.notations.renamed import Renamed
from proofread.site import Proof
from proofread.traces import squeeze
from site_build.mathematics import FormulaError, Typesetter

FOLDER = "assets/notation"
TYPESET = re.compile(r'<(?P<tag>span|div) class="arithmatex" data-tex="(?P<tex>[^"]*)">')
FIGURE = re.compile(r'<svg\b[^>]*\bclass="figure\b.*?</svg>', re.DOTALL)
LABEL = re.compile(r"<(?:text|tspan)\b(?P<attributes>[^>]*)>(?P<text>[^<]*[^\W\d_][^<]*)<")
SPELT = re.compile(r'\bdata-(?:tex|formula)="([^"]*)"')


Formula = tuple[str, str]  # its element, and its TeX


class Choice(TypedDict):
    """A notation as the header offers it; ``file`` is empty where a page stays as it is."""

    name: str
    slug: str
    file: str


def choices(proof: Proof, source: str, url: str) -> list[Choice]:
    """Return what the header of a page offers; one without a source has no formulas."""
    found: list[Choice] = []
    for each in proof.conventions:
        formulas = proof.renamed(source, each).formulas if source else {}
        file = _file(each, url) if _changed(formulas) else ""
        found.append({"name": each.name, "slug": each.slug, "file": file})
    return found


def write(
    proof: Proof, source: str, url: str, page: str, typesetter: Typesetter, site: Path
) -> list[str]:
    """Write the files of a built page, and return what stands in the way of it."""
    problems: list[str] = []
    formulas, labels = list(_formulas(page)), _labels(page)
    for each in proof.conventions:
        renamed = proof.renamed(source, each)
        problems += renamed.problems
        if not renamed.problems:
            where = f"{source}: in the notation {each.name}"
            problems += (
                f"{where}: no form of ${tex}$" for tex in _unknown(formulas, renamed.formulas)
            )
        try:
            found = _typeset(formulas, renamed.formulas, typesetter)
            spelt = proof.labels(source, each, labels) if labels else Renamed()
            found["text"] = _changed(spelt.formulas)
            problems += spelt.problems
        except FormulaError as error:
            problems.append(f"{source}: in the notation {each.name}: {error}")
        else:
            if any(found.values()):
                _save(site / _file(each, url), found)
    return problems


def _file(convention: Convention, url: str) -> str:
    return f"{FOLDER}/{convention.slug}/{url.strip('/') or 'index'}.json"


def _unknown(shown: Iterable[Formula], formulas: Mapping[str, str]) -> list[str]:
    """Return the formulas of a built page of which it is not known how they are written."""
    return [tex for _, tex in shown if tex not in formulas]


def _typeset(
    shown: Iterable[Formula], formulas: Mapping[str, str], typesetter: Typesetter
) -> dict[str, dict[str, str]]:
    """Return the formulas that are written otherwise, by their element and our TeX."""
    found: dict[str, dict[str, str]] = {"span": {}, "div": {}}
    for tag, tex in shown:
        theirs = formulas.get(tex, tex)
        if theirs != tex and tex not in found[tag]:
            found[tag][tex] = typesetter.typeset(theirs, display=tag == "div")
    return found


def _changed(formulas: Mapping[str, str]) -> dict[str, str]:
    return {ours: theirs for ours, theirs in formulas.items() if ours != theirs}


def _labels(page: str) -> list[Label]:
    """Return the labels of the figures of a built page."""
    labels = set()
    for figure in FIGURE.findall(page):
        for label in LABEL.finditer(figure):
            spelt = SPELT.search(label["attributes"])
            text, tex = label["text"].strip(), spelt[1] if spelt else ""
            labels.add(Label(html.unescape(text), html.unescape(tex)))
    return sorted(labels, key=str)


def _formulas(page: str) -> Iterator[Formula]:
    for match in TYPESET.finditer(page):
        yield match["tag"], squeeze(html.unescape(match["tex"]))


def _save(path: Path, found: Mapping[str, Mapping[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
