"""Who may be kept twice (疑似重复): the list of pairs, the two side by side, and what is decided of them."""
