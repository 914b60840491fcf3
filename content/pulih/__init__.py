"""PULIH: work and incentives for recovery."""
