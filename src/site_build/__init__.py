"""What MkDocs calls while it builds the site.

``hooks`` holds the MkDocs events and ``mkdocs_files`` what is added to its files; no other module
knows MkDocs. Each of the others does one thing to a page: ``mathematics`` typesets the formulas,
``figures`` draws the pictures from computed numbers, ``code_blocks`` gives each example the text
that its copy button copies, and ``plain`` writes the page as Markdown for programs that read text.
"""
