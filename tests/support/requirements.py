"""What a test needs from the machine and may not find there."""

import os
from typing import NoReturn

import pytest


def missing(reason: str) -> NoReturn:
    """Skip the test, or fail it where LOGISTIC_GRADIENT_REQUIRE=all says that all must be there."""
    if os.environ.get("LOGISTIC_GRADIENT_REQUIRE") == "all":
        pytest.fail(f"{reason}, and LOGISTIC_GRADIENT_REQUIRE=all", pytrace=False)
    pytest.skip(reason)
