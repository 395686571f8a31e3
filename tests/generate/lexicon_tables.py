"""Verbs with their five forms, and words with the parts of speech they can have."""

FORMS = """
be is was been being
have has had had having
do does did done doing
go goes went gone going
say says said said saying
leave leaves left left leaving
lie lies lay lain lying
lay lays laid laid laying
die dies died died dying
dye dyes dyed dyed dyeing
tie ties tied tied tying
vie vies vied vied vying
flee flees fled fled fleeing
fly flies flew flown flying
flow flows flowed flowed flowing
see sees saw seen seeing
seek seeks sought sought seeking
foresee foresees foresaw foreseen foreseeing
oversee oversees oversaw overseen overseeing
find finds found found finding
found founds founded founded founding
fund funds funded funded funding
wind winds wound wound winding
wound wounds wounded wounded wounding
bind binds bound bound binding
grind grinds ground ground grinding
ground grounds grounded grounded grounding
fall falls fell fallen falling
feel feels felt felt feeling
fill fills filled filled filling
file files filed filed filing
rise rises rose risen rising
raise raises raised raised raising
arise arises arose arisen arising
stop stops stopped stopped stopping
plan plans planned planned planning
ban bans banned banned banning
bar bars barred barred barring
bare bares bared bared baring
star stars starred starred starring
stare stares stared stared staring
hop hops hopped hopped hopping
hope hopes hoped hoped hoping
rob robs robbed robbed robbing
quit quits quit quit quitting
quiz quizzes quizzed quizzed quizzing
quote quotes quoted quoted quoting
equip equips equipped equipped equipping
admit admits admitted admitted admitting
commit commits committed committed committing
permit permits permitted permitted permitting
submit submits submitted submitted submitting
refer refers referred referred referring
prefer prefers preferred preferred preferring
defer defers deferred deferred deferring
differ differs differed differed differing
offer offers offered offered offering
occur occurs occurred occurred occurring
incur incurs incurred incurred incurring
deter deters deterred deterred deterring
enter enters entered entered entering
compel compels compelled compelled compelling
expel expels expelled expelled expelling
control controls controlled controlled controlling
patrol patrols patrolled patrolled patrolling
cancel cancels cancelled cancelled cancelling
travel travels travelled travelled travelling
signal signals signalled signalled signalling
appeal appeals appealed appealed appealing
reveal reveals revealed revealed revealing
rebel rebels rebelled rebelled rebelling
regret regrets regretted regretted regretting
target targets targeted targeted targeting
benefit benefits benefited benefited benefiting
visit visits visited visited visiting
limit limits limited limited limiting
develop develops developed developed developing
worship worships worshipped worshipped worshipping
kidnap kidnaps kidnapped kidnapped kidnapping
focus focuses focused focused focusing
panic panics panicked panicked panicking
mimic mimics mimicked mimicked mimicking
carry carries carried carried carrying
deny denies denied denied denying
destroy destroys destroyed destroyed destroying
delay delays delayed delayed delaying
pay pays paid paid paying
play plays played played playing
buy buys bought bought buying
bring brings brought brought bringing
watch watches watched watched watching
launch launches launched launched launching
crash crashes crashed crashed crashing
pass passes passed passed passing
tax taxes taxed taxed taxing
fix fixes fixed fixed fixing
veto vetoes vetoed vetoed vetoing
echo echoes echoed echoed echoing
agree agrees agreed agreed agreeing
free frees freed freed freeing
begin begins began begun beginning
win wins won won winning
run runs ran run running
overrun overruns overran overrun overrunning
become becomes became become becoming
overcome overcomes overcame overcome overcoming
withdraw withdraws withdrew withdrawn withdrawing
withhold withholds withheld withheld withholding
understand understands understood understood understanding
undertake undertakes undertook undertaken undertaking
undergo undergoes underwent undergone undergoing
overthrow overthrows overthrew overthrown overthrowing
uphold upholds upheld upheld upholding
forbid forbids forbade forbidden forbidding
forget forgets forgot forgotten forgetting
forgive forgives forgave forgiven forgiving
freeze freezes froze frozen freezing
steal steals stole stolen stealing
strike strikes struck struck striking
shoot shoots shot shot shooting
show shows showed shown showing
shut shuts shut shut shutting
put puts put put putting
cut cuts cut cut cutting
hit hits hit hit hitting
cost costs cost cost costing
spread spreads spread spread spreading
split splits split split splitting
broadcast broadcasts broadcast broadcast broadcasting
read reads read read reading
lead leads led led leading
mislead misleads misled misled misleading
lend lends lent lent lending
lose loses lost lost losing
choose chooses chose chosen choosing
bear bears bore borne bearing
bore bores bored bored boring
tear tears tore torn tearing
wear wears wore worn wearing
swear swears swore sworn swearing
swim swims swam swum swimming
sink sinks sank sunk sinking
shrink shrinks shrank shrunk shrinking
drink drinks drank drunk drinking
drive drives drove driven driving
strive strives strove striven striving
write writes wrote written writing
bite bites bit bitten biting
hide hides hid hidden hiding
ride rides rode ridden riding
slide slides slid slid sliding
hang hangs hung hung hanging
light lights lit lit lighting
fight fights fought fought fighting
teach teaches taught taught teaching
catch catches caught caught catching
think thinks thought thought thinking
sell sells sold sold selling
tell tells told told telling
hold holds held held holding
meet meets met met meeting
sit sits sat sat sitting
set sets set set setting
spit spits spat spat spitting
speed speeds sped sped speeding
send sends sent sent sending
spend spends spent spent spending
sue sues sued sued suing
pursue pursues pursued pursued pursuing
issue issues issued issued issuing
ski skis skied skied skiing
zigzag zigzags zigzagged zigzagged zigzagging
re-elect re-elects re-elected re-elected re-electing
re-run re-runs re-ran re-run re-running
outbid outbids outbid outbid outbidding
unfreeze unfreezes unfroze unfrozen unfreezing
rerun reruns reran rerun rerunning
blog blogs blogged blogged blogging
gentrify gentrifies gentrified gentrified gentrifying
crowdfund crowdfunds crowdfunded crowdfunded crowdfunding
tweak tweaks tweaked tweaked tweaking
yak yaks yakked yakked yakking
"""
"""Base, third person, past, participle, gerund."""

AMBIGUOUS = """
report NN VB VBP
call VB VBP NN
leaves VBZ NNS
leave VB VBP NN
said VBD VBN
left VBD VBN JJ NN
lead VB VBP NN JJ
leads VBZ NNS
leading JJ VBG
vote NN VB VBP
votes NNS VBZ
strike NN VB VBP
strikes NNS VBZ
plan NN VB VBP
plans NNS VBZ
attack NN VB VBP
attacks NNS VBZ
claim VB VBP NN
claims VBZ NNS
show VB VBP NN
shows VBZ NNS
state NN VB VBP
states NNS VBZ
number NN VB VBP
force NN VB VBP
forces NNS VBZ
support NN VB VBP
order NN VB VBP
orders NNS VBZ
increase NN VB VBP
change NN VB VBP
changes NNS VBZ
talk NN VB VBP
talks NNS VBZ
visit NN VB VBP
visits NNS VBZ
protest NN VB VBP
protests NNS VBZ
work NN VB VBP
works NNS VBZ
move NN VB VBP
return VB VBP NN
returns VBZ NNS
run VB VBP VBN NN
set VBD VBN VB VBP NN
put VBD VBN VB VBP
cut VBD VBN VB VBP NN
hit VBD VBN VB VBP NN
read VBD VBN VB VBP
cost VBD VBN VB VBP NN
spread VBD VBN VB VBP NN
split VBD VBN VB VBP NN
broadcast NN VBD VB VBN VBP
become VBN VBP VB
became VBD
come VBN VBP VB
came VBD
saw VBD NN
seen VBN
found VBD VBN
founded VBD VBN
felt VBD VBN
fell VBD
rose VBD NN
shot VBD VBN NN
thought VBD VBN NN
ground NN VB VBP VBD VBN
wound NN VB VBP VBD VBN
bound VBD VBN
lay VBD VB VBP
lie VB VBP NN
lies VBZ NNS
lying VBG
meeting NN VBG
building NN VBG
killing NN VBG
opening NN VBG
ruling NN VBG
hearing NN VBG
fighting NN VBG
bombing NN VBG
missing JJ VBG
growing JJ VBG
armed JJ VBN VBD
united JJ VBN VBD
limited JJ VBN VBD
wounded JJ VBN VBD
open VB VBP JJ
close JJ VB VBP NN RB
clear VB VBP JJ
free JJ VB VBP
own JJ VB VBP
last JJ RB VB
past JJ NN IN RB
present JJ NN VB VBP
major JJ NN
minor JJ NN
general JJ NN
chief JJ NN
official JJ NN
officials NNS
national JJ NN
military JJ NN
public JJ NN
secret JJ NN
human JJ NN
individual JJ NN
criminal JJ NN
liberal JJ NN
conservative JJ NN
executive JJ NN
representative JJ NN
native JJ NN
future JJ NN
light JJ NN VB
right JJ NN RB
second JJ NN
like IN VB JJ VBP
that DT IN WDT
her PRP$ PRP
his PRP$
there EX RB
to TO
so RB IN
as IN RB
before IN RB
after IN RB
since IN RB
until IN
about IN RB RP
around IN RB RP
over IN RB RP
up RP IN RB
off RP IN RB
down RP IN RB
out RP IN RB
more JJR RBR
most JJS RBS
better JJR RBR
best JJS RBS
less JJR RBR
earlier RB RBR JJR
early JJ RB
late JJ RB
hard JJ RB
fast JJ RB
only RB JJ
well RB JJ
home NN RB
today NN RB
north JJ NN RB
abroad RB JJ
few JJ
much JJ RB
one CD NN
dozen CD NN
dozens NNS
including IN VBG
following IN VBG
according IN VBG
given IN VBN VBD
due JJ IN
had VBD VBN
has VBZ
have VB VBP
is VBZ
's POS VBZ
'd MD VBD
n't RB
will MD
can MD
who WP
which WDT
whose WP$
when WRB
and CC
police NN NNS
people NNS
children NNS
women NNS
wives NNS
lives VBZ NNS
series NN NNS
aircraft NN NNS
headquarters NN NNS
crises NNS
countries NNS
policemen NNS
troops NNS
bigger JJR
largest JJS
easier JJR
worst JJS RBS
quickly RB
currently RB
still RB
traveled VBD VBN
travelled VBD VBN
organised VBD VBN
organizing VBG
focussed VBD VBN
organisations NNS
means NN VBZ
thanks NNS VBZ
use VB VBP NN
uses VBZ NNS
need VB VBP NN
needs VBZ NNS
fear NN VB VBP
fire NN VB VBP
fires NNS VBZ
charge NN VB VBP
charges NNS VBZ
ship NN VB VBP
ships NNS VBZ
ban NN VB VBP
bill NN VB VBP
deal NN VB VBP
deals NNS VBZ
"""
"""The most frequent tag, then others that must be among those found."""

GUESSED = """
three-year JJ
18-year-old JJ NN
18-year-olds NNS
51-nation JJ
5th JJ
1990s NNS
3,770 CD
long-term JJ
Serb-led NNP JJ
well-armed JJ
twenty-five CD
re-elected VBD VBN
co-founders NNS
anti-tank JJ NN
crack-up NN
gentrifying VBG
gentrified VBD VBN
gentrification NN
ungraciously RB
microloans NNS VBZ
crowdfund NN
Zastava NNP
mercantilist NN
foolhardiness NN
bulbous JJ
bioengineer NN
"""
"""The same for words that are not known."""
