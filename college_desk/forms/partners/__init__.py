"""The ledgers of partners that go with several filings."""
