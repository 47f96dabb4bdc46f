"""One MathJax process for all tests that typeset."""

from collections.abc import Iterator

import pytest

from site_build.mathematics import Typesetter


@pytest.fixture(scope="session")
def typesetter() -> Iterator[Typesetter]:
    typesetter = Typesetter()
    yield typesetter
    typesetter.close()
