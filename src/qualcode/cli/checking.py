"""codebook test and codebook diff: whether a codebook finds what it says, and how it differs from another."""


def test() -> None:
    """Run the examples."""


def diff() -> None:
    """Compare."""
