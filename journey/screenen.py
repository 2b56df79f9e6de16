"""Chapter 2: the screeningsgesprek, broodnood and a voorschot, stukken, the right desk, and a melding withdrawn."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.aanmelden import onthoud, vind_termijn
from journey.reis import GEMEENTE, Persoon, Reis
from journey.verteller import datum

VOORLICHTING = [
    "inkomensveranderingen_en_bad_gesprek",
    "verloop_en_toelichtende_brief",
    "aanvraagprocedure",
    "bewijsstukken_en_inlevertermijn",
    "inschrijving_uwv",
    "ambitiegesprek",
    "dariuz",
]
IN_ORDE = {
    "vaste_lasten_betaald": True,
    "roodstand": False,
    "openstaande_schulden": False,
    "brieven_incasso_deurwaarder": False,
    "komende_maand_betaalbaar": True,
    "buffer_onvoorzien": True,
}


def speel(reis: Reis) -> None:
    """Screen the partners, the 22-year-old and the caller; one more turns out to be at the wrong desk."""
    reis.verteller.hoofdstuk("2. Screening")
    reis.het_is("2026-04-01T09:30:00+02:00")
    _bel_en_plan(reis)
    _ander_loket(reis)
    reis.het_is("2026-04-01T11:35:00+02:00")
    _partners(reis)
    _voorschot(reis)
    _stukken(reis)
    reis.het_is("2026-04-01T14:40:00+02:00")
    _rond_af(reis, reis.mensen["greet"], "2026-04-01T14:25:00+02:00")
    reis.het_is("2026-04-02T11:00:00+02:00")
    _verslag(reis)
    _rond_af(reis, reis.mensen["daan"], "2026-04-02T10:25:00+02:00")


def _bel_en_plan(reis: Reis) -> None:
    v, receptie, daan = reis.verteller, reis.als(Rol.RECEPTIE), reis.mensen["daan"]
    receptie.zegt("Daan is gebeld en bereikt; het gesprek staat voor morgen.")
    receptie.maak(f"/meldingen/{daan.melding_id}/contactpogingen", {"bereikt": True})
    open_ = [t for t in receptie.haal("/taken", klantId=daan.klant_id)["taken"] if t["soort"] == "melding_bellen"]
    v.gelijk("De daad heeft de beltaak zelf gesloten", open_, [])
    plan(reis, daan, "2026-04-02T10:00:00+02:00")
    plan(reis, reis.mensen["fatima"], "2026-04-01T11:00:00+02:00")


def plan(reis: Reis, persoon: Persoon, begin: str) -> None:
    """Put a screeningsgesprek in the agenda."""
    receptie = reis.als(Rol.RECEPTIE)
    afspraak = {"begin": begin, "inkomensconsulentId": reis.id_van(Rol.INKOMENSCONSULENT)}
    versie = receptie.haal(f"/meldingen/{persoon.melding_id}")["versie"]
    receptie.maak(f"/meldingen/{persoon.melding_id}/screeningsafspraken", afspraak, versie=versie)


def _partners(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    fatima, youssef = reis.mensen["fatima"], reis.mensen["youssef"]
    consulent.zegt("Screening van Fatima en Youssef: geen eten in huis, de huur is twee maanden niet betaald.")
    gesprek = uitkomst("2026-04-01T11:28:00+02:00", besproken(fatima), besproken(youssef, taal="niet_in_staat"))
    gesprek |= {"broodnood": True, "schulden": IN_ORDE | {"openstaande_schulden": True}, "badGesprek": "gepland"}
    melding = _leg_vast(reis, fatima, gesprek)
    resultaat = melding["screeningen"][-1]["resultaat"]
    for persoon, uitslag in zip((fatima, youssef), resultaat["personen"], strict=True):
        v.feit(f"{persoon.voornamen}: {uitslag['uitlegInstrument']}")
        v.toetsen(uitslag["toetsen"])
    v.gelijk("Fatima vult Dariuz in", resultaat["personen"][0]["instrument"], "dariuz")
    v.gelijk("Met Youssef vullen we samen het format in", resultaat["personen"][1]["instrument"], "format")
    v.gelijk("De schulden geven een signaal", resultaat["signalen"]["schuldsignaal"], "hard")
    _toon_taken(reis, melding)
    ambitie = vind_termijn(melding, "ambitiegesprek")
    v.termijn(ambitie)
    v.gelijk("Het ambitiegesprek is uiterlijk", ambitie["einde"], "2026-04-10")


def _voorschot(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["fatima"]
    pad = f"/meldingen/{fatima.melding_id}"
    consulent.zegt("Een voorschot van € 1.500,00 is te laag voor een gezin; de dienst weigert en noemt het artikel.")
    versie = consulent.haal(pad)["versie"]
    te_laag = {"bedrag": 150000, "meegedeeld": True}
    geweigerd = consulent.maak(f"{pad}/voorschotten", te_laag, status=409, versie=versie)
    v.toetsen(geweigerd["toetsen"])
    [te_weinig] = [toets for toets in geweigerd["toetsen"] if toets["uitkomst"] != "voldaan"]
    v.gelijk("Wat in de weg staat", te_weinig["voorwaarde"], "voorschot_minimum")
    minimum = te_weinig["feiten"]["minimum"]
    v.gelijk("Ten minste 95 % van € 2.002,13", euro(minimum), "€ 1.902,02")
    gemaakt = consulent.maak(f"{pad}/voorschotten", te_laag | {"bedrag": minimum}, versie=versie)
    v.toetsen(gemaakt["voorschotten"][0]["toetsen"])
    reis.het_is("2026-04-01T12:00:00+02:00")
    mutatie = _mutaties(reis, "voorschot")[-1]
    v.gelijk("De uitkeringsadministratie krijgt een mutatie", mutatie["inhoud"]["bedrag"], minimum)
    koppeling = reis.als(Rol.KOPPELING)
    koppeling.maak(f"/mutaties/{mutatie['id']}/bevestigingen", {"externKenmerk": "GWS-2026-004711"})
    nogmaals = koppeling.maak(f"/mutaties/{mutatie['id']}/bevestigingen", {}, status=409)
    v.gelijk("Een tweede antwoord op dezelfde mutatie", nogmaals["code"], "mutatie_al_beantwoord")


def _mutaties(reis: Reis, soort: str) -> list[dict[str, Any]]:
    alle = reis.als(Rol.KOPPELING).haal("/mutaties")["mutaties"]
    return [mutatie for mutatie in alle if mutatie["soort"] == soort]


def _stukken(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["fatima"]
    consulent.zegt("De stukken die nog nodig zijn; inleveren binnen vijf werkdagen, na vier bellen we.")
    pad = f"/meldingen/{fatima.melding_id}/stukkenverzoeken"
    versie = consulent.haal(f"/meldingen/{fatima.melding_id}")["versie"]
    stukken = {"stukken": ["Bankafschriften van drie maanden", "Huurcontract"]}
    melding = consulent.maak(pad, stukken, versie=versie)
    verzoek = melding["stukkenverzoeken"][0]
    v.gelijk("Inleveren uiterlijk (Pasen telt niet mee)", verzoek["inleverenUiterlijk"], "2026-04-10")
    beltaak = next(t for t in melding["taken"] if t["soort"] == "stukken_bellen")
    v.feit(f"Vanaf {datum(beltaak['zichtbaarVanaf'])} staat er: {beltaak['wat']}")


def _ander_loket(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    kees = reis.nieuw("kees", "Kees", "Vos", "1979-06-30")
    receptie = reis.als(Rol.RECEPTIE)
    melding: dict[str, Any] = {"kanaal": "fysiek", "gemeente": GEMEENTE, "meldingsdatum": "2026-04-01"}
    melding |= {"hulpvragen": ["bijstandsuitkering"], "personen": [kees.gegevens()]}
    onthoud(reis, receptie.maak("/meldingen", melding), "kees")
    plan(reis, kees, "2026-04-01T09:45:00+02:00")
    reis.het_is("2026-04-01T10:16:00+02:00")
    consulent.zegt("Kees Vos werkte 30 van de laatste 36 weken: eerst naar het UWV.")
    gesprek = uitkomst("2026-04-01T09:58:00+02:00", besproken(kees, weken=30), uitkomst="doorverwezen")
    gesprek["verwijzing"] = {"instantie": "UWV", "wijze": "informatie"}
    afgerond = _leg_vast(reis, kees, gesprek)
    advies = afgerond["screeningen"][-1]["resultaat"]["personen"][0]["adviezen"][0]
    v.feit(f"{advies['verwijzing']} ({advies['voorziening']}): {advies['toelichting']}")
    v.gelijk("Het juiste loket", (advies["verwijzing"].lower(), afgerond["status"]), ("uwv", "doorverwezen"))


def _verslag(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["fatima"]
    consulent.zegt("Het verslag van gisteren, binnen 48 uur.")
    melding = consulent.haal(f"/meldingen/{fatima.melding_id}")
    pad = f"/screeningen/{melding['screeningen'][-1]['id']}/verslagen"
    tekst = {"tekst": "Gezin zonder inkomen; voorschot verstrekt, overdracht naar budgetadvies."}
    klaar = consulent.maak(pad, tekst, versie=melding["versie"])
    v.gelijk("Op tijd", klaar["screeningen"][-1]["verslagen"][-1]["opTijd"], True)


def _rond_af(reis: Reis, persoon: Persoon, einde: str) -> None:
    reis.als(Rol.INKOMENSCONSULENT).zegt(f"Screening van {persoon.naam}: geen grond om af te wijzen.")
    _leg_vast(reis, persoon, uitkomst(einde, besproken(persoon)))


def rond_stil_af(reis: Reis, persoon: Persoon, einde: str) -> None:
    """Screen somebody without telling."""
    _leg_vast(reis, persoon, uitkomst(einde, besproken(persoon)))


def _leg_vast(reis: Reis, persoon: Persoon, gesprek: dict[str, Any]) -> dict[str, Any]:
    consulent = reis.als(Rol.INKOMENSCONSULENT)
    pad = f"/meldingen/{persoon.melding_id}"
    vastgelegd: dict[str, Any] = consulent.maak(f"{pad}/screeningen", gesprek, versie=consulent.haal(pad)["versie"])
    return vastgelegd


def besproken(persoon: Persoon, weken: int = 0, taal: str = "zelfstandig") -> dict[str, Any]:
    """Write down what was said of one person."""
    loket: dict[str, Any] = {"gewerkteWeken": weken, "gestoptDoorZiekte": False, "wwGehad": False, "inkomen": 0}
    loket |= {"rechtStufiWtos": False, "medischeBeperking": False}
    loket["voorliggend"] = dict.fromkeys(("svb", "alimentatie", "voormalige_werkgever", "belastingdienst"), False)
    dariuz = {"vermogen": taal} | ({"reden": "taal"} if taal == "niet_in_staat" else {})
    kern = {"klantId": persoon.klant_id, "aanwezig": True, "primaireVraag": "bijstandsuitkering"}
    return kern | {"loket": loket, "dariuz": dariuz}


def uitkomst(einde: str, *personen: dict[str, Any], uitkomst: str = "vervolg") -> dict[str, Any]:
    """Write down how the conversation ended."""
    return {
        "uitkomst": uitkomst,
        "einde": einde,
        "personen": list(personen),
        "recht": "onzeker",
        "redenRecht": "Inkomen onder de norm; vermogen moet nog blijken uit de stukken.",
        "schulden": IN_ORDE,
        "badGesprek": "niet_nodig",
        "broodnood": False,
        "voorlichting": VOORLICHTING,
        "formulierMeegegevenOp": einde[:10],
    }


def _toon_taken(reis: Reis, melding: dict[str, Any]) -> None:
    for taak in melding["taken"]:
        reis.verteller.feit(f"Taak voor {taak['rol']}: {taak['wat']} (uiterlijk {datum(taak['uiterste'])})")
