"""Programs that write what the tests and the sample college are fed with."""
