"""What stands in a project, in a line."""

from __future__ import annotations

from scripts import PROJECTS, logic

SCRIPTS = (*PROJECTS, *(f"logic/{name}.js" for name in ("meter", "round", "estimate", "summary")))


def test_each_tool_that_somebody_used_is_told():
    with logic(*SCRIPTS) as page:
        found = page.evaluate(
            """() => {
            const empty = ProjectShape.empty('Samen');
            const spot = (name, outcome, ...vows) => ({ part: 'A', name, tries: outcome ? [{ id: 't', day: '2026-11-30', daypart: 'avond', outcome }] : [],
                vows: vows.map((day, index) => ({ id: `v${index}`, what: 'bellen', by: 'ik', day, kept: '' })) });
            const full = { ...empty, ticks: { 'a#1': '2026-11-30', 'weg#9': '2026-11-30' },
                meter: [{ id: 'r', at: 0, name: 'A', tenants: 24, yes: 3, no: 1 }],
                round: { a: spot('1', 'gesproken', '2026-11-29', '2026-12-02'), b: spot('2', 'dicht', '2026-12-01'), c: spot('3', '') },
                plan: { ...empty.plan, start: '2027-09-01' },
                estimate: { amounts: { woning: 24 }, without: {} } };
            return [empty, full].map((one) => Summary.facts(one, ['a#1', 'a#2'], WORDS, '2026-11-30'));
        }"""
        )
    assert found[0] == ["0 van 2 punten"]
    points, counted, doors, vows, start, hours = found[1]
    assert points == "1 van 2 punten"
    assert counted.startswith("24 ")
    assert doors == "1 van 3 deuren klaar in de ronde"
    assert vows == "3 beloften open, 1 te laat"
    assert start.endswith("1 september 2027")
    assert hours.endswith(" uur in de raming") and hours[0].isdigit()
