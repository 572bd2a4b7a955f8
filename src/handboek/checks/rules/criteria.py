"""Elke fase heeft genoeg criteria.

Aan de criteria ziet iemand of een fase lukt. Vier is het minste. Zolang een fase stappen heeft die nog geschreven
worden (`planned`) is één genoeg. Een methode waarin geen enkele fase criteria heeft, mag ook.

Goed:

    # phases/2-doen/criteria.yml
    criteria:
      - {id: punt-1, statement: Er is iets gedaan., seen_by: Je ziet het., moments: [na], target: meer}

Fout:

    # phases/2-doen/criteria.yml
    criteria: []
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at, finding_in_file
from handboek.dutch import needed
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import kind_of
from handboek.model.kinds import BY_TYPE

CODE = "criteria"
SEVERITY = "error"

LEAST, LEAST_WHILE_PLANNED = 4, 1


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each phase with too few criteria; one that could not be read counts."""
    files = [path for path in handbook.documents if kind_of(path) is BY_TYPE["criterion"]]
    for phase in handbook.of("phase") if files else ():
        path = phase.path.rpartition("/")[0] + "/criteria.yml"
        document = handbook.documents.get(path)
        if document is not None and document.problems:
            continue
        number = sum(entry.kind.type == "criterion" and entry.document.path == path for entry in handbook.entries)
        least = LEAST_WHILE_PLANNED if phase.data.planned else LEAST
        if number >= least:
            continue
        what = f"Deze fase heeft {number} {'criterium' if number == 1 else 'criteria'}, en {needed(least)}."
        if document is None:
            yield finding_at(phase, ("title",), what, f"Maak `{path}` met een lijst `criteria`.")
        else:
            yield finding_in_file(path, what, "Schrijf op waaraan iemand ziet dat de fase lukt.")
