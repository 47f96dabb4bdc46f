"""Judges the pictures that a page's code draws: the checker draws each again, to the letter.

The page of a notebook shows what Jupyter drew, and names its content in a comment behind the image:
``![...](a/figure-1.svg)<!-- drawn: 3f2a... -->``. The code of the page, run once more, must draw
just that, in this order. What the picture's texts say, its numbers included, then has a verdict.
"""

from __future__ import annotations

from bs4 import BeautifulSoup

from proofread.claim import Kind
from proofread.context import Context
from proofread.notebook import digest
from proofread.piece import Part, Piece


def check_picture(context: Context, comment: Piece, named: str) -> None:
    """Judge a picture by the comment behind its image."""
    image = context.neighbour(comment, -1)
    claim = context.claim(Kind.FIGURE, comment.start, comment.end)
    problem, mend = "", "run the notebook again"
    drawn = context.pictures.pop(0) if context.pictures else ""
    if image is None or image.part is not Part.IMAGE:
        problem, mend = "nothing: it stands behind no image", "put it right behind the image"
    elif not image.content.strip():
        problem, mend = "it has no text for those who cannot see", 'write # %% alt="..."'
    elif not drawn:
        problem = "the code above draws no such picture"
    elif digest(drawn) != named.strip():
        problem = "the code above draws another picture"
    if problem:
        context.fail(claim, says=comment.text, computed=problem, mend=mend)
    else:
        context.hold(claim, f"drawn again, the same: {named.strip()}", value=texts_of(drawn))


def check_left_over(context: Context) -> None:
    """Fail for each picture that the code draws and the page does not show."""
    if context.pictures:
        context.fail(
            context.claim(Kind.FIGURE, 0, 0),
            says="nothing",
            computed=f"the code draws {len(context.pictures)} more pictures than the page shows",
            mend="run the notebook again",
        )


def texts_of(picture: str) -> str:
    """Return what a picture says, text by text.

    >>> texts_of("<svg><text>a</text><g><text> 1 </text></g></svg>")
    'a | 1'
    """
    texts = BeautifulSoup(picture, "html.parser").select("text")
    return " | ".join(" ".join(text.get_text().split()) for text in texts)
