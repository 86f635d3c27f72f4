"""The one language pipeline: from sentences to their grammar."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import tee
from typing import Any

from qualcode.model.parse import Parse, ParseCache
from qualcode.text.asides import left_out
from qualcode.text.weights import model_folder

PARSE_RULES = "2"
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
    whole, kept = tee(_words(pipeline, text) for text in texts)
    read = pipeline.pipe((_undivided(pipeline, *words) for words in kept), batch_size=_BATCH)
    for (doc, aside), told in zip(whole, read, strict=True):
        yield _with_asides(doc, aside, told)


def _words(pipeline: Any, text: str) -> tuple[Any, set[int]]:
    """The words of `text`, and which of them are asides."""
    doc = pipeline.make_doc(text)
    return doc, left_out([word.text for word in doc])


def _undivided(pipeline: Any, doc: Any, aside: set[int]) -> Any:
    """The words without asides, told to be one sentence."""
    if aside:
        from spacy.tokens import Doc

        rest = [word for word in doc if word.i not in aside]
        doc = Doc(pipeline.vocab, words=[word.text for word in rest], spaces=[bool(word.whitespace_) for word in rest])
    for word in doc:
        word.is_sent_start = word.i == 0
    return doc


def _with_asides(doc: Any, aside: set[int], read: Any) -> Parse:
    """The parse of all words of `doc`: asides are interjections of the sentence that was `read` without them."""
    rest = [word.i for word in doc if word.i not in aside]
    root = next((rest[word.i] for word in read if word.head.i == word.i), 0)
    heads, deps, tags = [root] * len(doc), ["intj"] * len(doc), ["UH"] * len(doc)
    for at, word in zip(rest, read, strict=True):
        heads[at], deps[at], tags[at] = rest[word.head.i], word.dep_, word.tag_
    for at in sorted(aside):
        if not doc[at].text[0].isalnum():
            deps[at], tags[at] = "punct", ","
        elif at - 1 in aside and deps[at - 1] == "intj":  # so that its "not" hangs on no word of the sentence
            heads[at] = at - 1 if heads[at - 1] == root else heads[at - 1]
    return Parse(
        doc.text,
        starts=tuple(word.idx for word in doc),
        ends=tuple(word.idx + len(word) for word in doc),
        heads=tuple(heads),
        deps=tuple(deps),
        tags=tuple(tags),
    )


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
