"""Other forms of the built site: a folder to read from disk, packed, and one document on paper.

They read what MkDocs has written and nothing else, so that they say what the site says. ``disk``
makes the packed folder. ``chapters`` takes the articles of the pages, ``document`` makes one page
of them, and ``paper`` lays it out: ``printing`` prints it in the browser that ``chromium`` finds.
"""
