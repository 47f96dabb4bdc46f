"""Gives each example the text that its copy button copies: code, without prompts or output."""

import html
import re

# The block that Pygments makes of a fence, as Material's copy button finds it.
BLOCK = re.compile(
    r'<div class="language-(?P<language>\w+) highlight">(?P<rest>.*?</pre></div>)', re.DOTALL
)
PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)")


def add_copy_text(page: str) -> str:
    """Mark the code blocks of an HTML page for the copy button.

    A block with prompts gets its code in ``data-copy``, which Material copies in place of what
    the block shows. A block of output gets no button.
    """

    def one(match: re.Match[str]) -> str:
        language, rest = match["language"], match["rest"]
        if language == "text":
            return f'<div class="language-text highlight no-copy">{rest}'
        if language == "pycon":
            shown = html.unescape(re.sub(r"<[^>]+>", "", rest))
            copied = html.escape(without_prompts(shown))
            return f'<div class="language-pycon highlight" data-copy="{copied}">{rest}'
        return match[0]

    return BLOCK.sub(one, page)


def without_prompts(session: str) -> str:
    r"""Return the code of an interactive session.

    >>> print(without_prompts(">>> for i in range(2):\n...     i\n0\n1"))
    for i in range(2):
        i
    """
    lines = session.splitlines()
    return "\n".join(PROMPT.sub("", line) for line in lines if PROMPT.match(line))
