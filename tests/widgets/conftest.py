"""What the tests of the widgets share."""

import pytest

from tests.support.oracle import Oracle


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return Oracle()
