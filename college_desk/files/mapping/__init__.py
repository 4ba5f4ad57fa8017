"""From a sheet's cells to the fields of a register: the header row, the columns, the rows that are data."""
