"""Measures how fast qualcode codes, beside a naive pipeline and spaCy's PhraseMatcher.

python tests/benchmarks/coding.py [--interviews 1000] [--words 5000000] [--write docs/speed.md] [--quick]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from measuring import Size, measure
from report import report

_QUICK = Size(interviews=40, words=200_000, naive=10_000, phrases=100_000)


def main() -> None:
    """Prints the tables, and writes them where they are asked for."""
    asked = argparse.ArgumentParser(description="Measures how fast qualcode codes.")
    asked.add_argument("--interviews", type=int, default=Size().interviews, help="how many are made")
    asked.add_argument("--words", type=int, default=Size().words, help="how many words their respondents say")
    asked.add_argument("--write", type=Path, metavar="FILE", help="where to write the tables, beside printing them")
    asked.add_argument("--quick", action="store_true", help="forty interviews, to see whether everything still runs")
    options = asked.parse_args()
    size = _QUICK if options.quick else Size(options.interviews, options.words)
    with tempfile.TemporaryDirectory(prefix="qualcode-benchmark-") as folder:
        measured = measure(Path(folder), size)
    document = report(measured, " ".join(["python tests/benchmarks/coding.py", *sys.argv[1:]]))
    sys.stdout.write(document)
    if options.write:
        options.write.write_text(document, encoding="utf-8")


if __name__ == "__main__":
    main()
