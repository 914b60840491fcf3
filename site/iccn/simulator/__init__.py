"""The gateways' other side, for the demo and the tests: speaks their HTTP, knows nothing of our shop."""
