"""Words that say what a speaker does in an interview, in the languages field teams label in."""

from enum import StrEnum

import regex

from qualcode.model.transcript import Role


class Known(StrEnum):
    """What the wording of a label says by itself."""

    ROLE = "role"
    GENERIC = "generic"
    """`Speaker 1`, `Guest 2`: certainly a speaker, of a role that only the talk can tell."""
    NONE = "none"


_INTERVIEWER = (
    "interviewer int intv interv interviewers researcher moderator mod facilitator fac host question questioner anchor "
    "entrevistador entrevistadora enquêteur enquêteuse enquêtrice intervieweur intervieweuse interviewerin intervjuer "
    "intervjuare ispitivač ispitivačica istraživač istraživačica anketar anketarka novinar voditelj voditeljica "
    "fragesteller fragestellerin frage moderatorin forscher forscherin intervistuesi intervistuese intervistatore "
    "intervistatrice haastattelija onderzoeker badacz badaczka görüşmeci anketör chercheur chercheuse animateur "
    "المحاور المحاورة الباحث الباحثة مصاحبه‌گر پرسشگر интервьюер модератор интервјуер испитивач fieldworker "
    "enumerator surveyor ethnographer pesquisador pesquisadora investigador investigadora intervistues ankieter "
    "prowadzący"
)
_RESPONDENT = (
    "respondent resp res interviewee participant part partic informant subject narrator answer response patient client "
    "user expert kii ki idi fgd entrevistado entrevistada enquêté enquêtée interviewé interviewée befragter befragte "
    "befragt interviewter interviewte interviewpartner interviewpartnerin antwort sagovornik sagovornica ispitanik "
    "ispitanica odgovor intervjuad intervistuar intervistuari intervistuara intervistato intervistata haastateltava "
    "geïnterviewde المستجيب المستجيبة المشارك المشاركة مصاحبه‌شونده پاسخ‌دهنده респондент участник саговорник "
    "саговорница respondente participante katılımcı görüşülen répondant répondante badany badana  "
    "refugee migrant beneficiary teacher nurse doctor student mother father farmer caregiver witness victim survivor"
)
_INTERPRETER = (
    "interpreter interp intrp translator trans transl interpretor prevodilac prevoditelj prevoditeljica prevodioc "
    "tumač tolk dolmetscher dolmetscherin traducteur traductrice traductor traductora intérprete interprète interprete "
    "përkthyes përkthyesi përkthyese tercüman tłumacz tłumaczka mediator المترجم المترجمة مترجم переводчик "
    "преводилац traduttore traduttrice tulk"
)
_OTHER = (
    "all everyone everybody both group several voices multiple people speakers participants others other observer "
    "notetaker transcriber transcriptionist operator audience crowd svi tous alle todos assistant"
)
_GENERIC = (
    "speaker guest voice person unknown unidentified caller sprecher sprecherin govornik locuteur orador folës "
    "man woman male female panelist chair chairman chairwoman chairperson president senator minister judge court clerk"
)

_WORDS: dict[str, Role] = {
    **dict.fromkeys(_INTERVIEWER.split(), Role.INTERVIEWER),
    **dict.fromkeys(_RESPONDENT.split(), Role.RESPONDENT),
    **dict.fromkeys(_INTERPRETER.split(), Role.INTERPRETER),
    **dict.fromkeys(_OTHER.split(), Role.OTHER),
}
_MODIFIERS = frozenset(
    "the lead main co assistant second first key female male fem m f group focus study research interview project "
    "unidentified several multiple voices voice note taker people speaker speakers and participants".split()
)
_GENERICS = frozenset(_GENERIC.split())
PERSONS = frozenset("worker officer manager member leader guard vendor principal volunteer owner driver".split())
"""Words that name a person at the end of a label, whatever stands before them: `Case worker`, `Health officer 2`."""

_FIELDS = frozenset(
    "date datum location venue place time duration length age sex gender nationality occupation profession job "
    "education  "
    "consent recorded recording transcribed transcript transcription transcriptionist interview interviews interviewed "
    "file filename id code number no nr tel phone email e-mail address topic theme subject title project study "
    "section part  "
    "chapter page keywords keyword summary abstract language city country setting site medium mode platform "
    "status marital  "
    "born dob version legend key to from cc bcc re session tape side track name names round wave format method "
    "organisation organization institution affiliation position department".split()
)
_PHRASES = frozenset(
    "note notes nb n.b ps p.s example examples for e.g eg i.e ie http https ftp www introduction background "
    "conclusion start end  "
    "begin first firstly second secondly third thirdly finally fourth lastly then also so but and or because however "
    "therefore look listen see anyway basically honestly actually maybe perhaps otherwise meanwhile later today "
    "yesterday  "
    "now again still even only just besides moreover security health work family money food housing childhood school "
    "politics religion migration future past present history well yes no okay ok like said says say this that "
    "these those  "
    "there here what why how who when where which it he she they we you my the an one two three four five thing "
    "things point points  "
    "reason reasons result results mean means meaning total following important remember warning attention update fact "
    "advice tip step option case source sources reference table figure list appendix fwd sent rule monday tuesday "
    "wednesday  "
    "thursday friday saturday sunday probe probes prompt prompts instruction instructions context comment comments "
    "observation observations article paragraph clause verse law".split()
)


def is_field(key: str) -> bool:
    """Whether a heading is one that stands above an interview: `Date`, `Place of interview`, `Interview ID`."""
    words = key.split()
    return 0 < len(words) <= 5 and (words[0] in _FIELDS or words[-1] in _FIELDS - {"to", "from", "no"})


def known_role(key: str) -> Role | None:
    """The role that the words of a label name, None where they name none."""
    key = regex.sub(r"(?<=\S)\s(?:for|through|via|on behalf of|speaking for)\s.*", "", key)
    bare = regex.sub(r"\s*[\d/#]*\d[a-z]?$|^[\d/#]+\s*", "", regex.sub(r"\(.*?\)|\[.*?\]", "", key)).strip(" .-'")
    words = [word for word in regex.split(r"[\s/&-]+", regex.sub(r"\bnote[ -]?taker\b", "notetaker", bare)) if word]
    if words == ["subject"] and bare == key:
        return None
    roles = [_WORDS[word] for word in words if word in _WORDS]
    if not roles or any(word not in _WORDS and word not in _MODIFIERS and not word.isdigit() for word in words[:4]):
        return None
    if roles[-1] is Role.OTHER and Role.INTERVIEWER not in roles:
        return Role.OTHER
    return roles[-1] if roles[-1] is not Role.OTHER else roles[0]


def is_generic(key: str) -> bool:
    """Whether a label says "a speaker" and no more: `Speaker 1`, `SPEAKER_00`, `Guest 2`."""
    words = regex.split(r"[\s_]+", regex.sub(r"[\d#]+|^the\s", " ", key).strip())
    return bool(words) and all(word in _GENERICS for word in words)


def names_no_speaker(key: str) -> bool:
    """Whether a label is a heading, a field or a turn of phrase: `Date`, `Note`, `For example`."""
    words = key.split()
    if known_role(key) or is_generic(key) or (len(words) > 1 and regex.sub(r" \d+$", "", key).split()[-1] in PERSONS):
        return False
    return not words or words[0] in _PHRASES or is_field(key)


def nobody(key: str) -> bool:
    """Whether a label says that nobody knows who speaks."""
    return bool({"unknown", "unidentified"} & set(key.split()))
