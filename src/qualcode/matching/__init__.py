"""Finds the words of a codebook in transcripts: terms, rules, and the engine that runs them in one pass."""

from qualcode.matching.engine import ENGINE_VERSION, Matcher, compile_codebook

__all__ = ["ENGINE_VERSION", "Matcher", "compile_codebook"]
