"""Letters that come in, talks with partners and bureaus, papers that go from hand to hand."""
