"""Parses the words between the parts of a formula: conditions, joins, remarks."""

from __future__ import annotations

import re
import unicodedata

from proofread.equations.binders import BinderParser
from proofread.equations.tokens import Token

CONDITIONS = {"if", "for", "when", "where", "as", "for all", "for every", "for each", "whenever"}
JOINS = {"and", "or", "so", "hence", "therefore", "then", "thus", "that is", "with"}


class WordParser(BinderParser):
    """Words, and the marks and line ends that part clauses."""

    def _only_words(self, token: Token) -> None:
        """Refuse a formula in a text or a tag: nobody computes it."""
        text = token.text.partition("{")[2].rstrip("}")
        if token.kind == "tag" and not re.fullmatch(r"[A-Za-z]*", text):
            self.fail("a tag has plain letters only", token)
        plain = re.sub(r"(?<=[A-Za-z]{2})[-–](?=[A-Za-z]{2})", " ", text)
        if re.search(r"[-<>+*/^_]", plain) or any(
            unicodedata.category(sign) in {"Sm", "Pd"} or sign in "·⋅∙" for sign in plain
        ):
            self.fail("an operator in a text cannot be checked", token)
        for letter in re.findall(r"(?<![^\W_])[^\W\d_](?![^\W_])", text):
            if token.kind == "text" and self.table.is_base(letter):
                self.fail(f"the symbol {letter} in a text cannot be checked", token)

    def _separator(self) -> bool:
        """Skip what parts clauses; a text that is no known word is a remark and ends its line."""
        found = self._skip()
        if self.kind() == "text" and self._word() in JOINS:
            self.words()
            self._skip()
            return True
        if self.kind() == "text" and self._word() not in CONDITIONS and not self.starts_name():
            self.words()
            if self.kind() not in {"newline", "finish"} and not self.at(",", ".", ";"):
                self.fail("a remark ends its line")
            self._skip()
            return True
        return found

    def _word(self) -> str:
        text = self.peek().text.partition("{")[2].rstrip("}")
        return " ".join(text.split()).strip(" ,:")

    def _skip(self) -> bool:
        found = False
        while self.kind() in {"separator", "newline"} or self.at(",", ";", ".", ":"):
            self.take()
            found = True
        return found

    def _skip_lines(self) -> None:
        while self.kind() in {"newline", "separator"}:
            self.take()

    def _skip_spaces(self) -> None:
        self.accept(",")
        while self.kind() == "separator":
            self.take()

    def _condition_starts(self) -> bool:
        return self.at(r"\forall") or (self.kind() == "text" and self._word() in CONDITIONS)

    def _remark(self) -> None:
        """Skip the words at the end of a line when the next line goes on with the chain."""
        here = self.position
        while self.kind() == "separator":
            self.take()
        if self.kind() == "text" and self._word() not in CONDITIONS | JOINS:
            self.words()
            if self.kind() == "newline":
                return
        self.position = here
