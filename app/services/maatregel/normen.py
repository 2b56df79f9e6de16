"""Normen: what the household's norm is in each month of a verlaging, and what other besluiten already take of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.db import klant as klanten
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.besluit.formeel import Bronwaarde
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.kern.norm import (
    AowBeleid,
    Leefvorm,
    NormBeleid,
    NormFeiten,
    NormUitkomst,
    bijstandsnorm,
    leeftijdsgroep,
)
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.feiten import NormMaand
from app.services.besluit.nemen import Bron
from app.services.handeling import Handeling
from app.services.maatregel.stapsoorten import GrondslagStap


def normen(
    h: Handeling, klant: Klant, maanden: Iterable[date], verlaagd: Mapping[date, int]
) -> tuple[tuple[NormMaand, ...], tuple[Bron, ...]]:
    """Return the norm of every month that is known, with the policy that it came from.

    A month without a known norm is left out, never guessed. ``verlaagd`` is what other besluiten take per month.
    """
    regels: list[NormMaand] = []
    bronnen: dict[str, Bron] = {}
    for maand in maanden:
        if (gevonden := _norm(h, klant, maand)) is None:
            continue
        norm, versie = gevonden
        regels.append(NormMaand(maand=maand, norm=norm.bedrag, versie=versie.id, al_verlaagd=verlaagd.get(maand, 0)))
        waarde = Bronwaarde(naam=f"norm van {versie.id}", grondslag=norm.grondslag, herkomst=norm.herkomst)
        bronnen[versie.sha256] = Bron(versie, waarde)
    return tuple(regels), tuple(bronnen.values())


def _norm(h: Handeling, klant: Klant, maand: date) -> tuple[NormUitkomst, Versie[NormBeleid]] | None:
    """Return the norm on the first day of a month; the IOAW and IOAZ have a grondslag of their own, not known here."""
    if klant.regime is not Regime.PW:
        return None
    try:
        feiten = _feiten(h, klant, maand)
        versie = h.beleid.geldend(NormBeleid, klant.gemeente, maand)
        return None if feiten is None else (bijstandsnorm(feiten, versie.beleid), versie)
    except BeleidOntbreekt:
        return None


def _feiten(h: Handeling, klant: Klant, maand: date) -> NormFeiten | None:
    aow = h.beleid.geldend(AowBeleid, klant.gemeente, maand).beleid
    groep_partner = None
    if klant.leefvorm is Leefvorm.GEHUWD:
        partner = partner_van(h, klant)
        if partner is None:
            return None
        groep_partner = leeftijdsgroep(partner.geboortedatum, maand, aow)
    return NormFeiten(
        leefvorm=klant.leefvorm,
        leeftijdsgroep=leeftijdsgroep(klant.geboortedatum, maand, aow),
        partner_leeftijdsgroep=groep_partner,
        kostendelende_medebewoners=klant.kostendelende_medebewoners,
    )


def grondslagen(stappen: Iterable[GrondslagStap], verlaagd: Mapping[date, int]) -> tuple[NormMaand, ...]:
    """Return the grondslag of every month that was taken from the uitkeringsadministratie; the latest record counts."""
    gevonden: dict[date, NormMaand] = {}
    for stap in stappen:
        maand, laatste = eerste_van_de_maand(stap.vanaf), eerste_van_de_maand(stap.tot_en_met)
        while maand <= laatste:
            gevonden[maand] = NormMaand(
                maand=maand, norm=stap.bedrag, versie=f"grondslag: {stap.bron}", al_verlaagd=verlaagd.get(maand, 0)
            )
            maand = plus_maanden(maand, 1)
    return tuple(gevonden[maand] for maand in sorted(gevonden))


def partner_van(h: Handeling, klant: Klant) -> Klant | None:
    """Return the partner, if there is one whom this actor may read."""
    return None if klant.partner_id is None else klanten.klant(h.sessie, h.actor, klant.partner_id)
