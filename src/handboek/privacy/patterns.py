"""What personal data looks like, in a text that `plain` has read: letters are A to Z, any space is one space.

The patterns are written in what Python and the browser have in common. Each repeats a bounded number of times, so that
a long text costs no more than its length.
"""

from __future__ import annotations


def _shapes(words: str, *, capitals: bool = True) -> str:
    """These words in small letters and with a capital, and in capitals; `_` is a space."""
    shapes = {
        shape for word in words.split() for shape in (word, word[0].upper() + word[1:], *[word.upper()][:capitals])
    }
    return "|".join(
        shape.replace(".", r"\.").replace("_", " ") for shape in sorted(shapes, key=lambda one: (-len(one), one))
    )


BEGIN = "(?<![A-Za-z0-9])"
END = "(?![A-Za-z0-9])"

# Numbers and addresses on a network

GAP = r"[ .()/-]{0,4}"
DIGIT = r"(?:\d|(?<=\d)[Oo](?![A-Za-z]))"
DAY_OF_SIX = (
    r"6(?:[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d(?!\d)"
    r"|(?:-\d\d-|/\d\d/|\.\d\d\.)\d\d,? (?:(?:om )?[0-2]?\d[.:]\d\d(?!\d)|(?:en |- )?\d\d?[-/.]\d\d?[-/.]))"
)
"""Behind a zero this is no telephone, but the sixth of a month, with the hour or without."""
PHONE = (
    r"(?<!\d)(?<!\d[.,:-])(?:"
    rf"(?:\+|0 ?0) ?\(?[1-9](?:{GAP}{DIGIT}){{6,14}}"
    rf"|\(?[0Oo][ -]?(?!{DAY_OF_SIX})6(?:{GAP}{DIGIT}){{8}}"
    rf"|\(?0[1-9]\d(?:{GAP}{DIGIT}){{6,9}}"
    rf"|31 ?6{GAP}\d(?:{GAP}\d){{7}}|6-\d{{8}})(?!\d)"
)
LOCAL = rf"{BEGIN}(?:{_shapes('tel telnr telefoon telefoonnr telefoonnummer mobiel gsm belnr')})[.:]{{0,2}} ?(?:is )?[1-9]\d(?:[ .-]?\d){{4,5}}(?!\d)(?! ?-?\d)"
"""A number without its area, where it says that it is one."""

_WORD = "(?:\\d{1,8}|nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]{3,14}(?:tien|tig))"
SPOKEN = rf"{BEGIN}(?:[Nn]ul[ -]?zes|06[ ,.-]{{1,3}}(?!\d){_WORD})(?:[ ,.-]{{1,3}}{_WORD}){{2,10}}{END}"
"""A mobile number in words."""

TLD = "(?:nl|be|de|fr|uk|tr|pl|ma|sr|com|org|net|eu|info|nu|io|me|biz|frl|amsterdam|example|test)"
AT = r"(?:@| ?[(\[{<] ?(?:at|AT|apenstaart|apenstaartje|a|@) ?[)\]}>] ?)"
DOT = r"(?:\.| ?[(\[{<] ?(?:dot|DOT|punt|\.) ?[)\]}>] ?| (?:dot|DOT|punt|PUNT) )"
LOOSE = r"(?: ?@ ?| (?:at|AT|apenstaart|apenstaartje) )"
LOCAL_PART = r"(?<![A-Za-z0-9.+'&%-])[A-Za-z0-9.+'&%-]{1,64}"
_LABEL = "[A-Za-z0-9\\u0370-\\u1fff-]{1,63}"
LABELS = rf"{_LABEL}(?:{DOT}{_LABEL}){{0,5}}"
MAIL = rf"{LOCAL_PART}\"?(?:{AT}{LABELS}(?:{DOT}[A-Za-z\u0370-\u1fff]{{2,24}}|,{TLD})|{LOOSE}{LABELS}(?:{DOT}| \. ?|\. ){TLD}){END}"

_NINE = "|".join(
    "[ .-]".join(rf"\d{{{size}}}" for size in way)
    for way in (
        "9",
        "333",
        "423",
        "432",
        "234",
        "324",
        "2223",
        "2232",
        "54",
        "45",
        "63",
        "36",
        "441",
        "4221",
        "81",
        "3222",
        "22221",
    )
)
BSN = (
    rf"(?<![A-Za-z0-9.,/=-])(?<!\u20ac )(?<!\u20ac)(?<!\d )(?:{_NINE})"
    rf"{END}(?![.,/-]?\d)(?! \d{{1,9}}(?![\d./-]))(?! ?euro)"
)
NAMED_BSN = rf"{BEGIN}(?:{_shapes('bsn bsn-nr bsn-nummer burgerservicenummer burger_service_nummer burgerservicenr sofinummer sofi-nummer sofinr sofi')})[ .:]{{0,3}}(?:is |was |nr\.? |nummer )?:? ?\d(?:[ ./-]{{0,3}}\d){{7,8}}{END}"
IBAN = rf"{BEGIN}[A-Za-z]{{2}}[ .-]?\d[ .-]?\d(?:[ ./-]{{0,3}}[A-Za-z0-9]){{11,30}}{END}"

# Days

MONTH = (
    "(?:[Jj]an(?:uari)?|[Ff]eb(?:ruari)?|[Mm]aart|[Mm]rt|[Aa]pril|[Aa]pr|[Mm]ei|[Jj]uni?|[Jj]uli?|[Aa]ug(?:ustus)?|[Ss]ept?(?:ember)?"
    "|[Oo]kt(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?|JANUARI|FEBRUARI|MAART|APRIL|MEI|JUNI|JULI|AUGUSTUS|SEPTEMBER|OKTOBER|NOVEMBER"
    "|DECEMBER|January|February|March|May|June|July|August|October)"
)
YEAR = r"(?:(?:19|20)\d\d|'\d\d)"
DAY = rf"\d{{1,2}}(?:e|de|ste|den|sten)?[ -]?{MONTH}\.?"
DATE = (
    rf"(?:\d{{1,2}} ?[-/.] ?\d{{1,2}} ?[-/.] ?(?:\d{{4}}|'?\d{{2}})|\d{{1,2}} \d{{1,2}} (?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|{DAY}[ -]?(?:{YEAR}|\d{{2}})){END}"
)
_TOWN = "[A-Z][A-Za-z-]{1,30}(?: [A-Z][A-Za-z-]{1,30})?"
PLACED = rf"(?:(?: te| in|:) {_TOWN},?)"
BORN = _shapes(
    "geboren geb geb. geb.datum gebdatum geb.dat. geb.dd. geboortedatum geboortedag verjaardag jarig date_of_birth dob born dogum_tarihi gebdat g.d. geb.d."
)
WHEN = (
    rf"(?:{DATE}|\d{{1,2}} [IVX]{{1,4}} (?:19|20)\d\d{END}|\d{{6}}{END}|(?:19|20)\d{{6}}{END}|\d{{4}}(?:19|20)\d\d{END}|{DAY}(?![A-Za-z0-9'])(?! ?[\d'])"
    rf"|(?:[a-z]{{3,20}} )?{MONTH}\.? (?:\d{{1,2}},? )?{YEAR}{END})"
)
_GLUE = (
    "op|is|was|in|den|de|het|d\\.d\\.|dd|datum|(?:maan|dins|woens|donder|vrij|zater|zon)dag|kind|moeder|vader|omstreeks|rond|circa|ongeveer|dus|namelijk|vermoedelijk|zoon|dochter|partner|bewoner|mevrouw"
    "|meneer|man|vrouw|haar|zijn|mijn|ze|zij|hij|hem"
)
BIRTH = (
    rf"{BEGIN}(?:{BORN})(?:{PLACED}|[ :.,(=|-]|in (?:19|20)\d\d|(?:19|20)\d\d,|{BEGIN}(?:{_GLUE}){END}){{0,6}}{WHEN}|\u00b0 ?{DATE}"
    rf"|{BEGIN}(?:{DATE}|{DAY}) (?:haar|zijn|mijn) (?:\d{{1,3}}e )?verjaardag{END}"
)
WHO = r"(?:ze|zij|hij|ik|hem|haar|mevrouw|meneer|[A-Z][A-Za-z'-]{1,30})"
BORN_ON = rf"{BEGIN}(?:{DATE}|{MONTH} {YEAR})(?: (?:is|was|werd|wordt|ben))?(?: {WHO}){{0,2}}{PLACED}?,? (?:geboren{END}|geb\.|ter wereld{END}|jarig{END})"
LONG_AGO = rf"{BEGIN}(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]|{DAY} )(?:19\d\d|[3-9]\d){END}"
"""A day of long ago, which is somebody's birthday when it stands right beside a name."""

# Homes

PAIR = "(?!EN|OF|IN|OP|DE|IS|ER|AL|TE)[A-Z]{2}"
POSTCODE = rf"[1-9]\d{{3}}[ -]?{PAIR}"
_SMALL = "af|al|as|be|bv|ca|cl|gb|ha|hz|kw|mb|mg|mw|pk|tb|cm|de|dm|do|ds|en|er|ex|ga|ha|ik|in|is|ja|je|kg|km|la|me|ml|mm|mn|na|nl|nr|nu|of|om|op|pa|st|te|tl|uu|va|vs|wc|we|ze|zo"
SMALL_POSTCODE = rf"[1-9]\d{{3}} ?(?!(?:{_SMALL}){END})[a-z]{{2}}"
NOT_PLURAL = """
aan alleen allemaal allen als altijd anders ben beneden bedoelen beginnen begonnen belden bellen bespraken bewonen bewoonden bezochten beiden
binnen bleven blijven boven bovendien brachten brengen buiten deden doen dus een eens eten even gaven gebeuren geen geven gingen gisteren
groeten groetten haalden hadden halen hangen hebben heen helpen hielden hielpen hingen hoorden horen houden is kennen keken kijken kochten
komen konden kozen kregen krijgen kunnen kwamen lagen langs laten leefden leven lieten liggen liepen lopen maken maakten meteen
misschien mochten moeten moesten mogen morgen naast namen nemen nergens ons ondertussen openden openen opnieuw praten praatten
samen schreven sinds slapen sloten sliepen sluiten soms spreken spraken staan steeds stonden straks sturen stuurden thuis tegen toen
tijdens treffen troffen tussen vaak vanmorgen vertellen vertelden vinden vonden voelden voelen volgens vragen vroegen vervolgens wachten wachtten
waren was wassen werden werken werkten werden willen wilden wonen woonden worden zagen zaten zeggen zeiden zetten zien zijn
zitten zochten zoeken zouden zullen
"""
"""Words on *-en* or *-s* behind a house number that are no things which the number counts."""
SMALL_MONTH = "(?:jan|januari|feb|februari|maart|mrt|april|apr|mei|juni|juli|aug|augustus|sept|september|okt|oktober|nov|november|dec|december)"
THINGS = (
    "m2|m3|m|km|cm|mm|kg|min|u|gram|liter|graden|procent|meter|kilometer|euro|jaar|uur|kwartier|minuut|dag|week|maand|keer|maal|man|stuks?|huis|hoog"
    "|woning|bewoner|bewoonster|huurder|portiek|flat|deur|huishouden|gezin|appartement|persoon|mens|kind|paar|tal|punt|x"
)
COUNTED = (
    r"(?: ?[%\u20ac\u00b0]"
    rf"| ?(?:{THINGS}){END}"
    r"| (?:van|op) (?:de|onze|haar|zijn|het) [a-z]{0,20}(?:lijst|lijstje)"
    r"| ?(?:t/m|tm|tot|tot en met|tem|op de|op|van de|van) \d"
    rf"|(?: (?:of|a|en) \d{{1,2}}|-\d{{1,2}})? {SMALL_MONTH}{END}"
    r"|(?: (?!(?:deze|alle|hele|andere|beide|onze|zelfde|mevrouw|familie|iedere|tante|buurvrouw)[ ,])[a-z]{3,20}e,?){0,2}"
    rf" (?!(?:{'|'.join(NOT_PLURAL.split())}){END})[a-z][a-z-]{{0,30}}(?:en|s|'s|tjes){END}"
    rf"|(?: of | a | tot |-| - )\d{{1,4}} (?:{THINGS}|[a-z]{{3,30}}(?:en|s)){END})"
)
"""Behind a number: what it counts, as in `Oslostraat 40 appartementen`, or what makes it a day or a share."""
NUMBER = (
    r"(?!(?:19|20)\d\d(?![0-9A-Za-z]))(?!\d{1,2}[-/.]\d{1,2}[-/.]\d)"
    rf"[1-9]\d{{0,3}}(?!\d|[.,:]\d|(?:e|de|ste){END})"
    rf"(?:[-/]\d{{1,4}}(?!\d|[.,:]\d)|[- ]?(?:hs|bis|ev|rd|zw|rood|zwart|I{{1,3}}|IV)|-?[A-Za-z]| [A-Za-ln-su-wyz](?!/))?{END}"
)
"""The number of a house: no year and no day. `COUNTED` may not follow."""
_NR = r"(?:nr|nummer|no|huisnr|huisnummer|nrs)"
NR = rf"(?:[ ,(-]{{0,3}}{_NR}\.?)?[ ,:#(\[-]{{0,3}}"
WAYS = (
    "straat|straatje|strasse|str\\.?|laan|laantje|ln\\.?|weg|plein|pln\\.|dreef|kade|singel|gracht|steeg|dijk|plantsoen|boulevard|allee|strjitte|dyk|leane"
    "|pad|paad|paed|passage|esplanade"
)
"""How streets end whose name can be nothing else."""
PLACES = (
    "hof|park|burg|donk|ring|baan|markt|hoek|erf|berg|veld|velden|horst|kamp|haven|brink|meent|oord|wal|rak|laar|loo|schans|bos|waard|werf|weide|wei|gaard|gaarde"
    "|hage|tuin|heide|land|stede|hout|poort|brug|oever|zoom|terras|slag|meer|akker|es|eng|kwartier|hove|stein|wijk|steyn|drift|wetering|vaart|forst|dam|stoep"
)
"""How streets end whose name can be another word as well."""
NO_STREET = (
    "(?!(?:onder|uit|om|snel|auto|rijks|midden|over|half|water|lucht|spoor|tus|voet|zebra|fiets|ruiter|leer|tijd|loop|werk|school|speel|binnen|parkeer"
    "|winkel|woon|zij)-?(?:weg|pad|plein|straat|straatje|laan)[^A-Za-z])"
)
STREET = (
    rf"{BEGIN}(?!(?:[Oo]nder|[Uu]it|[Oo]m|[Ss]nel|[Aa]uto|[Mm]idden|[Oo]ver|[Hh]alf)weg|(?:[Vv]oet|[Zz]ebra|[Ff]iets|[Ll]eer|[Tt]ijd)pad|[Bb]lokkade|Lincoln|Koln)"
    rf"(?:[A-Z][A-Za-z'-]{{1,40}}?(?:{WAYS})|[A-Z][A-Z'-]{{1,40}}?(?:STRAAT|STR\.?|LAAN|WEG|PLEIN|DREEF|KADE|SINGEL|GRACHT|STEEG|DIJK|PLANTSOEN|HOF|PARK|PAD)"
    r"|(?!(?:winkel|zij|woon|speel|school|binnen|parkeer|buurt|fiets|loop)(?:straat|plein))[a-z]{3,40}?(?:straat|str\.|laan|plein|dreef|singel|gracht|steeg|plantsoen))"
)
TWO_WORDS = (
    rf"{BEGIN}[A-Z][a-z]{{2,20}}(?: [A-Z][a-z]{{2,20}})? (?:Straat|Laan|Weg|Plein|Kade|Singel|Gracht|Steeg|Dijk|Markt|Haven|Hof|Park|Pad|Ring|Baan|Boulevard|Allee|Brink|Wal"
    "|Vest|Dreef|Plantsoen|Dam|Werf|Erf|Caddesi|Sokak)"
)
OF_SOMEBODY = (
    rf"{BEGIN}(?:Laan|Weg|Plein|Hof|Kade|Straat|Park|Steeg|Pad|Boulevard|Allee|Singel|Rue|rue|Avenue|avenue|Chaussee|chaussee|Via|Calle|Hoek|Burg)"
    r"(?: (?:van|der|den|de|het|'t|naar|door|ten|ter|du|des|la|le|op|tot)){1,3} (?:l')?[A-Z][A-Za-z'-]{1,30}(?: [A-Z][A-Za-z'-]{1,30})?"
)
BEHIND = f"(?:{'|'.join(f'(?<={word} )' for word in 'op aan van naar bij in de het om Op Aan Van Bij In Adres Adres: adres adres:'.split())})"
PLACE = rf"{BEHIND}(?:[A-Z][a-z]{{1,20}} )?[A-Z][A-Za-z'-]{{2,40}}?(?:{PLACES})"
ADDRESS = (
    rf"(?:{STREET}|{TWO_WORDS}|{OF_SOMEBODY}|{PLACE}){NR}{NUMBER}"
    rf"|{BEGIN}[A-Z][a-z]{{2,40}}?(?:{PLACES}) \d{{2,4}}-\d{{2}}{END}"
    rf"|{BEGIN}(?:Markt|Singel|Brink|Plein|Dam|Kade|Gracht|Dijk|Haven|Meent) {NUMBER}(?=(?: in| te|,) [A-Z])"
)
OTHER_WAY = rf"{BEGIN}(?:{_shapes('nr. nr nummer huisnummer huisnr huisnr.', capitals=False)}) ?{NUMBER},? (?:in|van|aan|op|uit) (?:de |het )?(?:{STREET}|{TWO_WORDS}|{OF_SOMEBODY}){END}"
FURTHER_ON = rf"(?:{STREET}|{TWO_WORDS})(?:,? [A-Za-z']{{1,20}}){{0,6}},? (?:op )?(?:nr\.?|nummer|huisnummer) {NUMBER}"
"""A street, and the number later in the same sentence."""
PO_BOX = rf"{BEGIN}(?:[Pp]ostbus|POSTBUS|[Pp]\.?[Oo]\.? ?[Bb]ox)(?: nr\.?)? \d{{1,5}}{END}"
LIVES = (
    rf"{BEGIN}(?:[Ww]oont|[Ww]oonde|[Ww]onen|[Ww]oonden|[Ww]oonachtig|[Vv]erhuisde|[Vv]erhuist|[Vv]erhuisd|(?:[Tt]huis|[Hh]uis|[Ww]oon|[Pp]ost)?[Aa]dres|ADRES)"
    r"(?:[ :,]|\b(?:is|was|nu|al|zelf|nog|sinds|kort|in|op|aan|te|naar|de|het|daar|hier|samen|jaren|zij|ze|hij|er)\b){1,8}"
    r"(?<![A-Za-z])(?!(?:Blok|Flat|Portiek|Gebouw|Fase|Complex|Toren|Wijk|Trap|Verdieping|Etage|Kamer|Nummer|Huisnummer|Groep|Stap)[ ,])"
    rf"([A-Z][A-Za-z'-]{{2,40}}(?: (?:van|de|der|den|het|'t|[A-Z][A-Za-z'-]{{1,30}})){{0,3}}{NR}{NUMBER})"
)
BY_POSTCODE = (
    rf"{BEGIN}(?:{NUMBER}[, |]{{1,3}}{POSTCODE}{END}"
    rf"|(?:{POSTCODE}|{SMALL_POSTCODE})(?:,? [A-Z][a-z]{{2,20}})?[ ,:|/-]{{0,3}}(?:{_NR}\.?:?)? ?{NUMBER})"
)
DOOR = rf"{BEGIN}(?:{_shapes('nr nr. nummer no. huisnummer huisnr huisnr. deur voordeur deurnummer appartement app. woning adres kamer', capitals=False)})(?:[: ]{{1,2}}|(?<=\.)){NUMBER}"
"""A home without its street: nobody's, until a name stands beside it."""
DOOR_OF = rf"(?:(?<=[A-Za-z] )|(?<=[A-Za-z], )|(?<=[A-Za-z],)|(?<=[A-Za-z] \())(?:(?:woont |woonde |zit )?(?:op|van|uit) )?{NUMBER}"
"""A number alone, right behind a name."""
DOOR_COMES = rf"{BEGIN}{NUMBER}(?= ?[:=(-] ?[A-Za-z])"
LIVES_AT = rf"{BEGIN}[Oo]p {NUMBER}(?= (?:woont|woonde|wonen|woonden|zit|zat){END})"
DOOR_FIRST = rf"(?:^|\n)(?:[-+.] )?({NUMBER})"
"""A number alone, right before a name; at the beginning of a line without a sign between."""

# People

LETTER = r"A-Za-z\u0370-\u1fff"
CAPITAL = r"A-Z\u0370-\u1fff"
BETWEEN = (
    r"(?:(?:(?:[Vv]an|[Vv]an'?t|[Vv]on|[Vv]d|[Vv]\.[Dd]\.|[Vv]/[Dd]|[Vv]\.|VAN|VON|[Ff]an|[Dd]e|DE|[Dd]en|DEN|[Dd]er|DER|het|'?[tT]|[Tt]en|TEN|[Tt]er|TER|[Ee]l|EL|[Aa]l|AL|[Bb]in|[Bb]en|BEN"
    r"|[Ii]bn|[Aa]it|[Oo]uld|[Aa]bu|[Dd]u|[Ll]a|[Ll]e|dos|[Dd]a|[Dd]i|des|del|zu|thoe|(?:in|op|In|Op) (?:'t|den)|(?:uit|aan|over|Uit|Aan|Over) den) |v\.d\.|'t |'s-|(?:[Ee]l|[Aa]l|[Bb]en|[Aa]it)-|d'|l')){0,4}"
)
TITLED_STREET = "(?![A-Za-z'-]{0,40}?(?:straat|laan|weg|plein|dreef|kade|singel|gracht|steeg|dijk|plantsoen|hof|park|pad|flat|school|huis|kerk|str\\.)(?![a-z]))"
NAME = rf"[{CAPITAL}][{LETTER}'-]{{1,40}}"
TITLES = (
    _shapes(
        "mevrouw mejuffrouw juffrouw meneer mijnheer menheer de_heer familie gezin buurvrouw buurman buuf oma opa tante oom weduwe echtpaar dokter pastoor dominee imam zuster"
    )
    + "|"
    + _shapes(
        "mevr mevr. mvr mvr. mw mw. mej mej. juf meester dhr dhr. hr hr. heer fam fam. wed. dr. drs. mr mr. mrs mrs. prof. ds. neef nicht zoon dochter kleinzoon kleindochter vriendin"
        " frou beppe pake omke muoike teyze amca pani lalla sidi hadj hadji haci zus broer frau herr madame monsieur",
        capitals=False,
    )
    + r"|(?:MEVR|MW|DHR|FAM|MVR|HR|MR)\.|(?:MEVR|MW|DHR|FAM)(?= [A-Z]{3})|heren"
)
TITLED = rf"{BEGIN}(?:{TITLES})(?:[\"')]? |(?<=\.)|: ?|(?<=[a-z]{{4}})(?=[A-Z]))[\"'(]?(?:[A-Z]\. ?|[A-Z] (?=[A-Z])){{0,5}}{TITLED_STREET}{BETWEEN}{TITLED_STREET}{NAME}(?: {BETWEEN}(?<=[a-z'-] ){NAME})?"
NO_NAME = (
    "(?!(?:Aan|Achter|Al|Alle|Alleen|Als|Bel|Beide|Bij|Bv|Daar|Daarbij|Daarna|Daarom|Dan|Dat|De|Deze|Die|Dit|Doe|Door|Drie|Dus|Eerst|Een|Elk|Elke|En|Er|Ga|Geef|Geen|Ben|Het|Hier|Hij"
    "|Hoe|Iedereen|Ik|In|Is|Ja|Je|Kies|Maak|Maar|Meer|Met|Na|Naar|Nee|Niemand|Niet|Nog|Nu|Ook|Om|Op|Over|Samen|Soms|Te|Ten|Toch|Toen|Tot|Twee|Uit|Van|Veel|Verder|Voor|Vraag|Waar"
    "|Want|Wat|We|Weet|Wie|Wij|Zeg|Zie|Ze|Zij|Zo|Zoek|Zonder|Bron|Stap|Fase)(?![A-Za-z]))"
)
"""Words with a capital that begin a sentence."""
COMPANY = r"(?!(?:B\.V|N\.V|V\.O|C\.V|Z\.O|U\.S|E\.U|P\.S|N\.B|B\.G|O\.Z)\.)"
INITIAL = r"(?:[A-Z]|Th|Ch|Ph|Fr|IJ|Chr|Tj)\."
_LISTS = _shapes(
    "optie hal blok flat vak type plan punt stap route groep trap deel bijlage variant portiek vraag", capitals=False
)
LISTED = "".join(f"(?<!{word} )" for word in _LISTS.split("|"))
"""Words behind which a letter with a dot is no initial."""
SURNAME = f"{BETWEEN}{NO_NAME}{TITLED_STREET}{NAME}"
INITIALS = (
    rf"{BEGIN}{COMPANY}(?:(?<!\.)(?:{INITIAL} ?){{2,5}}{NO_NAME}{TITLED_STREET}{SURNAME}"
    rf"|(?<=[a-z,:(] ){LISTED}{INITIAL} ?{NO_NAME}{TITLED_STREET}(?=[A-Z]){SURNAME}"
    rf"|{LISTED}{INITIAL} ?(?=(?:van|de|den|ter|ten|el|'t|v\.d\.) ){SURNAME}"
    rf"|[A-Z] [A-Z] (?:van|de|van de|van der|van den|ter|ten|el) {NAME})"
)
FIRST = (
    rf"{BEGIN}(?!Ben (?:je|jij|ik|u|er|we) )(?:[A-Z][a-z]{{1,20}}|[A-Z]{{4,20}}|(?<![/.=@&?%-])(?!(?:frank|pietje|jantje|kaatje|grietje|dirkje){END})[a-z]{{5,20}}(?![A-Za-z]|[/=&?%@\"]|\.[a-z]| ?[@(\[<]| at ))(?![A-Za-z]|'[A-Za-rt-z])"
    rf"(?!(?:[ -](?:van|von|de|den|der|het|'t|[A-Z][A-Za-z.']{{0,20}}?)){{0,4}}?-?(?:straat|laan|weg|plein|dreef|kade|singel|gracht|steeg|dijk|plantsoen|hof|park|pad|flat|school|college|huis|kerk|str\.|stichting|fonds|prijs|zaal|buurt)(?![a-z]))"
    rf"(?:-[A-Z][a-z]{{1,20}})?(?: {BETWEEN}{NAME})?"
)
WITH_ROLE = (
    rf"{BEGIN}(?:{_shapes('wijkagent buurtbewoner bewoner bewoonster huurder huurster huismeester opbouwwerker', capitals=False)}) {TITLED_STREET}(?!Nummer)"
    rf"[A-Z][A-Za-z'-]{{1,30}}{END}"
)
FAMILY_ENDING = rf"{BEGIN}(?!(?:Prisma|Plasma|Charisma|Orchestra|Orkestra|Palestra|Illustra|Wielinga)[^A-Za-z])[A-Z][a-z]{{2,20}}(?:stra|sma|persad|pershad|singh|nath|charan|narain|inga|wicz|wski|wska|[bcdkln]ski|[bcdkln]ska|oglu|ovic|evic){END}"
FAMILY_BETWEEN = rf"{BEGIN}(?:[Vv]an (?:der|den|'t)|[Vv]\.d\.|[Vv]an[ -]?'?t|von der) ?{TITLED_STREET}{NAME}|{BEGIN}De (?:Vries|Jong|Jonge|Boer|Groot|Graaf|Haan|Bruijn|Bruin|Wit|Leeuw|Ruiter){END}"
CALLED = rf"{BEGIN}(?:(?:[Zz]e|[Zz]ij|[Hh]ij|[Ii]k) (?:heet|heette)|[Gg]enaamd|[Mm]ijn naam is|[Ii]k ben(?! [A-Z][a-z]{{1,20}}(?:aar|ees|aan){END})|[Nn]oem me|(?:[Vv]oor|[Aa]chter|[Rr]oep)naam(?: is)?|(?:NAAM|[Nn]aam)(?: [a-z]{{3,15}}){{0,2}} ?:):? {NO_NAME}{NAME}(?: {BETWEEN}{NAME})?"
