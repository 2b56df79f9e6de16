"""Instrument: for each ordinary voorziening of Deventer facts that meet every condition, to change one thing of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.toets import toets_signalen, toets_voorziening
from tests.steun.voorziening import BELEID

NIET, OPEN = Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD
BEGIN = date(2026, 4, 7)
ALGEMEEN: Final = (
    "noodzakelijk",
    "afweging_mogelijkheden",
    "afweging_capaciteiten",
    "afweging_wensen",
    "afweging_doelmatigheid",
)


def ja(*codes: str) -> dict[str, Any]:
    """Answer yes to these questions, with an explanation."""
    return {code: {"waarde": True, "toelichting": "Besproken met de klant."} for code in codes}


def nee(*codes: str) -> dict[str, Any]:
    """Answer no to these questions, with an explanation."""
    return {code: {"waarde": False, "toelichting": "Besproken met de klant."} for code in codes}


_VERDRINGING = nee("beinvloedt_concurrentie", "leidt_tot_verdringing")
_PLEK = {"vacature": "geen_vacature"}
_INTENTIE = {"functie": "Magazijnmedewerker", "intentie_op": "2026-04-07", "intentie_door": "Hoofd magazijn"}

GOED: Final[Mapping[str, Mapping[str, Any]]] = {
    "werkervaringsplaats": {
        "klantgroep": "groeien",
        "einde": date(2026, 7, 6),
        "vastgelegd": {"plan"},
        "gegevens": {"doel": ("specifieke_werkervaring",), **_PLEK},
        "antwoorden": ja("past_bij_mogelijkheden", "aov_bedoeling") | nee("aov_loon") | _VERDRINGING,
    },
    "proefplaatsing": {
        "klantgroep": "groeien",
        "einde": date(2026, 7, 6),
        "uren": 20,
        "vastgelegd": {"plan"},
        "gegevens": _INTENTIE | _PLEK,
        "antwoorden": ja("past_bij_mogelijkheden", "werkzaamheden_passen", "vertrouwen_werkgever") | _VERDRINGING,
    },
    "proefplaats": {
        "klantgroep": "groeien",
        "einde": date(2026, 6, 6),
        "vastgelegd": {"plan"},
        "gegevens": _INTENTIE,
        "antwoorden": ja("past_bij_mogelijkheden") | _VERDRINGING,
        "collegebesluit": {"motivering": "De verordening heeft nog geen voorwaarden."},
    },
    "participatieplaats": {
        "klantgroep": "faciliteren",
        "einde": date(2028, 4, 6),
        "vastgelegd": {"plan"},
        "gegevens": {"werkzaamheden": "Gastheer in het buurthuis"},
        "antwoorden": ja("kans_gering", "additioneel") | _VERDRINGING,
        "collegebesluit": {"motivering": "De verordening heeft nog geen regels over de premie."},
    },
    "scholing": {
        "klantgroep": "groeien",
        "einde": date(2027, 4, 6),
        "kosten": 250000,
        "vastgelegd": {"plan"},
        "gegevens": {
            "sector": "logistiek",
            "niveau": "Certificaat heftruck",
            "aannemelijk_op": "2026-04-06",
            "aannemelijk_waarom": "Drie werkgevers vragen dit certificaat.",
        },
        "antwoorden": ja("niet_boven_capaciteiten", "vergroot_kansen", "gangbaar_niveau", "praktijkgericht")
        | ja("van_brancheorganisatie")
        | nee("inburgeringstraject"),
    },
    "leer_werktraject": {
        "geboortedatum": date(2005, 1, 1),
        "startkwalificatie": False,
        "antwoorden": ja("traject_nodig", "ondersteuning_nodig", "startkwalificatie_haalbaar")
        | nee("bekostigd_onderwijs_mogelijk"),
    },
    "sociale_activering": {
        "einde": date(2027, 4, 6),
        "gegevens": {"activiteit": "zelfstandig_vrijwilligerswerk", "evalueren_op": "2026-10-07"},
        "antwoorden": ja("werk_op_termijn_mogelijk"),
    },
    "maatschappelijke_participatie": {
        "klantgroep": "faciliteren",
        "antwoorden": ja("zonder_arbeidspotentieel", "wil_bijdragen", "kan_bijdragen"),
        "collegebesluit": {"motivering": "Er zijn nog geen nadere regels."},
    },
    "persoonlijke_ondersteuning": {
        "einde": date(2026, 10, 6),
        "gegevens": {"rooster": ("maandag 09:00-10:30",), "begeleiding_door": "erkende_deskundige"},
        "antwoorden": ja("taken_niet_zonder", "langere_periode", "einddoel_zelfstandig"),
    },
    "taal": {"vastgelegd": {"taalplan"}, "antwoorden": ja("vermoeden_taal")},
    "vergoeding": {"gegevens": {"kostensoort": "reiskosten"}},
    "nazorg": {"klantgroep": "matchen", "einde": date(2026, 10, 6)},
    "career_and_kids": {
        "klantgroep": "matchen",
        "einde": date(2026, 5, 25),
        "antwoorden": ja("alleenstaande_ouder"),
    },
}


def feiten(code: str, /, *, zonder: tuple[str, ...] = (), **anders: Any) -> VoorzieningFeiten:
    """Make the good facts with something else; ``gegevens`` and ``antwoorden`` are added, ``zonder`` leaves out."""
    vast: dict[str, Any] = {
        "code": code,
        "doelgroep": "algemene_bijstand",
        "geboortedatum": date(1990, 1, 1),
        "begin": BEGIN,
        "klantgroep": "groeien",
        **GOED[code],
    }
    for naam in ("gegevens", "antwoorden"):
        alles = {**vast.get(naam, {}), **anders.pop(naam, {})}
        vast[naam] = {sleutel: waarde for sleutel, waarde in alles.items() if sleutel not in zonder}
    vast["antwoorden"] = ja(*ALGEMEEN) | vast["antwoorden"]
    return VoorzieningFeiten.model_validate({**vast, **anders})


def toetsen(code: str, /, **anders: Any) -> dict[str, Toets]:
    """Return every condition by its code."""
    return {toets.voorwaarde: toets for toets in toets_voorziening(feiten(code, **anders), BELEID)}


def mis(code: str, /, **anders: Any) -> dict[str, Uitkomst]:
    """Return what stands in the way or is open."""
    return {toets.voorwaarde: toets.uitkomst for toets in niet_voldaan(toetsen(code, **anders).values())}


def signalen(code: str, /, **anders: Any) -> dict[str, Toets]:
    """Return what is shown and deserves attention, by its code."""
    return {toets.voorwaarde: toets for toets in niet_voldaan(toets_signalen(feiten(code, **anders), BELEID))}
