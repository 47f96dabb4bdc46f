"""Finds the arguments of scripts among tokens, and how a symbol is written with them."""

from __future__ import annotations

from proofread.equations.tokens import Token


def group(words: list[Token], place: int) -> int:
    """Return the place of the last token of the argument that starts at `place`."""
    if place < len(words) and words[place].text != "{":
        return place
    depth = 0
    for k in range(place, len(words)):
        depth += (words[k].text == "{") - (words[k].text == "}")
        if depth == 0:
            return k
    return len(words) - 1


def alone(words: list[Token], place: int, last: int) -> bool:
    """Whether the subscript is one letter that stands nowhere else in the formula."""
    inner = [word for word in words[place + 1 : last + 1] if word.text not in {"{", "}"}]
    if len(inner) != 1 or inner[0].kind != "letter":
        return False
    return sum(word.text == inner[0].text for word in words) == 1


def labels(words: list[Token]) -> set[int]:
    """Places in the labels of braces in words, whose removal removes a remark."""
    skipped: set[int] = set()
    for place, token in enumerate(words):
        if token.text in {r"\underbrace", r"\overbrace"}:
            script = group(words, place + 1) + 1
            if script < len(words) and words[script].text in {"_", "^"}:
                skipped.add(script)
    return skipped


def shape_is_claimed(words: list[Token], place: int) -> bool:
    r"""Whether `\in \mathbb{R}` follows: it is true of every symbol of the same shape."""
    k = place + 1
    while k < len(words) and words[k].text in {"_", "^"}:
        k = group(words, k + 1) + 1
    texts = [word.name for word in words[k : k + 2]]
    return texts[:1] == [r"\in"] and texts[1:] in ([r"\mathbb{R}"], [r"\mathbb{N}"])


def shape_of(words: list[Token], place: int) -> tuple[int, int]:
    """How many subscripts and primes follow."""
    count = primes = 0
    k = place + 1
    while k < len(words):
        if words[k].text == "'":
            primes += 1
            k += 1
        elif words[k].text == "_":
            last = group(words, k + 1)
            inner = words[k + 1 : last + 1]
            plain = [w for w in inner if w.kind in {"letter", "number"}]
            count = 1 if any(w.text in {"+", "-"} for w in inner) else len(plain)
            if len(plain) == 1 and plain[0].kind == "number" and len(plain[0].text) == 2:
                count = 2
            k = last + 1
        elif words[k].text == "^":
            last = group(words, k + 1)
            inner_text = "".join(w.text for w in words[k + 1 : last + 1])
            if inner_text == "{(t+1)}":
                primes += 1
            k = last + 1
        else:
            break
    return count, primes


def can_be_transposed(words: list[Token], place: int) -> bool:
    """Whether a transpose of the symbol at a place would change what is said."""
    after = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if after and after.text == "^":
        return False
    if place > 1 and words[place - 2].name == r"\operatorname{rank}":
        return False  # a matrix and its transpose have one rank
    # the norm of a row is the norm of the column
    return not (
        before and after and before.text in {r"\|", r"\lVert"} and after.text in {r"\|", r"\rVert"}
    )
