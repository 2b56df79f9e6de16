"""Chapter 6: the second no-show, wat als, the procedure, and a besluit that three people made and a letter tells."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey import besluiten
from journey.reis import ADRES, Persoon, Reis
from journey.verteller import datum


def speel(reis: Reis) -> None:
    """From the second no-show to a maatregel that has been sent."""
    reis.verteller.hoofdstuk("6. Maatregel")
    reis.het_is("2026-04-30T13:00:00+02:00")
    _tweede_no_show(reis)
    _wederhoor(reis)
    reis.het_is("2026-05-06T10:00:00+02:00")
    _te_vroeg(reis)
    _wat_als(reis)
    _horen_en_oordelen(reis)
    reis.het_is("2026-05-07T09:00:00+02:00")
    _adviseren(reis)
    reis.het_is("2026-05-11T09:00:00+02:00")
    _beslissen(reis)
    reis.het_is("2026-05-12T11:00:00+02:00")
    _toetsen_en_verzenden(reis)


def _tweede_no_show(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.WERKCONSULENT), reis.mensen["fatima"]
    consulent.zegt("Fatima is er weer niet. De dienst opent een maatregelzaak, met de brieven en de no-shows erin.")
    pad = f"/bijeenkomsten/{reis.gezien['hersteltermijn']}"
    lijst = {"deelnemers": [{"klantId": fatima.klant_id, "uitkomst": "niet_verschenen"}]}
    verwerkt = consulent.zet(f"{pad}/presentielijst", lijst, consulent.haal(pad)["versie"])
    afspraak = verwerkt["deelnemers"][0]["afspraak"]
    v.klopt("Er is een maatregelzaak geopend", afspraak["maatregelzaakId"] is not None, afspraak)
    reis.gezien["zaak"] = afspraak["maatregelzaakId"]
    zaak = consulent.haal(f"/maatregelzaken/{reis.gezien['zaak']}")
    for stap in zaak["stappen"]:
        v.feit(f"{stap['soort']} op {datum(stap['datum'])}")


def _wederhoor(reis: Reis) -> None:
    v, consulent, pad = reis.verteller, reis.als(Rol.WERKCONSULENT), f"/maatregelzaken/{reis.gezien['zaak']}"
    consulent.zegt("De dienst maakt de brief waarin Fatima haar kant kan vertellen; de administratie verstuurt hem.")
    wens = {"soort": "wederhoor", "reagerenUiterlijk": "2026-05-06"}
    geweigerd = consulent.maak(f"{pad}/brieven", wens, status=409)
    v.gelijk("Zonder adres bereikt een brief haar niet", geweigerd["code"], "adres_ontbreekt")
    _leg_adres_vast(reis, reis.mensen["fatima"])
    brief = consulent.maak(f"{pad}/brieven", wens)
    v.feit(brief["titel"])
    inhoud, etag = consulent.haal_brief(f"/brieven/{brief['id']}/inhoud", vorm="pdf")
    hash_ = sha256(inhoud).hexdigest()
    v.klopt(f"Zijn hash {hash_[:12]}… is de ETag en staat in het dossier", etag == brief["pdfSha256"] == hash_, etag)
    zending = {"verzondenOp": "2026-04-30", "wijzen": ["regulier"]}
    verzonden = reis.als(Rol.ADMINISTRATIE).maak(f"/brieven/{brief['id']}/verzendingen", zending)
    v.gelijk("De brief is", verzonden["status"], "verzonden")


def _leg_adres_vast(reis: Reis, wie: Persoon) -> None:
    intaker, pad = reis.als(Rol.INTAKER), f"/klanten/{wie.klant_id}"
    intaker.zegt("Haar adres staat in de BRP en wordt vastgelegd.")
    intaker.wijzig(pad, {"adres": ADRES}, intaker.haal(pad)["versie"])


def _procedure(reis: Reis) -> Any:
    """Show every step with where it stands."""
    beeld = reis.als(Rol.WERKCONSULENT).haal(f"/maatregelzaken/{reis.gezien['zaak']}/procedure")
    for stap in beeld["stappen"]:
        gedaan = f", {datum(stap['gedaanOp'])}" if stap["gedaanOp"] else ""
        reis.verteller.feit(f"{stap['nr']}. {stap['wat']} ({stap['stand'].replace('_', ' ')}{gedaan})")
    return beeld


def _wat_als(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.INKOMENSCONSULENT), reis.mensen["fatima"]
    consulent.zegt("Wat als zij straks geen goede reden heeft? De dienst rekent, en er wordt niets vastgelegd.")
    wens: dict[str, Any] = {"klantId": fatima.klant_id, "gedraging": "pva_niet_meewerken_kick_off"}
    wens["gedragingDatum"] = "2026-04-30"
    nu = consulent.maak("/maatregelberekeningen", wens, status=200)
    v.klopt("De berekening begint bij wat al in de zaak staat", nu["zaakId"] == reis.gezien["zaak"], nu["zaakId"])
    v.gelijk("Zoals het nu is, zou de uitkomst zijn", nu["dictum"], "voorleggen")
    hoor = {"gehoord": True, "datum": "2026-05-06", "kanaal": "telefonisch"}
    feiten: dict[str, Any] = {"hoor": hoor, "oorzaak": "onwil", "dringendeRedenen": False}
    volledig = consulent.maak(
        "/maatregelberekeningen", wens | {"feiten": feiten | {"verwijtbaarheid": "volledig"}}, status=200
    )
    v.feit(volledig["verlaging"]["bedragen"][0]["formule"])
    v.gelijk("Bij volledige verwijtbaarheid", euro(volledig["verlaging"]["totaal"]), "€ 600,64")
    geen = consulent.maak(
        "/maatregelberekeningen", wens | {"feiten": feiten | {"verwijtbaarheid": "ontbreekt"}}, status=200
    )
    v.gelijk("Zonder verwijt", geen["dictum"], "afzien")
    v.klopt("Dan is er ook geen bedrag", geen["verlaging"] is None, geen["verlaging"])
    v.gelijk("De zaak zelf is niet veranderd", _procedure(reis)["volgende"], ["wederhoor"])


def _te_vroeg(reis: Reis) -> None:
    v, beslisser = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    beslisser.zegt("Nu al beslissen kan niet; de dienst zegt precies wat er ontbreekt.")
    pad = f"/maatregelzaken/{reis.gezien['zaak']}"
    gereedheid = beslisser.haal(f"{pad}/gereedheid")
    for regel in gereedheid["ontbreekt"]:
        v.feit(regel)
    geweigerd = beslisser.maak(f"{pad}/besluiten", {}, status=409, versie=gereedheid["versie"])
    ontbreekt = {toets["voorwaarde"] for toets in geweigerd["toetsen"]}
    v.klopt("Horen, verwijtbaarheid en advies ontbreken", {"advies_gegeven"} <= ontbreekt, sorted(ontbreekt))


def _horen_en_oordelen(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT)
    consulent.zegt("Fatima is aan de telefoon gehoord. Zij had niets geregeld en liet niets weten.")
    pad = f"/maatregelzaken/{reis.gezien['zaak']}/stappen"
    verklaring = "Ik had het te druk met de verhuizing van mijn zus en heb niet gebeld."
    consulent.maak(
        pad, {"soort": "hoorgesprek", "datum": "2026-05-06", "kanaal": "telefonisch", "verklaring": verklaring}
    )
    oordeel = {
        "soort": "oordeel",
        "verwijtbaarheid": "volledig",
        "verwijtbaarheidMotivering": "Zij kende de datum, had zich kunnen afmelden en deed dat twee keer niet.",
        "omstandigheden": "Gezin, schulden en gezondheid besproken; budgetadvies loopt en de huur wordt betaald.",
        "oorzaak": "onwil",
        "dringendeRedenen": False,
    }
    consulent.maak(pad, oordeel)
    v.toetsen(consulent.haal(f"/maatregelzaken/{reis.gezien['zaak']}/gereedheid")["voorAdvies"])


def _adviseren(reis: Reis) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT)
    consulent.zegt("Het advies: een maatregel opleggen.")
    pad = f"/maatregelzaken/{reis.gezien['zaak']}"
    gereedheid = consulent.haal(f"{pad}/gereedheid")
    v.klopt("Alles voor het advies is er", gereedheid["gereedVoorAdvies"], gereedheid["ontbreekt"])
    advies = {
        "voorstel": "opleggen",
        "motivering": "Twee keer zonder bericht weggebleven, met een duidelijke waarschuwing.",
    }
    zaak = consulent.maak(f"{pad}/adviezen", advies, versie=gereedheid["versie"])
    v.gelijk("De zaak is", zaak["status"], "geadviseerd")


def _beslissen(reis: Reis) -> None:
    v, beslisser = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    beslisser.zegt("De inkomensconsulent beslist.")
    pad = f"/maatregelzaken/{reis.gezien['zaak']}"
    versie = beslisser.haal(f"{pad}/gereedheid")["versie"]
    besluit = beslisser.maak(f"{pad}/besluiten", {"motivering": "Het advies is juist en volledig."}, versie=versie)
    reis.gezien["besluit"] = besluit["id"]
    for zin in besluit["motivering"]:
        v.feit(zin)
    v.gelijk("Het besluit", besluit["dictum"], "maatregel")
    besluiten.concept_brief(reis, besluit["id"])
    v.feit(f"Voorbeeldwaarden die Deventer nog moet vaststellen: {', '.join(besluit['voorbeeldwaarden'])}")
    te_vroeg = beslisser.maak(_pad(reis, "bekendmakingen"), {"verzondenOp": "2026-05-11"}, status=409)
    v.feit(f"Verzenden zonder toetsing: {te_vroeg['detail']}")


def _toetsen_en_verzenden(reis: Reis) -> None:
    v, toetser, beslisser = reis.verteller, reis.als(Rol.TOETSER), reis.als(Rol.INKOMENSCONSULENT)
    toetser.zegt("Een derde toetst het besluit.")
    toetser.maak(_pad(reis, "toetsingen"), {"akkoord": True, "reden": "Feiten, grondslag en bedrag kloppen."})
    beslisser.zegt("De beschikking gaat vandaag de deur uit.")
    besluit = beslisser.maak(_pad(reis, "bekendmakingen"), {"verzondenOp": "2026-05-12"})
    v.termijn(besluit["bekendmaking"]["bezwaartermijn"])
    v.gelijk("Bezwaar kan tot en met", besluit["bekendmaking"]["bezwaarTotEnMet"], "2026-06-23")
    brief = besluiten.verzonden_brief(reis, besluit)
    v.klopt("De brief noemt het bedrag en de laatste dag voor bezwaar", "600,64" in brief and "23 juni 2026" in brief)
    v.gelijk("Wat nog kan volgen", _procedure(reis)["volgende"], ["bezwaar"])
    _uitleg(reis, beslisser.haal(_pad(reis, "uitleg")))


def _uitleg(reis: Reis, uitleg: dict[str, Any]) -> None:
    v = reis.verteller
    for regel in uitleg["bedragen"]:
        v.feit(f"{datum(regel['maand'])}: {regel['formule']}")
    v.gelijk("30 % van de gehuwdennorm in juni 2026", euro(uitleg["totaal"]), "€ 600,64")
    v.toetsen(uitleg["toetsen"])


def _pad(reis: Reis, deel: str) -> str:
    return f"/besluiten/{reis.gezien['besluit']}/{deel}"
