"""English: the words and turns of phrase by which its sentences are read. Months are in ``core/months``."""

from __future__ import annotations

import re

# --- numbers ---
LITTLE = frozenset("and for from of on the with".split())
"""Words that hardly any English title does without, and that titles in other languages of its letters do not have."""
ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

# --- what is counted, and how it is bounded ---
BOUNDS = {
    "about": "about around some roughly approximately nearly almost circa estimated approximate c. ca.".split(),
    "at-least": ["at least", "no fewer than", "no less than", "not fewer than", "not less than", "a minimum of"],
    "over": ["over", "more than", "above", "upwards of", "exceeding"],
    "under": ["under", "less than", "fewer than", "below"],
    "up-to": ["up to", "at most", "no more than", "as many as", "not more than", "a maximum of"],
}
RULED_OVER = re.compile(
    r"\b(?:guard\w*|watch\w*|control|preside[sd]?|presiding|author\w+|command|power|rule[sd]?|sway|influence|jurisdiction"
    r"|sovereignty|dispute[sd]?|quarrel\w*|spread|stretch\w*) (?:\w+ )?over$"
)
"""*Guarded over 14 sites* and *control over two bases* bound no number."""
NEARLY = "nearly|almost"
"""Less than the number, where a source says so of its own."""
TIMES = re.compile(r"\b(?:twice|times|half|third|quarter) $")
"""Before *as many as*, which then compares and does not bound."""
RANGING = re.compile(
    r"\b(?:somewhere|anything|anywhere|rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)|put|given) from $", re.IGNORECASE
)
"""Before two numbers, one to the other: those between which it lies, not a change from one to the other."""
BOUND_AFTER = re.compile(r" ?\+(?=\s|$)(?! \d)| (?:or|and) (?:more|over|fewer|less|under)\b(?! than\b)")
BEFORE_UNIT = frozenset("of the its their his her these those them such other further more new".split())
BEHIND_UNIT = frozenset(
    "in on at and that who which from to by for are is was were or as into with had has have did does do of stayed"
    " since until than when while where after before under over between among through against not whose whom".split()
)
PERSONS = frozenset(
    "person people man serviceman soldier troop personnel participant military peacekeeper fighter".split()
)
"""Those who are counted in forces and drills, in the singular: one source says soldiers, another people."""
PLURALS = frozenset("people men women personnel staff servicemen military troops children heads series".split())
CURRENCIES = {
    "$": r"\$|\bdollars?\b", "€": r"€|\beuros?\b", "₽": r"₽|\br(?:ou|u)bles?\b", "£": r"£|\bpounds?\b",
    "tenge": r"\btenge\b", "dram": r"\bdrams?\b", "som": r"\bsoms?\b",
}  # fmt: skip
NAMELY = r"namely|to wit|viz\.?|that is|i\.e\.|these being|they are"
SUMMED_UP = re.compile(
    r"\b(?:together|altogether|in all|in total|totals?|overall|combined|come to|comes to|came to|adds? up|added up|sum"
    r"|whole|brings?|brought|raise[sd]?|making|between them)\b|=",
    re.IGNORECASE,
)
"""Words that say that a number is the sum of others, of whatever is known."""
MADE_UP = re.compile(
    r"\b(?:evenly|either|each|apiece|of them|from both|in both|makes?|made|so|numbers|numbering|counts|counting)\b",
    re.IGNORECASE,
)
"""Words that may say so, of the numbers that stand beside it."""
SHARED_OUT = re.compile(r"\b(?:evenly|either|each|apiece|from both|in both)\b", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:more|fewer|less|longer|shorter|larger|smaller|higher|lower|older|younger|above|below|outnumber\w*|short of"
    r"|rose|risen|grew|grown|fell|fallen|went up|gone up|came down|increase\w*|decrease\w*|drop\w*|shr[aiu]nk"
    r"|additional|extra|apart|differ\w*)\b",
    re.IGNORECASE,
)
"""Words that set numbers against one another, so that one may be what lies between two, whatever is known."""
COMPARED_WITH = re.compile(r"\b(?:than|of|as|against) (?:the|these|those|its|their) $", re.IGNORECASE)
"""Before a number that another is compared with, and whose bound was told with it."""
OR_SO = re.compile(r" or (?:so\b|a little (?:over|more|less)\b|thereabouts\b|slightly)")
"""Behind a number that is not told exactly."""
NO_MORE = re.compile(r"\bno (?:more|fewer|less) than $", re.IGNORECASE)
"""Before a number that is few or many: the same number, told with surprise."""
AHEAD = re.compile(r" (?:ahead|in advance|before\w*|prior|earlier|notice|of notice)\b")
"""Behind a time limit: six months ahead are at least six."""
BOUND_BEFORE = re.compile(r"\b(?:more|less|fewer) than $", re.IGNORECASE)
LEFT_OVER = re.compile(
    r"\b(?:others?|rest|remaining|left|leaves?|lost|not|only|all but|further|another|else|elsewhere|down|up)\b",
    re.IGNORECASE,
)
"""Words that may say that a number is what one leaves of another, of those that are told."""
SOURCES = re.compile(
    r"\b(?:sources?|outlets?|papers?|reports?|studies|sites?|articles?|texts?|accounts?|agencies|scholars|authors"
    r"|versions|copies|documents|laws|acts|volumes|books|chapters)$"
)
"""What sources are called that a sentence counts and cites."""
ANNOUNCED_LIST = re.compile(rf"[^:;,.()]{{0,60}}(?:: |,? (?:{NAMELY}),? | \()([^;)]+)")
APPOSED_LIST = re.compile(
    r"[^:;,.()]{0,60}, (?!(?:and|but|or|as|when|while|which|who|whose|where|with|of)\b)([^;:()]+)"
)
"""Behind a number what it counts: *three ports: A, B and C*, *two chambers, the upper and the lower*."""
LAST_LIST = re.compile(
    r"(?:,|:) ((?:the )?[A-Z][\w-]*(?: [\w-]+){0,3}(?:, [\w -]+)*,? and (?:the )?[A-Z][\w -]*)[.;]?$"
)
"""The names at the end of a sentence that are counted before: *sees two bodies fail, the Pact and the Synod*."""
BEFORE_LAST = re.compile(r",? (?:and|or) ")
TAKEN_UP = re.compile(
    r"\b(?:the|the latter|the former|all|those|these|other|others|remaining|of|its|their|both)(?: \w+)? $",
    re.IGNORECASE,
)
"""Before a number that was told already: *of the seven*, *the other five*."""
THE_TWO = re.compile(r"\b(?:the|these|those|its|their) (?:(?:last|first|latter|former|other|same) )?$", re.IGNORECASE)
"""Before a pair of which it is known who they are: *the two departures*."""
THE_OTHER = re.compile(r"\bthe (?:other|remaining) $", re.IGNORECASE)
END_OF_ROW = re.compile(r"\bthe (?:first|last|latter|former) $", re.IGNORECASE)
ANOTHER = re.compile(r"\b(?:another|the others?)\b")
"""Behind *one* that counts nothing: *one government was angry, another silent*."""
LAST_OF = re.compile(r"\b(?:the|a) $", re.IGNORECASE)
OTHERS = re.compile(r"\b(?:others?|remaining|rest)\b", re.IGNORECASE)
ONE_PART = re.compile(r"\b(?:an?|one) $")
"""Before an ordinal that is a share: *a fifth*."""
OUT_OF = re.compile(r"(?:in|out of|of|for|to) (?:every |each )?")
"""Between two numbers that tell a share: *nine in ten*, *one for every eight*."""
_POST = r"(?:post|office|chair|chairmanship|leadership|job|duties|reins|seat|place)"
_OFFICE = (
    r"(?:presidents?|premiers?|(?:prime |foreign |defence |deputy )*ministers?|ministry|ministries|ambassador|envoy"
    r"|parliament|government|army|diplomat|leader|security council)"
)
OFFICE_OF = re.compile(rf"\b{_OFFICE} of (?:the )?$", re.IGNORECASE)
"""Before the state whose office it is."""
OFFICE_BEHIND = re.compile(rf"(?:['’]s?|n|an|ian)? (?:[\w-]+ )?{_OFFICE}\b", re.IGNORECASE)
"""Behind the state whose office it is."""
_THE_POST = rf"(?:it|(?:the|his|her|its|their) (?:[\w'’-]+ ){{0,2}}?{_POST})"
HANDED_ON = re.compile(
    rf"\b(?:(?:handed|passed|gave|yielded|left) (?:over|on|{_THE_POST}(?: over| on)?) to|gave way to|made way for"
    r"|preceded|was (?:later |then |in turn )?(?:succeeded|followed|replaced|relieved) by)\b",
    re.IGNORECASE,
)
"""Between two who held a post: the first came before the second. *Handed a letter to* says nothing of it."""
TAKEN_OVER = re.compile(
    rf"\b(?:(?:took|takes|taking|taken) (?:over(?: {_THE_POST})?|{_THE_POST}(?: over)?) from"
    rf"|(?<!was )(?:succeed(?:s|ed|ing)|replac(?:es|ed|ing))|inherited {_THE_POST} from|was preceded by)\b",
    re.IGNORECASE,
)
"""Between two who held a post: the first came after the second."""
FROM_ONE = re.compile(
    rf"\b{_POST} (?:\w+ )?(?:passed|went|goes|moved|changed hands) from $|\b(?:handover|change at the top) from $",
    re.IGNORECASE,
)
"""Before two of whom the second follows the first: *the post passed from A to B*."""
ANNIVERSARY = re.compile(r"\b(?:anniversary|birthday|jubilee)\b")
MEETING_OF = re.compile(
    r"\b(?:session|summit|meeting|gathering|conference|fair|exercise|drill)s? (?:of|in) $", re.IGNORECASE
)
"""Before the date by which a meeting is called."""
TURNED = re.compile(r"\b(?:turn(?:s|ed|ing)?|aged?) $")
"""Before a number that is an age in years."""
OF_YEAR = re.compile(
    r"\b(?:protocols?|agreements?|treat(?:y|ies)|charter|law|concept|strategy|statement|declaration|resolution|memorandum"
    r"|reports?|articles?|interview|study|book) of (?:[A-Z]\w+ )?$",
    re.IGNORECASE,
)
"""Before a year that is a part of what something is called."""
NUMBERED = re.compile(r"\b(?:number|no\.|nos?) $", re.IGNORECASE)
ARTICLES = re.compile(r"\b(?:articles?|clauses?)\b", re.IGNORECASE)
BUT_ONE = re.compile(r"\b(?:only|except|save|without|but one|all but|alone)\b", re.IGNORECASE)
THAT_IS = re.compile(r"\b(?:that is|i\.e\.|hence|or)\b[^,;:.]{0,24}$", re.IGNORECASE)
_THE_DAY = r"the (?:\d{1,2}(?:st|nd|rd|th)(?:,|,? (?:and|or|to)) (?:the )?)*$"
THE_DAY = re.compile(rf"\b{_THE_DAY}", re.IGNORECASE)
"""Before a day: *the 14th*, *the 14th and 15th*."""
ON_THE_DAY = re.compile(rf"\b(?:on|by|until|till|since|from|before|after|through|to|of) {_THE_DAY}", re.IGNORECASE)
BEHIND_DAY = re.compile(
    r"[,.;:)]|$| \(| (?:and|or|to|at|in|when|which|the|they|he|she|it|its|was|were|is|by|for|with"
    r"|of (?:the|that|this))\b"
)
"""What goes on behind a day, and is nothing that could be counted by it."""
_COUNTED = (
    "session|meeting|sitting|anniversary|birthday|jubilee|congress|summit|assembly|plenary|conference|convocation"
    "|parliament|round|stage|phase|day|week|month|year|hour|century|time|place|rank|degree|part|volume|issue|edition"
    "|chapter|section|article|clause|paragraph|item|point|protocol|amendment|package|batch|division|brigade|regiment"
    "|army|corps|base|battalion|fleet|squadron|exercise|drill|member|state|country|president|minister|secretary|parallel"
)
"""What is counted by ordinals in digits: behind the 14th it says that this is no day."""
NO_DAY = re.compile(rf"(?:[ -][\w’'-]+){{0,3}}?[ -](?:{_COUNTED})s?\b", re.IGNORECASE)
PARTS_OF_A_TEXT = (
    "chapter|paragraph|para|clause|section|item|entry|point|part|volume|annex|principle|rule|table|page|footnote"
)
CURRENCY = "(?:us |american )?(?:dollar|euro|rouble|ruble|pound|tenge|dram|som)s?"
SPAN_OF_TIME = "(year|month|week|fortnight|day|decade|hour|minute|centur)(?:s|y|ies)?"

# --- words that say nothing by themselves ---
EMPTY = frozenset(
    "the and for that with from was were has had have its their his her this which who whom into not but are been than"
    " after before under over between among also all any other others one two more most own such when where while will"
    " would could should may might can did does they them there then here what said says say"
    " by at on in of to a an is".split()
)
"""Words that a sentence and a statement may share without speaking of the same thing."""
ENDINGS = re.compile(r"(?:n|an|ian|i|ese|ic|ish|al)?s?|es|ed|ing")
"""How a word ends that is made of a name: *Kazakhs*, *Armenian*."""
NO_NAMES = frozenset(
    "here there where when then than this that these those they them their what which while with without from"
    " into onto over under after before since until once both each every some such many much more most less least"
    " other others another only also even just like unlike against among between beyond during through though"
    " although because however whether whose whom were will would could should shall must have having been being"
    " make made take taken part parts form forms order orders term terms date dates year years page"
    " pages list lists text texts word words note notes name names"
    " general central south north east west last first second third four five seven eight"
    " nine three none neither either nothing".split()
)
"""Words that open sentences and are no names, however near to one they are."""

# --- turns of phrase and abbreviations ---
IDIOMS = (
    r"\bone\b(?=[^.;]*\b(?:another|the other)\b)",
    r"\b(?:no|any|some|every|each|which|this|that|the) one\b|\bone (?:another|of|who|that|by one|and the same)\b",
    r"\bone (?:or (?:the )?other|side|hand|way|thing)\b",
    r"\b(?:as|like|only|for|at|in) one\b(?=[.,;:]|$)",
    r"\bone['’]s\b|\bone(?=[.,;:)]|$| (?:can|may|must|could|might|should|would|has|is|was|reads|sees|finds)\b)",
    r"\b(?:at|from the|from its|since its) (?:first|second)\b(?! [a-z])",
    r"\b(?:at|for|from) (?:the )?first(?: sight| glance| time| place)?\b(?=[ ,.;:]|$)",
    r"\bfirst (?:and foremost|of all|place|hand)\b|\bfirst-(?:hand|rate)\b|\bsecond-(?:hand|rate)\b",
    r"\b(?:in|on|for) the (?:first|second|third) (?:place|instance|line|part|half)\b",
    r"\b(?:third|second|first) part(?:y|ies)\b|\bthird (?:states?|countr(?:y|ies)|powers?)\b",
    r"\b(?:two|three) (?:sides|ways|things|kinds|readings|views|halves)\b|\bthe two\b(?! [a-z]+s\b)",
    r"\bthe (?:first|second|third)\b(?=,| (?:is|are|was|were|has|had|have|begins?|began|comes?|came|ends?|ended)\b)",
    r"\b(?:a|no|any) (?:second|third)\b",
    r"\bzero-sum\b|\bone-sided\b|\btwofold\b|\bone day\b",
)
ABBREVIATED = re.compile(
    r"(?:\b(?:No|Nos|Art|Arts|cl|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|St|vol|p|pp|cf|e\.g|i\.e|vs|approx|ca|c|ed|eds)|\b[A-ZА-Я])\.$"
)

# --- time ---
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
TENS_OF_YEARS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
THEN = re.compile(
    r"\b(?:then|that (?:day|year|month|time|summer|autumn|winter|spring)|same (?:day|year|month|time)|at the time|later"
    r"|earlier|before|after|when|as of|first|last|vote[sd]?|session|meeting)\b",
    re.IGNORECASE,
)
PRESENT = re.compile(r"\b(?:is|are|has|have|works?|serves?|holds?|leads?|counts?|includes?)\b")
PAST = re.compile(r"\b(?:was|were|had|\w+ed)\b")
CLAUSE = re.compile(r"[;:—]|, (?:and|but|while|whereas|which|where|who|though|so)\b")
BEGINNING = re.compile(
    r"\b(?:in(?:to)? force|t(?:ook|akes?) (?:effect|over|office)|since|from|beg[ai]ns?|start\w*"
    r"|founded|established|created)\b"
)
ENDING = re.compile(
    r"\b(?:until|till|ended|ends|expire[sd]?|r[au]n out|runs? until|left|ceased|lapsed"
    r"|last day(?! of (?:that|the|this) (?:year|month)))\b"
)

# --- who says it ---
SAYING_STEMS = (
    "accord account add argu ask assess believ call characteri cite claim conclud consider content count credit"
    " describ divid doubt estimat expect expla find found give held hold insist judg look maintain observ opinion"
    " point portray put read recall regard repl report said saw say speak spoke stress suggest tell think thought"
    " told trac treat view voic want warn writ wrot"
    " admit acknowledg affirm alleg allow assert aver charg complain conced declar deem deplor detect diagnos discern"
    " emphasi foresee grant highlight identif implie imply infer lament object plead predict propos reckon recogni"
    " repeat retort speculat suppos surmis underlin underscor ventur wonder remark blam accus quot"
).split()
SAYING = rf"(?:(?:{'|'.join(SAYING_STEMS)})\w*|see[sn]?|note[sd]?|name[sd]?|cite[sd]?|places?|dates|goes on|went on)\b"
PRONOUNS = "he she it they both".split()
SPEAKERS = (
    "who one others? some pair trio writers? critics thesis essay analysts scholars study studies"
    " review book chapter article note paper"
    " newsletter bulletin textbook blog dispatch"
    " abstract authors? journal agency newspaper report minister president ministry officials? leaders law"
).split()
VIEWS = (
    "reckoning lights count tally argument thesis version assessment estimate formula charge views? account judgement"
    " opinion reading words telling note report eyes mind terms analysis verdict"
).split()
ASSERTED = (
    r"(?:(?:argue|claim|conclude|contend|insist|maintain|judge|warn|complain|assert|allege|believe)[sd]?"
    r"|argued|concluded|contended|insisted|maintained|warned|complained|asserted|says|said|writes|wrote)"
)
"""Verbs by which whoever is their subject says something, and does nothing else."""
ATTRIBUTED = re.compile(
    rf"\baccording to\b|\b(?:in|by|on) (?:the same|this|that) (?:{'|'.join(VIEWS)})\b"
    rf"|\b(?:in|by|on) the (?:\w+ )?(?:{'|'.join(VIEWS)}) of\b"
    rf"|\b(?:in|by|on|to) (?!(?:his|her|its|their)\b)\w+['’]s? (?:\w+ )?(?:{'|'.join(VIEWS)})\b"
    rf"|\b(?:{'|'.join(SPEAKERS)})\b[^.]{{0,40}}\b{SAYING}"
    rf"|(?:^|[.;:,] )(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){{1,3}}?(?:(?:it|him|her|them)sel\w+ )?{ASSERTED}\b"
    rf"|, {SAYING} (?:the|an?|its|his|her|their|{'|'.join(SPEAKERS)})\b",
    re.IGNORECASE,
)
BY_PRONOUN = re.compile(
    rf"\b(?:in|by|on|to) (his|her|its|their) (?:\w+ )?(?:{'|'.join(VIEWS)})\b"
    rf"|\b({'|'.join(PRONOUNS)})\b(?=[^.]{{0,40}}\b{SAYING})"
    r"|(?:\b(?:appear|seem|look)\w*\b[^.]{0,60}\bt|^T)o (him|her|them)\b"
    r"|\b(his|her|its|their) (?:\w+ )?(?:charge|claim|point|argument|thesis|view|verdict|complaint|worry|fear|hope"
    r"|answer|conclusion|finding|objection|case|message|lesson)s?"
    r" (?:is|are|was|were|runs?|ran|goes|went|remains?|being)\b",
    re.IGNORECASE,
)
SAID_BY = re.compile(
    r"([A-ZÀ-Þ][\w’'-]+)(?: (?:and|&) [A-ZÀ-Þ][\w’'-]+)?(?:, [^,.]{0,60},)?(?:['’]s)?(?: [a-z]+){0,2}? " + SAYING
)
WORKS = re.compile(
    r"\b(?:stud(?:y|ies)|articles?|reports?|books?|chapters?|papers?|notes?|cables?|review|abstract|brief)\b",
    re.IGNORECASE,
)
BODIES = re.compile(
    r"\b(?:journal|agency|newspaper|ministry|council|office|site|press|authors?|scholars|analysts)\b", re.IGNORECASE
)
OF_WORDS = re.compile(
    r"\b(?:phrase|words?|term|wording|call\w*|quot\w+|label\w*|speaks? of|so-called)\b", re.IGNORECASE
)
SPEAKS = re.compile(
    rf"['’]s? (?:[\\w-]+ )?(?:reading|{'|'.join(VIEWS)})\\b| (?:[a-z]+ly |then |later |also |had |has )?{SAYING}"
)
"""Behind a capital that says something for its state: *in Tashkent's reading*, *Tashkent held*."""
SAYS = (
    r"(?:argue|claim|conclude|contend|count|describe|estimate|find|hold|insist|judge|maintain|note|observe|point"
    r"|put|read|report|say|see|suggest|write|warn|date|give|print|call|believe|think|add|complain|concede|grant|doubt"
    r"|predict|reckon|recall|stress|regard|trace|compare|assert|admit)s"
    r"|argued|claimed|concluded|contended|counted|described|estimated|found|held|insisted|judged|maintained|noted"
    r"|observed|pointed|put|read|reported|said|saw|spoke|suggested|wrote|warned|dated|gave|printed|called|believed"
    r"|thought|added|complained|conceded|granted|doubted|predicted|reckoned|recalled|stressed|regarded|traced"
    r"|compared|asserted|admitted"
)
VIEW = r"(?:view|account|judgement|opinion|reading|words|telling|phrase)"
SAID_BEHIND = re.compile(rf" (?:{SAYS})\b|['’]s? (?:\w+ )?{VIEW}\b|(?:, [^,.;:]{{0,60}},) (?:{SAYS})\b")
NAME_OF_A_BODY = re.compile(
    r"^(?:the|a|an) |\b(?:ministry|council|secretariat|staff|assembly|office|service|embassy)\b", re.I
)
VOUCHING = (
    r"(?:confirm(?:s|ed)?|prove[sd]?|proven|admit(?:s|ted)?|reveal(?:s|ed)?|acknowledge[sd]?|concede[sd]?"
    r"|demonstrate[sd]?|disclose[sd]?|establish(?:es|ed)?|discover(?:s|ed)?|show(?:s|ed|n)?|ma(?:kes?|de) clear)"
)
WHEN = r"(?: (?:in|on|at) [\w ]{1,25}?)?"
CONCEDING = ("conced", "grant", "admit", "acknowledg")
"""What one does with what speaks against one's own case; each of these verbs may stand for another."""
VOUCHES = re.compile(
    rf"\b(?P<that>{VOUCHING})(?: \w+ly)?{WHEN} that\b"
    rf"|\b[Aa]s [^,.;:]{{2,50}}? (?P<as>{VOUCHING})(?: it)?(?=[,.;: ]|$)"
    rf"|, (?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*|he|she|they|it|who) (?P<after>{VOUCHING}){WHEN}(?=[,.;:]|$)"
)
NO_REPORT = re.compile(r"\b(?:to|not|never|cannot|could|would|may|might|must|can|be|been|is|are|was|were) $")
VOUCHING_STEMS = {"shown": "show", "made cl": "clear", "make cl": "clear", "makes c": "clear"}

# --- doubt ---
HEDGING_STEMS = "appear seem apparent broadly practically perhaps probabl likely unlikely tend suggest".split()
HEDGE = re.compile(
    rf"\b(?:(?:{'|'.join(HEDGING_STEMS)})|(?:may|might|can be|looks?|in practice|in effect)\b)", re.IGNORECASE
)
MAY = re.compile(r"\bMay\b")
"""*In May 1992* hedges nothing."""
DOUBT = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|apparently|seemingly|ostensibly|probably|presumably|perhaps"
    r"|(?:is|are|was|were) (?:said|believed|thought|rumoured) to|(?:seem|appear)s? to)\b",
    re.IGNORECASE,
)
DISPUTED = re.compile(
    r"\b(?:disput\w+|differ\w*|disagree\w*|wrong\w*|mistak\w+|slips?|alone|apart|instead|however|though|although|yet"
    r"|others?|another|simplif\w+|careful\w*|contradict\w*|confus\w+|evidently|unlike|against|rather|only|meant|mix(?:es|ed)|plan\w*"
    r"|other (?:sources|dates|years|papers|reports)|(?:too|an? (?:day|month|year)) (?:early|late)"
    r"|not follow\w*|all the same|in fact)\b",
    re.IGNORECASE,
)
TEXTS = re.compile(
    r"\b(?:papers?|reports?|accounts?|press|encyclopaedias?|newspapers?|agenc(?:y|ies))\b", re.IGNORECASE
)
"""Words that tell of a text as a text: ``a later report has him …``."""
