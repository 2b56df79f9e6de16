"""Chapter 15: a startbaansubsidie in two invoices: one that is too early, and one without the last payslip."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.besluiten import rond_af
from journey.leerroute import PETRA
from journey.loonkosten import bevestig_rekening, ken_toe
from journey.reis import ADRES, Reis
from journey.verteller import datum

DAG = "2026-11-10"
BAAN = {
    "functie": "medewerker bakkerij",
    "soort": "bepaald",
    "van": "2026-11-16",
    "tot": "2027-05-16",
    "urenPerWeek": "32",
    "voltijdUrenPerWeek": "38",
    "brutoloon": 205_000,
    "uitzendbeding": False,
}
KOSTEN = (
    ("extra_begeleiding", "Twintig weken begeleiding op de werkvloer", 210_000, True),
    ("noodzakelijke_cursus", "Cursus hygiëne en voedselveiligheid", 65_000, True),
    ("anders", "Nieuwe bedrijfskleding voor iedereen", 40_000, False),
)
AANVRAAG: dict[str, Any] = {
    "regeling": "startbaansubsidie",
    "afstandTotArbeidsmarkt": True,
    "eerlijkeConcurrentie": True,
    "geenVerdringing": True,
}
PASSEND = {"passend": True, "passendMotivering": "Zonder begeleiding kan de bakkerij hem niet inwerken."}


def speel(reis: Reis) -> None:
    """Piet gets a job for six months; the bakery is paid in two halves."""
    reis.verteller.hoofdstuk("15. Een startbaansubsidie met een vergeten loonstrook")
    reis.het_is(f"{DAG}T13:00:00+01:00")
    _bakkerij(reis)
    subsidie = _aanvraag(reis)
    reis.het_is("2027-01-15T09:00:00+01:00")
    _te_vroeg(reis, subsidie)
    reis.het_is("2027-01-18T09:00:00+01:00")
    _eerste_helft(reis, subsidie)
    reis.het_is("2027-05-18T09:00:00+02:00")
    _loonstrook(reis, subsidie)
    _stel_vast(reis, subsidie)


def kostenregels(*regels: tuple[str, str, int, bool]) -> list[dict[str, Any]]:
    """Write cost lines: what kind, what for, eurocents, and whether the municipality accepts them."""
    namen = ("soort", "omschrijving", "bedrag", "aanvaard")
    return [dict(zip(namen, regel, strict=True)) for regel in regels]


def _bakkerij(reis: Reis) -> None:
    consulent = reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Bakkerij Voorbeeld neemt Piet aan voor een half jaar en vraagt een startbaansubsidie.")
    bakkerij = consulent.maak("/werkgevers", {"kvkNummer": "90004761", "naam": "Bakkerij Voorbeeld B.V."})
    plek = {"vestigingsnummer": "000090004761", "naam": "Winkel Deventer", "adres": ADRES}
    bakkerij = consulent.maak(f"/werkgevers/{bakkerij['id']}/vestigingen", plek)
    reis.gezien["bakkerij"] = bakkerij["id"]
    reis.gezien["winkel"] = bakkerij["vestigingen"][0]["id"]
    bevestig_rekening(reis, bakkerij["id"], "Bakkerij Voorbeeld B.V.", "NL20 INGB 0001 2345 67")


def _aanvraag(reis: Reis) -> str:
    v, consulent, piet = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA), reis.mensen["piet"]
    baan = BAAN | {"vestigingId": reis.gezien["winkel"]}
    baan = consulent.maak(f"/klanten/{piet.klant_id}/dienstverbanden", baan)
    inhoud = {"gegevens": AANVRAAG | {"kosten": kostenregels(*KOSTEN)}, "dienstverbandId": baan["id"]}
    rij = consulent.maak(f"/klanten/{piet.klant_id}/subsidies", inhoud)
    for soort, waarvoor, bedrag, aanvaard in KOSTEN:
        v.feit(f"{waarvoor}: {euro(bedrag)}, {'aanvaard' if aanvaard else 'niet aanvaard'} ({soort})")
    pad, wens = f"/subsidies/{rij['id']}", {"motivering": "De begeleiding is nodig om het werk te leren."}
    wacht = consulent.maak(f"{pad}/besluiten", wens, status=409, versie=rij["versie"])
    v.toetsen(toets for toets in wacht["toetsen"] if toets["uitkomst"] != "voldaan")
    v.gelijk("Zonder motivering dat het past", wacht["code"], "niet_gereed")
    inhoud["gegevens"] |= PASSEND
    vol = consulent.zet(pad, inhoud, rij["versie"])
    v.toetsen(vol["beoordeling"]["toetsen"])
    v.gelijk("Alleen wat is aanvaard, telt", euro(vol["beoordeling"]["totaal"]), "€ 2.750,00")
    verleend = ken_toe(reis, rij["id"], wens["motivering"], DAG)
    for termijn in verleend["termijnen"]:
        v.feit(f"Deel {termijn['nummer']}, vanaf {datum(termijn['betaalbaarVanaf'])}: {termijn['formule']}")
    return str(rij["id"])


def _factureer(reis: Reis, subsidie: str, deel: int, nummer: str, *bijlagen: str, op: str) -> dict[str, Any]:
    stukken = [{"soort": soort, "omschrijving": "Van de werkgever."} for soort in bijlagen]
    factuur = {"termijn": deel, "factuurnummer": nummer, "factuurdatum": op, "bedrag": 137_500, "bijlagen": stukken}
    stand = reis.als(Rol.ADMINISTRATIE).maak(f"/subsidies/{subsidie}/facturen", factuur)
    laatste: dict[str, Any] = stand["facturen"][-1]
    return laatste


def _te_vroeg(reis: Reis, subsidie: str) -> None:
    v, administratie = reis.verteller, reis.als(Rol.ADMINISTRATIE)
    administratie.zegt("De bakkerij stuurt haar eerste factuur een dag voor de twee maanden om zijn.")
    factuur = _factureer(reis, subsidie, 1, "F-2027-001", op="2027-01-15")
    v.feit(factuur["reden"])
    v.gelijk("De factuur is", factuur["stand"], "geweigerd")


def _eerste_helft(reis: Reis, subsidie: str) -> None:
    v, administratie = reis.verteller, reis.als(Rol.ADMINISTRATIE)
    administratie.zegt("Na het weekend komt dezelfde factuur opnieuw.")
    factuur = _factureer(reis, subsidie, 1, "F-2027-001", op="2027-01-18")
    v.gelijk("Nu is zij", factuur["stand"], "akkoord")
    termijn = administratie.haal(f"/subsidies/{subsidie}")["termijnen"][0]
    pad = f"/subsidietermijnen/{termijn['id']}/betaalopdrachten"
    zelf = administratie.maak(pad, None, status=409, versie=termijn["versie"])
    v.toetsen(toets for toets in zelf["toetsen"] if toets["uitkomst"] != "voldaan")
    v.gelijk("Wie de factuur invoerde, geeft het geld niet vrij", zelf["code"], "niet_betaalbaar")
    _betaal(reis, subsidie, 1, "FIN-2027-0118")


def _betaal(reis: Reis, subsidie: str, deel: int, kenmerk: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    termijn = consulent.haal(f"/subsidies/{subsidie}")["termijnen"][deel - 1]
    pad = f"/subsidietermijnen/{termijn['id']}/betaalopdrachten"
    opdracht = consulent.maak(pad, None, versie=termijn["versie"])
    v.feit(f"Betaalopdracht {opdracht['kenmerk']}: {euro(opdracht['bedrag'])} uit budget {opdracht['budget']}")
    koppeling = reis.als(Rol.KOPPELING)
    [gehaald] = koppeling.maak("/betaalleveringen", {})["betaalopdrachten"]
    koppeling.maak(f"/betaalopdrachten/{gehaald['id']}/bevestigingen", {"externKenmerk": kenmerk})
    tweede = koppeling.maak(f"/betaalopdrachten/{gehaald['id']}/bevestigingen", {}, status=409)
    v.gelijk("Een tweede bevestiging", tweede["code"], "niet_te_beantwoorden")
    na = consulent.haal(f"/subsidies/{subsidie}")["termijnen"][deel - 1]
    v.gelijk(f"Deel {deel} is", na["stand"], "betaald")


def _loonstrook(reis: Reis, subsidie: str) -> None:
    v, administratie = reis.verteller, reis.als(Rol.ADMINISTRATIE)
    administratie.zegt("Het half jaar is om. De tweede factuur komt zonder de laatste loonstrook.")
    zonder = _factureer(reis, subsidie, 2, "F-2027-014", op="2027-05-18")
    v.feit(zonder["reden"])
    v.gelijk("De factuur is", zonder["stand"], "geweigerd")
    termijn = administratie.haal(f"/subsidies/{subsidie}")["termijnen"][1]
    pad = f"/subsidietermijnen/{termijn['id']}/betaalopdrachten"
    niet = reis.als(Rol.INKOMENSCONSULENT).maak(pad, None, status=409, versie=termijn["versie"])
    v.toetsen(toets for toets in niet["toetsen"] if toets["uitkomst"] != "voldaan")
    v.gelijk("Er wordt niets betaald", niet["code"], "niet_betaalbaar")
    administratie.zegt("De bakkerij stuurt de loonstrook mee.")
    met = _factureer(reis, subsidie, 2, "F-2027-014", "laatste_loonstrook", op="2027-05-18")
    v.gelijk("De factuur is", met["stand"], "akkoord")
    _betaal(reis, subsidie, 2, "FIN-2027-0518")


def _stel_vast(reis: Reis, subsidie: str) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Alles is gedaan zoals afgesproken: de subsidie wordt vastgesteld.")
    pad = f"/subsidies/{subsidie}"
    wens = {"bedrag": 275_000, "motivering": "Piet werkte het hele half jaar en de begeleiding is gegeven."}
    besluit = consulent.maak(f"{pad}/vaststellingen", wens, versie=consulent.haal(pad)["versie"])
    for zin in besluit["motivering"]:
        v.feit(zin)
    rond_af(reis, besluit, "2027-05-18")
    klaar = consulent.haal(pad)
    v.gelijk("De subsidie is", klaar["stand"], "vastgesteld")
    betaald = sum(opdracht["bedrag"] for opdracht in klaar["betaalopdrachten"])
    v.gelijk("En precies betaald", euro(betaald), "€ 2.750,00")
    beeld = consulent.haal(f"/werkgevers/{reis.gezien['bakkerij']}/overzicht")
    v.gelijk("Bij de werkgever staat", [rij["regeling"] for rij in beeld["subsidies"]], ["startbaansubsidie"])
    v.gelijk("Openstaande taken bij Piet over de subsidie", _open(reis), [])


def _open(reis: Reis) -> list[str]:
    taken = reis.als(Rol.WERKCONSULENT, PETRA).haal("/taken", klantId=reis.mensen["piet"].klant_id)["taken"]
    return [taak["soort"] for taak in taken if taak["soort"].startswith("subsidie")]
