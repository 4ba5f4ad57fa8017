"""What the college and its people achieved: honours, certificates, contests, platforms, training."""
