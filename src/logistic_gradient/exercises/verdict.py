"""What a checker says of an answer."""

import textwrap
from dataclasses import dataclass, field

LINE = 76  # characters: fits a terminal and a page's block of output


@dataclass(frozen=True, kw_only=True, repr=False)
class Verdict:
    """Right or not, and why. It prints as one paragraph, and is true where the answer is right.

    The solution stays out of the print; `reveal` gives it.
    """

    right: bool
    """Whether the answer is right."""
    mistake: str | None
    """The name of the mistake, such as "wrong sign"; None where the answer is right."""
    reason: str
    """What is right, or what went wrong and where to look. It does not hold the solution."""
    solution: str = field(repr=False)
    """What `reveal` returns."""

    def __bool__(self) -> bool:
        return self.right

    def __repr__(self) -> str:
        head = "Right." if self.right else f"Not yet: {self.mistake}."
        return textwrap.fill(f"{head} {self.reason}", LINE)

    def reveal(self) -> str:
        """Return the solution, whether or not the answer was right."""
        return textwrap.fill(self.solution, LINE)


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """What the verdicts on one exercise share."""

    praise: str
    """The reason given for a right answer: what follows from it."""
    solution: str
    """The right answer and the way to it, in a sentence."""

    def right(self) -> Verdict:
        """Return the verdict on a right answer."""
        return Verdict(right=True, mistake=None, reason=self.praise, solution=self.solution)

    def wrong(self, mistake: str, reason: str) -> Verdict:
        """Return the verdict on a wrong answer."""
        return Verdict(right=False, mistake=mistake, reason=reason, solution=self.solution)
