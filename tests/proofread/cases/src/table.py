"""A program that the pages of the case files speak of: it has an option and reads a setting."""

OPTION = "--digits"
SETTING, VALUE = "TABLE_REQUIRE", "all"
