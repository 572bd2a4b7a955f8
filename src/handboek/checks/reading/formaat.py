"""De inhoud heeft een formaat dat de generator kent.

In `phases/method.yml` staat bij `format` voor welke versie van de velden en regels de inhoud is geschreven. Staat het er
niet, dan is het formaat 1. Is het nieuwer dan deze generator kent, dan leest hij de inhoud niet: hij zou er iets anders van
maken dan is bedoeld. Is het ouder, dan zijn regels die later kwamen een waarschuwing; `handboek migrate` brengt de inhoud bij.

Goed:

    # phases/method.yml
    format: 2

Fout:

    # phases/method.yml
    format: 999
"""

CODE = "formaat"
SEVERITY = "error"
