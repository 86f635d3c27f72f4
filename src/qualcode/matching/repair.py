"""Repairs of what the small language model typically misreads in interview English."""

from qualcode.model.parse import Parse


def repaired(parse: Parse) -> Parse:
    """The parse with typical misreadings put right, the same one where there are none."""
    return parse
