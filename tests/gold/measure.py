"""Measures events, assertions and routes on the gold sentences, beside simpler means.

Run from the repository, with qualcode installed:
python tests/gold/measure.py [--half dev|test] [--failures] [--write docs/accuracy.md]
"""

import argparse
import sys
from pathlib import Path

from baselines import always_affirmed, keyword_events, places_in_order, word_window
from gold_engine import gold_codebook, read_assertions, read_events
from gold_entries import HALVES, Half, read_half
from gold_report import failure_list, half_tables, report
from gold_results import Measured, Result
from gold_routes import read_routes, shipped_routes


def main(arguments: list[str] | None = None) -> None:
    """Prints the tables of one half, or writes those of both into a document."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--half", choices=HALVES, default=HALVES[0], help="which half to print (dev)")
    parser.add_argument("--failures", action="store_true", help="list what was read differently, too")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the report of both halves")
    options = parser.parse_args(arguments)
    if options.write:
        halves = {name: read_half(name) for name in HALVES}
        written = report({name: measure(half) for name, half in halves.items() if half.events})
        options.write.write_text(written, encoding="utf-8")
        return
    measured = measure(read_half(options.half))
    sys.stdout.write(half_tables(measured))
    if options.failures:
        sys.stdout.write(f"\n### What was read differently\n\n{failure_list(measured)}")


def measure(half: Half) -> Measured:
    """What qualcode and the baselines say about every entry of `half`."""
    codebook, routes = gold_codebook(), shipped_routes()
    places = {name: tuple(place.names()) for name, place in routes.places.items()}
    events, assertions, legs = half.events, half.assertions, half.routes
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
