"""Writes every formula of a page as another course would, and proves that it says the same.

The page on notation declares the courses. A formula is renamed token by token, is read again under
the renamed table of symbols, and must give the very tree that ours gives: then what holds of ours
holds of it.
"""
