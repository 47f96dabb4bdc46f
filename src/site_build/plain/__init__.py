"""The plain edition: every page once more as Markdown, for programs that read text.

It is made from the pieces that the checker has judged, so that its numbers, formulas and outputs
are those of the HTML, and nothing is evaluated again. ``pages`` writes one page, ``unfolding`` what
is indented on it, ``made`` what only the build knows, and ``edition`` the files, with `llms.txt`.
"""
