"""The one error of the equation checker: what it does not understand, and where."""

from __future__ import annotations

MISFIT = "a number stands where a vector or a matrix is needed, or the other way around"


class EquationError(ValueError):
    """Raised for anything that the checker cannot read or evaluate; it never guesses.

    Attributes:
        offset: where in the TeX (or in the comment) the trouble starts, counted in characters.
        token: the text found there.

    """

    def __init__(self, message: str, offset: int = 0, token: str = "") -> None:
        super().__init__(message)
        self.offset = offset
        self.token = token
        self.end = offset  # of the part that is meant, where no single token is

    def __str__(self) -> str:
        found = f" (at offset {self.offset}: {self.token!r})" if self.token else ""
        return f"{self.args[0]}{found}"


class UnfitError(EquationError):
    """A formula has no value at a point of these sizes, such as `w_3` where there are two weights.

    It is evaluated at the points that fit.
    """


class DomainError(EquationError):
    """A function has no value there, such as the logarithm of what is negative, or a quotient."""
