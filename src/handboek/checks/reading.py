"""What reading a file finds, before any rule looks at it: the explanations only.

The findings themselves come from `parse`, `load` and `validation`, and of what git keeps from `authoring`. None can be
allowed, since a piece that was not read is not there.
"""

from __future__ import annotations

from handboek.checks.rule import Rule, explained

TEXTS = {
    "yaml": """
        De opmaak van een bestand klopt.

        De gegevens staan in YAML: een naam, een dubbele punt, een spatie en een waarde. Wat bij elkaar hoort, springt even ver
        in, met spaties. Een tekst met een dubbele punt erin zet je tussen aanhalingstekens. Slimme trucs van YAML (`&`, `*`,
        `!`, een tweede deel na `---`) kunnen hier niet, en dieper dan twintig niveaus ook niet.

        Goed:

            # tools/guides/praatje.yml
            goal: "Eén doel: je leert iemand kennen."

        Fout:

            # tools/guides/praatje.yml
            goal: Eén doel: je leert iemand kennen.
        """,
    "formaat": """
        De inhoud heeft een formaat dat de generator kent.

        In `phases/method.yml` staat bij `format` voor welke versie van de velden en regels de inhoud is geschreven. Staat het er
        niet, dan is het formaat 1. Is het nieuwer dan deze generator kent, dan leest hij de inhoud niet: hij zou er iets anders van
        maken dan is bedoeld. Is het ouder, dan zijn regels die later kwamen een waarschuwing; `handboek migrate` brengt de inhoud bij.

        Goed:

            # phases/method.yml
            format: 2

        Fout:

            # phases/method.yml
            format: 999
        """,
    "conflict": """
        Twee versies van een bestand zijn tot één gemaakt.

        Veranderen twee mensen dezelfde regel, dan zet git beide versies in het bestand, tussen regels met `<<<<<<<`, `=======`
        en `>>>>>>>`. Iemand moet dan kiezen.

        Goed:

            # tools/guides/praatje.yml
            goal: Je leert iemand kennen.

        Fout:

            # tools/guides/praatje.yml
            <<<<<<< HEAD
            goal: Je leert iemand kennen.
            =======
            goal: Je leert iemand beter kennen.
            >>>>>>> nieuw
        """,
    "voorblad": """
        Een bestand in Markdown begint met zijn gegevens.

        Bovenaan staat een regel `---`, dan de gegevens, dan weer een regel `---`. Daaronder komt de tekst.

        Goed:

            # docs/over-deze-methode.md, het hele bestand
            ---
            title: Over deze methode
            summary: Waarom deze methode bestaat.
            checked: 2026-11-01
            ---
            # Over deze methode

        Fout:

            # docs/over-deze-methode.md, het hele bestand
            # Over deze methode

            Waarom deze methode bestaat.
        """,
    "tekens": """
        Een bestand is opgeslagen als UTF-8.

        Zo komen een é en een € overal hetzelfde over. In Kladblok en Word kies je dat bij *Opslaan als*, onder *Codering*.
        """,
    "onzichtbaar-teken": """
        In een bestand staan alleen tekens die je ziet, spaties, tabs en regeleinden.

        Onzichtbare tekens komen mee met kopiëren uit een ander programma. Ze breken een tekst af of maken een woord onvindbaar.

        Goed:

            # tools/guides/praatje.yml
            goal: "Je leert iemand kennen."

        Fout:

            # tools/guides/praatje.yml
            goal: "Je leert\\0iemand kennen."
        """,
    "te-groot": """
        Een bestand is hoogstens 256 kB.

        Meer past niet in één stuk dat iemand nog leest, en het houdt iedereen op. Verdeel de inhoud over meer bestanden.
        """,
    "te-ingewikkeld": """
        Een tekst is niet dieper of voller dan iemand kan lezen.

        Een tekst van meer dan 40.000 tekens, meer dan acht lijsten in elkaar, of een lange rij haakjes en sterretjes is
        meestal een ongeluk met plakken. Wat te diep zit, zou stilletjes van de bladzijde verdwijnen.

        Goed:

            # docs/over-deze-methode.md
            # Over deze methode

            - Een lijst:
              - met een lijst erin

        Fout:

            # docs/over-deze-methode.md
            # Over deze methode

            1. 1. 1. 1. 1. 1. 1. 1. 1. Te diep.
        """,
    "koppeling": """
        Een bestand staat in het project zelf.

        Een koppeling (symlink) naar een plek buiten het project werkt alleen op jouw computer.
        """,
    "gemaakt": """
        Wat de computer maakt, staat niet in git.

        In `.build`, `site` en `bladen` zet de generator wat hij maakt. Hij vertrouwt wat daar staat. Brengt git er iets heen, dan
        komt dat op de website zonder dat iemand het heeft nagekeken.
        """,
    "onleesbaar": """
        Een bestand is te openen.

        Soms staat er een map waar een bestand hoort, of mag de computer het bestand niet lezen.
        """,
    "vastgelopen": """
        Een bestand laat het programma niet vastlopen.

        Soms struikelt een programma waar het handboek op bouwt over iets heel vreemds. Dan staat hier om welk bestand het gaat.
        De andere bestanden worden gewoon nagekeken.
        """,
    "verkeerde-map": """
        Een bestand staat in de map van zijn eigen soort.

        De map zegt wat een bestand is: een gesprek staat in `tools/guides`. Staan er de velden van een andere soort in, dan zegt
        deze controle in welke map het lijkt te horen, in plaats van elk veld te noemen.

        Goed:

            # phases/terms.yml
            terms: [{slug: ommetje, term: ommetje, definition: Een korte wandeling.}]

        Fout:

            # phases/redirects.yml, het hele bestand
            terms: [{slug: ommetje, term: ommetje, definition: Een korte wandeling.}]
        """,
    "vervolgregel": """
        Een regel die bij de tekst erboven hoort, begint niet als iets nieuws.

        Springt een punt van een lijst verder in dan het punt erboven, dan maakt YAML er één tekst van, met een streepje
        erin. Hetzelfde gebeurt met een streepje of bolletje uit een ander programma, met een veld zonder spatie achter de
        dubbele punt, en met een komma tussen `[` en `]`. Een zin over meer regels breek je niet af voor een streepje.

        Goed:

            # tools/guides/praatje.yml
            skills:
              - Luisteren.
              - Een dialect verstaan.

        Fout:

            # tools/guides/praatje.yml
            skills:
             - Luisteren.
              - Een dialect verstaan.
        """,
    "opmerking": """
        Een opmerking staat op een eigen regel.

        Met `#` begint in YAML een opmerking. Staat er ` #` in een tekst zonder aanhalingstekens, dan is alles erachter weg, en
        niemand ziet dat. Een uitzondering (`# toegestaan …`) mag wel achter een waarde staan.

        Goed:

            # tools/guides/praatje.yml
            goal: "Je leert iemand van flat #3 kennen."

        Fout:

            # tools/guides/praatje.yml
            goal: Je leert iemand van flat #3 kennen.
        """,
    "aanhalingsteken": """
        Aanhalingstekens om een waarde zijn recht, en sluiten waar ze horen.

        Een computer kent om een waarde alleen `"` en `'`. Gekrulde aanhalingstekens worden een deel van de tekst; van een half
        paar blijft er een staan. Tussen dubbele aanhalingstekens maakt een schuine streep van `\\t` een tab. Wil je
        gekrulde aanhalingstekens laten zien, zet er dan rechte omheen.

        Goed:

            # tools/guides/praatje.yml
            title: "Een praatje"
            summary: "‘Woont u hier al lang?’"

        Fout:

            # tools/guides/praatje.yml
            title: “Een praatje”
        """,
    "dubbel-veld": """
        Elk veld staat er één keer.

        Staat een veld er twee keer, dan gaat een van de twee stilletjes verloren. Voor de vaste koppen van een les geldt
        hetzelfde.

        Goed:

            # tools/guides/praatje.yml
            goal: Je leert iemand kennen.

        Fout:

            # tools/guides/praatje.yml
            goal: Je leert iemand kennen.
            goal: Je leert iemand beter kennen.
        """,
    "ontbreekt": """
        Wat een stuk nodig heeft, staat erin.

        Welke velden dat zijn, staat op de bladzijde over velden. Een les heeft ook vier vaste koppen. Bij een feit horen altijd
        een status en een bron.

        Goed:

            # tools/messages/briefje.yml
            blanks: [{id: dag, label: dag}]

        Fout:

            # tools/messages/briefje.yml
            blanks: [{id: dag}]
        """,
    "onbekend-veld": """
        Elk veld en elke vaste kop bestaat.

        Een veld met een tikfout wordt niet gelezen, en dan is je tekst weg. Velden waarmee je de website zou sturen, zoals
        `template` of `render_macros`, bestaan hier niet.

        Goed:

            # tools/guides/praatje.yml
            goal: Je leert iemand kennen.

        Fout:

            # tools/guides/praatje.yml
            gaol: Je leert iemand kennen.
            template: mooi.html
        """,
    "leeg": """
        Een veld dat er staat, is ingevuld.

        Weet je het nog niet? Haal een veld dat niet verplicht is dan weg.

        Goed:

            # tools/guides/praatje.yml
            goal: Je leert iemand kennen.

        Fout:

            # tools/guides/praatje.yml
            goal:
        """,
    "waarde": """
        Een waarde heeft de vorm die bij het veld hoort.

        Een getal is een heel getal tussen twee grenzen, een dag is een dag die bestaat, een tekst is geen lijst. Wat je typt
        blijft wat je typt: `12:30` is een tijd, `no` is een woord en `012` blijft `012`.

        Goed:

            # tools/guides/praatje.yml
            minutes: 10
            checked: 2026-02-28

        Fout:

            # tools/guides/praatje.yml
            minutes: een kwartier
            checked: 2026-02-30
        """,
    "keuze": """
        Een waarde komt uit de lijst waar je uit kiest.

        Bij sommige velden liggen de mogelijkheden vast, zoals het papier of de vorm van een werkblad.

        Goed:

            # tools/worksheets/lijstje.yml
            size: A4

        Fout:

            # tools/worksheets/lijstje.yml
            size: A4 liggend
        """,
    "te-lang": """
        Een tekst past op zijn plek.

        Elk veld heeft een grootste lengte: zoveel als er op het blad of de kaart past.

        Goed:

            # tools/guides/praatje.yml
            title: Een praatje

        Fout:

            # tools/guides/praatje.yml
            title: Een praatje over van alles en nog wat met wie je maar tegenkomt op straat
        """,
    "te-weinig": """
        Een lijst is lang genoeg om iets aan te hebben.

        Een stap heeft minstens vijf punten en twee valkuilen, een gesprek zeven vragen, een draaiboek vijf delen.

        Goed:

            # tools/guides/praatje.yml
            opening: [Goedemorgen.]

        Fout:

            # tools/guides/praatje.yml
            opening: []
        """,
    "te-veel": """
        Een lijst is niet langer dan er past.

        Een gesprek met twintig vragen voert niemand. Schrap, of maak er twee stukken van.

        Goed:

            # tools/guides/praatje.yml
            opening: [Goedemorgen.]

        Fout:

            # tools/guides/praatje.yml
            opening: [Goedemorgen., Mooi weer., Woont u hier?, Ik ook., Tot ziens.]
        """,
    "afgebroken": """
        Een bestand is heel: het stopt niet midden in een zin.

        Valt bij kopiëren of versturen de tweede helft weg, dan merkt niemand dat. Daarom vraagt de controle ernaar als de laatste
        zin geen punt heeft en er ook geen nieuwe regel achter staat. Is het bestand heel, zet er dan een punt achter.
        """,
}
"""What each asks, by its code: the most pressing first."""
WARNINGS = {"afgebroken"}
LATER = {"aanhalingsteken": 2}
"""Those that came after the first format of content, with the format from which they hold."""

RULES: tuple[Rule, ...] = tuple(
    explained(code, "warning" if code in WARNINGS else "error", text, since=LATER.get(code, 1))
    for code, text in TEXTS.items()
)
