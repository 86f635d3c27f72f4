"""What was read of a coding, in the words of a reader who knows no grammar."""

from qualcode.model.coding import Coding

_HAPPENED = {"affirmed": "yes", "negated": "no, it is denied", "ceased": "yes, but it stopped", "asked": "asked about"}
_ONLY_IN_MIND = {
    "conditional": "only if",
    "possible": "possibly",
    "future": "not yet, it is expected",
    "feared": "it is feared",
    "intended": "it is intended or threatened",
}
_KNOWN = {"witnessed": "seen", "reported": "heard from others"}
_SUFFERED = {"self": "the speaker", "kin": "family or friends", "other": "others", "generic": "people in general"}


def happened(coding: Coding) -> str:
    """Whether it happened; "" where that was not read."""
    if coding.assertion == "hypothetical":
        denied = "; denied" if coding.polarity == "negated" else ""
        return _ONLY_IN_MIND.get(coding.modality, "possibly") + denied
    words = _HAPPENED.get(coding.assertion, coding.assertion)
    return f"{words}, again and again" if coding.modality == "habitual" and coding.assertion == "affirmed" else words


def known(coding: Coding) -> str:
    """How the speaker knows: seen, heard from others, or "" where nothing is said of it."""
    return _KNOWN.get(coding.source, "" if coding.source == "unmarked" else coding.source)


def suffered(coding: Coding) -> str:
    """To whom it happened: the speaker, family or friends, others, people in general."""
    return _SUFFERED.get(coding.experiencer, coding.experiencer)


def party(name: str) -> str:
    """An agent or target: an actor's name in words, "nobody named" where none is expressed."""
    return {"unknown": "nobody named", "other": "somebody else"}.get(name, name.replace("_", " "))
