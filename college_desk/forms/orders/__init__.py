"""The forms of order training: agreements and rosters, the subsidy, where graduates went."""
