"""Huishouden: who lives otherwise has another norm, so what runs against the old one is looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from app.db.klant import Klant
from app.domain.kern.grondslag import pw
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.besluit.inhoudingen import inhoudingen_per_maand
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken

_TAAK: Final = "verlaging_nieuwe_norm"
_VELDEN: Final = ("leefvorm", "kostendelende_medebewoners", "geboortedatum")
_WERKDAGEN: Final = 1


def vraag_herrekening(h: Handeling, klant: Klant, partner: Klant | None, nieuw: Mapping[str, Any]) -> None:
    """Ask to look again at what is taken from the household, before ``nieuw`` changes on what its norm rests.

    Both are locked. Only months from this one on are asked about: the amounts rest on the norm of before.
    """
    if all(nieuw.get(veld, getattr(klant, veld)) == getattr(klant, veld) for veld in _VELDEN):
        return
    lopend = inhoudingen_per_maand(h, klant, klant.id)
    if not any(bedrag for maand, bedrag in lopend.items() if maand >= eerste_van_de_maand(h.vandaag)):
        return
    for wie in (klant, partner):
        if wie is not None:
            sluit_taken(h, wie.id, _TAAK)
            maak_taak(h, _voorstel(h), Bestemming(wie.id, wie))


def _voorstel(h: Handeling) -> TaakVoorstel:
    return TaakVoorstel(
        soort=_TAAK,
        wat="Ga na of de lopende verlaging nog past bij de nieuwe norm, en herzie het besluit als dat niet zo is.",
        waarom="De gegevens waarop de norm rust zijn gewijzigd; de verlaging is berekend met de norm van daarvoor.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=pw("18", "1"),
        uiterste=tel_werkdagen(h.vandaag, _WERKDAGEN),
    )
