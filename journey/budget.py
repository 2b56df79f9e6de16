"""Chapter 16: a ceiling for the year, an aanvraag that must wait, money that comes free, and a budget that is gone."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.besluiten import rond_af
from journey.leerroute import PETRA
from journey.loonkosten import ken_toe
from journey.reis import GEMEENTE, Persoon, Reis
from journey.startbaan import AANVRAAG, BAAN, PASSEND, kostenregels
from journey.verteller import datum

DAG = "2027-05-19"
KOSTEN = ("extra_begeleiding", "Een half jaar begeleiding op de werkvloer", 300_000, True)
REISKOSTEN = {
    "regeling": "vergoeding",
    "kader": "traject",
    "kaderSinds": "2027-05-03",
    "kosten": [{"soort": "reiskosten", "omschrijving": "Trein naar de training", "bedrag": 12_000, "bewijs": True}],
    "aantoonbaar": True,
    "noodzakelijk": True,
    "uitTrajectOfDienstverband": True,
    "geenAndereVoorziening": True,
    "nietDoorWerkgever": True,
    "vertraagtTraject": True,
    "hindertWerk": False,
    "geenVoorliggendeVoorziening": True,
}


def speel(reis: Reis) -> None:
    """Two aanvragen and money for one."""
    reis.verteller.hoofdstuk("16. Een budget dat opraakt")
    reis.het_is(f"{DAG}T09:00:00+02:00")
    budget = _plafond(reis)
    eerste = _vraag_aan(reis, reis.mensen["lian"])
    tweede = _vraag_aan(reis, reis.mensen["sami"])
    _wacht(reis, budget, eerste, tweede)
    _geld_komt_vrij(reis, budget, eerste, tweede)
    _overzicht(reis)
    _op(reis)


def _plafond(reis: Reis) -> str:
    v, beleid = reis.verteller, reis.als(Rol.BELEIDSMEDEWERKER)
    beleid.zegt("Voor de startbaansubsidie is er dit jaar € 6.000,00; er is al op geboekt voor Piet.")
    wens = {"gemeente": GEMEENTE, "regeling": "startbaansubsidie", "jaar": 2027, "plafond": 600_000}
    wens |= {"reden": "Vastgesteld bij de begroting van 2027."}
    reis.als(Rol.WERKCONSULENT, PETRA).maak("/budgetten", wens, status=403)
    bekend = {regel["regeling"]: regel for regel in beleid.haal("/budgetten", jaar=2027)["budgetten"]}
    v.gelijk("Toegezegd en betaald voor Piet", bekend["startbaansubsidie"]["betaald"], 275_000)
    v.gelijk("Zonder plafond is er niets over of op", bekend["startbaansubsidie"]["over"], None)
    pad = f"/budgetten/{bekend['startbaansubsidie']['id']}"
    versie = bekend["startbaansubsidie"]["versie"]
    budget = beleid.maak(f"{pad}/plafonds", {"plafond": 600_000, "reden": wens["reden"]}, versie=versie)
    v.gelijk("Nu is er over", euro(budget["over"]), "€ 3.250,00")
    return str(budget["id"])


def _vraag_aan(reis: Reis, wie: Persoon) -> dict[str, Any]:
    consulent = reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt(f"De bakkerij wil ook {wie.naam} aannemen en vraagt opnieuw een startbaansubsidie.")
    periode = {"van": "2027-06-01", "tot": "2027-12-01", "vestigingId": reis.gezien["winkel"]}
    baan = consulent.maak(f"/klanten/{wie.klant_id}/dienstverbanden", BAAN | periode)
    gegevens = AANVRAAG | PASSEND | {"kosten": kostenregels(KOSTEN)}
    inhoud = {"gegevens": gegevens, "dienstverbandId": baan["id"]}
    rij: dict[str, Any] = consulent.maak(f"/klanten/{wie.klant_id}/subsidies", inhoud)
    reis.verteller.feit(f"Budget: {rij['budget']['stand']}, {rij['budget']['delen']}")
    return rij


def _wacht(reis: Reis, budget: str, eerste: dict[str, Any], tweede: dict[str, Any]) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    v.gelijk("Voor Lian is het geld", eerste["budget"]["stand"], "gereserveerd")
    v.gelijk("Sami wacht op plaats", (tweede["budget"]["stand"], tweede["budget"]["plaats"]), ("wachtlijst", 1))
    pad, wens = f"/subsidies/{tweede['id']}/besluiten", {"motivering": "De begeleiding is nodig."}
    geweigerd = consulent.maak(pad, wens, status=409, versie=tweede["versie"])
    v.toetsen(geweigerd["toetsen"])
    v.gelijk("Toekennen kan nog niet", [t["voorwaarde"] for t in geweigerd["toetsen"]], ["budget_toereikend"])
    stand = consulent.haal(f"/budgetten/{budget}")
    v.gelijk("Over is nog", euro(stand["over"]), "€ 250,00")
    [regel] = stand["wachtlijst"]
    v.gelijk("Op de wachtlijst", (regel["plaats"], regel["stand"], regel["bedrag"]), (1, "wacht", 300_000))


def _geld_komt_vrij(reis: Reis, budget: str, eerste: dict[str, Any], tweede: dict[str, Any]) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Lian vindt zelf ander werk; de aanvraag wordt ingetrokken en het geld komt vrij.")
    weg = {"reden": "De klant vond zelf ander werk."}
    consulent.maak(f"/subsidies/{eerste['id']}/intrekkingen", weg, versie=eerste["versie"])
    [regel] = consulent.haal(f"/budgetten/{budget}")["wachtlijst"]
    v.gelijk("Sami is", regel["stand"], "aan_de_beurt")
    vrij = _vrijgekomen(reis, tweede)
    v.gelijk("Er staat een taak klaar over de aanvraag van Sami", len(vrij), 1)
    v.feit(f"{vrij[0]['wat']} Uiterlijk {datum(vrij[0]['uiterste'])}. {vrij[0]['waarom']}")
    verleend = ken_toe(reis, tweede["id"], "Zonder begeleiding kan hij dit werk niet leren.", DAG)
    v.gelijk("Het geld is", verleend["budget"]["stand"], "verplicht")
    v.gelijk("De taak is vanzelf gesloten", _vrijgekomen(reis, tweede), [])


def _vrijgekomen(reis: Reis, rij: dict[str, Any]) -> list[dict[str, Any]]:
    taken = reis.als(Rol.WERKCONSULENT, PETRA).haal("/taken", aantal=100)["taken"]
    return [taak for taak in taken if taak["soort"] == "budget_vrijgekomen" and taak["onderwerpId"] == rij["id"]]


def _overzicht(reis: Reis) -> None:
    v, leider = reis.verteller, reis.als(Rol.TEAMLEIDER)
    leider.zegt("Hoe staan we ervoor, en wat kost dit jaar naar verwachting?")
    beeld = leider.haal("/budgetten", jaar=2027)
    for regel in beeld["budgetten"]:
        delen = ((naam, regel[naam]) for naam in ("plafond", "gereserveerd", "verplicht", "betaald", "over"))
        bedragen = ", ".join(f"{naam} {euro(bedrag)}" for naam, bedrag in delen if bedrag is not None)
        v.feit(f"Programma {regel['programma']}, {regel['naam']}: {bedragen}")
    [regel] = [regel for regel in beeld["budgetten"] if regel["regeling"] == "startbaansubsidie"]
    gezien = (regel["gereserveerd"], regel["verplicht"], regel["betaald"], regel["over"])
    v.gelijk("Gereserveerd, toegezegd, betaald en over", gezien, (0, 575_000, 275_000, 25_000))
    prognose = regel["prognose"]
    v.feit(prognose["methode"])
    samen = sum(prognose[deel] for deel in ("betaald", "nogTeBetalen", "gereserveerd", "verwachteInstroom"))
    v.gelijk("De prognose telt op", samen, prognose["totaal"])
    v.klopt(f"Bij dit tempo is het plafond te laag: {euro(prognose['over'])}", prognose["over"] < 0, prognose)


def _op(reis: Reis) -> None:
    v, consulent, sami = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA), reis.mensen["sami"]
    consulent.zegt("Sami vraagt reiskosten, maar van het budget voor cliëntkosten is nog maar € 100,00 over.")
    plafond = {"gemeente": GEMEENTE, "regeling": "clientkosten", "jaar": 2027, "plafond": 10_000}
    reden = {"reden": "Vastgesteld bij de begroting van 2027."}
    reis.als(Rol.BELEIDSMEDEWERKER).maak("/budgetten", plafond | reden)
    rekening = {"iban": "NL69 INGB 0123 4567 89", "tenaamstelling": "S. Haddad"}
    rij = consulent.maak(f"/klanten/{sami.klant_id}/subsidies", {"gegevens": REISKOSTEN} | rekening)
    v.gelijk("Hier is geen wachtlijst: het budget is", rij["budget"]["stand"], "op")
    wens = {"motivering": "De kosten zijn nodig, maar het geld voor dit jaar is op."}
    besluit = consulent.maak(f"/subsidies/{rij['id']}/besluiten", wens, versie=rij["versie"])
    for zin in besluit["motivering"]:
        v.feit(zin)
    v.gelijk("Het besluit", besluit["dictum"], "afwijzen")
    rond_af(reis, besluit, DAG)
    v.gelijk("De aanvraag is", consulent.haal(f"/subsidies/{rij['id']}")["stand"], "afgewezen")
