"""The format of content: which version of the models, and of what the rules hold as an error, it was written for.

People's own content outlives our renames. What an older format had is either still read, or brought along by
`handboek migrate` (`authoring/migrate.py`); a rule that is newer than the content's format only warns (`Finding.since`).
"""

from __future__ import annotations

from collections.abc import Mapping

from handboek.document import Document
from handboek.finding import Finding

FORMAT = 2
"""The format that this generator writes and knows; raise it together with a migration."""
FIRST = 1
"""The format of content that says nothing of it."""
PATH = "phases/method.yml"
FIELD = "format"
"""Where content says which format it has."""
CODE = "formaat"


def declared(documents: Mapping[str, Document]) -> int:
    """The format that the content says it has; what is no number is told when the file is read."""
    method = documents.get(PATH)
    said = str(method.data.get(FIELD, FIRST)) if method else ""
    return int(said) if said.isdecimal() and len(said) < 9 else FIRST


def newer(documents: Mapping[str, Document]) -> Finding | None:
    """That this content is newer than the generator: nothing else that could be said of it would hold."""
    format_ = declared(documents)
    if format_ <= FORMAT:
        return None
    place = documents[PATH].place((FIELD,))
    what = f"Deze inhoud heeft formaat {format_}, en deze generator kent formaat 1 tot en met {FORMAT}."
    helps = "Installeer een nieuwere versie van de generator. Verander het getal niet met de hand."
    return Finding(PATH, place.line, place.column, CODE, what, helps, width=place.width)
