"""A copy button gets code without prompts, and output gets none."""

import bs4
import markdown  # type: ignore[import-untyped]
import pytest

from site_build.code_blocks import add_copy_text, without_prompts

EXTENSIONS = ["pymdownx.highlight", "pymdownx.superfences"]
SETTINGS = {"pymdownx.highlight": {"pygments_lang_class": True}}


def block(fence: str) -> bs4.Tag:
    """Turn a fence of Markdown into the block that a page shows."""
    page = markdown.markdown(fence, extensions=EXTENSIONS, extension_configs=SETTINGS)
    tag = bs4.BeautifulSoup(add_copy_text(page), "html.parser").select_one("div.highlight")
    assert tag is not None
    return tag


@pytest.mark.parametrize("title", ["", ' title="A session"'])
def test_a_session_is_copied_without_prompts_and_output(title: str) -> None:
    tag = block(
        f"```pycon{title}\n"
        ">>> for i in range(2):\n...     print(i < 1 and '\"&')\n...\n\"&\nFalse\n>>> i\n1\n```"
    )
    assert tag["data-copy"] == "for i in range(2):\n    print(i < 1 and '\"&')\n\ni"


def test_what_a_session_shows_stays() -> None:
    assert block("```pycon\n>>> 1 + 1\n2\n```").select_one("code").text == ">>> 1 + 1\n2\n"  # type: ignore[union-attr]


def test_code_without_prompts_is_left_alone() -> None:
    tag = block("```python\nx = 1\n```")
    assert "data-copy" not in tag.attrs
    assert "no-copy" not in tag["class"]


def test_output_has_no_button() -> None:
    assert "no-copy" in block('```text title="Output"\n1\n```')["class"]


def test_a_command_is_copied_without_prompt_and_output() -> None:
    tag = block("```console\n$ python -m this --b $HOME\nBeautiful $ is\n```")
    assert tag["data-copy"] == "python -m this --b $HOME"


def test_output_that_looks_like_a_prompt_is_no_code() -> None:
    session = ">>> print('>>')\n>>\n>>> 1\n1\n....\n>>>x"
    assert without_prompts(session, "pycon") == "print('>>')\n1"
    assert without_prompts("$ cost\n$5\n", "console") == "cost"
