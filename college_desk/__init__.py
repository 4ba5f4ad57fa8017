"""College Desk (职教申报台): registers, checks and filings for vocational colleges."""

__version__ = "0.1.0"
