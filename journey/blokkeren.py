"""Chapter 10: in Zorgen the ladder comes before a block, and an opschorting ends when the klant repairs in time."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey import besluiten
from journey.reis import Reis
from journey.verteller import datum

BEDRAGEN: dict[str, Any] = {"uitkering": 140_150, "uitkeringBron": "Uitkeringsadministratie, juni 2026."}
GEBELD = {"stap": "telefonisch_klant", "toelichting": "Twee keer gebeld, voicemail ingesproken."}
VIA_DERDE = {"stap": "hulpverleners", "derde": "hulpverlener", "toelichting": "De begeleider gaat vandaag langs."}
OPSCHORTING = {
    "verzuim": "gegevens_of_bewijs_niet_verstrekt",
    "plicht": "inlichtingenplicht",
    "verzuimOp": "2026-06-26",
    "herstel": "Lever de bankafschriften van april en mei in.",
    "herstelTotEnMet": "2026-07-15",
    "verwijtbaar": True,
    "verwijtbaarheidToelichting": "U kreeg een brief en een herinnering, en u vroeg geen uitstel.",
}


def speel(reis: Reis) -> None:
    """Youssef cannot be reached; Greet does not hand in what was asked."""
    reis.verteller.hoofdstuk("10. Blokkering en opschorting")
    reis.het_is("2026-06-26T10:00:00+02:00")
    _youssef(reis)
    blokkering = _greet(reis)
    reis.het_is("2026-06-29T09:00:00+02:00")
    opschorting = _opschorten(reis)
    reis.het_is("2026-07-13T10:00:00+02:00")
    _hersteld(reis, blokkering, opschorting)


def _soorten(reis: Reis, klant_id: str) -> set[str]:
    taken = reis.als(Rol.INKOMENSCONSULENT).haal("/taken", klantId=klant_id)["taken"]
    return {taak["soort"] for taak in taken}


def _youssef(reis: Reis) -> None:
    v, consulent, youssef = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["youssef"]
    consulent.zegt("Youssef kwam in april niet en belt niet terug. De uitkering blokkeren kan in Zorgen nog niet.")
    pad = f"/klanten/{youssef.klant_id}"
    zaak = next(s for s in consulent.haal(f"{pad}/blokkeringen")["situaties"] if s["status"] == "open")
    v.feit(f"Sinds {datum(zaak['datum'])} staat er: {zaak['soort'].replace('_', ' ')}, vanzelf begonnen.")
    v.gelijk("De weg is", zaak["pad"], "contactladder")
    blok = BEDRAGEN | {"grond": "contact_niet_hersteld", "situatieId": zaak["id"]}
    geweigerd = consulent.maak(f"{pad}/blokkeringen", blok, status=409)
    v.toetsen(geweigerd["toetsen"])
    mist = [toets["voorwaarde"] for toets in geweigerd["toetsen"]]
    v.klopt("Geweigerd: de ladder staat nog open", {"eerst_gebeld", "verdere_stap_gezet"} <= set(mist), mist)
    v.klopt("En hij bleef pas één keer weg", "tweede_no_show" in mist, mist)
    consulent.zegt("Bellen lukt niet. De hulpverlener die hij zelf koos, krijgt hem wel te spreken.")
    pogingen = f"/blokkeersituaties/{zaak['id']}/ladderpogingen"
    gebeld = consulent.maak(pogingen, GEBELD | {"resultaat": "geen_contact"})
    v.feit(f"Nog te zetten: {', '.join(stap.replace('_', ' ') for stap in gebeld['openStappen'])}")
    zaak = consulent.maak(pogingen, VIA_DERDE | {"resultaat": "contact"})
    v.gelijk("Nu er contact is, mag blokkeren niet", zaak["magBlokkeren"], False)
    hersteld = {"uitkomst": "contact_hersteld", "reden": "Hij komt donderdag, met zijn begeleider."}
    klaar = consulent.maak(f"/blokkeersituaties/{zaak['id']}/afsluitingen", hersteld, versie=zaak["versie"])
    v.gelijk("De situatie is", klaar["status"], "contact_hersteld")
    contacten = consulent.haal(f"{pad}/derdencontacten")["contacten"]
    v.gelijk("Het contact met de derde staat in het logboek", [c["derde"] for c in contacten], ["hulpverlener"])


def _greet(reis: Reis) -> Any:
    v, consulent, greet = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["greet"]
    consulent.zegt("Greet leverde haar bankafschriften niet in. De huur wordt doorbetaald, de rest wacht.")
    pad = f"/klanten/{greet.klant_id}"
    verzuim = {"soort": "stukken_niet_ingeleverd", "omschrijving": "Bankafschriften van april en mei, na herinnering."}
    zaak = consulent.maak(f"{pad}/blokkeersituaties", verzuim)
    reis.gezien["verzuim"] = zaak["id"]
    huur = {"omvang": "gedeeltelijk", "redenGedeeltelijk": "dreigende_huisuitzetting"}
    lasten = {"vasteLasten": [{"soort": "huur", "bedrag": 65_000}]}
    grond = {"grond": "contact_niet_hersteld", "situatieId": zaak["id"]}
    blok = consulent.maak(f"{pad}/blokkeringen", BEDRAGEN | grond | huur | lasten)
    v.feit(blok["uitleg"])
    v.gelijk("Geblokkeerd", euro(blok["geblokkeerd"]), "€ 751,50")
    v.termijn(blok["termijn"])
    v.klopt("De vraag of wordt opgeschort ligt er", "opschorting_beslissen" in _soorten(reis, greet.klant_id))
    return blok


def _opschorten(reis: Reis) -> Any:
    v, consulent, greet = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["greet"]
    consulent.zegt("Het recht wordt opgeschort, met een termijn om het verzuim te herstellen.")
    wens = OPSCHORTING | {"situatieId": reis.gezien["verzuim"]}
    zaak = consulent.maak(f"/klanten/{greet.klant_id}/opschortingen", wens)
    v.termijn(zaak["maximum"])
    pad = f"/opschortingen/{zaak['id']}"
    besluit = besluiten.neem(reis, pad, "Zonder deze gegevens staat het recht niet vast.")
    v.gelijk("Het besluit", besluit["dictum"], "opschorten")
    besluiten.concept_brief(reis, besluit["id"])
    besluiten.rond_af(reis, besluit, "2026-06-29")
    loopt = consulent.haal(pad)
    v.gelijk("De opschorting is", loopt["status"], "lopend")
    einde = {termijn["soort"]: termijn["einde"] for termijn in loopt["termijnen"]}
    v.feit(f"Herstellen kan tot en met {datum(einde['hersteltermijn_opschorting'])}.")
    v.gelijk("Nooit langer dan acht weken", einde["opschorting_maximum"], zaak["maximum"]["einde"])
    return loopt


def _hersteld(reis: Reis, blokkering: Any, opschorting: Any) -> None:
    v, consulent, greet = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["greet"]
    consulent.zegt("De bankafschriften zijn binnen, twee dagen voor het einde van de termijn.")
    pad = f"/opschortingen/{opschorting['id']}"
    gedaan = {"uitkomst": "hersteld", "reden": "De bankafschriften van april en mei zijn binnen."}
    klaar = consulent.maak(f"{pad}/afsluitingen", gedaan, versie=consulent.haal(pad)["versie"])
    v.gelijk("De opschorting is", klaar["status"], "hersteld")
    v.klopt("Er loopt geen termijn meer", klaar["termijnen"] == [], klaar["termijnen"])
    na = consulent.haal(f"/blokkeringen/{blokkering['id']}")
    v.gelijk("De blokkering eindigt mee", (na["status"], na["redenOpheffing"]), ("opgeheven", "verzuim_hersteld"))
    reis.het_is("2026-07-13T10:05:00+02:00")
    [einde] = besluiten.mutaties(reis, "opschorting_beeindigd")
    v.gelijk("De administratie betaalt na", einde["inhoud"]["nabetalen"], True)
    over = {soort for soort in _soorten(reis, greet.klant_id) if soort.startswith(("opschorting", "blokkering"))}
    v.gelijk("Er staat geen taak meer open", sorted(over), [])
