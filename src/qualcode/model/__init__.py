"""Frozen values that every room shares; they import nothing but each other."""
