"""Chapter 1: three meldingen on one day, over three channels, and their terms."""

from __future__ import annotations

from typing import Any

from app.domain.kern.rollen import Rol
from journey.reis import ADRES, GEMEENTE, Reis
from journey.verteller import datum


def speel(reis: Reis) -> None:
    """Two partners at the desk, a 22-year-old on the website and a woman on the phone."""
    v = reis.verteller
    v.hoofdstuk("1. Melding")
    reis.het_is("2026-03-31T09:00:00+02:00")
    _partners(reis)
    _jongere(reis)
    _telefonisch(reis)
    _fouten(reis)


def _partners(reis: Reis) -> None:
    v, receptie = reis.verteller, reis.als(Rol.RECEPTIE)
    fatima = reis.nieuw("fatima", "Fatima", "Aydin", "1988-05-17")
    youssef = reis.nieuw("youssef", "Youssef", "Aydin", "1985-02-03")
    receptie.zegt("Fatima en Youssef Aydin melden zich samen aan de balie; er is geen geld meer voor eten.")
    melding = {
        "kanaal": "fysiek",
        "gemeente": GEMEENTE,
        "meldingsdatum": "2026-03-31",
        "hulpvragen": ["bijstandsuitkering"],
        "toelichting": "Geen inkomen meer sinds de winkel dicht is.",
        "personen": [fatima.gegevens(), youssef.gegevens(kenmerken=["statushouder"])],
    }
    gemaakt = receptie.maak("/meldingen", melding, sleutel="reis-melding-aydin")
    nogmaals = receptie.maak("/meldingen", melding, sleutel="reis-melding-aydin")
    v.gelijk("Dezelfde sleutel geeft dezelfde melding", nogmaals["id"], gemaakt["id"])
    onthoud(reis, gemaakt, "fatima", "youssef")
    termijn = vind_termijn(gemaakt, "screeningsgesprek")
    v.termijn(termijn)
    v.gelijk("Het screeningsgesprek is uiterlijk", termijn["einde"], "2026-04-02")


def _jongere(reis: Reis) -> None:
    v, receptie = reis.verteller, reis.als(Rol.RECEPTIE)
    daan = reis.nieuw("daan", "Daan", "de Boer", "2003-11-09")
    receptie.zegt("Op de website meldt zich Daan de Boer, 22 jaar.")
    gemaakt = receptie.maak(
        "/meldingen",
        {
            "kanaal": "digitaal",
            "gemeente": GEMEENTE,
            "hulpvragen": ["werk", "bijstandsuitkering"],
            "personen": [daan.gegevens()],
        },
    )
    onthoud(reis, gemaakt, "daan")
    zoekperiode = vind_termijn(gemaakt, "zoekperiode")
    v.termijn(zoekperiode)
    v.toetsen([gemaakt["personen"][0]["zoekperiode"]])
    v.gelijk("De zoekperiode van vier weken loopt tot en met", zoekperiode["einde"], "2026-04-28")
    contact = vind_termijn(gemaakt, "contact_na_melding")
    v.gelijk("Bellen binnen één werkdag, dus uiterlijk", contact["einde"], "2026-04-01")
    taken = [t for t in receptie.haal("/taken")["taken"] if t["soort"] == "melding_bellen"]
    v.klopt("De beltaak staat in de werkvoorraad van de receptie", len(taken) >= 1, taken)
    v.feit(f"{taken[0]['wat']} Uiterlijk {datum(taken[0]['uiterste'])}. {taken[0]['waarom']}")


def _telefonisch(reis: Reis) -> None:
    receptie = reis.als(Rol.RECEPTIE)
    greet = reis.nieuw("greet", "Greet", "Hoekstra", "1964-08-21")
    receptie.zegt("Greet Hoekstra belt; de afspraak voor het screeningsgesprek maken we meteen.")
    gemaakt = receptie.maak(
        "/meldingen",
        {
            "kanaal": "telefonisch",
            "gemeente": GEMEENTE,
            "hulpvragen": ["bijstandsuitkering"],
            "formulierlinkVerzonden": True,
            "personen": [greet.gegevens(adres=ADRES)],
            "screeningsafspraak": {
                "begin": "2026-04-01T14:00:00+02:00",
                "inkomensconsulentId": reis.id_van(Rol.INKOMENSCONSULENT),
            },
        },
    )
    onthoud(reis, gemaakt, "greet")
    reis.verteller.gelijk("De afspraak staat er meteen in", gemaakt["screeningen"][0]["status"], "gepland")


def _fouten(reis: Reis) -> None:
    v, receptie = reis.verteller, reis.als(Rol.RECEPTIE)
    receptie.zegt("Een vergissing bij de invoer: alle fouten komen in één keer terug en er wordt niets bewaard.")
    fout = receptie.maak(
        "/meldingen",
        {
            "kanaal": "fysiek",
            "gemeente": GEMEENTE,
            "hulpvragen": [],
            "personen": [{"bsn": "123456789", "voornamen": "X", "achternaam": "Y", "geboortedatum": "1990-02-31"}],
        },
        status=400,
    )
    for regel in fout["fouten"]:
        v.feit(f"{regel['veld']}: {regel['melding']}")
    velden = {regel["veld"] for regel in fout["fouten"]}
    verwacht = {"meldingsdatum", "hulpvragen", "personen.0.bsn", "personen.0.geboortedatum"}
    v.gelijk("De velden die niet kloppen", sorted(velden), sorted(verwacht))
    fatima = reis.mensen["fatima"]
    dubbel = receptie.maak(
        "/meldingen",
        {"kanaal": "digitaal", "gemeente": GEMEENTE, "hulpvragen": ["werk"], "personen": [fatima.gegevens()]},
        status=409,
    )
    v.gelijk("Een tweede melding onder hetzelfde BSN", dubbel["code"], "melding_loopt_al")


def onthoud(reis: Reis, melding: dict[str, Any], *sleutels: str) -> None:
    """Keep the ids of a melding with its people."""
    for sleutel, persoon in zip(sleutels, melding["personen"], strict=True):
        reis.mensen[sleutel].klant_id = persoon["klantId"]
        reis.mensen[sleutel].melding_id = melding["id"]


def vind_termijn(melding: dict[str, Any], soort: str) -> dict[str, Any]:
    """Find the first term of this kind."""
    gevonden: dict[str, Any] = next(t["termijn"] for t in melding["termijnen"] if t["soort"] == soort)
    return gevonden
