"""The summary is one sheet of paper."""

import re

from tests.support.browser import Visitor


def test_the_summary_prints_on_one_page(visitor: Visitor) -> None:
    page = visitor.open("summary/")
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
