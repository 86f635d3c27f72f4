"""Builds every document of transcripts_sample/ from interviews/*.yaml and respondents.yaml.

Run it after changing either: `python tests/sample/build.py [FOLDER]`. The same truth gives the same bytes.
"""

import sys
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from plain_files import write_cp1250, write_srt, write_vtt
from printed_pages import write_pdf
from rich_text_documents import write_odt, write_rtf
from sheets import write_respondents, write_survey
from truth import SAMPLE, TrueInterview, interviews, respondent_list
from word_documents import write_bold, write_paragraphs, write_table, write_tracked

FORMS: dict[str, Callable[[Path, TrueInterview], None]] = {
    "docx_paragraphs": write_paragraphs,
    "docx_bold": write_bold,
    "docx_table": write_table,
    "docx_header_tracked": write_tracked,
    "odt": write_odt,
    "rtf": write_rtf,
    "pdf": write_pdf,
    "txt_cp1250": write_cp1250,
    "vtt": write_vtt,
    "srt": write_srt,
}


def build(folder: Path) -> None:
    """Writes the transcripts and the respondent list into `folder`; study.yaml and README.md stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, members in groupby(sorted(interviews(), key=lambda one: (one.file, one.id)), key=lambda one: one.file):
        group = list(members)
        if group[0].form == "survey":
            write_survey(folder / file, group)
        else:
            FORMS[group[0].form](folder / file, group[0])
    write_respondents(folder / "respondents.xlsx", respondent_list())


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
