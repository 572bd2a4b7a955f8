"""What shows that a word is the name of somebody. `shapes` says in what the patterns are written."""

from __future__ import annotations

from handboek.privacy.shapes import BEGIN, END, one_of, shapes

_BETWEEN = (
    "van van't vant von vd v_d v.d. v/d v. fan de den der het 't t ten ter el al bin ben ibn ait ould abu du la le dos da"
    " di des del"
    " zu thoe in_'t in_den op_'t op_den uit_den aan_den over_den"
)
BETWEEN = (
    rf"(?:(?:(?:{shapes(_BETWEEN)}) |[Vv]\.d\.|'t |'s-|(?:{shapes('el al ben ait', capitals=False)})-|d'|l')){{0,4}}"
)
"""What stands between a first name and a family name."""
NAME = r"[A-Z\u0370-\u1fff][A-Za-z\u0370-\u1fff'-]{1,40}"
_NAMED_AFTER = one_of(
    "straat laan weg plein dreef kade singel gracht steeg dijk plantsoen hof park pad flat school college huis kerk"
    " str."
    " stichting fonds prijs zaal buurt"
)
_NO_STREET = rf"(?![A-Za-z'-]{{0,40}}?(?:{_NAMED_AFTER})(?![a-z]))"
"""Streets, schools and houses bear the names of people."""
_WORKS = (
    "bouw installaties installatietechniek installatiebedrijf techniek onderhoud vastgoed vastgoedzorg schilders"
    " schilderwerken dakdekkers loodgieters aannemers timmerwerken riolering rioleringsbeheer renovatie liften"
)
_WITHIN = r"(?:[ -](?:van|von|de|den|der|het|'t|[A-Z][A-Za-z.']{0,20}?)){0,3}?"
_NO_FIRM = (
    rf"(?!(?:[A-Za-z'-]{{0,40}})?{_WITHIN}(?: (?:&|en) (?:{one_of('Zn Zoon Zonen zn zoon zonen')})"
    rf"| (?:[A-Z][a-z]{{2,20}}?(?:{one_of(_WORKS)})|{one_of(_WORKS.title())}"
    rf"|{one_of('Groep BV B.V. VOF V.O.F. NV N.V. Flat Toren')}))(?![A-Za-z]))"
)
"""Firms and houses bear the names of people too, with a word behind that says what they are."""
_NAMED = "".join(
    f"(?<!{word} )"
    for word in shapes(
        "flat toren complex gebouw residentie project zaal school firma bakkerij garage kantoor aannemer installateur"
        " bouwbedrijf aannemersbedrijf installatiebedrijf schildersbedrijf",
        capitals=False,
    ).split("|")
)
"""Or with that word before."""
_BEGINS = one_of(
    "Aan Achter Al Alle Alleen Als Bel Beide Bij Bv Daar Daarbij Daarna Daarom Dan Dat De Deze Die Dit Doe Door Drie"
    " Dus"
    " Eerst Een Elk Elke En Er Ga Geef Geen Ben Het Hier Hij Hoe Iedereen Ik In Is Ja Je Kies Maak Maar Meer Met Na"
    " Naar"
    " Nee Niemand Niet Nog Nu Ook Om Op Over Samen Soms Te Ten Toch Toen Tot Twee Uit Van Veel Verder Voor Vraag Waar"
    " Want"
    " Wat We Weet Wie Wij Zeg Zie Ze Zij Zo Zoek Zonder Bron Stap Fase"
)
_NO_BEGIN = f"(?!(?:{_BEGINS})(?![A-Za-z]))"
"""Words with a capital that begin a sentence."""

_TITLES = (
    "mevrouw mejuffrouw juffrouw meneer mijnheer menheer de_heer familie gezin buurvrouw buurman buuf oma opa tante oom"
    " weduwe echtpaar dokter pastoor dominee imam zuster"
)
_SHORT_TITLES = (
    "mevr mevr. mvr mvr. mw mw. mej mej. juf meester dhr dhr. hr hr. heer fam fam. wed. dr. drs. mr mr. mrs mrs. prof."
    " ds."
    " neef nicht zoon dochter kleinzoon kleindochter vriendin frou beppe pake omke muoike teyze amca pani lalla sidi"
    " hadj"
    " hadji haci zus broer frau herr madame monsieur"
)
"""These mean something else in capitals (*ING*, *HR*), where no dot and no name in capitals follow."""
TITLED = (
    rf"{BEGIN}(?:{shapes(_TITLES)}|{shapes(_SHORT_TITLES, capitals=False)}"
    r"|(?:MEVR|MW|DHR|FAM|MVR|HR|MR)\.|(?:MEVR|MW|DHR|FAM)(?= [A-Z]{3})|heren)"
    r"(?:[\"')]? |(?<=\.)|: ?|(?<=[a-z]{4})(?=[A-Z]))[\"'(]?(?:[A-Z]\. ?|[A-Z] (?=[A-Z])){0,5}"
    rf"{_NO_STREET}{BETWEEN}{_NO_STREET}{NAME}(?: {BETWEEN}(?<=[a-z'-] ){NAME})?"
)
_ROLES = "wijkagent buurtbewoner bewoner bewoonster huurder huurster huismeester opbouwwerker"
WITH_ROLE = (
    rf"{BEGIN}(?:{shapes(_ROLES, capitals=False)})"
    rf" {_NO_STREET}(?!(?:{one_of('Nummer Noord Oost Zuid West Centrum Midden')})(?![a-z]))[A-Z][A-Za-z'-]{{1,30}}{END}"
)

_COMPANY = rf"(?!(?:{one_of('B.V N.V V.O C.V Z.O U.S E.U P.S N.B B.G O.Z')})\.)"
_INITIAL = r"(?:[A-Z]|Th|Ch|Ph|Fr|IJ|Chr|Tj)\."
_LETTERED = "optie hal blok flat vak type plan punt stap route groep trap deel bijlage variant portiek vraag"
_NO_LETTER = "".join(f"(?<!{word} )" for word in shapes(_LETTERED, capitals=False).split("|"))
"""Words behind which a letter with a dot is no initial."""
_FAMILY = f"{BETWEEN}{_NO_BEGIN}{_NO_STREET}{NAME}"
INITIALS = (
    rf"{BEGIN}{_NAMED}{_COMPANY}(?:(?<!\.)(?:{_INITIAL} ?){{2,5}}{_NO_BEGIN}{_NO_STREET}{_FAMILY}"
    rf"|(?<=[a-z,:(] ){_NO_LETTER}{_INITIAL} ?{_NO_BEGIN}{_NO_STREET}(?=[A-Z]){_FAMILY}"
    rf"|{_NO_LETTER}{_INITIAL} ?(?=(?:van|de|den|ter|ten|el|'t|v\.d\.) ){_FAMILY}"
    rf"|[A-Z] [A-Z] (?:{one_of('van de van_de van_der van_den ter ten el')}) {NAME})"
)

_SMALL = (
    rf"(?<![/.=@&?%-])(?!(?:{one_of('frank pietje jantje kaatje grietje dirkje')}){END})[a-z]{{5,20}}"
    r"(?![A-Za-z]|[/=&?%@\"]|\.[a-z]| ?[@(\[<]| at )"
)
"""A first name in small letters, which is no word and no part of an address."""
FIRST = (
    rf"{BEGIN}{_NAMED}{_NO_FIRM}(?!Ben (?:je|jij|ik|u|er|we) )(?:[A-Z][a-z]{{1,20}}|[A-Z]{{4,20}}|{_SMALL})(?![A-Za-z]|'[A-Za-rt-z])"
    rf"(?!(?:[ -](?:van|von|de|den|der|het|'t|[A-Z][A-Za-z.']{{0,20}}?)){{0,4}}?-?(?:{_NAMED_AFTER})(?![a-z]))"
    rf"(?:-[A-Z][a-z]{{1,20}})?(?: {BETWEEN}{NAME})?"
)
"""A word that can be a first name, with the name behind it; whether it is one, a list says."""

_ENDS = one_of(
    "stra sma persad pershad singh nath charan narain inga wicz wski wska bski cski dski kski lski nski bska cska dska"
    " kska"
    " lska nska oglu ovic evic"
)
FAMILY_ENDING = (
    rf"{BEGIN}{_NAMED}{_NO_FIRM}(?!(?:Prisma|Plasma|Charisma|Orchestra|Palestra|Illustra|Feenstra|Dijkstra Draisma|Draisma)"
    rf"{END})[A-Z][a-z]{{2,20}}(?:{_ENDS}){END}"
)
FAMILY_BETWEEN = (
    rf"{BEGIN}{_NAMED}{_NO_FIRM}(?:[Vv]an (?:der|den|'t)|[Vv]\.d\.|[Vv]an[ -]?'?t|von der) ?{_NO_STREET}{NAME}"
    rf"|{BEGIN}{_NAMED}{_NO_FIRM}De (?:{one_of('Vries Jong Jonge Boer Groot Graaf Haan Bruijn Bruin Wit Leeuw Ruiter')}){END}"
)
CALLED = (
    rf"{BEGIN}(?:(?:[Zz]e|[Zz]ij|[Hh]ij|[Ii]k) (?:heet|heette)|[Gg]enaamd|[Mm]ijn naam is|[Nn]oem me"
    rf"|[Ii]k ben(?! [A-Z][a-z]{{1,20}}(?:aar|ees|aan){END})|(?:[Vv]oor|[Aa]chter|[Rr]oep)naam(?: is)?"
    rf"|(?:NAAM|[Nn]aam)(?: [a-z]{{3,15}}){{0,2}} ?:):? {_NO_BEGIN}{NAME}(?: {BETWEEN}{NAME})?"
)
