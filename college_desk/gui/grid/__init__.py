"""The grid of a register: what it paints, its keys, blocks of cells, the selection in words."""
