"""What was done once, told in the simple past: "has … asked" becomes "did … ask"."""

from __future__ import annotations

from quizapp.generate.language.clause import Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon


def simply(parse: Parse, clause: Clause, helper: str, rest: str) -> tuple[str, str]:
    """The helper and the verb behind the subject, in the simple past where it was done once."""
    group, main = clause.verb, parse.tokens[clause.verb.main]
    if (
        helper in ("has", "have")
        and not group.passive
        and rest == main.text
        and main.lemma not in ("be", "have", "become")
        and "state" not in lexicon().verb_flags(main.lemma)
    ):
        return "did", lexicon().forms(main.lemma).base
    if helper in ("has", "have") and group.passive and rest.startswith("been "):
        return {"has": "was", "have": "were"}[helper], rest.removeprefix("been ")
    return helper, rest
