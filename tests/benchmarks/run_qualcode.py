"""Times `code_study` once and prints what came of it as JSON. All that is asked of qualcode's coding stands here."""

import argparse
import json
import sys
import time
from pathlib import Path

from qualcode.workflow.coding import CodeOptions, code_study
from qualcode.workflow.study import StudyFolder, opened


def main() -> None:
    """Codes the study in a folder; compiling the codebook, and storing the codings, are part of the time."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--no-reuse", action="store_true")
    asked.add_argument("--afresh", action="store_true")
    given = asked.parse_args()
    options = CodeOptions(afresh=given.afresh, processes=given.processes, reuse=not given.no_reuse)
    with opened(StudyFolder(given.folder)) as study:
        begin = time.perf_counter()
        report = code_study(study, options=options)
        seconds = time.perf_counter() - begin
    found = {"seconds": seconds, "sentences": report.effort.sentences, "parsed": report.effort.parsed}
    found |= {"codings": report.run.codings, "changed": len(report.changes)}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
