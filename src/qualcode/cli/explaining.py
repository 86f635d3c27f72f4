"""explain: why a sentence is coded as it is."""

from typing import Annotated

import typer

from qualcode.cli.options import CodebookOption, Format, FormatOption, StudyOption, study_at, study_folder


def explain(
    segment: Annotated[
        str | None, typer.Argument(help="A sentence of the study: KII_NGO_SRB_03:42, or several: KII_NGO_SRB_03:42-44.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="Any other words to explain, in quotation marks.")] = None,
    code: Annotated[str | None, typer.Option("--code", help="Show every rule of this code, or of this theme.")] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="With --text: the type of respondent who says it.")
    ] = None,
    question: Annotated[str, typer.Option("--question", help="With --text: what the interviewer asked before.")] = "",
    codebook: CodebookOption = None,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Say which rules code a sentence, on which words, and what the others lack."""
    from qualcode.cli.traces import show_explanation
    from qualcode.errors import MisuseError
    from qualcode.workflow.coding import read_codebook
    from qualcode.workflow.explaining import explain_segment, explain_text

    if (segment is None) == (text is None):
        what = "say what to explain: a segment or --text." if text is None else "give a segment or --text, not both."
        raise MisuseError(what, hint='qualcode explain KII_03:42, or qualcode explain --text "The police beat us."')
    if segment is not None and (speaker is not None or question):
        what = "--speaker and --question go with --text only."
        raise MisuseError(what, hint="leave them out: who speaks, and what was asked, is known of a segment")
    if segment is not None:
        with study_at(study) as current:
            book, _ = read_codebook(codebook or current.folder.codebook)
            found = explain_segment(current, segment, book, code=code)
    else:
        book, _ = read_codebook(codebook or study_folder(study).codebook)
        found = explain_text(book, text or "", speaker=speaker, question=question, code=code)
    show_explanation(found, format=format)
