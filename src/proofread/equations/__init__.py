"""The equation checker: reads TeX over declared symbols and evaluates every relation."""

# These modules register how their nodes are evaluated.
from proofread.equations import arithmetic as arithmetic
from proofread.equations import blocks as blocks
from proofread.equations import chance as chance
from proofread.equations import derivative as derivative
from proofread.equations import extrema as extrema
from proofread.equations import indexed as indexed
from proofread.equations import limits as limits
from proofread.equations import repeat as repeat
from proofread.equations.errors import EquationError
from proofread.equations.mutations import mutations
from proofread.equations.parser import parse
from proofread.equations.scope import Scope
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import Token, tokens

__all__ = ["EquationError", "Scope", "SymbolTable", "Token", "mutations", "parse", "tokens"]
