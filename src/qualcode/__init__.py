"""qualcode for notebooks: the verbs of the command line, with DataFrames for answers.

>>> import qualcode
>>> with qualcode.open("my-study") as study:
...     study.code()
...     study.table(by="nationality")
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.model.coded import Report
    from qualcode.workflow.coding import CodeReport
    from qualcode.workflow.importing import ImportReport

__all__ = ["Study", "open"]

_RESPONDENT = ("respondent_id", "respondent_type", "consent_status", "attribution", "transcripts")
_TRANSCRIPT = ("transcript", "date", "turns", "sentences", "words", "respondents", "file", "waits_for")


class Study:
    """An opened study; close it, or use it in a `with` block."""

    def __init__(self, path: Path | str) -> None:
        from contextlib import ExitStack

        from qualcode.workflow.study import StudyFolder, opened

        self._stack = ExitStack()
        self._study = self._stack.enter_context(opened(StudyFolder(Path(path))))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the study's files."""
        self._stack.close()

    def import_files(self, *paths: Path | str, skip_bad: bool = False) -> "ImportReport":
        """Reads transcripts and the respondent list; the transcripts folder where no path is given.

        Raises ProblemsError with every fault of every file unless `skip_bad`.
        """
        from qualcode.workflow.importing import ImportOptions, import_files

        chosen = [Path(path) for path in paths] or [self._study.folder.transcripts]
        return import_files(self._study, chosen, options=ImportOptions(skip_bad=skip_bad))

    def code(self) -> "CodeReport":
        """Applies the codebook to every transcript."""
        from qualcode.workflow.coding import code_study

        return code_study(self._study)

    def table(
        self,
        by: str = "respondent_type",
        where: Mapping[str, str] | None = None,
        basis: Literal["all", "reviewed", "human"] = "all",
    ) -> "pd.DataFrame":
        """Themes and codes by a profile field: index (theme, code), columns (group, respondents or mentions).

        "nationality,gender" nests fields. `where` limits to respondents with these values, `basis` to codings that a
        person has reviewed, or made.
        """
        from qualcode.analysis.frames import wide_frame
        from qualcode.model.table import Basis
        from qualcode.workflow.selecting import Selection
        from qualcode.workflow.tabulating import coded, theme_table

        found = coded(self._study, Selection(where or {}, Basis(basis)))
        return wide_frame(theme_table(self._study, by, found=found))

    def codings(self) -> "pd.DataFrame":
        """Every coding with the columns of the codings contract, as `export codings.csv` writes them."""
        from qualcode.analysis.frames import codings_frame
        from qualcode.exporters.contract import COLUMNS, contract_row
        from qualcode.workflow.tabulating import coded

        segments = coded(self._study).segments
        return codings_frame(COLUMNS, (contract_row(segment) for segment in segments))

    def quotes(self, code: str, where: Mapping[str, str] | None = None) -> "pd.DataFrame":
        """The codings of one code or theme, of respondents with every value in `where`."""
        from qualcode.analysis.frames import codings_frame
        from qualcode.exporters.contract import COLUMNS, contract_row
        from qualcode.workflow.selecting import Selection
        from qualcode.workflow.tabulating import quotes

        found = quotes(self._study, code, Selection(where or {}))
        return codings_frame(COLUMNS, (contract_row(one) for one in found))

    def respondents(self) -> "pd.DataFrame":
        """Every respondent with their profile and transcripts, as `respondents --format csv` lists them."""
        from qualcode.analysis.frames import codings_frame
        from qualcode.workflow.inspecting import respondent_lines
        from qualcode.workflow.tabulating import profile_fields

        lines = respondent_lines(self._study)
        fields = tuple(profile_fields(self._study.settings, [one for one, _ in lines]))
        rows = (
            {
                "respondent_id": one.id,
                "respondent_type": one.type,
                "consent_status": one.consent.value,
                "attribution": one.label,
                "transcripts": "; ".join(transcripts),
                **{name: "; ".join(one.attributes.get(name, ())) for name in fields},
            }
            for one, transcripts in lines
        )
        return codings_frame((*_RESPONDENT, *fields), rows)

    def transcripts(self) -> "pd.DataFrame":
        """Every transcript and what it waits for, as `transcripts --format csv` lists them."""
        from qualcode.analysis.frames import codings_frame
        from qualcode.workflow.inspecting import transcript_lines

        rows: Iterator[Mapping[str, str | int]] = (
            {
                "transcript": one.id,
                "date": one.date,
                "turns": one.turns,
                "sentences": one.segments,
                "words": one.words,
                "respondents": "; ".join(one.respondents),
                "file": one.source,
                "waits_for": one.held,
            }
            for one in transcript_lines(self._study)
        )
        return codings_frame(_TRANSCRIPT, rows)

    def export(self, out: Path | str, by: Sequence[str] = ()) -> "Report":
        """Writes the workbook (.xlsx), the quotes (.docx), the page (.html) or the codings (.csv, .jsonl)."""
        from qualcode.workflow.exporting import ExportOptions, export_study

        return export_study(self._study, Path(out), options=ExportOptions(by))


def open(path: Path | str) -> Study:
    """The study in the folder `path`; QualcodeError where there is none."""
    return Study(path)
