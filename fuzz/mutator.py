"""Changes an input by whole words, as an author would, and by single characters."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

#: A command of TeX, a word, a run of one mark, or anything else.
WORD = re.compile(r"\\[A-Za-z]+|\w+|(\W)\1*", re.DOTALL)
MOST = 64  # times that a word is repeated
BY_CHARACTERS = 0.3  # of all changes
#: Characters that mean something somewhere: marks, ends of lines, digits of other scripts.
CHARACTERS = (
    "\0\t\n\r\x0c\x1c\x85\u2028 -−–+*/=<>()[]{}|_^&,.;:!?'\"`~$%#@\\"
    "019aezEZ½²⁻³٣Ⅷ三σ\u0301\u202e\U0001f51f"
)


class Mutator:
    """Cuts, doubles, moves and inserts words; others come from a dictionary."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    def __call__(self, data: bytes, largest: int, seed: int) -> bytes:
        """Return another input, of at most so many bytes; the same for the same seed."""
        dice = random.Random(seed)  # noqa: S311 - nothing is secret
        text = data.decode("utf-8", "replace")
        pieces = list(text) if dice.random() < BY_CHARACTERS else _words(text)
        for _ in range(dice.choice((1, 1, 2, 4))):
            self._change(pieces, dice)
        return "".join(pieces).encode()[:largest]

    def _change(self, text: list[str], dice: random.Random) -> None:
        place = dice.randrange(len(text) + 1)
        other = dice.randrange(len(text) + 1)
        start, end = sorted((place, min(other, place + 8)))
        match dice.randrange(6):
            case 0:
                text.insert(place, dice.choice(CHARACTERS))
            case 1:
                text.insert(place, dice.choice(self.words))
            case 2:
                text[place : place + 1] = [dice.choice(self.words)]
            case 3:
                del text[start:end]
            case 4:
                text[other:other] = text[start:end]
            case 5:
                text[place:place] = text[start:end] * dice.randrange(MOST)


def _words(text: str) -> list[str]:
    return [match[0] for match in WORD.finditer(text)]
