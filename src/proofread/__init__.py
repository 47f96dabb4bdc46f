"""A checker that leaves nothing on a documentation page unchecked.

A *page* holds *claims*: the code it shows, the output it prints, the numbers it quotes and the
equations it displays. Each claim gets a *verdict*; what nobody bound, or what cannot be read,
fails. The checker knows nothing of the package that the pages document: whatever a page needs, the
page imports itself.
"""
