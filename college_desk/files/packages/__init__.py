"""Packages for the bureau: BagIt bags as a folder and a zip, written and checked."""
