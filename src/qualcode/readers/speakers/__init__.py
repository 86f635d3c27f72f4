"""Whose words they are: labels, roles and turns of an interview."""
