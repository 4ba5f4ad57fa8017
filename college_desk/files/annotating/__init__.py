"""A clerk's own workbook with the program's verdicts in it: the package kept, the marked sheets' cells coloured."""
