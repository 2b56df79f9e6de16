"""Chapter 6: the second no-show, what is still missing, and a besluit that three people made."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.reis import Reis
from journey.verteller import datum


def speel(reis: Reis) -> None:
    """From the second no-show to a maatregel that has been sent."""
    reis.verteller.hoofdstuk("6. Maatregel")
    reis.het_is("2026-04-30T13:00:00+02:00")
    _tweede_no_show(reis)
    reis.het_is("2026-05-06T10:00:00+02:00")
    _te_vroeg(reis)
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
    _uitleg(reis, beslisser.haal(_pad(reis, "uitleg")))


def _uitleg(reis: Reis, uitleg: dict[str, Any]) -> None:
    v = reis.verteller
    for regel in uitleg["bedragen"]:
        v.feit(f"{datum(regel['maand'])}: {regel['formule']}")
    v.gelijk("30 % van de gehuwdennorm in juni 2026", euro(uitleg["totaal"]), "€ 600,64")
    v.toetsen(uitleg["toetsen"])


def _pad(reis: Reis, deel: str) -> str:
    return f"/besluiten/{reis.gezien['besluit']}/{deel}"
