"""What is fuzzed: each target takes any text, and raises where a promise about it is broken.

They are plain functions, so that the tests run them on the kept corpus, without a fuzzer.
"""

from __future__ import annotations

from collections.abc import Callable

from fuzz.targets.comment import comment
from fuzz.targets.formula import formula
from fuzz.targets.numeral import numeral
from fuzz.targets.page import page
from fuzz.targets.renaming import renaming

TARGETS: dict[str, Callable[[str], None]] = {
    target.__name__: target for target in (page, formula, comment, numeral, renaming)
}
