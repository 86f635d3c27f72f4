"""Signing a state of the study off, and telling what has changed since."""

from pydantic import TypeAdapter

from qualcode.analysis.signoff import Frozen, changes, freeze
from qualcode.errors import MisuseError, did_you_mean
from qualcode.model.table import Listing
from qualcode.workflow.coding import codebook_files
from qualcode.workflow.desk import checked_coder
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import coded


def sign_off(study: Study, name: str, coder: str) -> Frozen:
    """Freezes the codebook, the decisions, the profiles and what is counted under a name.

    Raises MisuseError for a name that is taken: what was signed off never changes.
    """
    if not name.strip() or name in study.store.sign_offs():
        raise MisuseError(
            f'"{name}" is signed off already.' if name.strip() else "a sign-off needs a name.",
            hint="another name: qualcode sign-off report-2 --coder ANNA",
        )
    files = {one.name: one.read_text(encoding="utf-8-sig") for one in codebook_files(study.folder.codebook)}
    made = freeze(coded(study), checked_coder(coder), tuple(one.id for one in study.store.decisions()), files)
    with study.store.transaction():
        study.store.put_sign_off(name, made.coder, TypeAdapter(Frozen).dump_json(made).decode("utf-8"))
        study.store.log("sign-off", name=name, coder=made.coder, decisions=len(made.decisions))
    return made


def changes_since(study: Study, name: str) -> Listing:
    """What differs from the state of this name; MisuseError where there is none."""
    held = study.store.sign_offs()
    if name not in held:
        known = f"one of: {', '.join(held)}" if held else "qualcode sign-off NAME --coder ANNA makes one"
        raise MisuseError(f'nothing is signed off as "{name}".{did_you_mean(name, held)}', hint=known)
    return changes(TypeAdapter(Frozen).validate_json(held[name]), coded(study), name=name)
