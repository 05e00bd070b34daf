"""Tries entries out: what an import with them makes must be what stands in the Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.errors import GazetteError
from generator.intake.adoption import reasons
from generator.intake.adoption.changes import Change, compare, words
from generator.intake.adoption.edits import Side, Unfit
from generator.intake.adoption.proposals import Author, propose
from generator.intake.importer import Made, Reading, make
from generator.model import Issue, Written

SIDES: tuple[Side, ...] = ("before", "behind")


@dataclass(frozen=True, slots=True)
class Plan:
    """A change and the entries that should make it."""

    change: Change
    entries: tuple[Written, ...]


@dataclass
class Trial:
    """The import of a source with what was adopted so far, against the edited Markdown."""

    reading: Reading
    edited: Issue
    present: Sequence[Written]
    """What stands in the file of corrections."""
    made: Made
    adopted: list[Written] = field(default_factory=list)
    reasons: dict[tuple[int, str, int, str, str], Unfit] = field(default_factory=dict)
    """Why a change was not adopted, by its key."""

    @property
    def left(self) -> list[Change]:
        """What is not adopted yet."""
        return compare(self.made.issue, self.edited)

    def run(self, author: Author) -> None:
        """Adopts what can be adopted. An edit may need another one, so it is asked of each again
        as long as one was taken."""
        again = True
        while again:
            again = False
            for side in SIDES:
                plans = self._plans(author, side)
                again = self._settle(plans) or again
                if not self.left:
                    return

    def _plans(self, author: Author, side: Side) -> list[Plan]:
        plans: list[Plan] = []
        left = self.left
        elsewhere = {
            words(block)
            for change in left
            if change.what == "reshaped" and isinstance(change.new, tuple)
            for block in change.new
        }
        for change in left:
            try:
                if change.what == "removed" and words(change.old) in elsewhere:
                    raise reasons.moved()
                entries = tuple(propose(change, self.made, author, side))
            except Unfit as unfit:
                self.reasons.setdefault(change.key, unfit)
                continue
            plans.append(Plan(change, entries))
        return plans

    def _settle(self, plans: Sequence[Plan]) -> bool:
        """Takes all plans at once where that comes to the edited text, else halves of them."""
        if not plans:
            return False
        unfit = self._take(plans)
        if unfit is None:
            return True
        if len(plans) == 1:
            self.reasons[plans[0].change.key] = unfit
            return False
        half = len(plans) // 2
        taken = [self._settle(plans[:half]), self._settle(plans[half:])]
        return any(taken)

    def _take(self, plans: Sequence[Plan]) -> Unfit | None:
        """Takes the plans, if an import with them makes their changes and no other."""
        entries = [*self.adopted, *(entry for plan in plans for entry in plan.entries)]
        try:
            made = make(self.reading, [*self.present, *entries])
        except GazetteError as error:
            return Unfit(f"an import with the correction fails: {error.message}", error.hint)
        before = {change.key for change in self.left}
        after = compare(made.issue, self.edited)
        own = {plan.change.key for plan in plans}
        other = [change for change in after if change.key not in before - own]
        if other:
            names = {item.order: f"{item.slug}.md" for item in made.issue.items}
            return reasons.otherwise(plans[0].change, other, names)
        self.made, self.adopted = made, entries
        return None
