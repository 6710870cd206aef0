"""Formulas that are executed: a dialect of LaTeX is read into a tree, checked for kinds and shapes, evaluated, and
printed as NumPy.

Vectors are columns, derivatives of numbers are rows.  What letters mean is told by a table (`formula.letters`); nothing
here knows a book.
"""
