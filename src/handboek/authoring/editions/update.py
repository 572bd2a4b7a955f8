"""Bring a newer base into an edition, decide what clashes, and put back what was there before."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from handboek.authoring import alone
from handboek.authoring.editions import begin, page, report, source
from handboek.authoring.editions.source import Source
from handboek.edition import base as bases
from handboek.edition import merge
from handboek.edition.astray import GONE
from handboek.edition.carry import Answer
from handboek.edition.leave_out import files_gone
from handboek.edition.read import own_files, unreadable
from handboek.edition.settings import settings as read_settings
from handboek.load import Documents, read
from handboek.parse import parse, read_file
from handboek.report import lines, progress
from handboek.resources import BASE, EDITION, FOLDERS, OWN
from handboek.system import swap, transaction
from handboek.system.arguments import WrongUse

PARTS = (BASE, OWN, EDITION)
TOLD = f"{BASE}/bijgewerkt.md"
"""Where is written what came with a base."""
PAGE = f"{BASE}/{alone.NAME}"
"""The same as a page, with the texts beside each other."""


def update(root: Path, given: str, answer: Answer | None) -> int:
    """Put the base in `given` in the place of the one that is there, carry the edition over, and tell; gives the exit code.

    Raises `WrongUse` for what is no base, and `transaction.Refused`; then nothing has changed.
    """
    if edited := list(bases.edited(root)):
        named = "\n".join(f"  {BASE}/{path}: {what}" for path, what in edited[:20])
        raise transaction.Refused(
            f"De basis is met de hand veranderd, en een nieuwe basis zou dat wissen.\n{named}\n{transaction.NOTHING} "
            "Schrijf het over met `handboek edition change`, en zet de basis terug met `handboek edition restore`."
        )
    if wrong := unreadable(own_files(root)):
        why = "\n".join(lines(wrong))
        raise transaction.Refused(
            f"Een eigen tekst kan niet worden gelezen, en gaat zo niet mee.\n{why}\n{transaction.NOTHING}"
        )
    with source.opened(given) as new:
        was = bases.told(root)
        if bases.digest_of(bases.hashes_of(new.files)) == was.hash:
            print(f"Deze basis ligt er al: {was.title} ({was.release}).")
            return resolve(root, answer, quiet=True)
        old, own = read(root / BASE), own_files(root)
        with progress("Bijwerken", 3) as step, swap.prepared(root, PARTS) as ready:
            step("de eigen teksten gaan mee")
            merged = merge.merged(old, new.documents, own, read_file(root, EDITION), answer)
            step("wat er verandert, wordt opgeschreven")
            told = report.update_of(merged, old, new, was.release, _left_out(merged.settings, old, new.documents))
            text = "\n".join(report.updated(told)) + "\n"
            step("de nieuwe basis wordt neergezet")
            _write_base(ready, new, was.number + 1)
            _write(ready / TOLD, text.encode())
            _write(ready / PAGE, page.page(told, old, new.documents).encode())
            _write_own(root, ready, merged.texts, merged.moved)
            for path in (path for path in merged.homeless if path in old):
                _write(ready / OWN / GONE / path, old[path].text.encode())
            if merged.settings != read_file(root, EDITION).text:
                _write(ready / EDITION, merged.settings.encode())
            else:
                shutil.copy2(root / EDITION, ready / EDITION)
    print(text, end="")
    print(f"\nOm rustig te lezen, met de teksten naast elkaar: open `{PAGE}` in je browser.")
    print(f"Dit staat ook in `{TOLD}`. Toch niet? `handboek edition undo` zet alles terug.")
    return 1 if merged.of("botst", "kan niet") and not answer else 0


def _left_out(settings: str, *bases: Documents) -> frozenset[str]:
    """The files of these bases of which an edition has nothing."""
    said = parse(EDITION, settings.encode())
    edition, _ = read_settings(said)
    return frozenset().union(*(files_gone(edition, base, said) for base in bases)) if edition else frozenset()


def resolve(root: Path, answer: Answer | None, *, quiet: bool = False) -> int:
    """Carry out what is answered, or this answer for everything that clashes; gives the exit code, 1 while something waits."""
    own = own_files(root)
    if wrong := unreadable(own):
        print("\n".join((*lines(wrong), "Verbeter dit eerst; tot dan is niet te zien of daar een botsing is.")))
        return 1
    kept = root / OWN / GONE
    merged = merge.resolved(read(root / BASE), own, answer, read(kept) if kept.is_dir() else None)
    told = merged.told
    if not told:
        if not quiet:
            print("Er is geen botsing.")
        return 0
    if dict(merged.texts) != {path: document.text for path, document in own.items()}:
        with swap.prepared(root, PARTS) as ready:
            _write_own(root, ready, merged.texts, {})
            for path in own:
                if path not in merged.homeless:
                    (ready / OWN / GONE / path).unlink(missing_ok=True)
            _sweep(ready / OWN)
    print("\n".join(report.resolved(merged)))
    return 1 if merged.of("botst", "kan niet", "los") else 0


def undo(root: Path) -> int:
    """Put back what the last update, resolve or restore replaced; what is there now is kept aside. Gives the exit code."""
    before = root / swap.OLD
    there = [name for name in PARTS if (before / name).exists()]
    if not there:
        raise WrongUse("Er is niets meer om terug te zetten: hier staat alles zoals vóór de eerste nieuwe basis.")
    with swap.prepared(root, PARTS, back=True) as ready:
        for name in there:
            _copy(before / name, ready / name)
    what = (
        f"`{BASE}/` ({bases.told(root).release}) en `{OWN}/` zijn" if {BASE, OWN} <= {*there} else f"`{there[0]}/` is"
    )
    print(f"{what} weer zoals vóór de laatste stap. Wat er net stond, ligt in `{swap.UNDONE}/`.")
    if before.exists():
        print("Nog een keer `handboek edition undo` gaat nog een stap terug.")
    return 0


def restore(root: Path, given: str) -> int:
    """Put a base that was edited by hand back as it came; gives the exit code. Raises `WrongUse` where it is nowhere."""
    came = bases.came(root)
    if came and bases.hashes(root / BASE) == came:
        print("De basis is zoals ze kwam.")
        return 0
    for place in (given,) if given else (str(root / swap.OLD / BASE), ""):
        if place and not Path(place).exists():
            continue
        with source.opened(place) as found:
            if bases.hashes_of(found.files) != came:
                continue
            with swap.prepared(root, PARTS) as ready:
                _copy(root / BASE, ready / BASE)
                for folder in FOLDERS:
                    shutil.rmtree(ready / BASE / folder, ignore_errors=True)
                for path, content in found.files.items():
                    _write(ready / BASE / path, content)
        print("De basis is weer zoals ze kwam. Wat er met de hand in stond, staat nog in `.vorige/basis`.")
        return 0
    was = bases.told(root)
    raise WrongUse(
        f"De basis zoals ze kwam ({was.title}, {was.release}, opgehaald {was.taken}) is hier niet meer. Noem de map of het archief "
        "waar je haar uit haalde: `handboek edition restore archief.zip`."
        if not given
        else f"In {given} zit een andere basis dan die van deze uitgave ({was.title}, {was.release}). Er is niets veranderd."
    )


def _write_base(ready: Path, new: Source, number: int) -> None:
    for path, content in new.files.items():
        _write(ready / BASE / path, content)
    _write(ready / bases.FILE, begin.told(new, number).encode())


def _write_own(root: Path, ready: Path, texts: Mapping[str, str], moved: Mapping[str, str]) -> None:
    """What is the edition's own as it becomes; a file whose text stays is copied as it is, with its line ends."""
    own = own_files(root)
    target = ready / OWN
    if (root / OWN).is_dir():
        _copy(root / OWN, target)
    else:
        target.mkdir(parents=True)
    for old, new in moved.items():
        (target / new).parent.mkdir(parents=True, exist_ok=True)
        (target / old).rename(target / new)
    names = {new: old for old, new in moved.items()}
    for path, text in texts.items():
        was = own.get(names.get(path, path))
        if was is None or was.text != text:
            _write(target / path, text.encode())
    for path, document in own.items():
        if document.text and moved.get(path, path) not in texts:
            (target / path).unlink()
    _sweep(target)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _copy(place: Path, target: Path) -> None:
    if place.is_dir():
        shutil.copytree(place, target, symlinks=True)
    else:
        shutil.copy2(place, target)


def _sweep(folder: Path) -> None:
    """Take away folders that became empty."""
    for inner in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()
