"""Measurements that are no tests: they take long, want a quiet machine, and compare with others."""
