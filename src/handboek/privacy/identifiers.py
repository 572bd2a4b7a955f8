"""Telephone numbers, mail addresses, citizens' numbers and bank accounts. `shapes` says in what they are written."""

from __future__ import annotations

from handboek.privacy.shapes import BEGIN, END, one_of, shapes

GAP = r"[ .()\[\]/-]{0,4}"
DIGIT = r"(?:\d|(?<=\d)[Oo](?![A-Za-z])|(?<=[\d -])[Il](?=\d)|(?<=\d)[Il](?![A-Za-z]))"
"""A digit; many type the letter O for a zero, and I or l for a one."""
_IN_PAIRS = "|".join(rf"[0Oo]6(?:{sign}\d\d){{4}}" for sign in ",:;'")
"""Commas and the like between the digits are no list of hours or weeks only where all are the same, without a space."""
_IN_CELLS = (
    r"0[1-9]\d{0,2} ?\| ?\d(?:[ .-]?\d){5,7}|[0Oo]6[ -]?\d{1,7} ?\| ?\d{1,7}"
    r"|\+ ?31 ?(?:\| ?)?6 ?\| ?\d(?:[ .-]?\d){7}"
)
"""A number that goes on in the next cell of a table."""
SIXTH = (
    r"6(?:[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d(?!\d)"
    r"|(?:-\d\d-|/\d\d/|\.\d\d\.)\d\d,? (?:(?:om )?[0-2]?\d[.:]\d\d(?!\d)|(?:en |- )?\d\d?[-/.]\d\d?[-/.]))"
)
"""Behind a zero this is no telephone, but the sixth of a month: with its year, an hour or another day."""
PHONE = (
    r"(?<!\d)(?<!\d[.,:-])(?:"
    rf"(?:\+|0 ?0) ?\(?[1-9](?:{GAP}{DIGIT}){{6,14}}"
    rf"|\(?[0Oo][ -]?(?!{SIXTH})6(?:{GAP}{DIGIT}){{8}}"
    rf"|\(?0[1-9]\d(?:{GAP}{DIGIT}){{6,9}}"
    rf"|31 ?6{GAP}\d(?:{GAP}\d){{7}}|6-\d{{8}}"
    rf"|{_IN_PAIRS}|{_IN_CELLS}|[0Oo]6 ?[,:;'=+] ?\d(?:[ .-]?\d){{7}}|\(?0[1-9]\d{{1,2}}\)?, ?\d{{6,7}}"
    r"|(?:\+|00)31,6,\d{8})(?!\d)"
)
WITHOUT_AREA = (
    rf"{BEGIN}(?:{shapes('tel telnr telefoon telefoonnr telefoonnummer mobiel gsm belnr')})"
    r"[.:]{0,2} ?(?:is )?[1-9]\d(?:[ .-]?\d){4,5}(?!\d)(?! ?-?\d)"
)
"""A number without its area, where it says that it is one."""
_SMALL = one_of("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf")
_WORD = rf"(?:\d{{1,8}}|{_SMALL}|[a-z]{{3,14}}(?:tien|tig))"
SPOKEN = (
    rf"{BEGIN}(?:(?:[Nn]ul[ -]?(?:zes|6)|06(?:[ ,.-]{{1,3}}\d{{1,4}}){{0,3}}[ ,.-]{{1,3}}(?!\d){_WORD})"
    rf"(?:[ ,.-]{{1,3}}{_WORD}){{2,10}}|[Nn]ul[ -]?(?:zes|6)[ ,.-]{{1,3}}\d{{8}}){END}"
)
"""The number of a mobile telephone, in words."""

_ENDS = f"(?:{one_of('nl be de fr uk tr pl ma sr com org net eu info nu io me biz frl amsterdam example test')})"
_AT = r"(?:@| ?[(\[{<] ?(?:at|AT|apen?staart(?:je)?|a|@) ?[)\]}>] ?)"
_LOOSE_AT = r"(?: ?@ ?| -?(?:at|AT|apen?staart(?:je)?|aapje|at-teken)-? )"
_DOT = r"(?:\.| ?[(\[{<] ?(?:dot|DOT|punt|\.) ?[)\]}>] ?| -?(?:dot|DOT|punt|PUNT)-? )"
_PROVIDERS = one_of(
    "gmail hotmail outlook icloud yahoo protonmail ziggo kpnmail hetnet planet casema upcmail xs4all telfort"
)
"""Where so many people have their mail that they leave out how it ends."""
_LABEL = r"[A-Za-z0-9\u0370-\u1fff-]{1,63}"
_LABELS = rf"{_LABEL}(?:{_DOT}{_LABEL}){{0,5}}"
MAIL = (
    r"(?<![A-Za-z0-9.+'&%-])[A-Za-z0-9.+'&%-]{1,64}\"?"
    rf"(?:{_AT}{_LABELS}(?:{_DOT}[A-Za-z\u0370-\u1fff]{{2,24}}|,{_ENDS})"
    rf"|{_LOOSE_AT}{_LABELS}(?:{_DOT}| \. ?|\. ){_ENDS}|(?:{_AT}|{_LOOSE_AT})(?:{_PROVIDERS})(?!-)){END}"
)
"""An address, also as people write it against robots; written loosely it must end as addresses here do."""

_WAYS = "9 333 423 432 234 324 2223 2232 54 45 63 36 441 4221 81 3222 22221"
_NINE = "|".join("[ .,-]".join(rf"\d{{{size}}}" for size in way) for way in _WAYS.split())
BSN = (
    rf"(?<![A-Za-z0-9.,/=-])(?<!\u20ac )(?<!\u20ac)(?<!\d )(?:{_NINE})"
    rf"{END}(?![.,/-]?\d)(?! \d{{1,9}}(?![\d./-]))(?! ?euro)"
)
"""Nine digits in the groups that people make of them; no amount, and no part of a longer number."""
_BSN = (
    "bsn bsn-nr bsn-nummer burgerservicenummer burger_service_nummer burgerservicenr sofinummer sofi-nummer sofinr sofi"
)
NAMED_BSN = rf"{BEGIN}(?:{shapes(_BSN)})[ .:=(]{{0,3}}(?:(?:is|was|nr\.?|nummer):? ?){{0,2}}:? ?\d(?:[ .,:;|'/-]{{0,3}}\d){{7,8}}{END}"
"""Eight or nine digits in any groups, where it says what they are."""
IBAN = (
    rf"{BEGIN}[A-Za-z] ?[A-Za-z][ .-]?(?:\d[ .-]?[\dOoIl]|[OoIl][ .-]?\d)"
    rf"(?:[ .,:;|()/-]{{0,3}}[A-Za-z0-9]){{11,30}}{END}"
)
