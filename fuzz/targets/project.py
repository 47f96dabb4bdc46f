"""The project's own symbols and courses, over which formulas are read."""

from __future__ import annotations

from pathlib import Path

from proofread.equations import SymbolTable
from proofread.notations.project import conventions_of
from proofread.scoping import notation_of

ROOT = Path(__file__).resolve().parents[2]
NOTATION = notation_of(ROOT)
TABLE = SymbolTable.from_markdown(NOTATION)
CONVENTIONS = conventions_of(ROOT)
