"""Vooraf: a klant asks what is possible, and goes through a werk-leerroute up to a contract with an employer."""

from __future__ import annotations

from typing import Any

from app.domain.kern.rollen import Rol
from journey.aanmelden import onthoud
from journey.besluiten import mutaties, rond_af
from journey.indelen import GROEIEN, lever_dariuz, naar_klantgroep
from journey.reis import ADRES, GEMEENTE, Persoon, Reis
from journey.screenen import plan, rond_stil_af
from journey.verteller import datum

PETRA = "Petra"
CODE = "werk_leerroute"
BEGIN, TOT = "2025-12-01", "2026-09-02"
AFWEGING = {
    "noodzakelijk": "Sara is drie jaar uit het werk en vindt zonder hulp geen baan.",
    "afweging_mogelijkheden": "Zij kan drie dagen per week werken; haar kinderen zijn op school.",
    "afweging_capaciteiten": "Uit Dariuz: praktisch ingesteld, werkt graag met haar handen.",
    "afweging_wensen": "Zij wil zelf in een magazijn werken.",
    "afweging_doelmatigheid": "De opleider ziet na negen maanden een goede kans op een baan.",
    "route_nodig": "Zij kent het werk in de logistiek nog niet; de basis leert zij in deze route.",
}
PLAN = {
    "soort": "actieplan",
    "verplichtingen": ["meewerken_plan_van_aanpak", "voorziening_gebruiken"],
    "evaluatiedatum": "2025-12-22",
    "verzuimregelsUitgereiktOp": "2025-11-27",
    "overlegOp": "2025-11-27",
    "auteur": "samen",
    "wijzeVanBereiken": "Met een werk-leerroute in de logistiek.",
    "eigenRol": "Sara werkt drie dagen per week mee en vraagt om uitleg als iets niet lukt.",
}


def speel(reis: Reis) -> None:
    """Sara, nine months before the others."""
    reis.verteller.hoofdstuk("Vooraf. Een werk-leerroute voor Sara")
    sara = _klant(reis)
    reis.het_is("2025-11-27T09:00:00+01:00")
    _wat_mag(reis, sara)
    toekenning = _ken_toe(reis, sara)
    _neem_op_in_plan(reis, sara, toekenning)
    reis.het_is(f"{BEGIN}T09:00:00+01:00")
    _fase_1(reis, toekenning)
    reis.het_is("2026-03-02T09:00:00+01:00")
    _werkgever(reis, sara)
    _fase_2(reis, sara)


def _klant(reis: Reis) -> Persoon:
    """Bring her to Groeien, without telling."""
    reis.het_is("2025-11-24T09:00:00+01:00")
    sara = reis.nieuw("sara", "Sara", "Kuipers", "1988-06-02")
    melding = {"kanaal": "fysiek", "gemeente": GEMEENTE, "meldingsdatum": "2025-11-24", "hulpvragen": ["werk"]}
    gemaakt = reis.als(Rol.RECEPTIE).maak("/meldingen", melding | {"personen": [sara.gegevens(adres=ADRES)]})
    onthoud(reis, gemaakt, "sara")
    plan(reis, sara, "2025-11-25T10:00:00+01:00")
    reis.het_is("2025-11-25T11:00:00+01:00")
    rond_stil_af(reis, sara, "2025-11-25T10:25:00+01:00")
    reis.het_is("2025-11-26T11:00:00+01:00")
    lever_dariuz(reis, sara, afgenomen="2025-11-26")
    reis.verteller.gelijk("Klantgroep van Sara", naar_klantgroep(reis, sara, GROEIEN, "2025-11-26"), "groeien")
    bijstand = {"soort": "doelgroepcategorie", "datum": "2025-11-26", "categorie": "algemene_bijstand"}
    reis.als(Rol.INKOMENSCONSULENT).maak(f"/klanten/{sara.klant_id}/doelgroepfeiten", bijstand)
    return sara


def _antwoorden() -> dict[str, Any]:
    return {code: {"waarde": True, "toelichting": waarom} for code, waarom in AFWEGING.items()}


def _wat_mag(reis: Reis, sara: Persoon) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Wat mag ik Sara vandaag aanbieden? Eén vraag, voor alle voorzieningen.")
    vraag: dict[str, Any] = {"klantId": sara.klant_id, "begin": BEGIN}
    alle = consulent.maak("/voorzieningstoetsen", vraag, status=200)["voorzieningen"]
    per_code = {kans["code"]: kans for kans in alle}
    for kans in alle:
        v.feit(f"{kans['naam']}: {kans['uitkomst'].replace('_', ' ')}")
    niet = per_code["maatschappelijke_participatie"]
    v.gelijk("Maatschappelijke participatie", niet["uitkomst"], "mag_niet")
    v.toetsen(toets for toets in niet["toetsen"] if toets["uitkomst"] == "niet_voldaan")
    open_ = [punt["code"] for punt in per_code[CODE]["openstaand"]]
    v.gelijk("Voor de werk-leerroute is nog te beantwoorden", sorted(open_), sorted(AFWEGING))
    vraag |= {"code": CODE, "einde": "2026-09-01", "antwoorden": _antwoorden()}
    [kans] = consulent.maak("/voorzieningstoetsen", vraag, status=200)["voorzieningen"]
    v.gelijk("Met een antwoord en een motivering bij elke factor", kans["uitkomst"], "mag")
    v.toetsen(kans["toetsen"])


def _ken_toe(reis: Reis, sara: Persoon) -> str:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("De toekenning doorloopt dezelfde toets; zonder de afweging kan er geen besluit komen.")
    inhoud = {"klantId": sara.klant_id, "code": CODE, "van": BEGIN, "tot": TOT, "uren": 20}
    concept = consulent.maak("/toekenningen", inhoud)
    pad = f"/toekenningen/{concept['id']}"
    wens = {"dictum": "toekennen", "motivering": "De route past bij wat Sara wil en kan, en leidt naar werk."}
    geweigerd = consulent.maak(f"{pad}/besluiten", wens, status=409, versie=concept["versie"])
    mist = [toets["voorwaarde"] for toets in geweigerd["toetsen"]]
    v.gelijk("Het besluit wacht op", sorted(mist), sorted(AFWEGING))
    vol = consulent.wijzig(pad, {"antwoorden": _antwoorden()}, concept["versie"])
    besluit = consulent.maak(f"{pad}/besluiten", wens, versie=vol["versie"])
    for zin in besluit["motivering"]:
        v.feit(zin)
    rond_af(reis, besluit, "2025-11-27")
    stand = consulent.haal(pad)
    v.gelijk("De werk-leerroute is", stand["stand"], "toegekend")
    geen = consulent.maak(f"{pad}/overeenkomsten", {"afspraken": {}}, status=409, versie=stand["versie"])
    v.gelijk("Artikel 8a vraagt geen aparte overeenkomst", geen["code"], "geen_overeenkomst")
    return str(concept["id"])


def _neem_op_in_plan(reis: Reis, sara: Persoon, toekenning: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Wat is toegekend, komt in het plan van aanpak dat Sara ondertekent.")
    actie = {"wat": "Werken en leren in de route logistiek", "wie": "klant", "uiterlijk": "2026-09-01"}
    doel = {"omschrijving": "Een baan in de logistiek", "leefgebieden": ["werk_en_activiteiten"]}
    inhoud = PLAN | {"doelen": [doel | {"acties": [actie | {"toekenningId": toekenning}]}]}
    opgesteld = consulent.maak(f"/klanten/{sara.klant_id}/plannen", inhoud)
    teken = {"versieNr": 1, "wijze": "papier", "datum": "2025-11-27", "bewijs": "ZAAK-2025-1127"}
    consulent.maak(f"/plannen/{opgesteld['id']}/ondertekeningen", teken)
    v.gelijk("Het plan noemt de route", consulent.haal(f"/toekenningen/{toekenning}")["plan"]["verplicht"], True)


def _fase_1(reis: Reis, toekenning: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Sara begint met fase 1 bij het werkbedrijf.")
    pad = f"/toekenningen/{toekenning}"
    begonnen = consulent.maak(f"{pad}/feiten", {"soort": "start", "datum": BEGIN}, versie=consulent.haal(pad)["versie"])
    v.gelijk("De voorziening is", begonnen["stand"], "lopend")
    inschrijving = {"route": "logistiek", "uren": 20, "accountmanagerId": reis.id_van(Rol.WERKCONSULENT, PETRA)}
    inschrijving |= {"werkplek": "Magazijn van het werkbedrijf", "werkcoach": "Werkcoach, toestel 12"}
    dicht = consulent.maak(f"{pad}/leerroutedeelnames", inschrijving | {"route": "zorg"}, status=409)
    v.toetsen(dicht["toetsen"])
    route = consulent.maak(f"{pad}/leerroutedeelnames", inschrijving | {"werkleider": "Werkleider magazijn"})
    reis.gezien["leerroute"], reis.gezien["toekenning"] = route["id"], toekenning
    for fase in route["fasen"]:
        v.feit(f"Fase {fase['nummer']}: {datum(fase['van'])} tot {datum(fase['tot'])}")
    v.gelijk("Fase 1 duurt tot", route["fasen"][0]["tot"], "2026-03-01")
    pad = f"/leerroutedeelnames/{route['id']}"
    for soort, wat in (("werkopdracht", "Pallets stapelen en wikkelen"), ("praktijkopdracht", "Een order verzamelen")):
        route = consulent.maak(f"{pad}/opdrachten", {"soort": soort, "omschrijving": wat})
    groei = {"onderdeel": "vakvaardigheden", "voortgang": "Verzamelt zelfstandig kleine orders."}
    v.gelijk("Opdrachten", len(consulent.maak(f"{pad}/voortgang", groei)["opdrachten"]), 2)


def _werkgever(reis: Reis, sara: Persoon) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Een distributiecentrum wil verder met Sara. Het bedrijf staat één keer in het register, op KvK.")
    gegevens = {"kvkNummer": "90004760", "naam": "Distributie Voorbeeld B.V.", "sector": "Logistiek"}
    baas = consulent.maak("/werkgevers", gegevens)
    dubbel = consulent.maak("/werkgevers", gegevens, status=409)
    v.gelijk("Een tweede keer", dubbel["code"], "werkgever_bestaat")
    plek = {"vestigingsnummer": "000090004760", "naam": "Magazijn Deventer", "adres": ADRES}
    baas = consulent.maak(f"/werkgevers/{baas['id']}/vestigingen", plek)
    contact = {"naam": "R. Jansen", "functie": "bedrijfsleider", "telefoon": "0570 00 00 02"}
    baas = consulent.maak(f"/werkgevers/{baas['id']}/contacten", contact)
    reis.gezien["werkgever"], reis.gezien["vestiging"] = baas["id"], baas["vestigingen"][0]["id"]
    intentie = {"vestigingId": reis.gezien["vestiging"], "voorziening": CODE, "functie": "orderverzamelaar"}
    intentie |= {"vorm": "schriftelijk", "contactId": baas["contacten"][0]["id"]}
    verklaard = consulent.maak(f"/klanten/{sara.klant_id}/intentieverklaringen", intentie)
    v.gelijk("De werkgever verklaarde een baan te willen aanbieden op", verklaard["datum"], "2026-03-02")
    reis.gezien["intentie"] = verklaard


def _fase_2(reis: Reis, sara: Persoon) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Fase 2 is betaald werk: het contract moet de hele fase duren.")
    pad = f"/leerroutedeelnames/{reis.gezien['leerroute']}"
    een, twee = consulent.haal(pad)["fasen"]
    consulent.maak(f"/leerroutefasen/{een['id']}/afrondingen", {"datum": "2026-03-01"}, versie=een["versie"])
    baan = {"vestigingId": reis.gezien["vestiging"], "functie": "orderverzamelaar", "soort": "bepaald"}
    baan |= {"van": "2026-03-02", "urenPerWeek": "20", "voltijdUrenPerWeek": "36", "brutoloon": 128_000}
    baan |= {"uitzendbeding": False, "tot": TOT}
    verband = consulent.maak(f"/klanten/{sara.klant_id}/dienstverbanden", baan)
    start = {"begin": "2026-03-02", "dienstverbandId": verband["id"], "uren": 20, "werkplek": "Distributiecentrum"}
    start |= {"werkcoach": "Werkcoach, toestel 12", "praktijkopleider": "Praktijkopleider magazijn"}
    route = consulent.maak(f"/leerroutefasen/{twee['id']}/starten", start, versie=twee["versie"])
    v.gelijk("Fase 2 loopt tot", route["fasen"][1]["tot"], TOT)
    v.gelijk("Geen signalen: uren, begeleiders en contract kloppen", route["signalen"], [])
    reis.het_is("2026-03-02T12:00:00+01:00")
    [mutatie] = mutaties(reis, "inkomsten_uit_arbeid")
    v.gelijk("De uitkeringsadministratie hoort van het loon vanaf", mutatie["inhoud"]["van"], "2026-03-02")
    intentie = reis.gezien["intentie"]
    pad = f"/intentieverklaringen/{intentie['id']}/uitkomsten"
    consulent.maak(pad, {"contract": True}, versie=intentie["versie"])
    stand = consulent.haal(f"/werkgevers/{reis.gezien['werkgever']}/overzicht")
    v.gelijk("Bij de werkgever: verklaringen die een contract werden", stand["intentieverklaringen"]["contract"], 1)
