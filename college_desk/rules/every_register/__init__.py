"""Rules that hold in every register: values right in themselves, keys, references, spans, leftovers."""
