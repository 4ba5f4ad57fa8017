"""Blank sheets (空白表) that an office hands out and imports back: titles, drop-downs, formats, notes, one example."""
