"""Chapter 13: two aanvragen to the beschikking: a couple of whom one has no right, and a jongere after four weeks."""

from __future__ import annotations

import base64
from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.aanmelden import onthoud, vind_termijn
from journey.reis import GEMEENTE, Persoon, Reis
from journey.screenen import besproken, plan, uitkomst

Aanvraag = dict[str, Any]


def speel(reis: Reis) -> None:
    """Bring two aanvragen through the thirteen steps."""
    reis.verteller.hoofdstuk("13. Aanvraag en beschikking")
    reis.het_is("2026-08-04T13:00:00+02:00")
    lotte = reis.nieuw("lotte", "Lotte", "Vink", "1990-05-12")
    sem = reis.nieuw("sem", "Sem", "Vink", "2003-01-20")
    yara = reis.nieuw("yara", "Yara", "Kaya", "2004-02-11")
    _meld(reis, lotte, sem)
    _meld(reis, yara)
    plan(reis, lotte, "2026-08-06T10:00:00+02:00")
    plan(reis, yara, "2026-08-06T11:00:00+02:00")
    reis.het_is("2026-08-06T12:00:00+02:00")
    paar = _tot_recht(reis, lotte, sem)
    jongere = _tot_recht(reis, yara)
    _van_een_paar(reis, paar)
    _jongere_wacht(reis, jongere)
    reis.het_is("2026-09-02T09:30:00+02:00")
    _jongere_krijgt(reis, jongere)


def _meld(reis: Reis, *mensen: Persoon) -> None:
    receptie = reis.als(Rol.RECEPTIE)
    receptie.zegt(f"{' en '.join(wie.naam for wie in mensen)} vraagt bijstand aan op de website.")
    melding = {"kanaal": "digitaal", "gemeente": GEMEENTE, "aanvraagdatum": "2026-08-04"}
    inhoud = {"hulpvragen": ["bijstandsuitkering"], "personen": [wie.gegevens() for wie in mensen]}
    gemaakt = receptie.maak("/meldingen", melding | inhoud)
    sleutels = [sleutel for wie in mensen for sleutel, ander in reis.mensen.items() if ander is wie]
    onthoud(reis, gemaakt, *sleutels)
    reis.verteller.termijn(vind_termijn(gemaakt, "beslistermijn_aanvraag"))


def _tot_recht(reis: Reis, *mensen: Persoon) -> Aanvraag:
    """Screen and report, and do the steps up to the examination of the right."""
    consulent, pad = reis.als(Rol.INKOMENSCONSULENT), f"/meldingen/{mensen[0].melding_id}"
    consulent.zegt(f"Screening, verslag en de eerste negen stappen van {mensen[0].naam}.")
    begin = "2026-08-06T10:25:00+02:00" if len(mensen) > 1 else "2026-08-06T11:25:00+02:00"
    gesprek = uitkomst(begin, *(besproken(wie) for wie in mensen))
    melding = consulent.maak(f"{pad}/screeningen", gesprek, versie=consulent.haal(pad)["versie"])
    verslag = f"/screeningen/{melding['screeningen'][-1]['id']}/verslagen"
    consulent.maak(verslag, {"tekst": "Geen inkomen meer; huur is betaald."}, versie=melding["versie"])
    gedaan = ["afspraak_gemaakt", "klant_in_gws", "formulier_in_zaak"]
    aanvraag: Aanvraag = reis.als(Rol.RECEPTIE).maak(f"{pad}/aanvragen", {"gedaan": gedaan})
    delen = ["screening_gehouden", "gerapporteerd", "voorschot_beoordeeld"]
    _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "stappen", {"nr": 3, "delen": delen})
    wie = {"inkomensconsulentId": reis.id_van(Rol.INKOMENSCONSULENT)}
    _zet(reis, aanvraag, Rol.RECEPTIE, "toewijzingen", wie)
    for nr in (5, 6):
        over = {"nr": nr, "soort": "overgeslagen", "reden": "De aanvraag is al gedaan en duidelijk."}
        _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "stappen", over)
    _zet(reis, aanvraag, Rol.ADMINISTRATIE, "stappen", {"nr": 7, "delen": ["stukken_toegevoegd"]})
    delen = ["inlevertermijn_bewaakt", "volledigheid_gecontroleerd"]
    _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "stappen", {"nr": 8, "delen": delen})
    stand = _zet(reis, aanvraag, Rol.SOCIALE_RECHERCHE, "sr-screeningen", {"resultaat": "geen_signalen"})
    reis.verteller.gelijk("De aanvraag is bij stap", stand["huidigeStap"]["nr"], 10)
    return _rapporteer(reis, aanvraag)


def _rapporteer(reis: Reis, aanvraag: Aanvraag) -> Aanvraag:
    bijlage = _document(reis, aanvraag, "inwoners_op_adres")
    rapport = {"tekst": "Geen inkomen, geen vermogen boven de grens.", "werkt": False, "toekennen": True}
    klaar: Aanvraag = _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "rapporten", rapport | {"bijlagen": [bijlage]})
    return klaar


def _van_een_paar(reis: Reis, aanvraag: Aanvraag) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    consulent.zegt("Sem studeert met studiefinanciering: hij heeft zelf geen recht, Lotte wel.")
    lotte, sem = (wie["klantId"] for wie in aanvraag["personen"])
    personen = [{"klantId": lotte, "recht": True}, {"klantId": sem, "recht": False, "reden": "studerende_jongere"}]
    besluit = _beschik(reis, aanvraag, personen, "2026-08-06")
    for zin in besluit["motivering"]:
        v.feit(zin)
    v.gelijk("Het besluit", besluit["dictum"], "gedeeltelijke_toekenning")
    mutaties = reis.als(Rol.KOPPELING).haal("/mutaties", aantal=100)["mutaties"]
    eigen = {m["klant"]["id"]: m for m in mutaties if m["inhoud"].get("besluitId") == besluit["id"]}
    v.gelijk("Voor Lotte een toekenning", eigen[lotte]["soort"], "toekenning")
    v.feit(f"Haar norm is {euro(eigen[lotte]['inhoud']['norm'])} per maand.")
    v.gelijk("Voor Sem een afwijzing op artikel", eigen[sem]["inhoud"]["grondslag"]["artikel"], "13")
    na = consulent.maak(f"/besluiten/{besluit['id']}/narekenen", None, status=200)
    v.gelijk("Narekenen geeft hetzelfde", na["zelfde"], True)


def _jongere_wacht(reis: Reis, aanvraag: Aanvraag) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    consulent.zegt("Yara is 22. Voor haar kan pas na vier weken zoeken worden besloten, met een plan erbij.")
    stand = _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "concepten", _wens(aanvraag, None))
    mist = stand["concepten"][-1]["ontbreekt"]
    v.toetsen(mist)
    codes = {toets["voorwaarde"] for toets in mist}
    v.gelijk("Het plan ontbreekt nog", "plan_bijgevoegd" in codes, True)


def _jongere_krijgt(reis: Reis, aanvraag: Aanvraag) -> None:
    v, receptie = reis.verteller, reis.als(Rol.RECEPTIE)
    receptie.zegt("Vier weken later meldt Yara zich weer; zij heeft gezocht en er ligt een plan van aanpak.")
    _zet(reis, aanvraag, Rol.RECEPTIE, "hermeldingen", {"datum": "2026-09-02"})
    _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "zoekperiodeoordelen", {"nagekomen": True})
    _document(reis, aanvraag, "plan_van_aanpak")
    besluit = _beschik(reis, aanvraag, None, "2026-09-02")
    v.gelijk("Yara krijgt bijstand vanaf de melding", besluit["dictum"], "toekenning")
    verzonden = reis.als(Rol.INKOMENSCONSULENT).haal(f"/aanvragen/{aanvraag['id']}")["verzendingen"][0]
    v.gelijk("Het plan zit bij de beschikking", len(verzonden["bijlagen"]), 1)


def _beschik(reis: Reis, aanvraag: Aanvraag, personen: list[Any] | None, dag: str) -> dict[str, Any]:
    """Draft, decide, have another person check it, explain and send it."""
    _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "concepten", _wens(aanvraag, personen))
    besluit: dict[str, Any] = _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "besluiten", {})
    pad = f"/besluiten/{besluit['id']}"
    reis.als(Rol.TOETSER).maak(f"{pad}/toetsingen", {"akkoord": True})
    uitleg = {"wijze": "telefonisch", "reden": "De klant vroeg om uitleg."}
    _zet(reis, aanvraag, Rol.INKOMENSCONSULENT, "toelichtingen", uitleg)
    reis.als(Rol.INKOMENSCONSULENT).maak(f"{pad}/bekendmakingen", {"verzondenOp": dag})
    reis.het_is(f"{dag}T15:00:00+02:00")
    return besluit


def _wens(aanvraag: Aanvraag, personen: list[Any] | None) -> dict[str, Any]:
    ieder = [{"klantId": wie["klantId"], "recht": True} for wie in aanvraag["personen"]]
    return {"keuze": "toekennen", "ingangsdatum": "2026-08-04", "personen": personen or ieder}


def _document(reis: Reis, aanvraag: Aanvraag, soort: str) -> str:
    inhoud = base64.b64encode(b"%PDF-1.7\n" + soort.encode() + b"\n%%EOF\n").decode()
    document = {"aanvraagId": aanvraag["id"], "soort": soort, "omschrijving": soort, "kanaal": "mail"}
    return str(reis.als(Rol.INKOMENSCONSULENT).maak("/documenten", document | {"inhoud": inhoud})["id"])


def _zet(reis: Reis, aanvraag: Aanvraag, rol: Rol, soort: str, inhoud: dict[str, Any]) -> Any:
    """Do something with an aanvraag on its present version."""
    pad = f"/aanvragen/{aanvraag['id']}"
    versie = reis.als(Rol.INKOMENSCONSULENT).haal(pad)["versie"]
    return reis.als(rol).maak(f"{pad}/{soort}", inhoud, versie=versie)
