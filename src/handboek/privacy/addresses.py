"""Where somebody lives: a street or a postcode with the number of a house. `shapes` says in what they are written."""

from __future__ import annotations

from handboek.privacy.shapes import BEGIN, END, one_of, shapes

# Numbers of houses

NUMBER = (
    r"(?!(?:19|20)\d\d(?![0-9A-Za-z]))(?!\d{1,2}[-/.]\d{1,2}[-/.]\d)"
    rf"[1-9]\d{{0,3}}(?!\d|[.,:]\d|(?:e|de|ste){END})"
    r"(?:[-/]\d{1,4}(?!\d|[.,:]\d)|[- ]?(?:hs|bis|ev|rd|zw|rood|zwart|I{1,3}|IV)|-?[A-WYZa-ln-tv-wyz]| [A-Za-ln-su-wyz](?!/))?"
    rf"{END}"
)
"""No year and no day. `COUNTED` may not follow."""
_NO_THINGS = """
aan alleen allemaal allen als altijd anders beneden beiden binnen boven bovendien buiten dus een eens en even geen
gisteren heen is langs meteen misschien morgen naast nergens ons ondertussen opnieuw samen sinds soms steeds straks
tegen thuis tijdens toen tussen vaak vanmorgen vervolgens volgens was

bedoelen beginnen begonnen belden bellen ben bespraken bewonen bewoonden bezochten bleven blijven brachten brengen
deden doen eten gaven gebeuren geven gingen groeten groetten haalden hadden halen hangen hebben helpen hielden hielpen
hingen hoorden horen houden kennen keken kijken kochten komen konden kozen kregen krijgen kunnen kwamen lagen laten
leefden leven lieten liggen liepen lopen maken maakten mochten moeten moesten mogen namen nemen openden openen praten
praatten schreven slapen sliepen sloten sluiten spraken spreken staan stonden sturen stuurden treffen troffen
vertellen vertelden vinden voelden voelen vonden vragen vroegen wachten wachtten waren wassen werden werken werkten
willen wilden wonen woonden worden zagen zaten zeggen zeiden zetten zien zijn zitten zochten zoeken zouden zullen
"""
"""Words on *-en* or *-s* behind a number that are no things which it counts."""
_THINGS = one_of(
    "m2 m3 m km cm mm kg min u gram liter graden procent meter kilometer euro jaar uur kwartier minuut dag week maand"
    " keer"
    " maal man stuk stuks huis hoog woning bewoner bewoonster huurder portiek flat deur huishouden gezin appartement"
    " persoon mens kind paar tal punt x"
)
_NO_ADJECTIVE = one_of("deze alle hele andere beide onze zelfde mevrouw familie iedere tante buurvrouw")
_MONTHS = one_of(
    "jan januari feb februari maart mrt april apr mei juni juli aug augustus sept september okt oktober nov november"
    " dec"
    " december"
)
COUNTED = (
    r"(?: ?[%\u20ac\u00b0]"
    rf"| ?(?:{_THINGS}){END}"
    r"| (?:van|op) (?:de|onze|haar|zijn|het) [a-z]{0,20}(?:lijst|lijstje)"
    r"| ?(?:t/m|tm|tot|tot en met|tem|op de|op|van de|van) \d"
    rf"|(?: (?:of|a|en) \d{{1,2}}|-\d{{1,2}})? (?:{_MONTHS}){END}"
    rf"|(?: (?!(?:{_NO_ADJECTIVE})[ ,])[a-z]{{3,20}}e,?){{0,2}}"
    rf" (?!(?:{one_of(_NO_THINGS)}){END})[a-z][a-z-]{{0,30}}(?:en|s|'s|tjes){END}"
    rf"|(?: of | a | tot |-| - )\d{{1,4}} (?:{_THINGS}|[a-z]{{3,30}}(?:en|s)){END})"
)
"""Behind a number: what it counts, as in `Dorpsstraat 40 appartementen`, or what makes it a day, a range or a share."""
_CALLED = "(?:nr|nummer|no|num|huis|huisnr|huisnummer|nrs)"
_NUMBER = rf"(?:[ ,(-]{{0,3}}{_CALLED}\.?)?[ ,:;/#(\[-]{{0,3}}{NUMBER}"

# Streets

_SURE = one_of(
    "straat straatje strasse str. str laan laantje ln. ln weg plein pln. dreef kade singel gracht steeg dijk plantsoen"
    " boulevard allee strjitte dyk leane pad paad paed passage esplanade"
)
"""How streets end whose name can be nothing else."""
_UNSURE = one_of(
    "hof park burg donk ring baan markt hoek erf berg veld velden horst kamp haven brink meent oord wal rak laar loo"
    " schans"
    " bos waard werf weide wei gaard gaarde hage tuin heide land stede hout poort brug oever zoom terras slag meer"
    " akker es"
    " eng kwartier hove stein wijk steyn drift wetering vaart forst dam stoep"
)
"""How streets end whose name can be another word as well."""
_CAPITALS = one_of("STRAAT STR. STR LAAN WEG PLEIN DREEF KADE SINGEL GRACHT STEEG DIJK PLANTSOEN HOF PARK PAD")
_NO_STREET = (
    "(?!(?:(?:[Oo]nder|[Uu]it|[Oo]m|[Ss]nel|[Aa]uto|[Mm]idden|[Oo]ver|[Hh]alf)weg|(?:[Vv]oet|[Zz]ebra|[Ff]iets|[Ll]eer"
    "|[Tt]ijd)pad"
    "|[Bb]lokkade|Lincoln|Koln|(?:winkel|zij|woon|speel|school|binnen|parkeer|buurt|fiets|loop)(?:straat"
    "|plein))(?![a-z]))"
)
STREET = (
    rf"{BEGIN}{_NO_STREET}(?:[A-Z][A-Za-z'-]{{1,40}}?(?:{_SURE})|[A-Z][A-Z'-]{{1,40}}?(?:{_CAPITALS})"
    rf"|[a-z]{{3,40}}?(?:{one_of('straat str. laan plein dreef singel gracht steeg plantsoen')}))"
)
_WORDS = one_of(
    "Straat Laan Weg Plein Kade Singel Gracht Steeg Dijk Markt Haven Hof Park Pad Ring Baan Boulevard Allee Brink Wal"
    " Vest"
    " Dreef Plantsoen Dam Werf Erf Caddesi Sokak"
)
TWO_WORDS = rf"{BEGIN}[A-Z][a-z]{{2,20}}(?: [A-Z][a-z]{{2,20}})? (?:{_WORDS})"
_FIRST_WORDS = one_of(
    "Laan Weg Plein Hof Kade Straat Park Steeg Pad Boulevard Allee Singel Hoek Burg Rue rue Avenue avenue Chaussee"
    " chaussee"
    " Via Calle"
)
_OF = one_of("van der den de het 't naar door ten ter du des la le op tot")
OF_SOMEBODY = (
    rf"{BEGIN}(?:{_FIRST_WORDS})(?: (?:{_OF})){{1,3}}"
    r" (?:l')?[A-Z][A-Za-z'-]{1,30}(?: [A-Z][A-Za-z'-]{1,30})?"
)
_BEFORE = shapes("op aan van naar bij in de het om adres adres:", capitals=False)
_BEHIND = "|".join(f"(?<={word} )" for word in _BEFORE.split("|"))
UNSURE = rf"(?:{_BEHIND})(?:[A-Z][a-z]{{1,20}} )?[A-Z][A-Za-z'-]{{2,40}}?(?:{_UNSURE})"

_BARE = one_of(
    "Markt Singel Brink Plein Dam Kade Gracht Dijk Haven Meent Hof Erf Werf Laan Wal Ring Vest Heuvel Rak Dreef Steeg"
)
"""What a street can be called with nothing before it."""
_ON = "op_de op_het aan_de aan_het bij_de bij_het naar_de naar_het van_de van_het op aan bij"
_ON_IT = "|".join(f"(?<={words} )" for words in shapes(_ON, capitals=False).split("|"))
_BUILDINGS = one_of(
    "Blok Flat Portiek Gebouw Fase Complex Toren Wijk Trap Verdieping Etage Kamer Nummer Huisnummer Groep Stap"
)
_ON_SOME = "|".join(f"(?<={words} )" for words in shapes("op_de op_het", capitals=False).split("|"))

# Homes

ADDRESS = (
    rf"(?:{STREET}|{TWO_WORDS}|{OF_SOMEBODY}|{UNSURE}){_NUMBER}"
    rf"|(?:(?:{_ON_IT})(?:{_BARE})|(?:{_ON_SOME})(?!(?:{_BUILDINGS}) )[A-Z][a-z]{{3,30}}) {NUMBER}"
    rf"|{BEGIN}[A-Z][a-z]{{2,40}}?(?:{_UNSURE}) \d{{2,4}}-\d{{2}}{END}"
    rf"|{BEGIN}(?:{one_of('Markt Singel Brink Plein Dam Kade Gracht Dijk Haven Meent')}) {NUMBER}(?=(?: in| te|,)"
    rf" [A-Z])"
)
NUMBER_FIRST = (
    rf"{BEGIN}(?:{shapes('nr. nr nummer huisnummer huisnr huisnr.', capitals=False)}) ?{NUMBER},?"
    rf" (?:in|van|aan|op|uit) (?:de |het )?(?:{STREET}|{TWO_WORDS}|{OF_SOMEBODY}){END}"
)
FURTHER_ON = rf"(?:{STREET}|{TWO_WORDS})(?:,? [A-Za-z']{{1,20}}){{0,6}},? (?:op )?(?:nr\.?|nummer|huisnummer) {NUMBER}"
"""A street, and the number later in the same sentence."""
PO_BOX = rf"{BEGIN}(?:[Pp]ostbus|POSTBUS|[Pp]\.?[Oo]\.? ?[Bb]ox)(?: nr\.?)? \d{{1,5}}{END}"
_LIVES = (
    "(?:[Ww]oont|[Ww]oonde|[Ww]onen|[Ww]oonden|[Ww]oonachtig|[Vv]erhuisde|[Vv]erhuist|[Vv]erhuisd"
    "|(?:[Tt]huis|[Hh]uis|[Ww]oon|[Pp]ost)?[Aa]dres|ADRES)"
)
_THERE = one_of("is was nu al zelf nog sinds kort in op aan te naar de het daar hier samen jaren zij ze hij er")
LIVES = (
    rf"{BEGIN}{_LIVES}(?:[ :,]|\b(?:{_THERE})\b){{1,8}}(?<![A-Za-z])(?!(?:{_BUILDINGS})[ ,])"
    rf"([A-Z][A-Za-z'-]{{2,40}}(?: (?:van|de|der|den|het|'t|[A-Z][A-Za-z'-]{{1,30}})){{0,3}}{_NUMBER})"
)
"""A street that can be called anything, where it says that somebody lives there."""
POSTCODE = r"[1-9]\d{3}[ -]?(?!EN|OF|IN|OP|DE|IS|ER|AL|TE)[A-Z]{2}"
_TWO_LETTERS = one_of(
    "af al as be bv ca cl gb ha hz kw mb mg mw pk tb cm de dm do ds en er ex ga ik in is ja je kg km la me ml mm mn na"
    " nl nr"
    " nu of om op pa st te tl uu va vs wc we ze zo"
)
_SMALL_POSTCODE = rf"[1-9]\d{{3}} ?(?!(?:{_TWO_LETTERS}){END})[a-z]{{2}}"
BY_POSTCODE = (
    rf"{BEGIN}(?:{NUMBER}[, |]{{1,3}}{POSTCODE}{END}"
    rf"|(?:{POSTCODE}|{_SMALL_POSTCODE})(?:,? [A-Z][a-z]{{2,20}})?[ ,:|/-]{{0,3}}(?:{_CALLED}\.?:?)? ?{NUMBER})"
)

# Doors: nobody's, until a name stands beside them

_DOORS = "nr nr. nummer no. huisnummer huisnr huisnr. deur voordeur deurnummer appartement app. woning adres kamer"
DOOR = rf"{BEGIN}(?:{shapes(_DOORS, capitals=False)})(?:[: ]{{1,2}}|(?<=\.)){NUMBER}"
BEHIND_NAME = (
    r"(?:(?<=[A-Za-z] )|(?<=[A-Za-z], )|(?<=[A-Za-z],)|(?<=[A-Za-z] \())"
    rf"(?:(?:woont |woonde |zit )?(?:op|van|uit) )?{NUMBER}"
)
BEFORE_NAME = rf"{BEGIN}{NUMBER}(?= ?[:=(-] ?[A-Za-z])"
LIVES_AT = rf"{BEGIN}[Oo]p {NUMBER}(?= (?:woont|woonde|wonen|woonden|zit|zat){END})"
LINE_FIRST = rf"(?:^|\n)(?:[-+.] )?({NUMBER})"
"""At the beginning of a line, with a name right behind it."""
