"""Een stap gebruikt geen gesprek over een onderwerp dat zij laat liggen.

Een stap zegt bij `leaves_alone` over welk onderwerp je niet zelf begint. Een gesprek zegt bij `raises` waar het over
begint. Die twee spreken elkaar niet tegen.

Goed:

    # tools/guides/praatje.yml
    raises: []

Fout:

    # tools/guides/praatje.yml
    raises: [geld]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.wording import quoted

CODE = "onderwerp"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each guide of a step that raises a topic which the step leaves alone."""
    for step in handbook.of("step"):
        for index, slug in enumerate(step.data.guides):
            guide = handbook.get("guide", slug)
            both = [topic for topic in step.data.leaves_alone if guide and topic in guide.data.raises]
            if both:
                what = f"Het gesprek `{slug}` begint over {quoted(both, 'en')}, en deze stap laat dat liggen."
                helps = "Kies een ander gesprek, of verander `leaves_alone` hier of `raises` bij het gesprek."
                yield finding_at(step, ("guides", index), what, helps)
