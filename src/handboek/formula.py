"""The formulas of a spreadsheet: a small language, as text of a spreadsheet program and as a value.

`als(klaar <= voor, "op tijd", "te laat")`: names, whole numbers, words between quotes, `+ - *`, comparisons, and the
functions of the table below. Python's parser reads it and nothing of it is run: what is not in the grammar is refused,
so that no formula of a program gets in, whatever somebody writes.
"""

from __future__ import annotations

import ast
import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from handboek.finding import Wrong

Use = Literal["cell", "column", "choices", "words"]
"""How a formula takes a name: one cell, the whole column, where the choices of a cell stand, or words themselves: those that
a cell is chosen from, or that are known by this name."""
Find = Callable[[str, Use], Any]
"""What stands for a name: an address in a program, or a value; words as a tuple in both."""

WRONG = object()
"""The value of what cannot be worked out, as `#VALUE!` is."""
DAY_ONE = datetime.date(1899, 12, 30)
"""The day that programs count from."""


class FormulaError(Wrong):
    """A formula that is none: what is wrong, and what to do, in Dutch."""


@dataclass(frozen=True)
class Function:
    """A function: how a program writes it, and what it gives."""

    excel: Callable[[Sequence[Any]], str]
    value: Callable[[Sequence[Any]], Any]
    takes: tuple[int, int]
    """How many arguments at least and at most."""
    uses: tuple[Use, ...] = ("cell",)
    """How it takes each argument, over and over."""
    also: Use | None = None
    """In which other way it takes the first argument, behind all others."""


def _written(pattern: str) -> Callable[[Sequence[str]], str]:
    return lambda given: pattern.format(*given, all=",".join(given), joined="&".join(given))


def empty(value: Any) -> bool:
    return value is None or value == ""


def number(value: Any) -> Any:
    """A value as a number: nothing is 0, a day counts days, and words are none."""
    if isinstance(value, datetime.date):
        return (value - DAY_ONE).days
    return 0 if value is None else value if isinstance(value, int | float) else WRONG


def same(one: Any, other: Any) -> bool:
    """Whether a program calls two values equal: capitals are no difference, and nothing is both 0 and no words."""
    if isinstance(one, str) or isinstance(other, str):
        return _words(one) == _words(other) if not (_is_number(one) or _is_number(other)) else False
    return bool(number(one) == number(other))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | datetime.date)


def _words(value: Any) -> str:
    return "" if value is None else str(value).casefold()


def _numbers(given: Sequence[Any]) -> list[Any]:
    flat = [one for each in given for one in (each if isinstance(each, tuple) else (each,))]
    return [number(one) for one in flat if _is_number(one)]


def _pairs(given: Sequence[Any]) -> list[tuple[Any, Any]]:
    return list(zip(given[::2], given[1::2], strict=True))


def _as_text(value: Any) -> str:
    """A value as somebody reads it: a number, the same in words, and that with a space behind it are one door."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    said = str(number(value)) if _is_number(value) else _words(value)
    return " ".join(part for part in said.split(" ") if part)


def _where(given: Sequence[str]) -> str:
    tests = [f'(TRIM({column}&"")=TRIM({value}&""))' for column, value in _pairs(given)]
    return f"SUMPRODUCT({'*'.join(tests) if len(tests) > 1 else f'--{tests[0]}'})"


def _count_where(given: Sequence[Any]) -> int:
    pairs = _pairs(given)
    wanted = [(column, _as_text(value)) for column, value in pairs]
    return sum(all(_as_text(column[row]) == value for column, value in wanted) for row in range(len(pairs[0][0])))


def _either(cells: Sequence[str], words: Sequence[str]) -> str:
    return ",".join(f"{cell}={quoted(word)}" for word in words for cell in cells)


def quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _left_text(given: Sequence[Any]) -> str:
    *cells, words = given
    parts = (f"IF(OR({_either(cells, [word])}),{quoted('')},{quoted(word + ' ')})" for word in words)
    return f"TRIM({'&'.join(parts)})"


def _left(given: Sequence[Any]) -> str:
    """The words that stand in none of the cells."""
    *cells, words = given
    return " ".join(word for word in words if not any(same(cell, word) for cell in cells))


def _arithmetic(sum_: Callable[..., Any]) -> Callable[[Sequence[Any]], Any]:
    def value(given: Sequence[Any]) -> Any:
        numbers = [number(one) for one in given]
        return WRONG if WRONG in numbers else sum_(*numbers)

    return value


def _average(given: Sequence[Any]) -> Any:
    numbers = _numbers(given)
    return sum(numbers) / len(numbers) if numbers else ""


FUNCTIONS: dict[str, Function] = {
    "als": Function(_written("IF({0},{1},{2})"), lambda given: given[1] if given[0] else given[2], (3, 3)),
    "en": Function(_written("AND({all})"), all, (2, 9)),
    "of": Function(_written("OR({all})"), any, (2, 9)),
    "niet": Function(_written("NOT({0})"), lambda given: not given[0], (1, 1)),
    "leeg": Function(_written("(LEN({0})=0)"), lambda given: empty(given[0]), (1, 1)),
    "gevuld": Function(_written("(LEN({0})>0)"), lambda given: not empty(given[0]), (1, 1)),
    "begint": Function(
        _written("(LEFT({0},LEN({1}))={1})"), lambda given: _words(given[0]).startswith(_words(given[1])), (2, 2)
    ),
    "samen": Function(
        _written("({joined})"), lambda given: "".join("" if one is None else str(one) for one in given), (2, 9)
    ),
    "plaats": Function(
        _written("IFERROR(MATCH({0},{1},0),0)"),
        lambda given: next((at for at, one in enumerate(given[1], 1) if same(one, given[0])), 0),
        (1, 1),
        also="choices",
    ),
    "een_van": Function(
        lambda given: f"OR({_either(given[:1], given[1]) or 'FALSE'})",
        lambda given: any(same(given[0], word) for word in given[1]),
        (2, 2),
        ("cell", "words"),
    ),
    "nog_niet": Function(_left_text, _left, (2, 9), also="words"),
    "som": Function(_written("SUM({0})"), lambda given: sum(_numbers(given)), (1, 1), ("column",)),
    "gemiddelde": Function(_written('IF(COUNT({0})=0,"",AVERAGE({0}))'), _average, (1, 1), ("column",)),
    "aantal": Function(
        _written("SUMPRODUCT(--(LEN({0})>0))"),
        lambda given: sum(not empty(one) for one in given[0]),
        (1, 1),
        ("column",),
    ),
    "aantal_waar": Function(_where, _count_where, (2, 8), ("column", "cell")),
    "hoogste": Function(
        _written('IF(COUNT({0})=0,"",MAX({0}))'), lambda given: max(_numbers(given), default=""), (1, 1), ("column",)
    ),
    "laagste": Function(
        _written('IF(COUNT({0})=0,"",MIN({0}))'), lambda given: min(_numbers(given), default=""), (1, 1), ("column",)
    ),
    "grootste": Function(_written("MAX({all})"), lambda given: max(_numbers(given), default=0), (2, 9)),
    "kleinste": Function(_written("MIN({all})"), lambda given: min(_numbers(given), default=0), (2, 9)),
    "getallen": Function(_written("COUNT({all})"), lambda given: len(_numbers(given)), (2, 9)),
    "deel": Function(
        _written('IF({1}=0,"",{0}/{1})'), _arithmetic(lambda part, whole: part / whole if whole else ""), (2, 2)
    ),
    "omhoog": Function(_written("QUOTIENT({0}+{1}-1,{1})"), _arithmetic(lambda a, b: (a + b - 1) // b), (2, 2)),
    "rond": Function(_written("QUOTIENT(2*{0}+{1},2*{1})"), _arithmetic(lambda a, b: (2 * a + b) // (2 * b)), (2, 2)),
}
"""Every function. `omhoog` and `rond` divide in whole numbers: up, and to the nearest."""

TODAY = "vandaag"
"""The name of this day."""
SIGNS: dict[type[ast.operator | ast.cmpop], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: ("+", lambda a, b: a + b),
    ast.Sub: ("-", lambda a, b: a - b),
    ast.Mult: ("*", lambda a, b: a * b),
    ast.Eq: ("=", same),
    ast.NotEq: ("<>", lambda a, b: not same(a, b)),
    ast.Lt: ("<", lambda a, b: _order(a) < _order(b)),
    ast.LtE: ("<=", lambda a, b: _order(a) <= _order(b)),
    ast.Gt: (">", lambda a, b: _order(a) > _order(b)),
    ast.GtE: (">=", lambda a, b: _order(a) >= _order(b)),
}
"""How two values are joined or compared."""


def _order(value: Any) -> tuple[bool, Any]:
    """What programs sort by: numbers come before words."""
    return (True, value.casefold()) if isinstance(value, str) else (False, number(value))


@lru_cache(maxsize=2_000)
def read(text: str) -> ast.expr:
    """A formula as a tree with nothing in it but the grammar. Raises `FormulaError`."""
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError(
            "Deze formule is niet te lezen.", "Kijk of elk haakje en elk aanhalingsteken weer dichtgaat."
        ) from None
    _check(tree)
    return tree


def _check(node: ast.expr) -> None:
    match node:
        case ast.Name() | ast.Attribute(value=ast.Name()):
            return
        case ast.Constant(value=str()):
            return
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            return
        case ast.BinOp(left=left, op=op, right=right) if type(op) in SIGNS:
            inner = [left, right]
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in SIGNS:
            inner = [left, right]
        case ast.Call(func=ast.Name(id=name), args=inner, keywords=[]):
            _check_call(name, inner)
        case _:
            raise FormulaError(
                f"In deze formule staat iets dat niet kan: `{ast.unparse(node)[:60]}`.",
                "Gebruik namen, hele getallen, woorden tussen aanhalingstekens, `+`, `-`, `*`, vergelijkingen en functies.",
            )
    for one in inner:
        _check(one)


def _check_call(name: str, given: Sequence[ast.expr]) -> None:
    if name not in FUNCTIONS:
        known = ", ".join(f"`{one}`" for one in sorted(FUNCTIONS))
        raise FormulaError(f"De functie `{name}` bestaat niet.", f"Kies uit {known}.")
    function = FUNCTIONS[name]
    least, most = function.takes
    if not least <= len(given) <= most or (name == "aantal_waar" and len(given) % 2):
        wanted = f"{least}" if least == most else f"{least} tot {most}"
        raise FormulaError(
            f"Bij `{name}` staan {len(given)} dingen tussen de haakjes.", f"Het moeten er {wanted} zijn."
        )
    for use, one in _uses(function, given):
        if use != "cell" and not isinstance(one, ast.Name | ast.Attribute):
            raise FormulaError(
                f"Bij `{name}` hoort de naam van een kolom, en er staat `{ast.unparse(one)[:60]}`.",
                "Zet daar de `id` van een kolom.",
            )


def _uses(function: Function, given: Sequence[ast.expr]) -> Iterator[tuple[Use, ast.expr]]:
    yield from ((function.uses[at % len(function.uses)], one) for at, one in enumerate(given))
    if function.also:
        yield function.also, given[0]


def names(text: str) -> Iterator[tuple[str, Use]]:
    """Every name in a formula with how it takes it. Raises `FormulaError`."""
    found: list[tuple[str, Use]] = []

    def noted(name: str, use: Use) -> str:
        found.append((name, use))
        return name

    excel(text, noted)
    return iter(found)


def words(text: str) -> Iterator[tuple[str, str]]:
    """Every name that a formula compares with words, and those words. Raises `FormulaError`."""
    for node in ast.walk(read(text)):
        match node:
            case ast.Compare(left=ast.Name() as name, comparators=[ast.Constant(value=str(said))]):
                yield ast.unparse(name), said
            case ast.Call(func=ast.Name(id="aantal_waar"), args=given):
                for column, value in _pairs(given):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield ast.unparse(column), value.value


def excel(text: str, find: Find) -> str:
    """A formula as a spreadsheet program writes it, without the sign that begins it. Raises `FormulaError`."""

    def made(node: ast.expr, use: Use = "cell") -> Any:
        match node:
            case ast.Constant(value=str(said)):
                return quoted(said)
            case ast.Constant(value=value):
                return str(value)
            case ast.BinOp(left=left, op=op, right=right) | ast.Compare(left=left, ops=[op], comparators=[right]):
                return f"({made(left)}{SIGNS[type(op)][0]}{made(right)})"
            case ast.Call(func=ast.Name(id=name), args=given):
                return FUNCTIONS[name].excel([made(one, use) for use, one in _uses(FUNCTIONS[name], given)])
        return find(ast.unparse(node), use)

    return str(made(read(text)))


def value(text: str, find: Find) -> Any:
    """What a formula comes to; `WRONG` where a program would say so. Raises `FormulaError`."""

    def made(node: ast.expr, use: Use = "cell") -> Any:
        match node:
            case ast.Constant(value=said):
                return said
            case ast.BinOp(left=left, op=op, right=right):
                return _arithmetic(SIGNS[type(op)][1])([made(left), made(right)])
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                pair = made(left), made(right)
                return WRONG if WRONG in pair else SIGNS[type(op)][1](*pair)
            case ast.Call(func=ast.Name(id="als"), args=[test, yes, no]):
                tested = made(test)
                return WRONG if tested is WRONG else made(yes if tested else no)
            case ast.Call(func=ast.Name(id=name), args=args):
                given = [made(one, use) for use, one in _uses(FUNCTIONS[name], args)]
                return WRONG if any(one is WRONG for one in given) else FUNCTIONS[name].value(given)
        return find(ast.unparse(node), use)

    return made(read(text))
