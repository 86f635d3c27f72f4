"""The lexicon says what lemminflect says, without loading it."""

import subprocess
import sys

import lemminflect
import pytest

from qualcode.matching.lexicon import inflections, lemmas

PARTS = ("NOUN", "VERB", "ADJ", "ADV", "AUX")
WORDS = """
beat beaten beatings smugglers found left lay saw wound ground police thief thieves men women children us they that
is been can could may might will would shall should must ought dare have has had do does did better worst farther
travelled organised learnt burnt lay lain lie lied get got gotten run put hurt people data media knives wolves
trafficking pushback frontex xyzzy oxen criteria mice geese feet abdomen clergy fit light prove quit snob true
""".split()


@pytest.mark.parametrize("word", WORDS)
def test_dictionary_forms_are_those_of_lemminflect(word):
    """Every part of speech has the dictionary forms of the package, exceptions and auxiliaries included."""
    assert lemmas(word) == lemminflect.getAllLemmas(word)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("word", WORDS)
def test_inflections_are_those_of_lemminflect(word, part):
    """Every part of speech has the inflections of the package."""
    expected = lemminflect.getAllInflections(word, upos=part)
    assert inflections(word, part) == {form for forms in expected.values() for form in forms}


def test_the_lexicon_needs_no_heavy_library():
    """Forms are known without spaCy, which takes longer to load than a codebook to compile."""
    script = (
        "import sys\n"
        "from qualcode.matching.terms import forms\n"
        "assert forms('smuggler') == ('smuggler', 'smugglers')\n"
        "sys.exit(','.join(name for name in ('spacy', 'lemminflect') if name in sys.modules) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
