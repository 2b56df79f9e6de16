"""Chapter 11: a sign of fraud, and the question whether it is about rechtmatigheid."""

from __future__ import annotations

from app.domain.kern.rollen import Rol
from journey.reis import Reis

FRAUDE = {"omschrijving": "Piet vertelde dat hij op zaterdag in de garage van zijn broer werkt."}
GEEN = {"vervolg": "geen", "reden": "Zij legde alles goed uit; haar afschriften kloppen met wat zij zei."}
AANBOD = {"gedraging": "werkweigering", "gedragingDatum": "2026-07-08", "meldingDatum": "2026-03-31"}
GESPREK = {"op": "2026-07-21", "tijd": "10:00", "plaats": "Voorbeeldplein 1, Deventer, kamer 2"}


def speel(reis: Reis) -> None:
    """Bring what is seen to who should know it, and to nobody else."""
    reis.verteller.hoofdstuk("11. Signalen")
    reis.het_is("2026-07-14T09:00:00+02:00")
    _fraude(reis)
    _rechtmatigheid(reis)


def _fraude(reis: Reis) -> None:
    v, consulent, piet = reis.verteller, reis.als(Rol.WERKCONSULENT), reis.mensen["piet"]
    consulent.zegt("Piet zegt iets over werk. Dat gaat meteen naar de inkomensconsulent.")
    pad = f"/klanten/{piet.klant_id}"
    consulent.maak(f"{pad}/fraudesignalen", FRAUDE)
    taken = reis.als(Rol.INKOMENSCONSULENT).haal("/taken", klantId=piet.klant_id)["taken"]
    [taak] = [taak for taak in taken if taak["soort"] == "fraudesignaal_opvolgen"]
    v.feit(f"Taak voor {taak['rol']}: {taak['wat']}")
    collega = reis.als(Rol.WERKCONSULENT, "Petra").haal(f"{pad}/signalen")["signalen"]
    v.gelijk("Een andere werkconsulent ziet geen signaal", collega, [])
    beeld = str(reis.als(Rol.WERKCONSULENT, "Petra").haal(f"{pad}/tijdlijn", aantal=100))
    v.klopt("Ook de tijdlijn verraadt het niet", "signaal." not in beeld and "garage" not in beeld)
    [gezien] = reis.als(Rol.INKOMENSCONSULENT).haal(f"{pad}/signalen")["signalen"]
    vervolg = {"vervolg": "sociale_recherche", "reden": "De inkomsten staan niet op het formulier."}
    pad = f"/signalen/{gezien['id']}/antwoorden"
    antwoord = reis.als(Rol.INKOMENSCONSULENT).maak(pad, vervolg, versie=gezien["versie"])
    v.gelijk("De inkomensconsulent geeft het door aan", antwoord["vervolg"], "sociale_recherche")


def _rechtmatigheid(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.WERKCONSULENT), reis.mensen["fatima"]
    consulent.zegt("Een werkgever zegt dat Fatima zijn aanbod afsloeg. Daarover wordt zij uitgenodigd.")
    zaak = consulent.maak("/maatregelzaken", AANBOD | {"klantId": fatima.klant_id})
    pad = f"/maatregelzaken/{zaak['id']}"
    brief = consulent.maak(f"{pad}/brieven", {"soort": "uitnodiging", "gesprek": GESPREK})
    v.feit(brief["titel"])
    verzonden = {"verzondenOp": "2026-07-14", "wijze": ["regulier"], "gesprekOp": "2026-07-21"}
    stap = {"soort": "uitnodiging", "briefId": brief["id"]} | verzonden
    zaak = consulent.maak(f"{pad}/stappen", stap)
    na = consulent.haal(f"/brieven/{brief['id']}")
    v.gelijk("De brief is het bewijs van de stap, en hij is", na["status"], "verzonden")
    [signaal] = consulent.haal(f"/klanten/{fatima.klant_id}/signalen")["signalen"]
    v.toetsen(signaal["aanleiding"])
    v.gelijk("De vraag naar rechtmatigheid", (signaal["soort"], signaal["status"]), ("rechtmatigheid", "open"))
    inkomen, pad = reis.als(Rol.INKOMENSCONSULENT), f"/signalen/{signaal['id']}/antwoorden"
    consulent.maak(pad, GEEN, versie=signaal["versie"], status=403)
    inkomen.zegt("Het antwoord is van de inkomensconsulent: geen onderzoek. De zaak loopt gewoon door.")
    klaar = inkomen.maak(pad, GEEN, versie=signaal["versie"])
    v.gelijk("Het signaal is", klaar["status"], "afgerond")
    v.gelijk("De maatregelzaak is", inkomen.haal(f"/maatregelzaken/{zaak['id']}")["status"], "open")
