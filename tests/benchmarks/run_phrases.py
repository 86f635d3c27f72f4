"""Times spaCy's PhraseMatcher alone on part of a study and prints what came of it as JSON."""

import json
import sys
import time
from pathlib import Path

import spacy
from baseline_text import some_turns
from naive_terms import terms_of
from spacy.matcher import PhraseMatcher

from qualcode.codebook import load_codebook
from qualcode.matching.terms import forms
from qualcode.model.term import TermKind


def main(folder: Path, words: int) -> None:
    """Every spelling of the codebook's plain terms, looked for without regard to case."""
    turns = some_turns(folder, words)
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for term in terms_of(load_codebook(folder / "codebook")[0]):
        if term.kind in (TermKind.WORDS, TermKind.EXACT, TermKind.CASE):
            spellings = forms(term.words) if term.kind is TermKind.WORDS else (term.words,)
            matcher.add(term.notation, [nlp.make_doc(spelling) for spelling in spellings])
    begin = time.perf_counter()
    docs = [nlp.make_doc(turn) for turn in turns]
    tokenised = time.perf_counter()
    hits = sum(len(matcher(doc)) for doc in docs)
    matched = time.perf_counter()
    counted = sum(len(turn.split()) for turn in turns)
    found = {"words": counted, "seconds": matched - tokenised, "with_tokens": matched - begin, "hits": hits}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
