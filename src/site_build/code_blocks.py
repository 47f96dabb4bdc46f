"""Gives each example the text that its copy button copies: code, without prompts or output."""

import html
import re

# The block that Pygments makes of a fence, as Material's copy button finds it.
BLOCK = re.compile(
    r'<div class="language-(?P<language>\w+) highlight">(?P<rest>.*?</pre></div>)', re.DOTALL
)
PROMPTS = {
    "pycon": re.compile(r"^(?:>>>|\.\.\.)(?: |$)"),
    "console": re.compile(r"^\$ "),
}


def add_copy_text(page: str) -> str:
    """Mark the code blocks of an HTML page for the copy button.

    A block with prompts gets its code in ``data-copy``, which Material copies in place of what
    the block shows. A block of output gets no button.
    """

    def one(match: re.Match[str]) -> str:
        language, rest = match["language"], match["rest"]
        if language == "text":
            return f'<div class="language-text highlight no-copy">{rest}'
        if language in PROMPTS:
            shown = html.unescape(re.sub(r"<[^>]+>", "", rest.partition("<code>")[2]))
            copied = html.escape(without_prompts(shown, language))
            return f'<div class="language-{language} highlight" data-copy="{copied}">{rest}'
        return match[0]

    return BLOCK.sub(one, page)


def without_prompts(session: str, language: str) -> str:
    r"""Return what was typed in a session: of Python (``pycon``) or a shell (``console``).

    >>> print(without_prompts(">>> for i in range(2):\n...     i\n0\n1", "pycon"))
    for i in range(2):
        i
    >>> without_prompts("$ python --version   # which one?\nPython 3", "console")
    'python --version   # which one?'
    """
    prompt = PROMPTS[language]
    lines = session.splitlines()
    return "\n".join(prompt.sub("", line) for line in lines if prompt.match(line))
