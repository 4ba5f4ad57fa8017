"""Messy workbooks as the offices of a vocational college send them, each with the truth of what it says.

The same seed makes the same files. The wordings of headers and values are the trade's own and written down
here; nothing is taken from the program's own tables of titles and aliases.
"""
