"""The one error of the equation checker: what it does not understand, and where."""

from __future__ import annotations


def quoted(text: str) -> str:
    r"""Return a text as Python quotes it, but with each backslash of TeX as it was written.

    >>> print(quoted(r"\log z"), quoted("z'"))
    '\log z' "z'"
    """
    return repr(text).replace(r"\\", "\\")


class EquationError(ValueError):
    """Raised for anything that the checker cannot read or evaluate; it never guesses.

    Attributes:
        offset: where in the TeX (or in the comment) the trouble starts, counted in characters.
        token: the text found there.
        in_comment: whether it stands in the comment, where the offset says nothing to a reader.

    """

    def __init__(self, message: str, offset: int = 0, token: str = "") -> None:
        super().__init__(message)
        self.offset = offset
        self.token = token
        self.end = offset  # of the part that is meant, where no single token is
        self.in_comment = False

    def __str__(self) -> str:
        if not self.token:
            return str(self.args[0])
        where = "in the comment" if self.in_comment else f"at offset {self.offset}"
        return f"{self.args[0]} ({where}: {quoted(self.token)})"

    def look_in(self, tex: str, comment: str) -> None:
        """Notice that the trouble is in the comment behind a formula, or in a declaration."""
        self.in_comment = not tex.startswith(self.token, self.offset) and self.token in comment


class UnfitError(EquationError):
    """A formula has no value at a point of these sizes, such as `w_3` where there are two weights.

    It is evaluated at the points that fit.
    """


class DomainError(EquationError):
    """A function has no value there, such as the logarithm of what is negative, or a quotient."""
