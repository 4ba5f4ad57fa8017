"""The forms of hourly fees: the claim, the pay list, the record of lessons."""
