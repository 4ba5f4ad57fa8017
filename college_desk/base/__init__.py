"""Words every floor uses; standard library only."""
