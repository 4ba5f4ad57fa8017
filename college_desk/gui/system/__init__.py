"""The parts of the page 系统, one for each of its tabs."""
