"""Spreadsheets as cells with addresses: content sniffed, calamine in a child process, csv by itself."""
