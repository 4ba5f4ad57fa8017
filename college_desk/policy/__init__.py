"""What the policy makes of records: dated parameters with their sources, and the reckonings on them."""
