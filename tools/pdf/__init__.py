"""The print edition: all pages of the built book as one PDF, made by Chromium.

    python -m tools.pdf       (after `make book`; `make pdf` does both)
"""
