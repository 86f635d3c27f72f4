"""The part of the report on the shipped codebook: beside people, on interviews and on quotations."""

from collections.abc import Mapping, Sequence

from coded_tables import Coded, agreement_table, code_table, overview, theme_table

INTRODUCTION = """\
## The shipped codebook

What `codebook/` codes, beside what careful readers of the study code:

- **Interviews**: the ten of `transcripts_sample/gold/`, every sentence of the respondents, coded by hand in two passes
  before the rules were run on them. The readers had the study's definitions and not the codebook's files.
- **Quotations in the manner of reports, unseen**: 220 invented ones, in the words people use
  (`tests/gold/quotations/test_report.yaml`), by an author who knew the study's definitions and nothing else, and kept
  from those who wrote the rules.
- The same by **a fifth author**: 200, run once (`third_report.yaml`).
- **Quotations in other words, unseen**: 220 by another author (`test.yaml`). About a third avoids, on purpose, the
  words that a keyword list would have.
- **Quotations, seen**: 260 and 220 by two more authors of the same kinds (`dev_report.yaml`, `dev.yaml`). The rules
  were tried on them, so their figures flatter.

What is counted:

- **Themes, codes**: micro precision, recall and F1 of the set of themes or codes that a passage got, whatever the
  reading; a passage is a sentence of an interview, or a quotation. In brackets the 95 % interval of F1 (bootstrap over
  passages, 2,000 resamples, seeded).
- **Agents**: of the harms that readers and rules both coded with the same code, the share with the same agent.
  **Perpetrators**: of the harms readers coded in passages where rules see any harm, the share where one of them has
  the right agent. **Readings**: of the codes that both gave, the share whose reading (affirmed, negated, ceased,
  hypothetical, asked) is the readers'.
- **Keywords**: the same codebook with every word of its rules as a keyword, and nothing else: no nearness, events,
  vetoes or readings.

`python tests/gold/measure_codebook.py --interviews` (or `--quotations NAME`) prints one of them, and with
`--mistakes` every passage that was coded differently.
"""
AGREEMENT = """\
### How far the two readers agree

Sentences of the ten interviews, both passes, before anything was settled. Kappa is Cohen's (1960), on whether a
sentence has a code of the theme. Both readers were trained alike, which makes these figures higher than those of two
people who learned the codebook apart.
"""
TITLES = {
    "interviews": "Interviews, sentence by sentence",
    "third_report": "Quotations in the manner of reports, unseen, by a fifth author",
    "test_report": "Quotations in the manner of reports, unseen",
    "test": "Quotations in other words, unseen",
    "dev_report": "Quotations in the manner of reports, seen",
    "dev": "Quotations in other words, seen",
}


def codebook_report(measured: Mapping[str, Sequence[Coded]], passes: tuple[Coded, Coded]) -> str:
    """The tables of every measurement, and how far the two passes over the interviews agree."""
    parts = [INTRODUCTION]
    for name, results in measured.items():
        parts += [f"### {TITLES[name]}\n", overview(results), theme_table(results), code_table(results)]
    return "\n".join((*parts, AGREEMENT, agreement_table(*passes)))
