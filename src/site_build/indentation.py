r"""Takes away the space between the elements of a page, of which a browser shows a blank at most.

It comes from the templates, is a fifth of some pages, and stays in what is preformatted.
"""

import re

SPACE = re.compile(
    r"(?P<kept><(?P<tag>pre|script|textarea)\b.*?</(?P=tag)>)|(?<=>)\s*\n\s*(?=<)", re.DOTALL
)


def unindented(page: str) -> str:
    r"""Return an HTML page with a line end where there was more space between two elements.

    >>> unindented("<ul>\n  <li>one\n    two</li>\n\n</ul>\n<pre><b>a</b>\n  <b>b</b></pre>")
    '<ul>\n<li>one\n    two</li>\n</ul>\n<pre><b>a</b>\n  <b>b</b></pre>'
    """
    return SPACE.sub(lambda match: match["kept"] or "\n", page)
