"""Renames the labels of figures, which spell formulas in plain characters: p − y, w₁, p = 0.33.

A label has the TeX that it spells, or the formula of which it is a stretch. That formula is renamed
as any other; then each word of the label is found in it, and spelt anew. Among words, such as
``score z``, a letter that stands alone is the symbol of that name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from proofread.equations import EquationError
from proofread.equations.tokens import Token, significant
from proofread.notations.convention import Convention
from proofread.notations.renamed import Renamed, Writer
from proofread.page import Page
from proofread.piece import Part
from proofread.scoping import read_table
from proofread.spelling import spelt

EQUALS = " = "  # between a name and its value


@dataclass(frozen=True)
class Label:
    """A label as drawn, and the TeX of the formula that it spells or that has it, if any."""

    text: str
    tex: str = ""


def renamed_labels(
    page: Page, notation: str, convention: Convention, labels: Iterable[Label]
) -> Renamed:
    """Return the labels of the figures of a page as the convention spells them, by ours."""
    result = Renamed()
    writer = Writer(page, read_table(notation), convention)
    for piece in page.pieces:
        if piece.part is Part.COMMENT:
            writer.declare(piece)
    for label in labels:
        try:
            if label.tex:
                writer.write(label.tex)
            result.add(label.text, _respelt(label, writer))
        except EquationError as error:
            where = f"{page.path}: in the notation {convention.name}: the label {label.text!r}"
            result.problems.append(f"{where}: {error}")
    return result


def _respelt(label: Label, writer: Writer) -> str:
    name, equals, value = label.text.partition(EQUALS)
    words = name.split()
    parts = _parts(words, significant(label.tex), label.tex)
    if parts is None:
        spelled = [_word(word, writer) for word in words]
    else:
        spelled = [spelt(writer.rename(part)) for part in parts]
    if any("\\" in word for word in spelled):
        raise EquationError("it cannot be spelt in plain characters")
    return " ".join(spelled) + equals + value


def _word(word: str, writer: Writer) -> str:
    return spelt(writer.write(word)) if len(word) == 1 and writer.declares(word) else word


def _parts(words: list[str], tokens: tuple[Token, ...], tex: str) -> list[str] | None:
    """Return the stretch of TeX that each word of a label spells, one right behind the other."""
    for start in range(len(tokens)):
        parts, place = [], start
        for word in words:
            end = next(
                (
                    end
                    for end in range(place + 1, len(tokens) + 1)
                    if spelt(_stretch(tokens, place, end, tex)) == word
                ),
                None,
            )
            if end is None:
                break
            parts.append(_stretch(tokens, place, end, tex))
            place = end
        if len(parts) == len(words):
            return parts
    return None


def _stretch(tokens: tuple[Token, ...], start: int, end: int, tex: str) -> str:
    return tex[tokens[start].start : tokens[end - 1].end]
