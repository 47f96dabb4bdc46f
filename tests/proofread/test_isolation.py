"""What one page does to the process is undone before the next."""

import decimal
import os
import random
from pathlib import Path

from proofread.check import check_page
from proofread.page import Page

PAGE = """\
```python
import decimal
import os
import random

import numpy as np

np.set_printoptions(precision=2)
os.environ["PAGE"] = "was here"
os.chdir("..")
random.seed(3)
decimal.getcontext().prec = 2
print(np.array([1 / 3]))
```

```text title="Output"
[0.33]
```
"""


def test_nothing_stays() -> None:
    folder, state, digits = Path.cwd(), random.getstate(), decimal.getcontext().prec
    assert all(verdict.holds for verdict in check_page(Page.parse(PAGE), Path()))
    assert Path.cwd() == folder
    assert random.getstate() == state
    assert "PAGE" not in os.environ
    assert decimal.getcontext().prec == digits
    after = "```pycon\n>>> import numpy as np\n>>> np.array([1 / 3])\narray([0.33333333])\n```\n"
    assert all(verdict.holds for verdict in check_page(Page.parse(after), Path()))
