"""Chapter 9: Fatima objects, somebody else looks again, and the besluit is revoked down to the euro."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey import besluiten
from journey.reis import Reis

HEROVERWEGER, TWEEDE_TOETSER = "Fleur", "Bram"
GRONDEN = "Ik had mij die ochtend bij de balie afgemeld, omdat mijn zus met spoed naar het ziekenhuis ging."
VERSLAG = "Zij liet de opnamebrief zien; de balie vond haar bericht van die ochtend terug."
HERROEPEN = {"uitkomst": "herroepen", "motivering": "U had zich met een goede reden op tijd afgemeld."}


def speel(reis: Reis) -> None:
    """From receipt to a decision on the bezwaar, with the money back."""
    reis.verteller.hoofdstuk("9. Bezwaar")
    reis.het_is("2026-06-22T10:00:00+02:00")
    bezwaar = _ontvangen(reis)
    reis.het_is("2026-06-25T11:00:00+02:00")
    _wie_niet_mag(reis, bezwaar)
    _horen(reis, bezwaar)
    _beslissen(reis, bezwaar)
    reis.het_is("2026-06-25T12:00:00+02:00")
    _ongedaan(reis)


def _zet(reis: Reis, bezwaar: str, deel: str, inhoud: Any, wie: str = HEROVERWEGER, status: int = 201) -> Any:
    """Do something with a bezwaar on its present version."""
    consulent, pad = reis.als(Rol.INKOMENSCONSULENT, wie), f"/bezwaren/{bezwaar}"
    return consulent.maak(f"{pad}/{deel}", inhoud, status=status, versie=consulent.haal(pad)["versie"])


def _ontvangen(reis: Reis) -> str:
    v, administratie, fatima = reis.verteller, reis.als(Rol.ADMINISTRATIE), reis.mensen["fatima"]
    administratie.zegt("Er is een bezwaarschrift van Fatima, de dag voor het einde van de termijn.")
    pad = f"/besluiten/{reis.gezien['besluit']}/bezwaren"
    bezwaar = administratie.maak(pad, {"ontvangenOp": "2026-06-22", "gronden": GRONDEN})
    v.gelijk("Op tijd: bezwaar kon tot en met", bezwaar["bezwaarTotEnMet"], "2026-06-23")
    v.gelijk("Beslissen uiterlijk, zes weken na het einde van de termijn", bezwaar["beslissenUiterlijk"], "2026-08-04")
    berichten = reis.als(Rol.INKOMENSCONSULENT).haal(f"/klanten/{fatima.klant_id}/berichten")["berichten"]
    onderwerpen = [bericht["onderwerp"] for bericht in berichten if bericht["onderwerpId"] == bezwaar["id"]]
    v.gelijk("De ontvangstbevestiging ligt klaar", onderwerpen, ["Wij hebben uw bezwaar ontvangen"])
    return str(bezwaar["id"])


def _wie_niet_mag(reis: Reis, bezwaar: str) -> None:
    v = reis.verteller
    eerste = reis.als(Rol.INKOMENSCONSULENT)
    eerste.zegt("Wie het besluit nam, kan het niet zelf heroverwegen; en zonder horen beslist niemand.")
    zelf = _zet(reis, bezwaar, "besluiten", HERROEPEN, wie="", status=409)
    v.toetsen(zelf["toetsen"])
    mist = {toets["voorwaarde"] for toets in zelf["toetsen"]}
    v.gelijk("Wat in de weg staat", sorted(mist), ["gehoord_in_bezwaar", "heroverweging_door_ander"])


def _horen(reis: Reis, bezwaar: str) -> None:
    reis.als(Rol.INKOMENSCONSULENT, HEROVERWEGER).zegt("Een ander hoort Fatima en bekijkt het hele besluit opnieuw.")
    _zet(reis, bezwaar, "hoorzittingen", {"gehoord": True, "datum": "2026-06-25", "verslag": VERSLAG})


def _beslissen(reis: Reis, bezwaar: str) -> None:
    v = reis.verteller
    besluit = _zet(reis, bezwaar, "besluiten", HERROEPEN)
    for zin in besluit["motivering"]:
        v.feit(zin)
    v.gelijk("Het bezwaar is gegrond, het besluit wordt", besluit["dictum"], "herroepen")
    v.klopt("Het wijst het oude besluit aan", besluit["vervangt"] == reis.gezien["besluit"], besluit["vervangt"])
    toetsing = f"/besluiten/{besluit['id']}/toetsingen"
    vorige = reis.als(Rol.TOETSER).maak(toetsing, {"akkoord": True}, status=409)
    v.feit(vorige["detail"])
    codes = [toets["voorwaarde"] for toets in vorige["toetsen"]]
    v.gelijk("Wie het oude besluit toetste, toetst dit niet", codes, ["toetser_niet_betrokken"])
    verzonden = besluiten.rond_af(reis, besluit, "2026-06-25", TWEEDE_TOETSER)
    termijn = verzonden["bekendmaking"]["bezwaartermijn"]
    v.termijn(termijn)
    v.gelijk("Hierna staat beroep open", termijn["soort"], "beroepstermijn")
    brief = besluiten.verzonden_brief(reis, verzonden)
    v.klopt("De brief noemt de rechtbank en het oude en nieuwe bedrag", _noemt(brief, "rechtbank", "600,64", "0,00"))
    v.klopt("En waarom zij gelijk krijgt", "met een goede reden op tijd afgemeld" in brief)


def _noemt(brief: str, *delen: str) -> bool:
    return all(deel in brief for deel in delen)


def _ongedaan(reis: Reis) -> None:
    v = reis.verteller
    reis.als(Rol.KOPPELING).zegt("De uitkeringsadministratie krijgt de mutatie die de verlaging ongedaan maakt.")
    [mutatie] = besluiten.mutaties(reis, "bezwaar")
    v.gelijk("Na te betalen", euro(mutatie["inhoud"]["nabetaling"]), "€ 600,64")
    for maand in mutatie["inhoud"]["bedragen"]:
        v.feit(f"{maand['maand'][:7]}: was {euro(maand['oud'])}, wordt {euro(maand['nieuw'])}")
    oud = reis.als(Rol.FG).haal(f"/besluiten/{reis.gezien['besluit']}")
    v.gelijk("Het oude besluit is", oud["status"], "ingetrokken")
    reis.als(Rol.FG).zegt("Ook het besluit dat er niet meer is, moet nog na te rekenen zijn.")
    besluiten.reken_na(reis, reis.gezien["besluit"])
