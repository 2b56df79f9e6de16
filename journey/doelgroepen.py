"""Chapter 12: a jongere from school, a statushouder with an interpreter, and two nuggers with two outcomes."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.reis import GEMEENTE, Persoon, Reis
from journey.verteller import datum

DAG = "2026-08-03"


def speel(reis: Reis) -> None:
    """Show that a doelgroep changes the route, the questions and the means test."""
    reis.verteller.hoofdstuk("12. Doelgroepen: een jongere, een statushouder en twee nuggers")
    reis.het_is(f"{DAG}T09:00:00+02:00")
    _jongere(reis)
    _statushouder(reis)
    _nugger_te_veel_inkomen(reis)
    _nugger_uit_het_register(reis)
    reis.het_is("2026-08-04T09:55:00+02:00")
    _drie_gesprekken(reis)


def _meld(reis: Reis, wie: Persoon, **extra: Any) -> Any:
    melding = reis.als(Rol.RECEPTIE).maak(
        "/meldingen",
        {
            "kanaal": "digitaal",
            "gemeente": GEMEENTE,
            "hulpvragen": ["werk"],
            "personen": [wie.gegevens(**extra.pop("persoon", {}))],
        }
        | extra,
    )
    wie.melding_id, wie.klant_id = melding["id"], melding["personen"][0]["klantId"]
    return melding


def _feit(reis: Reis, wie: Persoon, rol: Rol, soort: str, **velden: Any) -> Any:
    inhoud = {"soort": soort, "datum": DAG} | velden
    return reis.als(rol).maak(f"/klanten/{wie.klant_id}/doelgroepfeiten", inhoud)


def _zoekperiode(melding: dict[str, Any]) -> str:
    return str(next(rij["status"] for rij in melding["termijnen"] if rij["soort"] == "zoekperiode"))


def _jongere(reis: Reis) -> None:
    v, intaker = reis.verteller, reis.als(Rol.INTAKER)
    wie = reis.nieuw("jesse", "Jesse", "Vos", "2008-02-10")
    reis.als(Rol.RECEPTIE).zegt("De jongerencoach meldt Jesse, die van het praktijkonderwijs komt.")
    bekend = {"bekendBij": {"organisatie": "rmc", "contactpersoon": "J. Coach"}}
    melding = _meld(reis, wie, melder="jongerencoach", persoon=bekend)
    v.gelijk("Het werkproces", melding["personen"][0]["werkproces"], "jongeren_27min")
    v.gelijk("De zoekperiode", _zoekperiode(melding), "lopend")
    intaker.zegt("De school draagt Jesse over, met het overdrachtsdocument.")
    _feit(reis, wie, Rol.INTAKER, "schooloverdracht", school="Praktijkschool", document="ZAAK-2026-00881")
    melding = intaker.haal(f"/meldingen/{wie.melding_id}")
    v.gelijk("Voor speciaal onderwijs is de zoekperiode", _zoekperiode(melding), "vervallen")
    beeld = intaker.haal(f"/klanten/{wie.klant_id}/doelgroepbeeld")
    v.klopt("Zij staat ook niet op de checklist", "zoekperiode" not in beeld["checklijst"], beeld["checklijst"])
    _feit(reis, wie, Rol.INTAKER, "startkwalificatie", antwoord="nee", bewijs="Opgave van de school")
    voorstel = intaker.maak(f"/klanten/{wie.klant_id}/indelingsvoorstellen", {"verwachteTermijnMaanden": 12})
    v.gelijk("Zonder ambitiegesprek is het voorstel", voorstel["klantgroep"], "groeien")
    v.feit(voorstel["toelichting"])


def _statushouder(reis: Reis) -> None:
    v, ic = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    wie = reis.nieuw("amina", "Amina", "Warsame", "1990-09-09")
    melding = _meld(reis, wie, melder="hulpverlener")
    ic.zegt("Amina is statushouder. Zij komt met een tolk; woning en inkomen zijn nog niet op orde.")
    feit = _feit(reis, wie, Rol.INKOMENSCONSULENT, "statushouder", route="b1", woningOpOrde=False, inkomenOpOrde=False)
    v.toetsen(feit["waarschuwingen"])
    open_ = {toets["voorwaarde"] for toets in feit["waarschuwingen"]}
    v.gelijk("Waarschuwingen", sorted(open_), ["pip_aanwezig", "traject_kan_starten"])
    _plan_drie_gesprekken(reis, melding)
    vragen = {"inburgeringsfase": "Nog niet begonnen", "taalbeheersing": "beperkt", "trauma": True}
    _feit(reis, wie, Rol.INKOMENSCONSULENT, "statushouder_screening", bijzondereKosten="Reiskosten taalles", **vragen)
    taken = ic.haal("/taken", klantId=wie.klant_id)["taken"]
    soorten = {taak["soort"] for taak in taken}
    v.klopt("Verwijzing en bijzondere bijstand staan klaar", {"zorg_verwijzen"} <= soorten, sorted(soorten))
    ambitie = {"inburgeringGeregeld": False, "landVanHerkomst": "Elders", "gezinshereniging": "loopt"}
    velden = ambitie | {"diplomavalidatie": "aanvragen", "begeleider": "Tolk van Vluchtelingenwerk"}
    _feit(reis, wie, Rol.INTAKER, "statushouder_ambitiegesprek", **velden)
    _feit(reis, wie, Rol.INTAKER, "pip", kenmerk="PIP-2026-00031")
    beeld = reis.als(Rol.INTAKER).haal(f"/klanten/{wie.klant_id}/doelgroepbeeld")
    open_ = {toets["voorwaarde"] for toets in beeld["signalen"] if toets["uitkomst"] != "voldaan"}
    v.gelijk("Met het PIP blijft over", sorted(open_), ["traject_kan_starten"])


def _plan_drie_gesprekken(reis: Reis, melding: dict[str, Any]) -> None:
    v, receptie = reis.verteller, reis.als(Rol.RECEPTIE)
    receptie.zegt("Vluchtelingenwerk meldde Amina aan; morgen heeft zij drie gesprekken op een rij, met een tolk.")
    info = {"informatie": "Woning vanaf 15 augustus.", "ontvangenOp": DAG, "begeleider": "M. Haile"}
    keten = {
        "vluchtelingenwerk": info,
        "screening": {
            "begin": "2026-08-04T10:00:00+02:00",
            "inkomensconsulentId": reis.id_van(Rol.INKOMENSCONSULENT),
        },
        "ambitiegesprek": {"begint": "2026-08-04T10:45:00+02:00", "medewerkerId": reis.id_van(Rol.INTAKER)},
        "bad": {
            "begint": "2026-08-04T11:45:00+02:00",
            "duurMinuten": 30,
            "deelnemers": [{"rol": "bad", "naam": "Budgetadviesbureau"}],
        },
    }
    pad = f"/meldingen/{melding['id']}"
    receptie.maak(f"{pad}/statushouderketens", keten, versie=receptie.haal(pad)["versie"])
    klant = melding["personen"][0]["klantId"]
    punten = receptie.haal(f"/klanten/{klant}/agendapunten")["agendapunten"]
    soorten = [punt["soort"] for punt in punten]
    v.gelijk("Op een dag, op een rij", soorten, ["screeningsgesprek", "ambitiegesprek", "bad_gesprek"])


def _drie_gesprekken(reis: Reis) -> None:
    v, receptie, amina = reis.verteller, reis.als(Rol.RECEPTIE), reis.mensen["amina"]
    receptie.zegt("Amina meldt zich aan de balie, met haar tolk.")
    punt = receptie.haal(f"/klanten/{amina.klant_id}/agendapunten")["agendapunten"][0]
    gezien = receptie.zet(f"/agendapunten/{punt['id']}/aankomst", {"aanwezig": ["tolk"]}, punt["versie"])
    v.gelijk("De tolk is er", gezien["aanwezig"], ["tolk"])
    dag = receptie.haal("/dagoverzicht", dag="2026-08-04")["agendapunten"]
    v.klopt("Het dagoverzicht noemt de tolk", all(regel["tolk"] for regel in dag if regel["id"] == punt["id"]), dag)


def _nugger_te_veel_inkomen(reis: Reis) -> None:
    v, ic = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    wie = reis.nieuw("karel", "Karel", "Bos", "1984-01-20")
    _meld(reis, wie)
    ic.zegt("Karel heeft geen uitkering en werkt. Hij vraagt hulp bij het vinden van ander werk.")
    pad = f"/klanten/{wie.klant_id}/nuggerverzoeken"
    verzoek = ic.maak(pad, {"geenUitkering": True, "vermogen": 0, "wens": "Wil ander werk, dichter bij huis."})
    te_vroeg = ic.maak(f"/nuggerverzoeken/{verzoek['id']}/besluiten", _besluit(), status=409, versie=verzoek["versie"])
    v.gelijk("Zonder inkomen geen weigering maar", te_vroeg["code"], "niet_gereed")
    verzoek = ic.wijzig(f"/nuggerverzoeken/{verzoek['id']}", {"inkomen": 295000}, verzoek["versie"])
    v.feit(f"De grens is {euro(verzoek['beoordeling']['inkomensgrens'])} per maand.")
    besluit = _beslis(reis, verzoek)
    v.gelijk("Het besluit op het verzoek van Karel", besluit["dictum"], "weigeren")
    for zin in besluit["motivering"]:
        v.feit(zin)


def _nugger_uit_het_register(reis: Reis) -> None:
    v, ic = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    wie = reis.nieuw("noor", "Noor", "Dekker", "1996-06-06")
    _meld(reis, wie)
    ic.zegt("Noor staat in het doelgroepregister; haar inkomen en vermogen worden niet gevraagd.")
    _feit(reis, wie, Rol.INKOMENSCONSULENT, "doelgroepregister", staatErin=True, bron="Register UWV")
    pad = f"/klanten/{wie.klant_id}/nuggerverzoeken"
    verzoek = ic.maak(pad, {"geenUitkering": True, "wens": "Wil werken met begeleiding."})
    besluit = _beslis(reis, verzoek)
    v.gelijk("Het besluit op het verzoek van Noor", besluit["dictum"], "toekennen")
    inzet = {"product": "loonkostensubsidie"}
    verzoek = ic.maak(f"/nuggerverzoeken/{verzoek['id']}/inzetten", inzet)
    v.gelijk("Ingezet", [regel["product"] for regel in verzoek["inzetten"]], ["loonkostensubsidie"])
    zaak = {"klantId": wie.klant_id, "gedraging": "pva_niet_meewerken_kick_off", "gedragingDatum": DAG}
    geweigerd = ic.maak("/maatregelzaken", zaak, status=409)
    v.gelijk("Een maatregel kan niet", geweigerd["toetsen"][0]["voorwaarde"], "uitkering_te_verlagen")


def _besluit() -> dict[str, Any]:
    return {"doelmatig": True, "motivering": "Met begeleiding is ander werk binnen zes maanden haalbaar."}


def _beslis(reis: Reis, verzoek: dict[str, Any]) -> Any:
    """Decide, have it checked by somebody else, send it and replay it."""
    v, ic = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    besluit = ic.maak(f"/nuggerverzoeken/{verzoek['id']}/besluiten", _besluit(), versie=verzoek["versie"])
    reis.als(Rol.TOETSER).maak(f"/besluiten/{besluit['id']}/toetsingen", {"akkoord": True})
    zending = {"verzondenOp": DAG, "wijze": "post"}
    verzonden = ic.maak(f"/besluiten/{besluit['id']}/bekendmakingen", zending)
    v.feit(f"Bezwaar kan tot en met {datum(verzonden['bekendmaking']['bezwaarTotEnMet'])}.")
    return verzonden
