"""What a pattern alone cannot decide: whether a number can exist, an address is that of the editors, a word is a name.

`privacy.js` has the same validators, and what they need to know it gets from `exported()`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import phonenumbers
from stdnum import numdb
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from handboek.privacy.normalize import plain
from handboek.privacy.people import KNOWN
from handboek.project import editors

Validator = Literal["", "phone", "local", "bsn", "iban", "mail", "name"]

_NL: Any = phonenumbers.PhoneMetadata.metadata_for_region("NL")
NATIONAL = "|".join(
    (
        *(kind.national_number_pattern for kind in (_NL.mobile, _NL.fixed_line, _NL.voip)),
        r"8[47]\d{7}",  # personal numbers; 88 is for organisations only
        r"4[5-9]\d{7}",  # a Belgian mobile telephone, as it is written in Belgium
        r"1[567]\d{8,9}",  # a German one
    )
)
"""What may stand behind the first zero of somebody's number; those on 0800, 0900 and 088 are for everybody."""
ABROAD: dict[str, tuple[int, ...]] = {}
"""How long a number can be behind the number of its country."""
for _code, _regions in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items():
    _one: Any = phonenumbers.PhoneMetadata.metadata_for_region(_regions[0], None)
    if _one and _one.general_desc.possible_length:
        ABROAD[str(_code)] = tuple(length for length in _one.general_desc.possible_length if length > 6)
BANKS = {
    country: re.sub(
        r"(\d{1,3})!([nac])", lambda one: {"n": r"\d", "a": "[A-Z]", "c": "[A-Z0-9]"}[one[2]] + f"{{{one[1]}}}", bban
    )
    for country in (one + two for one in map(chr, range(65, 91)) for two in map(chr, range(65, 91)))
    if (bban := numdb.get("iban").info(country + "00")[0][1].get("bban", ""))
}
"""How a bank writes the number of an account behind the first four signs, by country."""
PART = re.compile(r"(\\d|\[[^\[\]]+\])\{(\d+)\}")
"""One part of such a form: what stands there, and how many."""


def _phone(words: str) -> bool:
    """Whether this is a telephone number that can exist, and not one that is there for everybody."""
    digits = re.sub("[^0-9+]", "", re.sub("[Il]", "1", re.sub("[Oo]", "0", words)).replace("(0)", ""))
    digits = re.sub(r"^(?:00|(?=316))", "+", digits)
    if not digits.startswith("+"):
        return bool(re.fullmatch(NATIONAL, digits[digits.startswith("0") :]))
    for size in (1, 2, 3):
        lengths = ABROAD.get(digits[1 : 1 + size])
        if lengths:
            rest = digits[1 + size :]
            if digits[1 : 1 + size] == "31":
                return bool(re.fullmatch(NATIONAL, rest[rest.startswith("0") :]))
            return len(rest) in lengths or (rest.startswith("0") and len(rest) - 1 in lengths)
    return False


def _bsn(words: str) -> bool:
    """Whether the digits pass the test of eleven."""
    return bsn.is_valid(re.sub(r"\D", "", words))


def _mail(words: str) -> bool:
    """Whether this is somebody else's address than that of the editors."""
    return words.lower().replace(" ", "").strip(".") != plain(editors()).text.lower()


def _iban(words: str) -> bool:
    """Whether the digits fit together, and a bank of that country could have given them; where only a digit can stand,
    the letter O is a zero and I or L a one."""
    number = re.sub("[^A-Z0-9]", "", words.upper())
    form = BANKS.get(number[:2], "")
    at, meant = 4, number[:2] + _digits(number[2:4])
    for kind, size in PART.findall(form):
        part = number[at : at + int(size)]
        meant += _digits(part) if kind == r"\d" else part
        at += int(size)
    fits = form and at == len(number) and re.fullmatch(form, meant[4:])
    return bool(fits and mod_97_10.is_valid(meant[4:] + meant[:4]))


def _digits(words: str) -> str:
    return words.translate(str.maketrans("OIL", "011"))


def _name(words: str) -> bool:
    """Whether the first word is what many people are called."""
    return re.split("[ -]", words)[0].lower() in KNOWN


VALIDATORS: dict[str, Callable[[str], bool]] = {
    "phone": _phone,
    "bsn": _bsn,
    "iban": _iban,
    "mail": _mail,
    "name": _name,
}


def exported() -> dict[str, Any]:
    """What the validators need to know, for the script of the form."""
    return {
        "national": NATIONAL,
        "abroad": ABROAD,
        "banks": BANKS,
        "part": PART.pattern,
        "people": " ".join(sorted(KNOWN)),
    }
