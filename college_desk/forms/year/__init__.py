"""The forms of the year: annual progress, the ledgers that go with it."""
