"""The one language pipeline: from sentences to their grammar."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from qualcode.model.parse import Parse, ParseCache
from qualcode.text.weights import model_folder

PARSE_RULES = "1"
"""Version of how sentences are handed to the language model; kept parses of another version are not used."""
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")
"""Parts of the pipeline that cost time and that no rule asks."""
_BATCH = 256


def parses(language: str) -> bool:
    """Whether there is a parser for `language` (a short code such as `en` or `en-GB`)."""
    return language.lower().partition("-")[0] == "en"


class Parser:
    """Parses sentences, each as if it stood alone, and asks the cache first. The pipeline is loaded when needed.

    With `reuse` off, equal sentences are parsed again and again: only to measure what reusing them saves.
    """

    def __init__(self, cache: ParseCache | None = None, *, reuse: bool = True) -> None:
        self._cache = cache
        self._reuse = reuse

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each text, in their order; equal texts are parsed once.

        Raises QualcodeError where the language model is not installed.
        """
        if not self._reuse:
            return list(_parsed(texts))
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._cache.get(distinct), strict=True)) if self._cache else {}
        missing = [text for text in distinct if known.get(text) is None]
        found = {text: parse for text, parse in known.items() if parse is not None}
        if missing:
            made = list(_parsed(missing))
            found |= zip(missing, made, strict=True)
            if self._cache:
                self._cache.put(made)
        return [found[text] for text in texts]


def _parsed(texts: Sequence[str]) -> Iterator[Parse]:
    pipeline = _pipeline()
    for doc in pipeline.pipe((_undivided(pipeline, text) for text in texts), batch_size=_BATCH):
        yield Parse(
            doc.text,
            starts=tuple(word.idx for word in doc),
            ends=tuple(word.idx + len(word) for word in doc),
            heads=tuple(word.head.i for word in doc),
            deps=tuple(word.dep_ for word in doc),
            tags=tuple(word.tag_ for word in doc),
        )


def _undivided(pipeline: Any, text: str) -> Any:
    """The words of `text`, told to be one sentence."""
    doc = pipeline.make_doc(text)
    for word in doc:
        word.is_sent_start = word.i == 0
    return doc


def token_matcher(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> Any:
    """SpaCy's Matcher for token patterns, to be called on what `documents` gives; the longest of overlapping wins."""
    from spacy.matcher import Matcher

    matcher = Matcher(_annotators().vocab)
    matcher.add("rule", [[dict(token) for token in pattern] for pattern in patterns], greedy="LONGEST")
    return matcher


def documents(parses: Sequence[Parse]) -> Iterator[Any]:
    """SpaCy's Doc for each parse, with parts of speech and dictionary forms, for token patterns."""
    from spacy.tokens import Doc

    annotators = _annotators()
    for parse in parses:
        following = [*parse.starts[1:], len(parse.text)]
        doc = Doc(
            annotators.vocab,
            words=[parse.text[start:end] for start, end in zip(parse.starts, parse.ends, strict=True)],
            spaces=[end < after for end, after in zip(parse.ends, following, strict=True)],
            tags=list(parse.tags),
            heads=list(parse.heads),
            deps=list(parse.deps),
        )
        for _, annotate in annotators.pipeline:
            doc = annotate(doc)
        yield doc


@cache
def _annotators() -> Any:
    """The parts of the pipeline that only rewrite what the parser said."""
    from spacy.util import load_model_from_path

    return load_model_from_path(model_folder(), exclude=("tok2vec", "tagger", "parser", "ner", "senter"))


@cache
def _pipeline() -> Any:
    from spacy.util import load_model_from_path

    return load_model_from_path(model_folder(), exclude=_UNUSED)
