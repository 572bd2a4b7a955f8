"""Begin a method of your own: a folder with readable files, an example of each thing that matters, to replace.

The files stand in `authoring/example/` as they will be read; what is asked is filled in. The folder `phases/fase` there is made
once for each phase, its steps for the first one only.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import jinja2
import yaml

from handboek import checks, report
from handboek.anchors import anchor
from handboek.authoring import prompts
from handboek.dutch import count
from handboek.finding import Finding
from handboek.formats import FORMAT
from handboek.handbook import assemble
from handboek.load import Documents, kind_of, with_file
from handboek.model.method import SHORT
from handboek.resources import EXAMPLE
from handboek.system import transaction, work
from handboek.system.clock import today

PHASE = "phases/fase/"
LOOKS = (
    ("#1d4e7a", "strepen"),
    ("#1f5f4a", "schuin"),
    ("#855700", "stippen"),
    ("#7a2e5d", "ruit"),
    ("#8a2f1f", "blokken"),
    ("#4a4a8a", "golven"),
)
"""Colours on which white letters can be read, each with a pattern for who sees no colour."""
MOST_PHASES = 12
LONGEST = 60
PHASES = "Beginnen, Doen, Afronden"
WHOM = "iedereen die mee wil doen"


@dataclass(frozen=True)
class Phase:
    """A phase of the new method, as the files ask for it."""

    number: int
    name: str
    colour: str
    pattern: str

    @property
    def slug(self) -> str:
        return anchor(self.name)


@dataclass(frozen=True)
class Answers:
    """What only a person knows of the new method."""

    name: str
    phases: tuple[Phase, ...]
    whom: str


def start(folder: Path, name: str, phases: str, whom: str) -> int:
    """Ask what is not given, write the project into `folder` and say what comes next; gives the exit code.

    Raises `prompts.Stopped`, and `transaction.Refused` where a file would stand in the way; then nothing is written.
    """
    paths = [_path(name) for name in _templates() if not name.startswith(PHASE)]
    if there := next((path for path in paths if (folder / path).exists()), None):  # before anybody answers for nothing
        raise transaction.Refused(f"`{there}` bestaat al. {transaction.NOTHING} Kies een lege map.")
    answers = Answers(
        given("Hoe heet je methode", name, folder.resolve().name.replace("-", " ").capitalize(), wrong_name),
        tuple(_phases(given("Welke fasen zijn er, met een komma ertussen", phases, PHASES, _wrong_phases))),
        given("Voor wie is het handboek", whom, WHOM, wrong_name).rstrip("."),
    )
    files = dict(written(answers))
    if wrong := [finding for finding in _check(files) if finding.severity == "error"]:
        print("Dit klopt niet, en er is niets geschreven:", file=sys.stderr)
        print("\n".join(report.lines(wrong)), file=sys.stderr)
        return 1
    write(folder, files)
    shown = "" if folder.resolve() == Path.cwd() else f"\n  cd {folder}"
    print(
        f"\nGemaakt: {count(len(files), 'bestand', 'bestanden')} in {folder}. Typ nu:\n{shown}\n"
        "  handboek check    om te zien of alles klopt\n"
        "  handboek serve    om de website te zien, op http://127.0.0.1:8000\n"
        "  handboek build    om de website met de bladen te maken, in site/\n\n"
        "Begin met `phases/method.yml`. Boven alles wat van jou moet worden, staat `Vervang`. In `LEESMIJ.md` lees je de rest."
    )
    return 0


def _templates() -> list[str]:
    """The files in the example, by their path in it."""
    return sorted(file.relative_to(EXAMPLE).as_posix() for file in EXAMPLE.rglob("*") if file.is_file())


def _path(template: str) -> str:
    """The path in the project of a file that is the same whatever somebody answers."""
    return ".gitignore" if template == "gitignore" else template


def written(answers: Answers) -> Iterator[tuple[str, str]]:
    """The files of the new project, by path."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(EXAMPLE),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    environment.filters["yaml"] = as_yaml
    values = {"name": answers.name, "whom": answers.whom, "phases": answers.phases, "format": FORMAT}
    values |= {"mark": _mark(answers.name), "short": _short(answers.name), "today": today().isoformat()}
    for path in _templates():
        template = environment.get_template(path)
        if path.startswith(PHASE):
            here = answers.phases[:1] if "/steps/" in path else answers.phases
            for phase in here:
                target = f"phases/{phase.number}-{phase.slug}/{path.removeprefix(PHASE)}"
                yield target, template.render(values, phase=phase)
        else:
            yield _path(path), template.render(values)


def _mark(name: str) -> str:
    """The letter for the logo of a method: the first of its name."""
    return next(sign for sign in name if sign.isalnum()).upper()[:2]


def _short(name: str) -> str:
    """As many of the first words of a name as fit below an icon; nothing where not even one does."""
    words = name.split()
    return next((said for end in range(len(words), 0, -1) if len(said := " ".join(words[:end])) <= SHORT), "")


def as_yaml(text: str) -> str:
    """A text as a value in YAML: plain where that can be, else between quotation marks."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).removesuffix("...\n").strip()


def given(question: str, said: str, default: str, wrong: Callable[[str], str]) -> str:
    """What was given with the command, or else what somebody answers. Raises `transaction.Refused` for what cannot be."""
    if not said:
        return prompts.text(question, default=default, wrong=wrong)
    if why := wrong(said):
        raise transaction.Refused(f"{said}: {why} {transaction.NOTHING}")
    return said


def _phases(names: str) -> Iterator[Phase]:
    for number, (name, (colour, pattern)) in enumerate(zip(_names(names), cycle(LOOKS), strict=False), 1):
        yield Phase(number, name, colour, pattern)


def _names(typed: str) -> list[str]:
    return [name for part in typed.split(",") if (name := part.strip())]


def wrong_name(typed: str) -> str:
    if not any(sign.isalnum() for sign in typed):
        return "Gebruik ook letters."
    return "" if len(typed) <= LONGEST else f"Maak het korter: er passen {LONGEST} tekens."


def _wrong_phases(typed: str) -> str:
    names = _names(typed)
    if not 1 <= len(names) <= MOST_PHASES:
        return f"Noem er 1 tot en met {MOST_PHASES}, met een komma ertussen."
    if len({anchor(name) for name in names}) < len(names):
        return "Elke fase heeft een eigen naam."
    return next((said for name in names if (said := wrong_name(name))), "")


def _check(files: Mapping[str, str]) -> list[Finding]:
    """What is wrong with the new project, as the check will say it."""
    documents: Documents = {}
    for path, text in files.items():
        if kind_of(path):
            documents = with_file(documents, path, text.encode())
    return checks.run(assemble(documents))


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write all of these new files or none; a folder that was made for them goes with them. Raises `transaction.Refused`."""
    fresh = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    steps = [transaction.Step(path, text.encode() if isinstance(text, str) else text) for path, text in files.items()]
    try:
        transaction.apply(folder, steps)
    except BaseException:
        if fresh:
            shutil.rmtree(work(folder), ignore_errors=True)
            folder.rmdir()
        raise
