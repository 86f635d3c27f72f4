"""What speech services deliver word by word (Amazon, Rev, Azure, Deepgram), put together into stretches of speech."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

Entry = dict[str, Any]


def recognised(content: Mapping[str, Any]) -> list[Entry]:
    """Stretches of speech as `speaker`, `start` (seconds) and `text`, empty where no service's form is known."""
    for form in _FORMS:
        entries = [entry for entry in form(content) if entry["text"].strip()]
        if entries:
            return entries
    return []


def _amazon(content: Mapping[str, Any]) -> Iterator[Entry]:
    """Amazon Transcribe: words and punctuation as items, their speaker beside them or in a list of its own."""
    results = _mapping(content.get("results"))
    labels = _mapping(results.get("speaker_labels"))
    named = {
        item.get("start_time"): segment.get("speaker_label")
        for segment in _mappings(labels.get("segments"))
        for item in _mappings(segment.get("items"))
    }
    speaker = None
    words: list[Entry] = []
    for item in _mappings(results.get("items")):
        best = next(iter(_mappings(item.get("alternatives"))), {})
        mark = item.get("type") == "punctuation"
        if not mark:
            speaker = item.get("speaker_label") or named.get(item.get("start_time")) or speaker
        words.append(_word(speaker, item.get("start_time"), best.get("content"), mark=mark))
    return _stretches(words)


def _rev(content: Mapping[str, Any]) -> Iterator[Entry]:
    """Rev: monologues of elements that hold their own spaces."""
    for monologue in _mappings(content.get("monologues")):
        elements = _mappings(monologue.get("elements"))
        start = next((element["ts"] for element in elements if "ts" in element), None)
        text = "".join(str(element.get("value", "")) for element in elements)
        yield {"speaker": monologue.get("speaker"), "start": start, "text": text.strip()}


def _azure(content: Mapping[str, Any]) -> Iterator[Entry]:
    """Azure: phrases with their best reading; times in units of 100 ns."""
    for phrase in _mappings(content.get("recognizedPhrases")):
        best = next(iter(_mappings(phrase.get("nBest"))), {})
        ticks = phrase.get("offsetInTicks")
        start = ticks / 10_000_000 if isinstance(ticks, int | float) else None
        yield {"speaker": phrase.get("speaker"), "start": start, "text": str(best.get("display", ""))}


def _deepgram(content: Mapping[str, Any]) -> Iterator[Entry]:
    """Deepgram without utterances: the words of the first channel."""
    channel = next(iter(_mappings(_mapping(content.get("results")).get("channels"))), {})
    best = next(iter(_mappings(channel.get("alternatives"))), {})
    words = _mappings(best.get("words"))
    return _stretches(
        [_word(word.get("speaker"), word.get("start"), word.get("punctuated_word", word.get("word"))) for word in words]
    )


_FORMS: tuple[Callable[[Mapping[str, Any]], Iterator[Entry]], ...] = (_amazon, _rev, _azure, _deepgram)


def _word(speaker: Any, start: Any, text: Any, *, mark: bool = False) -> Entry:
    return {"speaker": speaker, "start": start, "text": str(text or ""), "mark": mark}


def _stretches(words: Sequence[Entry]) -> Iterator[Entry]:
    """Words of one speaker in a row as one entry; a punctuation mark has no space before it."""
    for speaker, group in groupby(words, key=lambda word: word["speaker"]):
        said = list(group)
        text = "".join(("" if word["mark"] else " ") + word["text"] for word in said)
        yield {"speaker": speaker, "start": said[0]["start"], "text": text.strip()}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
