"""Chapter 14: the werk-leerroute ends in a job with loonkostensubsidie, per month and paid only on sure figures."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.besluiten import rond_af, verzonden_brief
from journey.leerroute import PETRA
from journey.reis import GEMEENTE, Persoon, Reis
from journey.verteller import datum

DAG, IBAN = "2026-09-03", "NL91 ABNA 0417 1643 00"
BAAN = {"begin": "2026-09-07", "urenPerWeek": "28", "voltijdUren": "36", "geboortedatum": "1988-06-02"}
TAAK = {"nettoWerktijd": "100", "kwaliteit": "100"}
RAPPORT = {
    "methode": "Dariuz",
    "bedrijfsbezoekOp": "2026-11-05",
    "rapport": "LW-2026-118",
    "normfunctie": "orderverzamelaar",
    "urenPerWeek": "28",
    "individueel": True,
    "adviseur": "loonwaardedeskundige van het werkbedrijf",
    "taken": [
        TAAK | {"tijd": "60", "tempo": "60", "kwaliteit": "90", "minutenPerDag": 200},
        TAAK | {"tijd": "40", "tempo": "70", "minutenPerDag": 136},
    ],
    "zienswijzeWerkgever": "Dit past bij wat wij in het magazijn zien.",
    "zienswijzeKlant": "Ik word nog elke maand sneller.",
}


def speel(reis: Reis) -> None:
    """Sara gets her praktijkverklaring and a job; the employer gets what she earns less than the norm."""
    reis.verteller.hoofdstuk("14. Van werk-leerroute naar een baan met loonkostensubsidie")
    reis.het_is(f"{DAG}T09:00:00+02:00")
    sara = reis.mensen["sara"]
    _rond_de_route_af(reis)
    _wat_als(reis)
    bevestig_rekening(reis, reis.gezien["werkgever"], "Distributie Voorbeeld B.V.")
    baan = _baan(reis, sara)
    _doelgroep(reis, sara)
    _forfait(reis, sara, baan)
    subsidie = _subsidie(reis, sara, baan)
    reis.het_is("2026-11-10T09:00:00+01:00")
    _loonwaarde(reis, sara, baan)
    _herbereken(reis, subsidie)
    _niet_betaalbaar(reis, subsidie)


def _rond_de_route_af(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Sara heeft haar route af. Een praktijkverklaring kan pas als elke praktijkopdracht is beoordeeld.")
    pad = f"/leerroutedeelnames/{reis.gezien['leerroute']}"
    route = consulent.haal(pad)
    einde = {"datum": "2026-09-01", "bewijs": "praktijkverklaring", "bewijsOp": DAG, "bewijsKenmerk": "DMS-2026-118"}
    te_vroeg = consulent.maak(f"{pad}/afrondingen", einde, status=409, versie=route["versie"])
    v.toetsen(te_vroeg["toetsen"])
    fase = route["fasen"][1]
    consulent.maak(f"/leerroutefasen/{fase['id']}/afrondingen", {"datum": "2026-09-01"}, versie=fase["versie"])
    for opdracht in route["opdrachten"]:
        behaald = {"resultaat": "behaald", "toelichting": "Beoordeeld door de praktijkopleider."}
        route = consulent.zet(f"/leerrouteopdrachten/{opdracht['id']}/resultaat", behaald, opdracht["versie"])
    klaar = consulent.maak(f"{pad}/afrondingen", einde, versie=route["versie"])
    v.gelijk("De route is afgerond met een", (klaar["stand"], klaar["bewijs"]), ("afgerond", "praktijkverklaring"))
    toekenning = f"/toekenningen/{reis.gezien['toekenning']}"
    uitkomst = {"soort": "afronding", "datum": DAG, "uitkomst": "betaald_werk"}
    uitkomst |= {"toelichting": "Het distributiecentrum biedt Sara een vast contract voor 28 uur."}
    af = consulent.maak(f"{toekenning}/feiten", uitkomst, versie=consulent.haal(toekenning)["versie"])
    v.gelijk("De uitkomst van de voorziening", (af["stand"], af["uitkomst"]), ("afgerond", "betaald_werk"))


def _wat_als(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("De werkgever vraagt wat hij ongeveer krijgt: eerst uitrekenen, zonder iets vast te leggen.")
    geval = BAAN | {"gemeente": GEMEENTE, "forfait": True, "tot": "2027-01-01"}
    uit = consulent.maak("/loonkostensubsidieberekeningen", geval, status=200)
    for maand in uit["maanden"]:
        v.feit(f"{maand['maand'][:7]}: {maand['formule']}")
    v.gelijk("De maanden samen zijn het totaal", sum(maand["bedrag"] for maand in uit["maanden"]), uit["totaal"])
    v.gelijk("Nog niet in een officiële bron gezien", uit["onbevestigd"], ["werkgeverslasten_procent"])
    v.gelijk("Er is niets vastgelegd", _zaken(reis), {"zaken": [], "subsidies": []})


def _zaken(reis: Reis) -> dict[str, Any]:
    consulent, pad = reis.als(Rol.WERKCONSULENT, PETRA), f"/klanten/{reis.mensen['sara'].klant_id}"
    subsidies = consulent.haal(f"{pad}/subsidies")["subsidies"]
    return {"zaken": consulent.haal(f"{pad}/loonkostenzaken")["zaken"], "subsidies": subsidies}


def _baan(reis: Reis, sara: Persoon) -> str:
    consulent = reis.als(Rol.WERKCONSULENT, PETRA)
    baan = {"vestigingId": reis.gezien["vestiging"], "functie": "orderverzamelaar", "soort": "onbepaald"}
    baan |= {"van": BAAN["begin"], "urenPerWeek": BAAN["urenPerWeek"], "voltijdUrenPerWeek": BAAN["voltijdUren"]}
    baan |= {"brutoloon": 181_767, "werkgeverslasten": 45_000, "uitzendbeding": False}
    return str(consulent.maak(f"/klanten/{sara.klant_id}/dienstverbanden", baan)["id"])


def bevestig_rekening(reis: Reis, werkgever: str, naam: str, iban: str = IBAN) -> None:
    """Give an employer a bank account: one person writes it down, another one calls back."""
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt(f"{naam} geeft een rekeningnummer op; betaald wordt er pas op als een collega het controleerde.")
    pad, administratie = f"/werkgevers/{werkgever}/ibanwijzigingen", reis.als(Rol.ADMINISTRATIE)
    consulent.maak(pad, {"iban": iban, "tenaamstelling": naam, "bron": "formulier"})
    [nieuw] = administratie.haal(pad)["ibanwijzigingen"]
    akkoord = {"akkoord": True, "controle": "teruggebeld", "bevinding": "Het bekende nummer gebeld; het klopt."}
    administratie.maak(f"/ibanwijzigingen/{nieuw['id']}/beoordelingen", akkoord)
    v.gelijk("Het rekeningnummer is", administratie.haal(pad)["ibanwijzigingen"][0]["stand"], "bevestigd")


def _stel_vast(reis: Reis, zaak: dict[str, Any], motivering: str) -> Any:
    """Decide about a zaak, have somebody else check it, send it and replay it."""
    consulent, pad = reis.als(Rol.WERKCONSULENT, PETRA), f"/loonkostenzaken/{zaak['id']}"
    versie = consulent.haal(pad)["versie"]
    besluit = consulent.maak(f"{pad}/besluiten", {"motivering": motivering}, versie=versie)
    for zin in besluit["motivering"]:
        reis.verteller.feit(zin)
    return rond_af(reis, besluit, reis.gezien["vandaag"])


def _doelgroep(reis: Reis, sara: Persoon) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    reis.gezien["vandaag"] = DAG
    consulent.zegt("Hoort Sara tot de doelgroep loonkostensubsidie? Dat wordt per criterium beantwoord.")
    criteria = {"behoortTotDoelgroep": True, "nietTotMinimumloon": None, "mogelijkheden": True}
    vraag = {"wijze": "op_verzoek", "verzoeker": "werkgever"} | criteria
    zaak = consulent.maak(f"/klanten/{sara.klant_id}/lks-doelgroepzaken", vraag)
    v.gelijk("Met een open criterium", zaak["uitkomst"], "voorleggen")
    antwoord = {"nietTotMinimumloon": True}
    consulent.wijzig(f"/lks-doelgroepzaken/{zaak['id']}", antwoord, zaak["versie"])
    besluit = _stel_vast(reis, zaak, "In fase 2 haalde zij ongeveer twee derde van het tempo van een collega.")
    v.gelijk("De doelgroep", besluit["dictum"], "vaststellen")


def _forfait(reis: Reis, sara: Persoon, baan: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("De werkgever wil eerst zien hoe het gaat: zes maanden de forfaitaire subsidie van artikel 10d.")
    pad, gevraagd = f"/klanten/{sara.klant_id}/loonkostenforfaits", {"dienstverbandId": baan, "overlegdOp": DAG}
    te_lang = consulent.maak(pad, gevraagd | {"tot": "2027-03-08"}, status=409)
    v.toetsen(te_lang["toetsen"])
    forfait = consulent.maak(pad, gevraagd)
    v.gelijk("Het forfait loopt tot", forfait["tot"], "2027-03-07")
    taken = [taak for taak in consulent.haal("/taken", klantId=sara.klant_id)["taken"] if taak["soort"] != "plan"]
    for taak in taken:
        v.feit(f"{taak['wat']} Uiterlijk {datum(taak['uiterste'])}. {taak['waarom']}")
    v.klopt("De loonwaarde staat als taak klaar", any(t["soort"] == "loonwaarde_bepalen" for t in taken), taken)


def _subsidie(reis: Reis, sara: Persoon, baan: str) -> str:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("De werkgever vraagt de loonkostensubsidie aan; beslissen moet binnen vijf weken.")
    gegevens = {"regeling": "loonkostensubsidie", "geenWsw": True, "geenAndereLoonsubsidie": True}
    rij = consulent.maak(f"/klanten/{sara.klant_id}/subsidies", {"gegevens": gegevens, "dienstverbandId": baan})
    v.toetsen(rij["beoordeling"]["toetsen"])
    verleend = ken_toe(reis, rij["id"], "De subsidie maakt deze vaste baan mogelijk.", DAG)
    for termijn in verleend["termijnen"]:
        v.feit(f"{termijn['maand'][:7]}: {termijn['formule']}")
    v.gelijk("Maanden tot de nieuwe vaststelling van 1 januari", len(verleend["termijnen"]), 4)
    return str(rij["id"])


def ken_toe(reis: Reis, subsidie: str, motivering: str, dag: str) -> dict[str, Any]:
    """Decide on an aanvraag, have it checked and sent; return the subsidie with its termijnen."""
    pad, consulent = f"/subsidies/{subsidie}", reis.als(Rol.WERKCONSULENT, PETRA)
    versie = consulent.haal(pad)["versie"]
    besluit = consulent.maak(f"{pad}/besluiten", {"motivering": motivering}, versie=versie)
    for zin in besluit["motivering"]:
        reis.verteller.feit(zin)
    rond_af(reis, besluit, dag)
    verleend: dict[str, Any] = consulent.haal(pad)
    reis.verteller.gelijk("De aanvraag is", verleend["stand"], "toegekend")
    return verleend


def _loonwaarde(reis: Reis, sara: Persoon, baan: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    reis.gezien["vandaag"] = "2026-11-10"
    consulent.zegt("Na twee maanden is er een rapport over de loonwaarde, per taak gemeten op de werkplek.")
    kaal = {"geldtVanaf": "2026-12-01", "dienstverbandId": baan, "methode": "Dariuz", "taken": RAPPORT["taken"]}
    zaak = consulent.maak(f"/klanten/{sara.klant_id}/loonwaardezaken", kaal)
    versie = zaak["versie"]
    wens = {"motivering": "Het rapport past bij wat wij op de werkplek zien."}
    mist = consulent.maak(f"/loonkostenzaken/{zaak['id']}/besluiten", wens, status=409, versie=versie)
    v.toetsen(mist["toetsen"])
    vol = consulent.wijzig(f"/loonwaardezaken/{zaak['id']}", RAPPORT, versie)
    loonwaarde = vol["loonwaarde"]
    v.feit(f"60 % × 60 % × 90 % + 40 % × 70 % = {loonwaarde['procent']} % van {euro(loonwaarde['minimumloon'])}")
    v.gelijk("De loonwaarde in procenten", loonwaarde["procent"], 60)
    besluit = _stel_vast(reis, zaak, wens["motivering"])
    v.feit(f"Bezwaar van Sara kan tot en met {datum(besluit['bekendmaking']['bezwaarTotEnMet'])}.")
    stand = consulent.haal(f"/loonkostenzaken/{zaak['id']}")
    administratie, zending = reis.als(Rol.ADMINISTRATIE), {"verzondenOp": "2026-11-10"}
    pad = f"/loonkostenzaken/{zaak['id']}/werkgeverbekendmakingen"
    na = administratie.maak(pad, zending, versie=stand["versie"])
    v.gelijk("De werkgever heeft zijn eigen termijn, tot en met", na["werkgever"][0]["bezwaarTotEnMet"], "2026-12-22")


def _herbereken(reis: Reis, subsidie: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("De loonwaarde vervangt het forfait vanaf december: een nieuw besluit aan de werkgever.")
    pad = f"/subsidies/{subsidie}"
    wens = {"motivering": "Vanaf december rekenen wij met de loonwaarde van het rapport."}
    besluit = consulent.maak(f"{pad}/loonkostenherberekeningen", wens, versie=consulent.haal(pad)["versie"])
    reis.als(Rol.TOETSER).maak(f"/besluiten/{besluit['id']}/toetsingen", {"akkoord": True})
    pad_ = f"/besluiten/{besluit['id']}/bekendmakingen"
    brief = verzonden_brief(reis, reis.als(Rol.ADMINISTRATIE).maak(pad_, {"verzondenOp": "2026-11-10"}))
    v.klopt("De brief is aan de werkgever", "Distributie Voorbeeld B.V." in brief)
    geldend = [t for t in consulent.haal(pad)["termijnen"] if t["stand"] != "vervallen"]
    for termijn in geldend:
        v.feit(f"{termijn['maand'][:7]}: {termijn['formule']}")
    v.klopt("December rekent met 60 %", "60 %" in geldend[-1]["formule"], geldend[-1])


def _niet_betaalbaar(reis: Reis, subsidie: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    consulent.zegt("September is voorbij, maar één cijfer is nog niet in een officiële bron gezien.")
    termijn = consulent.haal(f"/subsidies/{subsidie}")["termijnen"][0]
    pad = f"/subsidietermijnen/{termijn['id']}/betaalopdrachten"
    geweigerd = consulent.maak(pad, None, status=409, versie=termijn["versie"])
    v.toetsen(geweigerd["toetsen"])
    v.klopt("De weigering noemt het cijfer", "werkgeverslasten (25 %)" in str(geweigerd["toetsen"]), geweigerd)
    opdrachten = consulent.haal(f"/subsidies/{subsidie}")["betaalopdrachten"]
    v.gelijk("Er is geen betaalopdracht", opdrachten, [])
