"""Times the naive pipeline on part of a study and prints what came of it as JSON."""

import json
import sys
import time
from pathlib import Path

from baseline_text import some_turns
from naive_rules import NaiveCoder
from spacy.util import load_model_from_path

from qualcode.codebook import load_codebook
from qualcode.text.weights import model_folder


def main(folder: Path, words: int, processes: int) -> None:
    """Every turn through the whole pipeline, and then the matchers; loading and compiling are not timed."""
    turns = some_turns(folder, words)
    nlp = load_model_from_path(model_folder())
    coder = NaiveCoder(nlp, load_codebook(folder / "codebook")[0])
    begin = time.perf_counter()
    codings = sum(len(coder.code(doc)) for doc in nlp.pipe(turns, n_process=processes))
    seconds = time.perf_counter() - begin
    counted = sum(len(turn.split()) for turn in turns)
    json.dump({"seconds": seconds, "words": counted, "codings": codings}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
