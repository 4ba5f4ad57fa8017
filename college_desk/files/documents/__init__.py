"""Filled forms as documents: workbooks, Word documents, PDF; and reading them back."""
