"""What an edition leaves out goes well: what refers to it goes along, and what it leaves hollow is said once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from make import edition, without

from conftest import KLEIN, ROOT, URL
from handboek import adapted, checks
from handboek.build import build
from handboek.content import open_handbook
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.kind import Kind
from handboek.model.kinds import KINDS
from handboek.model.text import Refers
from handboek.project import Project

GOAL = """goals:
  - {id: gedaan, want: Iets doen., phases: [doen], at: [fasen/doen]}
  - {id: gekeken, want: Iets zien., phases: [kijken, doen], at: [fasen/doen, fasen/kijken]}
"""
REDIRECTS = """redirects:
  - {from: fasen/doen/#oud, to: "fasen/doen/#punt-1"}
  - {from: gesprekken/kletsen, to: gesprekken/praatje}
"""
PAGE = """---
title: Zo begin je
summary: Hier begin je.
checked: 2026-11-01
macros: true
---
# Zo begin je

Voer [een *kort* gesprek](/gesprekken/praatje/) en print
[het blad](/gesprekken/praatje-groot.pdf). Zie ook [de lijst](/gesprekken/) en [het rondje](/fasen/kijken/rondje-lopen/).

{{ gesprek("praatje") }}

- {{ gesprek("praatje") }}
- Neem {{ gesprek("praatje") }} mee.
"""
THEORY = """title: Zo werkt het
summary: Wat we doen en wat het brengt.
checked: 2026-11-01
standing: Niemand heeft het gemeten.
cause: [Buren kennen elkaar niet.]
group: [Iedereen in de straat.]
not_for: [Als het stormt.]
activities: [{id: lopen, title: Een rondje lopen, text: Je kijkt rond., steps: [rondje-lopen]}]
working: [{id: groeten, title: Je groet, text: Wie groet wordt gezien., core: [fasen/kijken/rondje-lopen]}]
outcomes:
  - {id: gezien, title: Buren zien elkaar, text: Zij kijken., term: kort, criteria: [fasen/kijken/#punt-1]}
  - {id: kennen, title: Buren kennen elkaar, text: Zij groeten., term: middellang, criteria: [fasen/doen/#punt-1]}
  - {id: blij, title: Buren zijn blij, text: Zij lachen., term: lang, criteria: [fasen/blijven/#punt-1]}
arrows:
  - {from: lopen, to: groeten, why: Wie loopt komt iemand tegen., source: boekje}
  - {from: groeten, to: gezien, why: Wie groet kijkt op.}
  - {from: gezien, to: kennen, why: Wie kijkt leert een gezicht kennen.}
  - {from: kennen, to: blij, why: Wie groet lacht.}
assumptions: [{id: thuis, text: Er is iemand op straat.}]
harms: [{id: schrik, text: Iemand schrikt., at: [gesprekken/praatje, werkbladen/lijstje]}]
"""
LINE = re.compile(r"`- ([^`]+)`")
LIST = re.compile(r"`(\w+): \[([^\]]+)\]`")


def told(findings: list[Finding]) -> list[str]:
    return [f"{one.path}:{one.line} {one.severity} {one.text}" for one in findings]


def followed(root: Path, **names: list[str]) -> tuple[dict[str, list[str]], list[Finding], list[Finding]]:
    """Leave this out, and what the check then asks to leave out as well, as an editor would; what that came to, and what the
    check said before and after."""
    first = without(root, **names)
    asked = [one.help for one in first if one.code == "uitgave"]
    lists = {field: whole.split(", ") for helps in asked for field, whole in LIST.findall(helps)}
    for helps in asked if not lists else ():
        for field in re.findall(r"onder `(\w+)`", helps):
            names[field] = [*names.get(field, []), *LINE.findall(helps)]
    return names | lists, first, without(root, **(names | lists))


def follow(root: Path, **names: list[str]) -> dict[str, list[str]]:
    """The same, when it is about what is left out alone."""
    return followed(root, **names)[0]


def dangling(handbook: Handbook, base: Handbook) -> list[str]:
    """References to what the base has and the edition has not, also not as a piece that must be mended."""
    slugs = base.pieces.keys() - handbook.pieces.keys() - {(entry.kind.type, entry.slug) for entry in handbook.entries}
    gone = {base.pieces[key].address.strip("/") for key in slugs}
    leaves = [leaf for piece in handbook.pieces.values() for leaf in piece.leaves() if isinstance(leaf.marker, Refers)]
    return [leaf.value for leaf in leaves if leaf.value in gone or (leaf.marker.kind, leaf.value) in slugs]


def test_nothing_is_left_out_of_an_edition_that_leaves_nothing_out(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    assert checks.run(open_handbook(root)) == []
    assert len(open_handbook(root).pieces) == len(open_handbook(KLEIN).pieces)


def test_a_phase_takes_its_folder_along_and_what_refers_to_it(tmp_path: Path):
    files = {"basis/phases/keuzehulp.yml": GOAL, "basis/phases/redirects.yml": REDIRECTS}
    root = edition(tmp_path, KLEIN, files=files)
    assert told(without(root, fasen=["doen"])) == []
    left = open_handbook(root)
    assert [phase.slug for phase in left.of("phase")] == ["kijken", "blijven"]
    assert [phase.data.number for phase in left.of("phase")] == [1, 3]
    assert not any(path.startswith("phases/2-doen/") for path in left.documents)
    assert [goal.slug for goal in left.of("goal")] == ["gekeken"]
    assert left.of("goal")[0].data.at == ("fasen/kijken",)
    assert [one.data.from_ for one in left.of("redirect")] == ["gesprekken/kletsen"]
    assert dangling(left, open_handbook(KLEIN)) == []


def test_an_optional_reference_falls_alone_and_a_row_with_one_that_is_needed_falls_whole(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    without(root, stukken=["gesprekken/praatje"])
    left = open_handbook(root)
    assert left.get("step", "rondje-lopen").data.guides == ()
    assert [row.piece for row in left.get("pack", "alles").data.pieces] == ["werkbladen/lijstje"]
    assert left.get("lesson", "groet-eerst").data.tools == ()


def test_below_its_least_nothing_is_decided_and_the_edition_is_asked(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    found = without(root, stukken=["gesprekken/praatje"])
    assert told(found) == [
        "editie.yml:6 error Hierdoor klopt deze rol `buurvrouw` niet meer. "
        "Bij `begin` staan er te weinig: 2, en er zijn er minstens 3 nodig."
    ]
    assert found[0].help == (
        "Zet er een punt bij: `handboek edition change phases/roles/buurvrouw.yml`. "
        "Of laat deze rol ook weg: zet onder `stukken` `- rollen/buurvrouw`."
    )
    own = "verandert:\n  - {veld: begin, erna: [{text: Zwaai., at: fasen/kijken}]}\n"
    (root / "eigen/phases/roles").mkdir(parents=True)
    (root / "eigen/phases/roles/buurvrouw.yml").write_text(own, encoding="utf-8")
    assert told(without(root, stukken=["gesprekken/praatje"])) == []
    assert len(open_handbook(root).get("role", "buurvrouw").data.begin) == 3


def test_without_roles_nobody_has_to_name_one(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    assert told(without(root, stukken=["rollen/buurvrouw"])) == []
    assert open_handbook(root).get("phase", "kijken").data.lead is None


def test_a_phase_without_steps_is_said_once(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    rest = ["rollen/buurvrouw", "berichten/briefje", "werkbladen/tabelletje"]
    found = without(root, stukken=["fasen/kijken/rondje-lopen", *rest])
    assert told(found) == ["editie.yml:7 error Hierdoor heeft deze fase `kijken` geen stappen meer."]
    assert "zet onder `fasen` `- kijken`" in found[0].help


def test_what_nothing_uses_any_more_is_said_where_it_comes_from(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    rest = ["rollen/buurvrouw", "werkbladen/tabelletje"]
    found = without(root, fasen=["kijken"], stukken=["fasen/kijken/rondje-lopen", *rest])
    assert told(found) == [
        "editie.yml:6 error Hierdoor klopt deze methode `method` niet meer. "
        "Bij `ways` staat niets, en er is er minstens één nodig.",
        "editie.yml:8 warning Hierdoor gebruikt geen enkel stuk dit bericht nog: `briefje`.",
    ]
    assert "zet onder `stukken` `- berichten/briefje`. Of gebruik dat zelf." in found[1].help


def test_links_and_calls_give_way_to_their_words(tmp_path: Path):
    files = {"basis/docs/zo-begin-je.md": PAGE}
    root = edition(tmp_path, KLEIN, files=files)
    follow(root, stukken=["gesprekken/praatje"])
    body = open_handbook(root).documents["docs/zo-begin-je.md"].body
    assert body == (
        "# Zo begin je\n\nVoer een *kort* gesprek en print\nhet blad. Zie ook de lijst en "
        "[het rondje](/fasen/kijken/rondje-lopen/).\n\n- Neem Een praatje mee.\n"
    )
    assert [one.text for one in checks.run(open_handbook(root))] == [
        "Deze tekst noemt nog wat je weglaat: `Een praatje`, in “Neem Een praatje mee.”"
    ]


def test_a_link_in_the_text_of_a_field_gives_way_too_and_places_hold(tmp_path: Path):
    term = "terms:\n  - slug: rondje\n    term: rondje\n    definition: >-\n      Kort, met\n      [een\n      praatje](/gesprekken/praatje/) erbij,\n      en {x}.\n"
    root = edition(tmp_path, KLEIN, files={"basis/phases/terms.yml": term})
    follow(root, stukken=["gesprekken/praatje"])
    left = open_handbook(root)
    assert left.get("term", "rondje").data.definition == "Kort, met een praatje erbij, en {x}."
    text = left.origin.patched["phases/terms.yml"]
    at = text.text.index("{x}")
    assert (text.spot(at).path, text.spot(at).line, text.spot(at).column) == ("basis/phases/terms.yml", 8, 10)


@pytest.mark.parametrize("name", ["lessen", "les", "lesson"])
def test_a_kind_goes_by_its_folder_or_its_name_with_its_list(tmp_path: Path, name: str):
    method = (KLEIN / "phases/method.yml").read_text(encoding="utf-8")
    ways = "ways:\n  - {want: lezen, what: lessen, at: lessen}\n"
    root = edition(tmp_path, KLEIN, files={"basis/phases/method.yml": method.replace("ways:\n", ways)})
    assert told(without(root, soorten=[name])) == []
    left = open_handbook(root)
    assert left.of("lesson") == ()
    assert "lessen" not in left.lists
    assert [way.at for way in left.method.ways] == ["fasen/kijken"]


@pytest.mark.parametrize("name", ["meter", "planner", "scan", "meetvraag", "praktijk", "berichten"])
def test_a_kind_that_nothing_needs_goes_without_a_word(tmp_path: Path, name: str):
    root = edition(tmp_path, KLEIN)
    assert told(without(root, soorten=[name])) == []
    assert dangling(open_handbook(root), open_handbook(KLEIN)) == []


def test_a_pack_of_a_list_and_an_example_of_a_phase(tmp_path: Path):
    pack = "title: Alle\nsummary: Alles.\nchecked: 2026-11-01\npurpose: Om te printen.\n"
    files = {
        "basis/tools/packs/praten.yml": pack + "all_of: [gesprekken, werkbladen]\n",
        "basis/tools/packs/kijken.yml": pack + "phase: kijken\n",
    }
    root = edition(tmp_path, KLEIN, files=files)
    follow(root, soorten=["gesprekken"], fasen=["kijken"])
    left = open_handbook(root)
    assert left.get("pack", "kijken") is None
    assert left.get("pack", "praten").data.all_of == ("werkbladen",)
    assert left.get("example", "dorpsstraat") is None  # all that happened there, happened in that phase
    assert left.get("lesson", "groet-eerst") is None


def test_in_a_theory_arrows_go_with_their_boxes_and_what_nothing_leads_to(tmp_path: Path):
    root = edition(tmp_path, KLEIN, files={"basis/phases/verandertheorie.yml": THEORY})
    assert told(without(root, fasen=["doen"])) == []
    left = open_handbook(root).one("theory")
    assert [box.id for box in left.outcomes] == ["gezien"]
    assert [(arrow.from_, arrow.to) for arrow in left.arrows] == [("lopen", "groeten"), ("groeten", "gezien")]
    found = without(root, fasen=["kijken"])
    assert [LIST.findall(one.help)[-1] for one in found if "verandertheorie" in one.text] == [
        ("soorten", "verandertheorie")
    ]


def test_an_unknown_name_is_said_with_the_nearest(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    found = without(root, soorten=["lesen"], fasen=["kijkn"], stukken=["werkbladen/lijst", "zomaar/iets"])
    assert "`fasen: [kijken]`" not in found[0].help
    assert [(one.text, one.suggestion, one.severity, one.line) for one in found if "De basis" in one.text] == [
        ("De basis heeft geen fase `kijkn`.", "kijken", "error", 6),
        ("De basis heeft geen soort `lesen`.", "lessen", "error", 8),
        ("De basis heeft geen stuk `werkbladen/lijst`.", "werkbladen/lijstje", "error", 10),
        ("De basis heeft geen stuk `zomaar/iets`.", "", "warning", 11),
    ]


def test_a_row_of_a_list_and_an_old_address_can_be_named(tmp_path: Path):
    root = edition(tmp_path, KLEIN, files={"basis/phases/redirects.yml": REDIRECTS})
    without(root, stukken=["begrippen/rondje", "gesprekken/kletsen"])
    left = open_handbook(root)
    assert left.of("term") == left.of("guide") == ()
    assert "phases/terms.yml" not in left.documents


def test_what_is_the_editions_own_stays_and_hears_what_it_names_in_vain(tmp_path: Path):
    own = (KLEIN / "docs/lessen/groet-eerst.md").read_text(encoding="utf-8").replace("Groet eerst", "Groet weer")
    terms = "terms:\n  - {slug: stoep, term: stoep, definition: Waar je staat.}\n"
    files = {"eigen/docs/lessen/groet-weer.md": own, "eigen/phases/terms.yml": terms}
    root = edition(tmp_path, KLEIN, files=files)
    found = without(root, soorten=["lessen", "begrippen", "gesprekken"])
    left = open_handbook(root)
    assert [lesson.title for lesson in left.of("lesson")] == ["Groet weer"]
    assert [term.slug for term in left.of("term")] == ["stoep"]
    assert [(one.path, one.line, one.code) for one in found if one.path.startswith("eigen/")] == [
        ("eigen/docs/lessen/groet-weer.md", 9, "verwijzing")
    ]


def test_a_mark_of_a_source_that_is_left_out_falls(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    follow(root, stukken=["bronnen/boekje"], soorten=["lessen"])
    left = open_handbook(root)
    assert left.get("phase", "kijken").basis == "redactioneel"
    assert left.get("example", "dorpsstraat") is None  # each of its facts needs a source
    assert not [path for path, document in left.documents.items() if "boekje" in document.text]


def test_the_number_of_a_phase_that_is_gone_is_pointed_out(tmp_path: Path):
    page = PAGE.replace("Voer", "Zie fase 2, of fasen 1 en 2. Kijk in `fase 2` of in fase 20. Voer")
    root = edition(tmp_path, KLEIN, files={"basis/docs/zo-begin-je.md": page})
    found = without(root, fasen=["doen"])
    assert told(found) == [
        "basis/docs/zo-begin-je.md:9 warning Deze tekst noemt nog wat je weglaat: `fase 2` en `fasen 1 en 2`, "
        "in “Zie fase 2, of fasen 1 en 2.”"
    ]
    assert found[0].help == (
        "Klopt dat niet meer? Schrijf het anders: `handboek edition change docs/zo-begin-je.md Zie fase 2`."
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zie fase 2.", ["fase 2"]), ("Fase 1 tot en met 3.", ["fase 1 tot en met 3"]), ("De fasen 1 - 3.", ["fasen 1 - 3"]),
        ("De drie fasen samen.", ["drie fasen"]), ("Alle 3 fasen.", ["3 fasen"]), ("Doen gaat door.", ["doen"]),
        ("Dit hoort bij doen, een fase met werk.", ["doen"]), ("Loop EEN\nRONDJE.", []), ("Dat moet je doen.", []),
        ("Fase 3 en fase 20.", []), ("Vier fasen.", []), ("Typ `fase 2`.", []), ("> In fase 2 ging het mis.", []),
        ("In fase 2 ging het goed[^boekje].", ["fase 2"]),
    ],
)  # fmt: skip
def test_what_is_named_though_it_is_gone(tmp_path: Path, text: str, named: list[str]):
    page = f"---\ntitle: Zo\nsummary: Zo gaat het.\nchecked: 2026-11-01\n---\n# Zo\n\n{text}\n"
    root = edition(tmp_path, KLEIN, files={"basis/docs/zo.md": page})
    found = [one.text for one in without(root, fasen=["doen"]) if "noemt nog" in one.text]
    assert [name.lower() for name in re.findall(r"`([^`]+)`", " ".join(found))] == named


def test_a_role_of_one_word_is_named_by_that_word(tmp_path: Path):
    text = "Vraag het de buurvrouw. Buurvrouwen weten het. Een buurvrouwendag niet, en een buur ook niet."
    page = f"---\ntitle: Zo\nsummary: Zo gaat het.\nchecked: 2026-11-01\n---\n# Zo\n\n{text}\n"
    root = edition(tmp_path, KLEIN, files={"basis/docs/zo.md": page})
    found = " ".join(one.text for one in without(root, stukken=["rollen/buurvrouw"]) if "noemt nog" in one.text)
    assert "`buurvrouw`, in “Vraag het de buurvrouw.”" in found
    assert "`Buurvrouwen`, in “Buurvrouwen weten het.”" in found
    assert "buurvrouwendag" not in found


def test_an_own_text_that_names_what_is_left_out_is_told_in_its_own_file(tmp_path: Path):
    page = "---\ntitle: Wij\nsummary: Zo gaat het.\nchecked: 2026-11-01\n---\n# Wij\n\nZie Een praatje.\n"
    root = edition(tmp_path, KLEIN, files={"eigen/docs/wij.md": page})
    found = [one for one in without(root, stukken=["gesprekken/praatje"]) if "noemt nog" in one.text]
    assert told(found) == [
        "eigen/docs/wij.md:8 warning Deze tekst noemt nog wat je weglaat: `Een praatje`, in “Zie Een praatje.”"
    ]
    assert found[0].help == "Klopt dat niet meer? Schrijf het anders."


def test_what_becomes_hollow_in_turn_stands_in_one_list(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    found = without(root, stukken=["fasen/kijken/rondje-lopen"])
    assert told(found) == [
        "editie.yml:4 error Wat je weglaat, laat samen 4 stukken over waar iets aan ontbreekt of die niemand meer gebruikt. "
        "`rollen/buurvrouw`: bij `begin` staan er te weinig: 2, en er zijn er minstens 3 nodig. "
        "`kijken`: er zijn geen stappen meer. Niemand gebruikt nog: `berichten/briefje`, `werkbladen/tabelletje`."
    ]
    fields = {name: names.split(", ") for name, names in LIST.findall(found[0].help)}
    assert fields["stukken"][0] == "fasen/kijken/rondje-lopen"
    assert [one for one in without(root, **fields) if "Laat" in one.help] == []


def test_the_handbook_without_two_phases(tmp_path: Path, handbook: Handbook):
    root = edition(tmp_path, ROOT)
    _, first, last = followed(root, fasen=["handhaven", "anders-toewijzen"])
    assert [one.path for one in first if one.severity == "error"] == ["editie.yml"]
    named = [one for one in first if one.path != "editie.yml"]
    assert all("noemt nog wat je weglaat" in one.text and "edition change" in one.help for one in named)
    assert len(first) - len(named) == 1
    assert [one for one in told(last) if " error " in one] == []
    left = open_handbook(root)
    assert dangling(left, handbook) == []
    assert left.get("worksheet", "fasenposter").data.sheet.foot == "", "a poster does not name what is left out"


def test_a_poster_does_not_name_a_phase_that_is_left_out(tmp_path: Path):
    root = edition(tmp_path, ROOT)
    found = without(root, fasen=["handhaven"])
    assert open_handbook(root).get("worksheet", "fasenposter").data.sheet.foot == "Anders toewijzen gaat altijd door."
    assert not [one for one in found if "fasenposter" in one.path]


@pytest.mark.hard
@pytest.mark.parametrize("phase", ["afwegen", "opbouwen", "beheren"])
def test_the_handbook_without_all_phases_but_one(tmp_path: Path, handbook: Handbook, phase: str):
    """Who leads the last phase is left out as well, since there is too little left for that role; so another does."""
    lead = handbook.get("phase", phase).data.lead
    path = handbook.get("phase", phase).path
    own = f"verandert:\n  - {{veld: lead, was: {lead}, wordt: wijkbeheerder}}\n"
    root = edition(tmp_path, ROOT, files={f"eigen/{path}": own})
    _, _, last = followed(root, fasen=[one.slug for one in handbook.of("phase") if one.slug != phase])
    assert [one for one in told(last) if " error " in one] == []
    left = open_handbook(root)
    assert [one.slug for one in left.of("phase")] == [phase]
    assert dangling(left, handbook) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.home], ids=lambda kind: kind.type)
def test_each_kind_can_be_left_out_and_is_told_in_the_file_that_does_so(tmp_path: Path, kind: Kind):
    root = edition(tmp_path, KLEIN, files={"basis/phases/verandertheorie.yml": THEORY})
    found = without(root, soorten=[kind.type])
    left = open_handbook(root)
    assert left.of(kind.type) == ()
    assert {one.path for one in found} <= {"editie.yml"}
    assert dangling(left, open_handbook(KLEIN)) == []


@pytest.mark.slow
def test_an_edition_without_all_phases_but_one_builds(tmp_path: Path):
    root = edition(tmp_path / "uitgave", KLEIN, files={"basis/docs/zo-begin-je.md": PAGE})
    names = follow(root, fasen=["doen", "blijven"], soorten=["gesprekken"])
    assert "rollen/buurvrouw" in names["stukken"]
    build(Project(root, URL, ""), tmp_path / "site")
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    assert "fasen/kijken/index.html" in pages
    assert not [path for path in pages if path.startswith(("fasen/doen", "gesprekken"))]


def test_a_piece_takes_its_translations_along(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    assert {one.data.of for one in open_handbook(root).of("translation")} == {"berichten/groet"}
    assert told(without(root, stukken=["berichten/groet"])) == []
    left = open_handbook(root)
    named = {(kind.type, title) for kind, title in adapted.left_out(left)}
    assert {("message", "Groet"), ("translation", "Groet, in het Engels")} <= named
    assert left.of("translation") == ()
    assert not any(path.startswith("tools/languages/") for path in left.documents)
