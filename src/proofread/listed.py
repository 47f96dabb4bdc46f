"""The closed list of names with a digit in them, and what each could be taken for.

``UTF-8`` is known, and no other name is a slip of it. A name that another one is a slip of, such as
``float64`` or ``log1p``, is also meant: code of the page has it and not the other one, or a comment
binds it to a value of that name, ``float64<!-- = double -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Names that are taken for each other.
FAMILIES = (
    frozenset({"float16", "float32", "float64"}),
    frozenset({"int8", "int32", "int64"}),
    frozenset({"log", "log1p", "log2", "log10"}),
    frozenset({"exp", "exp2", "expm1"}),
    frozenset({"UTF-8"}),
    frozenset({"SHA-256"}),
    frozenset({"base64"}),
)
FAMILY = {name: family for family in FAMILIES for name in family}
#: All that have a digit, and those that nothing else is taken for.
NAMES = frozenset(name for name in FAMILY if re.search("[0-9]", name))
KNOWN = frozenset(name for name in NAMES if len(FAMILY[name]) == 1)
WORD = re.compile(r"(?<![\w-])[A-Za-z][\w-]*")


def exchanges(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what each name of a text could be taken for, and where it stands.

    >>> list(exchanges("np.log1p(z), UTF-8"))
    [(3, 8, 'log'), (3, 8, 'log10'), (3, 8, 'log2')]
    """
    for match in WORD.finditer(text):
        for other in sorted(FAMILY.get(match[0], frozenset()) - {match[0]}):
            yield match.start(), match.end(), other


def name_of(value: object) -> str:
    """Return the name of a function, or of a type of numbers in any library.

    >>> from types import SimpleNamespace
    >>> name_of(float), name_of(SimpleNamespace(name="torch.float64"))
    ('float', 'float64')
    """
    name = getattr(value, "__name__", None) or getattr(value, "name", None)
    return str(name or value).rpartition(".")[2]
