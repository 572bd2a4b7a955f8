"""Personal data in a text: telephone numbers, addresses and the like of people whom a lesson must not give away.

The patterns are written in what Python and the browser have in common, so that the check and the form on the website
find the same. What a pattern alone cannot decide (the 11-test, the country of a number), `PROOFS` decides; the form has
the same proofs in its script. `tests/lessons/cases.yml` is run against both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

from handboek.finding import Severity
from handboek.project import editors

Proof = Literal["", "phone", "bsn", "iban", "mail"]


@dataclass(frozen=True)
class Sort:
    """One sort of personal data."""

    code: str
    """The rule that it belongs to."""
    what: str
    """What is wrong, in Dutch; never the data itself, since a report is kept longer than a text."""
    help: str
    """What to do."""
    pattern: str
    """What it looks like."""
    severity: Severity = "error"
    proof: Proof = ""
    """What decides on a candidate, beside the pattern."""

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of the text that hold this sort of data."""
        for found in re.finditer(self.pattern, text, re.ASCII):
            if not self.proof or PROOFS[self.proof](found[0]):
                yield found.span()


LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
CAPITAL = r"A-Z\u00c0-\u00d6\u00d8-\u00de"
SPACE = r"[ \u00a0]"
BEGIN = rf"(?<![{LETTER}0-9])"
END = rf"(?![{LETTER}0-9])"
MONTHS = "(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|april|apr|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
DATE = (
    rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:\d{{4}}|\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} {MONTHS}\.? \d{{4}}){END}"
)
POSTCODE = rf"[1-9]\d{{3}}{SPACE}?[A-Z]{{2}}"
NUMBER = r"(?!(?:19|20)\d\d(?!\d))\d{1,4}(?: ?[a-zA-Z]|-\d{1,4}| ?(?:hs|bis|[IV]{1,4}))?"
STREET = "(?:straat|laan|weg|plein|dreef|hof|kade|singel|gracht|steeg|dijk|plantsoen|hoek|pad|park|erf|donk)"
BETWEEN = "(?:(?:van|de|den|der|het|'t|ten|ter|el|al|bin|von|du|la|le) )*"
NAME = rf"[{CAPITAL}][{LETTER}'-]+"
FIRST_NAMES = """
Abdel Abdullah Achmed Ahmed Ahmet Aisha Alexandra Ali Amina Andre Anja Anneke Annemarie Annelies Anouk Arie Astrid Ayse
Barbara Bart Bas Bea Ben Bert Betty Bianca Bob Bram Brigitte Carla Caroline Chantal Christina Cindy Claudia Cor Corrie
Daan Danielle Debbie Dennis Desiree Diana Dick Dirk Ed Edwin Ellen Els Elly Emine Emma Erik Esther Eva Fatih Fatima
Fatma Femke Ferdi Floor Frank Frans Fred Geert Geertje Gerard Gerda Gerrit Gijs Greet Guus Hanneke Hannie Hans Hassan
Hatice Heleen Hendrik Henk Herman Hilda Huub Ibrahim Ilse Imane Inge Ingrid Irma Isabel Ismail Jaap Jacqueline Jan
Janneke Jannie Jasper Jeroen Jeanne Joop Joost Jorien Joris Josje Judith Karel Karin Khadija Kees Klaas Koos Lars Latifa
Laura Leo Lianne Lieke Linda Lisette Loes Lotte Luuk Maaike Maarten Malika Manon Marcel Margriet Maria Marianne Marieke
Marijke Marit Marja Marjan Marloes Martijn Mehmet Menno Michel Miriam Mohamed Mohammed Monique Moniek Mustafa Nadia Naima
Natasja Nel Niels Nienke Olga Omar Patricia Patrick Paula Petra Piet Pieter Rachid Ria Rik Rob Robert Roel Ron Ronald
Rosa Ruud Saida Samira Sander Sandra Sanne Saskia Selma Silvia Sjaak Sjors Sofie Stefan Stijn Susan Sylvia Thijs Tineke
Toos Truus Ursula Wendy Wilma Willemijn Wouter Yasmina Youssef Yusuf Yvonne Zeynep
"""
"""First names that are no Dutch word. A list of what many people are called, not of anybody."""

SORTS: tuple[Sort, ...] = (
    Sort(
        "telefoonnummer",
        "Hier staat een telefoonnummer.",
        "Haal het weg, of noem het nummer van een organisatie dat iedereen mag bellen.",
        rf"(?<![\w/=.+-])(?:(?:\+|00)[1-9](?:[ \u00a0.()/-]{{0,3}}\d){{7,13}}|\(?0[1-9](?:[ \u00a0.()/-]{{0,3}}\d){{6,9}}){END}(?!-\d)",
        proof="phone",
    ),
    Sort(
        "mailadres",
        "Hier staat een e-mailadres.",
        "Haal het weg, of link naar de website van de organisatie.",
        rf"[\w.+-]+(?:@|{SPACE}?(?:\(at\)|\[at\]){SPACE}?)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{{2,}}",
        proof="mail",
    ),
    Sort(
        "burgerservicenummer",
        "Hier staat een getal dat een burgerservicenummer is.",
        "Haal het weg. Is het iets anders, schrijf dan wat het is zonder het hele getal.",
        rf"(?<![\w.,/=-])(?<!\u20ac )(?:\d{{9}}|\d{{3}}[ .]\d{{3}}[ .]\d{{3}}|\d{{4}}[ .]\d{{2}}[ .]\d{{3}}){END}(?![.,]\d)",
        proof="bsn",
    ),
    Sort(
        "rekeningnummer",
        "Hier staat het nummer van een bankrekening.",
        "Haal het weg.",
        rf"{BEGIN}(?:[A-Z]{{2}}\d{{2}}(?:{SPACE}?[A-Z0-9]{{4}}){{2,7}}(?:{SPACE}?[A-Z0-9]{{1,4}})?|[A-Za-z]{{2}}\d{{2}}[A-Za-z0-9]{{11,30}}){END}",
        proof="iban",
    ),
    Sort(
        "woonadres",
        "Hier staat een adres waar iemand woont.",
        "Noem de straat of de wijk, zonder postcode en huisnummer.",
        rf"{BEGIN}(?:{NUMBER},?{SPACE}{{1,2}}{POSTCODE}{END}|{POSTCODE}(?:,|{SPACE})*(?:nr\.?|nummer|huisnummer)?{SPACE}*{NUMBER}{END})",
    ),
    Sort(
        "geboortedatum",
        "Hier staat een geboortedatum.",
        "Haal hem weg; schrijf hooguit een leeftijd ongeveer: `begin zestig`.",
        rf"{BEGIN}(?:[Gg]eboren|[Gg]eb\.?|[Gg]eboortedatum|[Gg]eboortedag|[Vv]erjaardag)(?:{SPACE}*(?:op|is|was|:|datum))*{SPACE}*{DATE}"
        rf"|{BEGIN}{DATE}{SPACE}(?:is{SPACE})?geboren{END}",
    ),
    Sort(
        "persoonsnaam",
        "Hier staat misschien de naam van een mens.",
        "Schrijf wie het is: een bewoner, de opbouwwerker. Noem een collega alleen als die dat goedvindt.",
        rf"{BEGIN}(?:(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Dd]e heer|[Dd]hr\.?|[Ff]amilie|[Bb]uurvrouw|[Bb]uurman|[Oo]ma|[Oo]pa) {BETWEEN}{NAME}"
        rf"|(?<=[^\n] )(?:[A-Z]\.){{1,4}} ?{BETWEEN}{NAME}"
        rf"|(?:{'|'.join(FIRST_NAMES.split())})(?![{LETTER}])(?!-?[{LETTER} ]*{STREET})(?: {BETWEEN}{NAME})?)",
        "warning",
    ),
)

BY_CODE = {sort.code: sort for sort in SORTS}


def _phone(words: str) -> bool:
    """Whether this is a telephone number that exists, and not one that is there for everybody."""
    try:
        number = phonenumbers.parse(words, "NL")
    except phonenumbers.NumberParseException:
        return False
    kinds = phonenumbers.PhoneNumberType
    everybody = {kinds.TOLL_FREE, kinds.PREMIUM_RATE, kinds.SHARED_COST}
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) not in everybody


def _mail(words: str) -> bool:
    """Whether this is somebody else's address than that of the editors."""
    return words.lower().strip(".") != editors().lower()


def _iban(words: str) -> bool:
    """Whether the digits fit together; which banks a country has is not asked, as the browser cannot know."""
    return iban.is_valid(words, check_country=False)


PROOFS: dict[str, Callable[[str], bool]] = {"phone": _phone, "bsn": bsn.is_valid, "iban": _iban, "mail": _mail}


def exported() -> dict[str, Any]:
    """The sorts for the form in the browser, with what its proofs need to know."""
    dutch: Any = phonenumbers.PhoneMetadata.metadata_for_region("NL")
    everybody = (dutch.toll_free, dutch.premium_rate, dutch.shared_cost)
    numbers = [one.national_number_pattern for one in everybody if one and one.national_number_pattern]
    return {
        "sorts": [
            {
                "code": sort.code,
                "what": sort.what,
                "help": sort.help,
                "pattern": sort.pattern,
                "severity": sort.severity,
                "proof": sort.proof,
            }
            for sort in SORTS
        ],
        "numbers": dutch.general_desc.national_number_pattern,
        "everybody": "|".join(numbers),
    }
