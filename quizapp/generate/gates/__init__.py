"""Gates: what may be wrong with a question, each a small pure function with a name."""

from quizapp.generate.gates.company import ALONE, Company
from quizapp.generate.gates.gate import Gate
from quizapp.generate.gates.judging import GATES, judge

__all__ = ["ALONE", "GATES", "Company", "Gate", "judge"]
