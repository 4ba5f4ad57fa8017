"""The papers that go with every filing: the cover paper, the explanations."""
