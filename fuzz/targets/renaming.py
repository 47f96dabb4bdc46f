"""The renamer of formulas: a line with a convention, and below it a formula."""

from __future__ import annotations

from fuzz.targets.project import CONVENTIONS, NOTATION, TABLE
from proofread.equations import EquationError
from proofread.equations.parser import parse
from proofread.equations.tokens import significant
from proofread.notations.convention import Convention, declaration_problem, read_convention
from proofread.notations.renamed import Renamed, renamed_page
from proofread.notations.renaming import rename
from proofread.page import Page

#: Pairs of symbols that change places; to do so twice is to do nothing.
SWAP = read_convention(r"Swap: m -> n; n -> m; \alpha -> \eta; \eta -> \alpha; w -> v; v -> w")


def renaming(text: str) -> None:
    """Under another convention a formula says the same, or the page is told that it cannot."""
    declared, _, tex = text.partition("\n")
    for convention in (*CONVENTIONS, *_convention(declared)):
        _check_page(tex, convention)
    try:
        back = rename(rename(tex, SWAP), SWAP)
        names = [[token.name for token in significant(form)] for form in (tex, back)]
    except EquationError:
        return
    assert names[0] == names[1], f"{tex!r} comes back as {back!r}"


def _convention(declared: str) -> list[Convention]:
    """Return the convention of a line; it is one exactly where the page that has it is sound."""
    try:
        found = read_convention(declared)
    except (EquationError, ValueError) as error:
        assert declaration_problem(declared) == str(error)
        return []
    return [found]


def _check_page(tex: str, convention: Convention) -> None:
    read = Page.parse(f"${tex}$\n", "docs/page.md")
    found = renamed_page(read, NOTATION, convention)
    assert isinstance(found, Renamed)
    for problem in found.problems:
        assert problem.startswith("docs/page.md:"), "a problem says where"
    if convention in CONVENTIONS and _is_formula(tex):
        for form in found.formulas.values():
            significant(form)


def _is_formula(tex: str) -> bool:
    try:
        parse(tex, TABLE)
    except EquationError:
        return False
    return True
