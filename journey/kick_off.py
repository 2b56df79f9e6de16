"""Chapter 4: kick-offs, the attendance list in one call, no-shows per klantgroep, and a list that was wrong."""

from __future__ import annotations

from typing import Any

from app.domain.kern.rollen import Rol
from journey.reis import GEMEENTE, Reis
from journey.verteller import datum

BEGIN = {"matchen": "2026-04-16T10:00:00+02:00", "faciliteren": "2026-04-17T10:00:00+02:00"}


def speel(reis: Reis) -> None:
    """Invite, take the attendance, and let each klantgroep have its own next step."""
    reis.verteller.hoofdstuk("4. Kick-off")
    reis.het_is("2026-04-09T13:00:00+02:00")
    _plan_en_nodig_uit(reis)
    reis.het_is("2026-04-13T09:00:00+02:00")
    _zorgen(reis)
    reis.het_is("2026-04-16T13:30:00+02:00")
    _presentielijst(reis)
    _correctie(reis)
    reis.het_is("2026-04-17T12:00:00+02:00")
    _faciliteren(reis)


def _plan_en_nodig_uit(reis: Reis) -> None:
    v, intaker = reis.verteller, reis.als(Rol.INTAKER)
    intaker.zegt("De kick-offs voor Matchen en Faciliteren staan gepland; de klanten krijgen hun brief.")
    for groep, begint in BEGIN.items():
        bijeenkomst = intaker.maak("/bijeenkomsten", bijeenkomst_op(groep, begint))
        reis.gezien[groep] = bijeenkomst["id"]
        v.feit(f"{groep}: {datum(begint)}, {bijeenkomst['capaciteit']} plaatsen")
    deelnemers = [_deelnemer(reis, sleutel) for sleutel in ("fatima", "piet", "lian")]
    lijst = intaker.maak(f"/bijeenkomsten/{reis.gezien['matchen']}/deelnemers", {"deelnemers": deelnemers})
    v.toetsen(lijst["signalen"])
    intaker.maak(f"/bijeenkomsten/{reis.gezien['faciliteren']}/deelnemers", {"deelnemers": [_deelnemer(reis, "greet")]})
    youssef = {"deelnemers": [_deelnemer(reis, "youssef")]}
    geweigerd = intaker.maak(f"/bijeenkomsten/{reis.gezien['faciliteren']}/deelnemers", youssef, status=409)
    v.feit(f"Youssef (Zorgen) voor een kick-off uitnodigen kan niet: {geweigerd['detail']}")


def bijeenkomst_op(groep: str, begint: str) -> dict[str, Any]:
    """Describe a kick-off for one klantgroep."""
    return {"gemeente": GEMEENTE, "klantgroep": groep, "begint": begint, "locatie": "KonnecteD, zaal 2"}


def _deelnemer(reis: Reis, sleutel: str) -> dict[str, Any]:
    return {"klantId": reis.mensen[sleutel].klant_id, "verzondenOp": "2026-04-09", "smsVerzondenOp": "2026-04-09"}


def _zorgen(reis: Reis) -> None:
    v, consulent, youssef = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["youssef"]
    consulent.zegt("Een kennismakingsgesprek met Youssef.")
    afspraak = consulent.maak(
        "/afspraken",
        {
            "klantId": youssef.klant_id,
            "soort": "kennismakingsgesprek",
            "begint": "2026-04-15T14:00:00+02:00",
            "locatie": "Stadhuis, spreekkamer 4",
            "smsVerzondenOp": "2026-04-13",
        },
    )
    reis.het_is("2026-04-15T15:00:00+02:00")
    consulent.zegt("Hij is er niet. In Zorgen zoeken we eerst contact; er wordt niets geblokkeerd.")
    uitkomst = {"uitkomst": "niet_verschenen"}
    afgerond = consulent.zet(f"/afspraken/{afspraak['id']}/uitkomst", uitkomst, afspraak["versie"])
    toon_gevolg(reis, afgerond["gevolg"])
    v.klopt("Geen maatregel en geen blokkade", afgerond["maatregelzaakId"] is None)
    taken = consulent.haal("/taken", klantId=youssef.klant_id)["taken"]
    v.klopt("De eerste trede: bellen", any("el" in taak["wat"] for taak in taken), taken)


def _presentielijst(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT)
    consulent.zegt("De presentielijst van Matchen: Lian heeft zich afgemeld, Fatima en Piet waren er niet.")
    pad = f"/bijeenkomsten/{reis.gezien['matchen']}"
    versie = consulent.haal(pad)["versie"]
    onvolledig = {"deelnemers": [_presentie(reis, "fatima", "niet_verschenen")]}
    fout = consulent.zet(f"{pad}/presentielijst", onvolledig, versie, status=400)
    v.feit("; ".join(regel["melding"] for regel in fout["fouten"]))
    lijst = consulent.zet(f"{pad}/presentielijst", _lijst(reis, piet="niet_verschenen"), versie)
    fatima = _regel(lijst, reis, "fatima")
    toon_gevolg(reis, fatima["gevolg"])
    v.gelijk("De eerste keer geen maatregel", fatima["maatregelzaakId"], None)
    v.gelijk("Afgemeld is geen no-show", _regel(lijst, reis, "lian")["gevolg"], None)
    verouderd = consulent.zet(f"{pad}/presentielijst", _lijst(reis, piet="niet_verschenen"), versie, status=412)
    v.gelijk("Wie een oude versie zag, overschrijft niets", verouderd["code"], "versie_verouderd")


def _correctie(reis: Reis) -> None:
    v, consulent, piet = reis.verteller, reis.als(Rol.WERKCONSULENT), reis.mensen["piet"]
    consulent.zegt("Piet was er wel, hij had zijn naam niet getekend. De lijst wordt verbeterd.")
    afspraak_id = _regel(consulent.haal(f"/bijeenkomsten/{reis.gezien['matchen']}"), reis, "piet")["id"]
    taken = [taak for taak in _taken(reis, "piet") if taak["onderwerpId"] == afspraak_id]
    v.klopt("Er stond een vervolg klaar voor Piet", len(taken) > 0, taken)
    pad = f"/bijeenkomsten/{reis.gezien['matchen']}"
    versie = consulent.haal(pad)["versie"]
    lijst = consulent.zet(f"{pad}/presentielijst", _lijst(reis, piet="verschenen"), versie)
    v.gelijk("Geen gevolg meer voor Piet", _regel(lijst, reis, "piet")["gevolg"], None)
    over = [taak for taak in _taken(reis, "piet") if taak["id"] in {oud["id"] for oud in taken}]
    v.gelijk("De stappen van de foute lijst zijn teruggenomen", over, [])
    soorten = [regel["soort"] for regel in consulent.haal(f"/klanten/{piet.klant_id}/tijdlijn")["gebeurtenissen"]]
    v.klopt("De tijdlijn vertelt beide", "kick_off.gecorrigeerd" in soorten, soorten)


def _faciliteren(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    consulent.zegt("Greet was niet op de kick-off van Faciliteren: voorstel van € 50 en een nieuwe datum.")
    pad = f"/bijeenkomsten/{reis.gezien['faciliteren']}"
    lijst = {"deelnemers": [_presentie(reis, "greet", "niet_verschenen")]}
    verwerkt = consulent.zet(f"{pad}/presentielijst", lijst, consulent.haal(pad)["versie"])
    greet = _regel(verwerkt, reis, "greet")
    toon_gevolg(reis, greet["gevolg"])
    for taak in _taken(reis, "greet"):
        v.feit(f"Taak voor {taak['rol']}: {taak['wat']} (uiterlijk {datum(taak['uiterste'])})")
    v.klopt("Een voorstel en een nieuwe datum, nog geen besluit", len(greet["gevolg"]["stappen"]) > 1, greet["gevolg"])


def toon_gevolg(reis: Reis, gevolg: dict[str, Any]) -> None:
    """Tell what follows on a no-show."""
    stappen = ", ".join(stap.replace("_", " ") for stap in gevolg["stappen"])
    reis.verteller.feit(f"No-show nummer {gevolg['nummer']}: {stappen} [{gevolg['grondslag']['tekst']}]")


def _lijst(reis: Reis, piet: str) -> dict[str, Any]:
    return {
        "deelnemers": [
            _presentie(reis, "fatima", "niet_verschenen"),
            _presentie(reis, "piet", piet),
            _presentie(reis, "lian", "afgemeld") | {"reden": "Ziek gemeld op de ochtend zelf"},
        ]
    }


def _presentie(reis: Reis, sleutel: str, uitkomst: str) -> dict[str, Any]:
    return {"klantId": reis.mensen[sleutel].klant_id, "uitkomst": uitkomst}


def _regel(lijst: dict[str, Any], reis: Reis, sleutel: str) -> dict[str, Any]:
    klant_id = reis.mensen[sleutel].klant_id
    gevonden: dict[str, Any] = next(d["afspraak"] for d in lijst["deelnemers"] if d["klantId"] == klant_id)
    return gevonden


def _taken(reis: Reis, sleutel: str) -> list[dict[str, Any]]:
    alle: list[dict[str, Any]] = []
    for rol in (Rol.ADMINISTRATIE, Rol.INKOMENSCONSULENT):
        alle += reis.als(rol).haal("/taken", klantId=reis.mensen[sleutel].klant_id)["taken"]
    return alle
