"""Measures events, assertions and routes on the gold sentences, and the shipped codebook, beside simpler means.

Run from the repository, with qualcode installed:
python tests/gold/measure.py [--set dev|test|unseen|third] [--failures] [--write docs/accuracy.md]
"""

import argparse
import sys
from pathlib import Path

from baselines import always_affirmed, keyword_events, places_in_order, word_window
from gold_engine import gold_codebook, read_assertions, read_events
from gold_entries import SETS, GoldSet, read_set
from gold_report import failure_list, report, set_tables
from gold_results import Measured, Result
from gold_routes import read_routes, shipped_routes
from measure_codebook import whole_report


def main(arguments: list[str] | None = None) -> None:
    """Prints the tables of one set, or writes those of all into a document."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--set", choices=SETS, default=SETS[0], help="which set to print (dev)")
    parser.add_argument("--failures", action="store_true", help="list what was read differently, too")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the report of all sets")
    options = parser.parse_args(arguments)
    if options.write:
        sets = {name: read_set(name) for name in SETS}
        sentences = report({name: measure(part) for name, part in sets.items() if part.events})
        options.write.write_text(f"{sentences}\n{whole_report()}", encoding="utf-8")
        return
    measured = measure(read_set(options.set))
    sys.stdout.write(set_tables(measured))
    if options.failures:
        sys.stdout.write(f"\n### What was read differently\n\n{failure_list(measured)}")


def measure(part: GoldSet) -> Measured:
    """What qualcode and the baselines say about every entry of `part`."""
    codebook, routes = gold_codebook(), shipped_routes()
    places = {name: tuple(place.names()) for name, place in routes.places.items()}
    events, assertions, legs = part.events, part.assertions, part.routes
    return Measured(
        (
            Result("qualcode", events, tuple(read_events(events, codebook))),
            Result("keywords", events, tuple(keyword_events(events, codebook))),
        ),
        (
            Result("qualcode", assertions, tuple(read_assertions(assertions, codebook))),
            Result("always affirmed", assertions, tuple(always_affirmed(assertions))),
            Result("word window", assertions, tuple(word_window(assertions))),
        ),
        (
            Result("qualcode", legs, tuple(read_routes(legs, routes))),
            Result("places in order", legs, tuple(places_in_order(legs, places))),
        ),
    )


if __name__ == "__main__":
    main()
