"""Days of birth. `shapes` says in what the patterns are written."""

from __future__ import annotations

from handboek.privacy.shapes import BEGIN, END, one_of, shapes

MONTH = (
    "(?:[Jj]an(?:uari)?|[Ff]eb(?:ruari)?|[Mm]aart|[Mm]rt|[Aa]pril|[Aa]pr|[Mm]ei|[Jj]uni?|[Jj]uli?|[Aa]ug(?:ustus)?"
    "|[Ss]ept?(?:ember)?|[Oo]kt(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?"
    "|JANUARI|FEBRUARI|MAART|APRIL|MEI|JUNI|JULI|AUGUSTUS|SEPTEMBER|OKTOBER|NOVEMBER|DECEMBER"
    "|January|February|March|May|June|July|August|October)"
)
YEAR = r"(?:(?:19|20)\d\d|'\d\d)"
DAY = rf"\d{{1,2}}(?:e|de|ste|den|sten)?[ -]?{MONTH}\.?"
DATE = (
    r"(?:\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:\d{4}|'?\d{2})|\d{1,2} \d{1,2} (?:19|20)\d\d"
    rf"|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{DAY}[ -]?(?:{YEAR}|\d{{2}})){END}"
)
_TOWN = "[A-Z][A-Za-z-]{1,30}(?: [A-Z][A-Za-z-]{1,30})?"
_PLACED = rf"(?:(?: te| in|:) {_TOWN},?)"
_BORN = (
    "geboren geb geb. geb.datum gebdatum geb.dat. geb.dd. geb.d. gebdat geboortedatum geboortedag verjaardag verjaart jarig g.d."
    " date_of_birth dob born dogum_tarihi"
)
_WHEN = (
    rf"(?:{DATE}|\d{{1,2}} ?[.,:|/ -] ?\d{{1,2}} ?[.,:|/ -] ?(?:(?:19|20)\d\d|'?\d\d){END}"
    rf"|\d{{1,2}}(?:e|ste|de)?(?:\.| van ){MONTH}\.?[ .-]?{YEAR}{END}|\d{{1,2}} [IVX]{{1,4}} (?:19|20)\d\d{END}|\d{{6}}{END}|(?:19|20)\d{{6}}{END}|\d{{4}}(?:19|20)\d\d{END}"
    rf"|{DAY}(?![A-Za-z0-9'])(?! ?[\d'])|(?:[a-z]{{3,20}} )?{MONTH}\.? (?:\d{{1,2}},? )?{YEAR}{END})"
)
"""A day or a month; a year alone is not somebody's."""
_BETWEEN = (
    "op is was in den de het d.d. dd datum maandag dinsdag woensdag donderdag vrijdag zaterdag zondag omstreeks rond"
    " circa"
    " ongeveer dus namelijk vermoedelijk kind moeder vader zoon dochter partner bewoner mevrouw meneer man vrouw haar"
    " zijn"
    " mijn ze zij hij hem"
)
_WHO = r"(?:ze|zij|hij|ik|hem|haar|mevrouw|meneer|[A-Z][A-Za-z'-]{1,30})"
BORN = (
    rf"{BEGIN}(?:{shapes(_BORN)})"
    rf"(?:{_PLACED}|[ :.,(=|-]|in (?:19|20)\d\d|(?:19|20)\d\d,|{BEGIN}(?:{one_of(_BETWEEN)}){END}){{0,8}}{_WHEN}"
    rf"|{BEGIN}{DAY} (?:is|wordt|was|werd) {_WHO} jarig{END}"
    rf"|\u00b0 ?{DATE}|{BEGIN}(?:{DATE}|{DAY}) (?:haar|zijn|mijn) (?:\d{{1,3}}e )?verjaardag{END}"
)
DAY_FIRST = (
    rf"{BEGIN}(?:{DATE}|{MONTH} {YEAR})(?: (?:is|was|werd|wordt|ben))?(?: {_WHO}){{0,2}}{_PLACED}?,? "
    rf"(?:geboren{END}|geb\.|ter wereld{END}|jarig{END})"
)
LONG_AGO = rf"{BEGIN}(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]|{DAY} )(?:19\d\d|[3-9]\d){END}"
"""A day of long ago, which is somebody's birthday when it stands right beside a name."""
