"""Chapter 3: Dariuz arrives, the ambitiegesprek, a voorstel, and the consulent who decides."""

from __future__ import annotations

from typing import Any

from app.domain.kern.leefgebied import ExtraThema, Leefgebied
from app.domain.kern.rollen import Rol
from journey.aanmelden import onthoud
from journey.leveren import bestand_met_fouten
from journey.reis import ADRES, GEMEENTE, Persoon, Reis
from journey.screenen import plan, rond_stil_af
from journey.verteller import datum

Feiten = dict[str, Any]

MATCHEN: Feiten = {"verwachteTermijnMaanden": 4, "urenPerWeek": 32, "arbeidspotentieel": "voldoende"}
GROEIEN: Feiten = {"verwachteTermijnMaanden": 14, "urenPerWeek": 24, "arbeidspotentieel": "weinig"}
FACILITEREN: Feiten = {
    "verwachteTermijnMaanden": "geen",
    "urenPerWeek": 8,
    "arbeidspotentieel": "geen",
    "ontwikkelpotentieel": "weinig",
    "motivatieBijdrage": True,
    "mogelijkhedenBijdrage": True,
    "participeert": True,
}
ZORGEN: Feiten = {
    "verwachteTermijnMaanden": "geen",
    "urenPerWeek": 0,
    "arbeidspotentieel": "geen",
    "ontwikkelpotentieel": "geen",
    "motivatieBijdrage": False,
    "mogelijkhedenBijdrage": False,
    "participeert": False,
}
TAAL_ONBEKEND: Feiten = {"taaleis": {"uitkomst": "niet_vast_te_stellen"}}
MEDECURSISTEN = (("piet", "Piet", "Bos", 13), ("lian", "Lian", "Chen", 14), ("sami", "Sami", "Haddad", 15))


def speel(reis: Reis) -> None:
    """Bring everybody to a klantgroep."""
    reis.verteller.hoofdstuk("3. Diagnose, ambitiegesprek en klantgroep")
    reis.het_is("2026-04-07T09:00:00+02:00")
    _dariuz_komt_binnen(reis)
    reis.het_is("2026-04-08T11:00:00+02:00")
    _zonder_diagnose(reis)
    _fatima(reis)
    _youssef(reis)
    _daan(reis)
    _greet(reis)
    _medecursisten(reis)


def _dariuz_komt_binnen(reis: Reis) -> None:
    v, koppeling = reis.verteller, reis.als(Rol.KOPPELING)
    koppeling.zegt("De uitslag van Dariuz voor Fatima komt binnen, en een record van iemand die hier niet bekend is.")
    onbekend = reis.nieuw("onbekend", "On", "Bekend", "1990-01-01")
    levering = lever_dariuz(reis, reis.mensen["fatima"], onbekend, reis.mensen["greet"], reis.mensen["daan"])
    uitkomsten = [record["uitkomst"] for record in levering["records"]]
    v.gelijk("Per record de uitkomst", uitkomsten, ["verwerkt", "niet_gevonden", "verwerkt", "verwerkt"])
    nogmaals = lever_dariuz(reis, reis.mensen["fatima"])
    v.gelijk("Hetzelfde nog eens", nogmaals["records"][0]["uitkomst"], "ongewijzigd")
    bestand_met_fouten(reis)


def lever_dariuz(reis: Reis, *mensen: Persoon, afgenomen: str = "2026-04-03") -> dict[str, Any]:
    """Deliver a finished questionnaire of each person."""
    gebieden: list[dict[str, Any]] = [{"leefgebied": gebied.value, "score": 60} for gebied in Leefgebied]
    gebieden[2] = {"leefgebied": "financien", "score": 25, "aandachtspunten": ["Huurachterstand"]}
    records = [
        {"persoon": {"bsn": wie.bsn}, "volledigheid": "volledig", "leefgebieden": gebieden, "uren": 32}
        for wie in mensen
    ]
    levering: dict[str, Any] = {
        "schemaVersie": "2.0",
        "instrument": "dariuz_wegwijzer",
        "instrumentversie": "2026.1",
        "records": records,
    }
    levering |= {"afgenomenOp": afgenomen, "door": "Dariuz Wegwijzer"}
    geleverd: dict[str, Any] = reis.als(Rol.KOPPELING).maak("/diagnose-importen", levering)
    return geleverd


def _zonder_diagnose(reis: Reis) -> None:
    v, intaker, youssef = reis.verteller, reis.als(Rol.INTAKER), reis.mensen["youssef"]
    intaker.zegt("Het gesprek met Youssef kan niet worden afgesloten zonder diagnose; eerst samen het format.")
    geweigerd = intaker.maak(f"/klanten/{youssef.klant_id}/ambitiegesprekken", _gesprek(ZORGEN), status=409)
    v.toetsen(geweigerd["toetsen"])
    v.klopt("De weigering zegt wat er ontbreekt", len(geweigerd["toetsen"]) > 0)
    onderwerpen = [*Leefgebied, *ExtraThema]
    format_ = {
        "afgenomenOp": "2026-04-08",
        "bevindingen": [{"onderwerp": o, "inhoud": "Besproken."} for o in onderwerpen],
    }
    intaker.maak(f"/klanten/{youssef.klant_id}/leefgebiedenformats", format_)


def _fatima(reis: Reis) -> None:
    v, intaker, fatima = reis.verteller, reis.als(Rol.INTAKER), reis.mensen["fatima"]
    intaker.zegt("Ambitiegesprek met Fatima: binnen vier maanden aan het werk, zelf wil zij liever rustig aan.")
    voorstel = bespreek(reis, fatima, MATCHEN | {"klantvoorkeur": "groeien"})
    for groep in voorstel["klantgroepen"]:
        v.feit(f"{groep['klantgroep']}: {groep['uitkomst']}")
        v.toetsen(groep["criteria"])
    v.gelijk("Het voorstel", voorstel["klantgroep"], "matchen")
    zonder = {"voorstelId": voorstel["id"], "klantgroep": "matchen", "eens": False, "klantvoorkeur": "groeien"}
    geweigerd = _deel_in(reis, fatima, zonder, status=409)
    v.toetsen(toets for toets in geweigerd["toetsen"] if toets["uitkomst"] != "voldaan")
    indeling = _deel_in(reis, fatima, zonder | {"motiveringVerschil": "Zij wil eerst de schulden op orde."})
    v.gelijk(
        "De voorkeur en het verschil van mening blijven staan",
        (indeling["klantvoorkeur"], indeling["eens"]),
        ("groeien", False),
    )
    v.klopt("Fatima heeft een vaste consulent", indeling["consulentId"] is not None)


def _youssef(reis: Reis) -> None:
    v, youssef = reis.verteller, reis.mensen["youssef"]
    reis.als(Rol.INTAKER).zegt("Youssef kan en wil nu niet meedoen; zorg gaat voor.")
    voorstel = bespreek(reis, youssef, ZORGEN | TAAL_ONBEKEND)
    v.gelijk("Een statushouder hoort bij", voorstel["klantgroep"], "groeien")
    waarom = "Ook als statushouder is er nu geen perspectief op werk of activering."
    keuze = {"voorstelId": voorstel["id"], "klantgroep": "zorgen", "eens": True, "motivering": waarom}
    v.gelijk("Klantgroep van Youssef, met motivering", _deel_in(reis, youssef, keuze)["klantgroep"], "zorgen")
    taken = reis.als(Rol.INKOMENSCONSULENT).haal("/taken", klantId=youssef.klant_id)["taken"]
    for taak in taken:
        v.feit(f"Taak voor {taak['rol']}: {taak['wat']} (uiterlijk {datum(taak['uiterste'])})")


def _daan(reis: Reis) -> None:
    v, daan = reis.verteller, reis.mensen["daan"]
    reis.als(Rol.INTAKER).zegt("Daan is 22; jongeren beginnen in Groeien of Matchen.")
    studie = {"studieplicht": {"besluit": "niet_opgelegd", "reden": "Heeft een startkwalificatie."}}
    v.gelijk("Klantgroep van Daan", naar_klantgroep(reis, daan, GROEIEN | studie), "groeien")


def _greet(reis: Reis) -> None:
    v, greet = reis.verteller, reis.mensen["greet"]
    reis.als(Rol.INTAKER).zegt("Greet werkt niet meer, en helpt al in het buurthuis.")
    v.gelijk("Klantgroep van Greet", naar_klantgroep(reis, greet, FACILITEREN), "faciliteren")


def _medecursisten(reis: Reis) -> None:
    reis.als(Rol.INTAKER).zegt("Nog drie mensen gaan dezelfde weg naar Matchen.")
    for sleutel, voornaam, achternaam, uur in MEDECURSISTEN:
        wie = reis.nieuw(sleutel, voornaam, achternaam, "1992-03-14")
        melding: dict[str, Any] = {"kanaal": "fysiek", "gemeente": GEMEENTE, "meldingsdatum": "2026-04-08"}
        melding |= {"hulpvragen": ["werk"], "personen": [wie.gegevens(adres=ADRES)]}
        onthoud(reis, reis.als(Rol.RECEPTIE).maak("/meldingen", melding), sleutel)
        plan(reis, wie, f"2026-04-08T{uur}:00:00+02:00")
    reis.het_is("2026-04-08T16:00:00+02:00")
    for sleutel, _, _, uur in MEDECURSISTEN:
        rond_stil_af(reis, reis.mensen[sleutel], f"2026-04-08T{uur}:25:00+02:00")
    reis.het_is("2026-04-09T11:00:00+02:00")
    mensen = [reis.mensen[sleutel] for sleutel, *_ in MEDECURSISTEN]
    lever_dariuz(reis, *mensen, afgenomen="2026-04-09")
    reis.als(Rol.INTAKER).zegt("Of Lian en Sami de taaleis halen, is in het gesprek niet vast te stellen.")
    for wie, taal in zip(mensen, ({}, TAAL_ONBEKEND, TAAL_ONBEKEND), strict=True):
        klantgroep = naar_klantgroep(reis, wie, MATCHEN | taal, "2026-04-09")
        reis.verteller.gelijk(f"Klantgroep van {wie.naam}", klantgroep, "matchen")


def _gesprek(feiten: Feiten, dag: str = "2026-04-08") -> Feiten:
    themas = [{"thema": "ambities", "notitie": "Besproken."}, {"thema": "ervaring", "notitie": "Besproken."}]
    verslag = {"verslag": "Kort verslag voor de collega die het overneemt.", "motivatie": "Open gesprek gehad."}
    taal = {} if "taaleis" in feiten else {"jarenNederlandstaligOnderwijs": 12}
    return {"datum": dag, "duurMinuten": 60, "themas": themas} | verslag | taal | feiten


def bespreek(reis: Reis, wie: Persoon, feiten: Feiten, dag: str = "2026-04-08") -> dict[str, Any]:
    """Hold the ambitiegesprek and ask for a voorstel."""
    intaker, pad = reis.als(Rol.INTAKER), f"/klanten/{wie.klant_id}"
    intaker.maak(f"{pad}/ambitiegesprekken", _gesprek(feiten, dag))
    voorstel: dict[str, Any] = intaker.maak(f"{pad}/indelingsvoorstellen", {})
    return voorstel


def _deel_in(reis: Reis, wie: Persoon, keuze: dict[str, Any], status: int = 201) -> dict[str, Any]:
    intaker, pad = reis.als(Rol.INTAKER), f"/klanten/{wie.klant_id}"
    versie = intaker.haal(pad)["versie"]
    gemaakt: dict[str, Any] = intaker.maak(f"{pad}/indelingen", keuze, status=status, versie=versie)
    return gemaakt


def naar_klantgroep(reis: Reis, wie: Persoon, feiten: Feiten, dag: str = "2026-04-08") -> str:
    """Follow the voorstel, with a klant who agrees; return the klantgroep."""
    voorstel = bespreek(reis, wie, feiten, dag)
    keuze = {"voorstelId": voorstel["id"], "klantgroep": voorstel["klantgroep"], "eens": True}
    return str(_deel_in(reis, wie, keuze)["klantgroep"])
