"""The distinct words met so far, numbered, and which of them each word of a term accepts."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from qualcode.matching.inflect import bare
from qualcode.matching.terms import Step
from qualcode.matching.words import Numbers


class Vocabulary:
    """Folded forms by number. It only grows, so that numbers stay what they are from one transcript to the next."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._accented: dict[str, list[int]] = defaultdict(list)
        self._accepted: dict[Step, tuple[int, Numbers]] = {}

    def __len__(self) -> int:
        return len(self.forms)

    def numbers(self, forms: Iterable[str]) -> Numbers:
        """The number of each form, a new one where it was not met before."""
        known = self._numbers
        found: list[int] = []
        for form in forms:
            number = known.get(form)
            if number is None:
                number = known[form] = len(self.forms)
                self.forms.append(form)
                if not form.isascii():
                    self._accented[bare(form)].append(number)
            found.append(number)
        return np.array(found, np.int32)

    def accepted(self, step: Step) -> Numbers:
        """The numbers of all forms met so far that `step` accepts, in order."""
        seen, numbers = self._accepted.get(step, (0, np.empty(0, np.int32)))
        if seen < len(self.forms):
            if step.shape is not None:
                fresh = [number for number in range(seen, len(self.forms)) if step.accepts(self.forms[number])]
                numbers = np.concatenate([numbers, np.array(fresh, np.int32)])
            else:
                numbers = np.array(sorted(self._listed(step)), np.int32)
            self._accepted[step] = (len(self.forms), numbers)
        return numbers

    def _listed(self, step: Step) -> set[int]:
        found = {self._numbers[form] for form in step.forms if form in self._numbers}
        if not step.exact:
            for form in step.forms:
                found.update(self._accented.get(form, ()))
        return found
