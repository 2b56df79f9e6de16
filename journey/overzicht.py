"""Chapter 18: the mutaties, the feed, the klantbeeld, the replay, and a server that is killed without loss."""

from __future__ import annotations

from typing import Any

from app.domain.kern.rollen import Rol
from journey.reis import Reis


def speel(reis: Reis) -> None:
    """Show what the administration, the next consultant and a judge see."""
    reis.verteller.hoofdstuk("18. Mutaties, klantbeeld en narekenen")
    reis.het_is("2027-05-25T09:00:00+02:00")
    _mutaties(reis)
    _kill(reis)
    _feed(reis)
    _klantbeeld(reis)
    _narekenen(reis)


def _mutaties(reis: Reis) -> None:
    v, koppeling = reis.verteller, reis.als(Rol.KOPPELING)
    koppeling.zegt("De uitkeringsadministratie haalt op wat er te verwerken is.")
    mutaties = _alle(reis, "/mutaties", "mutaties")
    for mutatie in mutaties:
        v.feit(f"{mutatie['nr']}. {mutatie['soort']} ({mutatie['status']})")
    [maatregel] = [mutatie for mutatie in mutaties if mutatie["soort"] == "maatregel"]
    v.gelijk("Het bedrag van de maatregel", maatregel["inhoud"]["bedragen"][0]["bedrag"], 60064)
    koppeling.maak(f"/mutaties/{maatregel['id']}/bevestigingen", {"externKenmerk": "GWS-2026-005120"})
    afgewezen = next(m for m in mutaties if m["soort"] == "klantgroep")
    koppeling.maak(f"/mutaties/{afgewezen['id']}/afwijzingen", {"reden": "Klant nog niet bekend in GWS."})
    taken = reis.als(Rol.INKOMENSCONSULENT).haal("/taken", klantId=afgewezen["klant"]["id"])["taken"]
    terug = [taak for taak in taken if taak["soort"] == "mutatie_herstellen"]
    v.gelijk("De afwijzing komt terug als taak", len(terug), 1)
    v.feit(terug[0]["waarom"])


def _kill(reis: Reis) -> None:
    v, receptie, fatima = reis.verteller, reis.als(Rol.RECEPTIE), reis.mensen["fatima"]
    receptie.zegt("Midden in het werk valt de server uit, zonder waarschuwing.")
    voor = receptie.haal(f"/klanten/{fatima.klant_id}")
    wijziging = receptie.wijzig(f"/klanten/{fatima.klant_id}", {"telefoon": "06 87654321"}, voor["versie"])
    mutaties = [mutatie["id"] for mutatie in _alle(reis, "/mutaties", "mutaties")]
    reis.server.kill()
    reis.server.start()
    na = receptie.haal(f"/klanten/{fatima.klant_id}")
    v.gelijk("Wat was toegezegd, is er nog", (na["telefoon"], na["versie"]), ("06 87654321", wijziging["versie"]))
    v.gelijk("Geen mutatie is herhaald of verdwenen", [m["id"] for m in _alle(reis, "/mutaties", "mutaties")], mutaties)


def _feed(reis: Reis) -> None:
    v = reis.verteller
    feed = _alle(reis, "/gebeurtenissen", "gebeurtenissen")
    nummers = [int(gebeurtenis["sequence"]) for gebeurtenis in feed]
    v.gelijk("De feed is zonder gat genummerd", nummers == list(range(1, len(feed) + 1)), True)
    tekst = str(feed)
    lekken = [w.bsn for w in reis.mensen.values() if w.bsn in tekst or w.achternaam in tekst]
    v.gelijk(f"Geen persoonsgegevens in {len(feed)} gebeurtenissen", lekken, [])


def _klantbeeld(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.WERKCONSULENT), reis.mensen["fatima"]
    consulent.zegt("Het klantbeeld van Fatima in één keer.")
    beeld = consulent.haal(f"/klanten/{fatima.klant_id}/klantbeeld")
    for onderdeel, inhoud in beeld.items():
        v.feit(f"{onderdeel}: {_kort(inhoud)}")
    v.klopt("De maatregel staat erin", "maatregel" in str(beeld))
    regels = consulent.haal(f"/klanten/{fatima.klant_id}/tijdlijn", aantal=100)["gebeurtenissen"]
    nummers = [regel["volgnr"] for regel in regels]
    v.gelijk("De tijdlijn is zonder gat genummerd", nummers, list(range(len(nummers), 0, -1)))


def _kort(inhoud: Any) -> str:
    if isinstance(inhoud, list):
        return f"{len(inhoud)} regels"
    return str(inhoud)[:100]


def _narekenen(reis: Reis) -> None:
    v, fg = reis.verteller, reis.als(Rol.FG)
    fg.zegt("Een jaar later vraagt de rechter: klopt dit besluit nog?")
    reis.het_is("2028-05-15T09:00:00+02:00")
    na = fg.maak(f"/besluiten/{reis.gezien['besluit']}/narekenen", None, status=200)
    v.gelijk("Narekenen geeft dezelfde bytes", na["zelfde"], True)
    v.feit(f"sha256 {na['sha256Toen']}")


def _alle(reis: Reis, pad: str, naam: str) -> list[dict[str, Any]]:
    """Follow the cursor to the end."""
    gevonden: list[dict[str, Any]] = []
    koppeling, na = reis.als(Rol.KOPPELING), None
    while True:
        bladzijde = koppeling.haal(pad, aantal=50, **({"na": na} if na else {}))
        if not bladzijde[naam]:
            return gevonden
        gevonden += bladzijde[naam]
        na = bladzijde["volgende"]
        if na is None:
            return gevonden
