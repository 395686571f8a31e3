"""Words that hold a sentence together, with their parts of speech, and the helping verbs."""

from __future__ import annotations

from functools import cache

_FUNCTION_WORDS = """
DT: the a an every no another each these those any some this
DT PDT: all
DT CC: both either neither
DT NN PDT: half
JJ DT PDT: such
DT IN WDT: that
PRP: i he she it we they me him us them myself himself herself itself ourselves themselves yourself
PRP: yourselves oneself yours hers ours theirs you
PRP$: my your its our their
PRP$ PRP: her
PRP$: his
WP: who whom what whoever whomever whatever
WP$: whose
WDT: which whichever
WRB: when where why how whenever wherever whereby
EX RB: there
TO: to
MD: can could may might must shall should will would ought cannot 'll wo ca sha
MD VBD: 'd
VBZ: is has does
VBP: am are 're 've 'm
VBD: was were did
VBD VBN: had
VB VBP: have do
VB: be
VBN: been done
VBG: being having doing
POS VBZ: 's
POS: '
RB: n't not never
CC: and or nor
CC RB IN: but yet
CC: plus minus
IN: of in at by with from for into during without against between among amongst towards toward upon
IN: within via per amid amidst despite beneath beside besides unlike throughout whereas although
IN: because if unless lest whether while whilst though until till than onto concerning regarding
IN: alongside underneath notwithstanding versus vs except beyond across v
IN RB: as since after before below above behind inside outside near opposite along
IN RB RP: about around over through on under
RP IN RB: up out off down
RB RP: away apart aside back forth
RB IN: so once
IN VB JJ VBP: like
RB IN JJ: next
RB JJ: only even well far
JJ RB: long early late fast hard straight
JJ NN IN RB: past
JJ VB VBP: own
JJ RB VB: last
JJ RB: first
JJ NN RB: second
JJ VBN VBD: armed united limited alleged wounded advanced detailed related talented sacred
JJ VBN VBD: involved concerned
JJ IN: due worth
JJ: many few several various other same third certain former latter
NNS: others
JJR RBR: more less fewer better worse farther further
JJS RBS: most least
RB RBR JJR: earlier later
RBR JJR: sooner longer faster harder
JJS RBS: best worst
JJ RB: much little enough
NN: none something nothing anything everything someone anyone everyone nobody somebody anybody
NN: everybody
NN RB: today tomorrow yesterday tonight home
CD: zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
CD: sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
CD: hundred thousand million billion trillion
CD NN: one dozen
NNS: ones dozens hundreds thousands millions billions trillions tens
JJ RB: fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth
UH: oh hello ah wow alas hey
UH RB: yes
IN VBG: including following according pending
IN VBN VBD: given
IN JJ NN: round
VBD VBN JJ NN: left
VBD VBN: found felt led fed bound
VBD NN: saw rose fell
VBD VBN NN: shot thought cast
NN PRP: mine
VBD: went spoke shook
VBN JJ: born
VB VBP JJ NN: lead
JJ VB VBP NN RB: close
JJ RB NN VB: right
JJ NN RB: north south east west overseas
RB JJ: abroad alone ahead together
VBD VBN VB VBP NN: cut hit set put read split spread cost hurt shut
VBD VB VBN VBP: let
VBN VBP VB VBD: become come overcome
VB VBP VBN NN: run
NNS VBZ: thanks
NN VBZ: means
NN NNS: police staff media data
"""
"""Words that hold a sentence together, and those whose first tag no rule below would find."""
PLAIN_LEMMAS = {
    "is": "be", "am": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "'s": "be", "'re": "be", "'m": "be", "has": "have", "had": "have", "having": "have",
    "'ve": "have", "does": "do", "did": "do", "done": "do", "doing": "do", "'ll": "will",
    "wo": "will", "ca": "can", "sha": "shall", "n't": "not", "'d": "would", "an": "a",
}  # fmt: skip
"""Of the helping verbs and what is cut from them."""
GRADES = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "more": "much",
    "most": "much", "less": "little", "least": "little", "farther": "far", "further": "far",
    "fewer": "few", "earlier": "early", "later": "late", "sooner": "soon", "longer": "long",
    "faster": "fast", "harder": "hard",
}  # fmt: skip
"""The plain form of what is compared without -er and -est, or may be an adverb."""


@cache
def function_words() -> dict[str, tuple[str, ...]]:
    """The tags of each of these words, the most frequent in news first."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _FUNCTION_WORDS.strip().splitlines():
        tags, _, words = line.partition(": ")
        for word in words.split():
            found[word] = tuple(tags.split())
    return found
