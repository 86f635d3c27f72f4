"""How long a workbook of many codings takes, beside a plain openpyxl table of the same quotes.

python tests/benchmarks/workbook.py [--codings 100000] [--respondents 1000]
"""

import argparse
import sys

from programs import run


def main() -> None:
    """Prints a table: seconds and memory of both."""
    parser = argparse.ArgumentParser(description="How long a workbook of many codings takes.")
    parser.add_argument("--codings", type=int, default=100_000)
    parser.add_argument("--respondents", type=int, default=1_000)
    options = parser.parse_args()
    lines = ["|  | seconds | memory | file |", "|---|---:|---:|---:|"]
    names = {"qualcode": "qualcode, all sheets", "plain": "openpyxl, the quotes alone"}
    for how, name in names.items():
        done = run("run_workbook.py", str(options.codings), str(options.respondents), how)
        memory = f"{done.peak / 1e6:,.0f} MB" if done.peak else "unknown"
        lines.append(f"| {name} | {done.found['seconds']:.1f} | {memory} | {done.found['size'] / 1e6:.1f} MB |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
