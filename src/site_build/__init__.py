"""What MkDocs calls while it builds the site.

``hooks`` holds the MkDocs events. Each of the other modules does one thing to a page:
``mathematics`` typesets the formulas, ``figures`` draws the pictures from computed numbers, and
``code_blocks`` gives each example the text that its copy button copies.
"""
