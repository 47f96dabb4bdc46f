"""Judges the markup of a built page: what elements and attributes could say beside the text.

Both lists are closed. An element that writes or covers text by itself is refused. An attribute is
known not to be read by anyone, or its text is judged, or it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from proofread.attributes import JUDGED
from proofread.traces import Traces, squeeze, suspicious

REFUSED = (
    "script", "style", "template", "iframe", "object", "embed", "canvas", "video", "audio", "bdo",
    "base", "marquee", "meter", "progress", "textarea", "foreignobject", "animate", "set", "use",
    "image", "link", "meta", "noscript", "del", "s", "strike",
)  # fmt: skip

#: Attributes that nobody reads or hears: they name, place, paint or lead somewhere.
UNREAD = {
    "id", "class", "href", "src", "for", "name", "type", "checked", "open", "role", "rel",
    "target", "loading", "decoding", "crossorigin", "tabindex", "hidden", "aria-hidden",
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-expanded", "aria-live",
    "colspan", "rowspan", "scope", "headers", "width", "height", "markdown", "xmlns", "viewbox",
    "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "points", "fill",
    "stroke", "transform", "data-claim", "data-value", "data-tex", "data-formula", "data-at",
    "data-python", "data-beside", "data-ticks", "data-panel", "data-proofread",
    "data-search-exclude", "data-tabs", "data-md-component", "data-md-state",
}  # fmt: skip
ALIGNED = re.compile(r"text-align: (?:left|right|center);?")
#: How many lines something takes that is not laid out yet.
HEIGHT = re.compile(r"--narrow: [0-9]+; --wide: [0-9]+|--lines: [0-9]+")
STYLES = {"td": ALIGNED, "th": ALIGNED, "div": HEIGHT}
NUMBERED = {"ol", "ul", "li"}
ADDRESS = re.compile(r"(?:https?://|mailto:|[^:/?#]*(?:[/?#]|$))", re.IGNORECASE)
STEP = re.compile(r"(?:^|-)(?:step|exercise|part|section)-[0-9]+", re.IGNORECASE)
HEADING = re.compile(r"h[1-6]")
WIDGET = re.compile(r"[a-z]+(?:-[a-z]+)*")  # the build knows which there are


def odd_markup(main: Tag, traces: Traces) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the markup of a page, and where."""
    for tag in (main, *main.find_all(True)):
        if tag.name in REFUSED:
            yield squeeze(tag.get_text())[:80], f"<{tag.name}>, which may say anything"
        for name, value in tag.attrs.items():
            text = squeeze(" ".join(value) if isinstance(value, list) else value or "")
            if problem := _problem(tag, name, text, traces):
                yield text[:80], f"{name} of <{tag.name}>: {problem}"


def _problem(tag: Tag, name: str, text: str, traces: Traces) -> str:
    """Return what is wrong with an attribute, or nothing."""
    if name in JUDGED:
        return "" if text in traces.spoken or not suspicious(text) else "no verdict"
    if name in {"href", "src"}:
        return "" if ADDRESS.match(text) else "an address that is none"
    if name == "download":
        same = text == str(tag.get("href", "")).rpartition("/")[2]
        return "" if same else "not the name of the file that it leads to"
    if name == "id":
        return "" if _is_of_heading(tag, text) else "its number is not that of its heading"
    if name == "style":
        harmless = tag.name in STYLES and STYLES[tag.name].fullmatch(text)
        return "" if harmless else "what does it hide?"
    if name in {"value", "data-evidence"}:
        expected = traces.marks.get(str(tag.get("data-claim")), ("", ""))
        return "" if text and text == expected[name == "data-evidence"] else "not the verdict's"
    if name == "data-widget":
        known = tag.name == "div" and WIDGET.fullmatch(text)
        return "" if known else "not the name of a widget, at a block"
    if name == "data-runnable":
        example = tag.name == "div" and "language-python" in tag.get_attribute_list("class")
        return "" if example and not text else "not the bare mark of an example"
    if name == "data-copy":
        return "" if text == squeeze(_typed(tag.get_text())) else "not what the session shows"
    if name not in UNREAD or (name == "type" and tag.name in NUMBERED):
        return "an attribute that nothing judges"
    return ""


def _is_of_heading(tag: Tag, name: str) -> bool:
    """Whether the id of a step, as links name it, stands at the heading with its number."""
    if not STEP.search(name):
        return True
    numbers = re.findall(r"[0-9]+", tag.get_text())
    return HEADING.fullmatch(tag.name) is not None and re.findall(r"[0-9]+", name) == numbers


def _typed(shown: str) -> str:
    """Return what was typed in a session, without its prompts."""
    lines = re.findall(r"^(?:>>>|\.\.\.|\$)(?: (.*)|)$", shown, re.MULTILINE)
    return "\n".join(lines)
