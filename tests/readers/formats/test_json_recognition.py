"""What speech services deliver word by word."""

import json

import pytest

from qualcode.readers.formats.json_recognition import recognised
from qualcode.readers.formats.json_transcript import read


def _item(text, start=None, speaker=None):
    kind = {"type": "punctuation"} if start is None else {"type": "pronunciation", "start_time": start}
    return {**kind, "alternatives": [{"content": text}], **({"speaker_label": speaker} if speaker else {})}


AMAZON = [
    _item("How", "0.5", "spk_0"),
    _item("?"),
    _item("By", "1.5", "spk_1"),
    _item("bus", "2.0", "spk_1"),
    _item("."),
]
SPOKEN = [("spk_0", "0.5", "How?"), ("spk_1", "1.5", "By bus.")]


def _said(content):
    return [(entry["speaker"], entry["start"], entry["text"]) for entry in recognised(content)]


def test_amazon_items_are_joined_by_speaker():
    """Words of one speaker in a row are one stretch; punctuation follows without a space."""
    assert _said({"results": {"items": AMAZON}}) == SPOKEN


def test_amazon_speakers_may_stand_in_a_list_of_their_own():
    """Older files name the speaker of a word by its time."""
    bare = [{name: value for name, value in item.items() if name != "speaker_label"} for item in AMAZON]
    segments = [
        {"speaker_label": "spk_0", "items": [{"start_time": "0.5"}]},
        {"speaker_label": "spk_1", "items": [{"start_time": "1.5"}, {"start_time": "2.0"}]},
    ]
    assert _said({"results": {"items": bare, "speaker_labels": {"segments": segments}}}) == SPOKEN


def test_rev_monologues():
    """Elements hold their own spaces; the first time is the stretch's."""
    elements = [{"value": "By", "ts": 1.5}, {"value": " "}, {"value": "bus", "ts": 2.0}, {"value": "."}]
    assert _said({"monologues": [{"speaker": 1, "elements": elements}]}) == [(1, 1.5, "By bus.")]


def test_azure_phrases():
    """The best reading is taken; ticks become seconds."""
    phrase = {"speaker": 2, "offsetInTicks": 15_000_000, "nBest": [{"display": "By bus."}, {"display": "Bye."}]}
    assert _said({"recognizedPhrases": [phrase]}) == [(2, 1.5, "By bus.")]


def test_deepgram_words():
    """Words of the first channel are joined by speaker, with punctuation where the file has it."""
    words = [
        {"speaker": 0, "start": 0.5, "word": "how", "punctuated_word": "How?"},
        {"speaker": 1, "start": 1.5, "word": "bus"},
    ]
    content = {"results": {"channels": [{"alternatives": [{"words": words}]}]}}
    assert _said(content) == [(0, 0.5, "How?"), (1, 1.5, "bus")]


@pytest.mark.parametrize("content", [{}, {"results": []}, {"results": {"items": [1]}}, {"monologues": "none"}])
def test_other_json_is_left_to_others(content):
    """What is in no service's form gives nothing and no fault."""
    assert recognised(content) == []


@pytest.mark.parametrize(
    "content",
    [
        {"results": {"items": AMAZON}},
        {
            "interview": {"place": "A mill"},
            "dialogue": [{"speaker": "spk_0", "text": "How?"}, {"speaker": "spk_1", "text": "By bus."}],
        },
        {"data": {"parts": [{"speaker": "spk_0", "text": "How?"}, {"speaker": "spk_1", "text": "By bus."}]}},
    ],
)
def test_speech_is_found_under_any_name(tmp_path, content):
    """A list of what speakers said is read whatever it is called."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content))
    assert [(line.speaker, line.text) for line in read(path).lines] == [("spk_0", "How?"), ("spk_1", "By bus.")]
