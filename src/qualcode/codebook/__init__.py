"""Reads a codebook from YAML, with every fault in plain words, and checks it for what a researcher would regret."""

from qualcode.codebook.load import load_codebook

__all__ = ["load_codebook"]
