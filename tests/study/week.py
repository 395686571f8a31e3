"""A student's weeks, evening by evening: what was asked, in which forms, and how long it took.

python tests/study/week.py [DAYS] [--seed N] [--all]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulated_student import Evening, Student, week

BEGUN = ((0, "kosovo-nato"), (3, "how-nato-admits-a-member"))


def told(evening: Evening, *, every: bool) -> None:
    """Print one evening."""
    when = date.fromordinal(evening.day).strftime("%A %d %B")
    promised = evening.promised
    print(
        f"\n{when}: promised {promised.due} due, {promised.new} new, {promised.minutes:.0f} min; "
        f"asked {evening.cards} cards in {len(evening.showings)} showings, {evening.begun} new, "
        f"{sum(s.right for s in evening.showings)} right"
    )
    forms = ", ".join(f"{form} {n}" for form, n in sorted(evening.forms.items()))
    print(f"  {evening.minutes:.1f} min, {evening.answering:.1f} of them answering; {forms}")
    if evening.end is not None:
        end = evening.end
        print(f"  then: {end.next_cards} due in {end.next_day - end.today} d; {evening.notices}")
    for n, showing in enumerate(evening.showings if every else (), 1):
        what = "new" if showing.was_new else "step" if showing.step else "due"
        mark = "right" if showing.right else "wrong"
        if showing.right and not showing.recalled:
            mark = "lucky"
        print(
            f"  {n:3} {what:4} {showing.form.value:6} {mark} {showing.rating.name.lower():5} "
            f"-> {showing.again:7} {showing.prompt[:70]}"
        )


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("days", nargs="?", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="every showing")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        student = Student(Path(folder), chosen.seed)
        for evening in week(student, BEGUN, chosen.days):
            told(evening, every=chosen.all)


if __name__ == "__main__":
    main()
