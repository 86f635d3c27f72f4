"""What the tests of matching share."""

from functools import partial
from pathlib import Path

import pytest
from matching_sample import compiled


@pytest.fixture
def matcher(tmp_path: Path):
    """A function that compiles codes written as YAML, each as the lines below its id."""
    return partial(compiled, tmp_path)
