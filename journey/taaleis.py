"""Chapter 7: two klanten who do not reach 1F. One declares willingness in time; the other refuses for a month."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey import besluiten
from journey.reis import Persoon, Reis

VAARDIGHEDEN = {"spreken": "1F", "luisteren": "1F", "schrijven": "onder_1F", "lezen": "1F", "gespreksvoering": "1F"}
BESPREKING = {
    "taal_niet_in_staat": "Nee.",
    "taal_belemmeringen": "Geen kinderopvang op woensdag; dat is geregeld.",
    "taal_mogelijkheden": "Les in het buurthuis, twee ochtenden in de week.",
    "taal_bereid": "Daar wil ik nu niets over zeggen.",
    "taal_plan": "Een taaldoel in het plan.",
}
VROEG = {"motivering": "Schrijven is onder 1F."}
WEGING = {
    "verwijt": "aanwezig",
    "verwijtMotivering": "U kunt leren, en u weigert elk aanbod.",
    "dringendeRedenen": False,
    "dringendeRedenenMotivering": "Wij spraken over uw situatie en zagen die niet.",
    "gehoordOp": "2026-06-16",
}


def speel(reis: Reis) -> None:
    """From the check in the ambitiegesprek to a verlaging of 20 %, or a bereidverklaring that keeps it away."""
    reis.verteller.hoofdstuk("7. De taaleis")
    lian, sami = reis.mensen["lian"], reis.mensen["sami"]
    reis.het_is("2026-05-13T09:00:00+02:00")
    for wie in (lian, sami):
        _taaltest(reis, wie)
        _kennisgeving(reis, wie)
    reis.het_is("2026-06-11T09:00:00+02:00")
    _lian_is_bereid(reis, lian)
    reis.het_is("2026-06-15T09:00:00+02:00")
    _te_vroeg(reis, sami)
    reis.het_is("2026-06-17T09:00:00+02:00")
    _na_een_maand(reis, lian, sami)


def _feit(reis: Reis, wie: Persoon, **feit: Any) -> Any:
    """Record a fact about the taaleis; return how it stands then."""
    consulent, pad = reis.als(Rol.INKOMENSCONSULENT), f"/klanten/{wie.klant_id}"
    consulent.maak(f"{pad}/taaleisfeiten", feit)
    return consulent.haal(f"{pad}/taaleis")


def _soorten(beeld: Any) -> set[str]:
    return {taak["soort"] for taak in beeld["taken"]}


def _taaltest(reis: Reis, wie: Persoon) -> None:
    v, intaker = reis.verteller, reis.als(Rol.INTAKER)
    voor = intaker.haal(f"/klanten/{wie.klant_id}/taaleis")
    v.gelijk(f"Na het ambitiegesprek is de taaleis van {wie.naam}", voor["status"], "onbekend")
    v.klopt("De aanmelding voor de taaltest staat klaar", "taaleis_aanmelden" in _soorten(voor), _soorten(voor))
    intaker.zegt(f"{wie.naam} deed de taaltest bij het Taalhuis. Schrijven is onder 1F.")
    aanmelding = {"soort": "taaltest_aanmelding", "moment": "ambitiegesprek", "aanbieder": "Taalhuis"}
    _feit(reis, wie, datum="2026-04-09", **aanmelding)
    na = _feit(reis, wie, soort="taaltest", datum="2026-05-12", uitslagOp="2026-05-12", vaardigheden=VAARDIGHEDEN)
    v.gelijk("De taaleis", (na["status"], na["vastgesteldOp"]), ("inspanningsverplichting", "2026-05-12"))


def _kennisgeving(reis: Reis, wie: Persoon) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    consulent.zegt(f"De inspanningsverplichting van {wie.naam}: eerst bespreken, dan pas het besluit.")
    pad = f"/klanten/{wie.klant_id}"
    _feit(reis, wie, soort="uitslag_meegedeeld", datum="2026-05-13", moment="kennismakingsgesprek")
    zaak = consulent.maak(f"{pad}/taaleiszaken", {"soort": "kennisgeving"})
    zaakpad = f"/taaleiszaken/{zaak['id']}"
    te_vroeg = consulent.maak(f"{zaakpad}/besluiten", VROEG, status=409, versie=zaak["versie"])
    v.gelijk("Zonder gesprek geen besluit", [t["voorwaarde"] for t in te_vroeg["toetsen"]], ["besproken"])
    antwoorden = [{"vraag": vraag, "waarde": waarde} for vraag, waarde in BESPREKING.items()]
    consulent.maak(f"{pad}/gesprekken", {"soort": "kennismaking", "antwoorden": antwoorden})
    besluit = besluiten.neem(reis, zaakpad, "De uitslag is besproken.")
    v.gelijk("Het besluit", besluit["dictum"], "inspanningsverplichting")
    besluiten.rond_af(reis, besluit, "2026-05-13")
    beeld = consulent.haal(f"{pad}/taaleis")
    [maand] = [rij["termijn"] for rij in beeld["termijnen"] if rij["status"] == "lopend"]
    v.termijn(maand)
    v.gelijk("Bereid verklaren kan tot en met", maand["einde"], "2026-06-15")


def _lian_is_bereid(reis: Reis, wie: Persoon) -> None:
    v = reis.verteller
    reis.als(Rol.INKOMENSCONSULENT).zegt("Lian belt: zij gaat Nederlands leren. Zo staat het in het dossier.")
    verklaring = {"soort": "bereidverklaring", "bereid": True, "bewoording": "Ik ga Nederlands leren."}
    beeld = _feit(reis, wie, datum="2026-06-11", moment="kennismakingsgesprek", **verklaring)
    v.gelijk("Bereid sinds", beeld["bereidSinds"], "2026-06-11")
    v.klopt("Er is een taak om haar te bellen hoe het gaat", "taaleis_bellen" in _soorten(beeld), _soorten(beeld))


def _te_vroeg(reis: Reis, wie: Persoon) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    consulent.zegt("Op de laatste dag van de maand kan Sami nog van gedachten veranderen; er is niets te doen.")
    beeld = consulent.haal(f"/klanten/{wie.klant_id}/taaleis")
    v.klopt("Nog geen taak om te handhaven", "taaleis_handhaven" not in _soorten(beeld), _soorten(beeld))


def _na_een_maand(reis: Reis, lian: Persoon, sami: Persoon) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    stand = {wie.naam: _soorten(consulent.haal(f"/klanten/{wie.klant_id}/taaleis")) for wie in (lian, sami)}
    handhaven = [naam for naam, soorten in stand.items() if "taaleis_handhaven" in soorten]
    v.gelijk("Handhaven wordt gevraagd bij", handhaven, [sami.naam])
    consulent.zegt("Sami is gehoord en weigert. Voor de verlaging wordt opnieuw getoetst.")
    zaak = consulent.maak(f"/klanten/{sami.klant_id}/taaleiszaken", {"soort": "verlaging"} | WEGING)
    v.toetsen(zaak["beoordeling"]["toetsen"])
    besluit = besluiten.neem(reis, f"/taaleiszaken/{zaak['id']}", "Alle hulp is aangeboden en afgewezen.")
    v.gelijk("Het besluit", besluit["dictum"], "verlaging")
    verzonden = besluiten.rond_af(reis, besluit, "2026-06-17")
    uitleg = consulent.haal(f"/besluiten/{verzonden['id']}/uitleg")
    for regel in uitleg["bedragen"]:
        v.feit(regel["formule"])
    v.gelijk("De verlaging in de eerste volle maand", euro(uitleg["bedragen"][1]["bedrag"]), "€ 283,89")
    reis.het_is("2026-06-17T10:00:00+02:00")
    [mutatie] = besluiten.mutaties(reis, "taaleis")
    v.klopt("De administratie krijgt de verlaging van Sami", mutatie["klant"]["id"] == sami.klant_id, mutatie["klant"])
