"""Measures the shipped codebook on passages that people coded, beside its keywords alone.

Run from the repository, with qualcode installed:
python tests/gold/measure_codebook.py [--quotations NAME] [--interviews] [--codebook FOLDER] [--mistakes]
"""

import argparse
import sys
from pathlib import Path

from coded_reading import code_interviews, code_quotations, implied, keywords_only, passes
from coded_report import codebook_report
from coded_tables import Coded, code_table, mistakes, overview, theme_table
from coded_units import QUOTED, read_quotations

from qualcode.codebook import load_codebook
from qualcode.workflow.demo import sample

PASSES = ("first", "second")


def main(arguments: list[str] | None = None) -> None:
    """Prints the tables of the quotations of one half, or of the interviews."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quotations", choices=QUOTED, default="dev", help="which quotations")
    parser.add_argument("--interviews", action="store_true", help="the interviews coded by hand instead")
    parser.add_argument("--codebook", type=Path, default=sample()[0], help="another codebook than the shipped one")
    parser.add_argument("--mistakes", action="store_true", help="list what was coded differently, too")
    options = parser.parse_args(arguments)
    results = measure(options.codebook, None if options.interviews else options.quotations)
    sys.stdout.write("\n".join((overview(results), theme_table(results), code_table(results))))
    if options.mistakes:
        sys.stdout.write(f"\n{mistakes(results[0])}")


def whole_report() -> str:
    """The part of docs/accuracy.md on the shipped codebook."""
    folder = sample()[0]
    measured = {name: measure(folder, None if name == "interviews" else name) for name in ("interviews", *QUOTED)}
    units = measured["interviews"][0].units
    first, second = (Coded(name, units, tuple(found)) for name, found in zip(PASSES, passes(units), strict=True))
    return codebook_report(measured, (first, second))


def measure(codebook: Path, half: str | None) -> list[Coded]:
    """What the codebook and its keywords code in the quotations of a half, or (None) in the interviews."""
    shipped = load_codebook(codebook)[0]
    both = (shipped, keywords_only(shipped))
    if half is None:
        units, found = code_interviews(both)
    else:
        units = read_quotations(half)
        found = [code_quotations(units, one) for one in both]
    read, words = found
    return [Coded("qualcode", units, tuple(read)), Coded("keywords", units, tuple(implied(words, shipped)))]


if __name__ == "__main__":
    main()
