"""The bijstandsnorm of the household of a melding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.db import klant as klanten
from app.db.klant import Klant
from app.domain.beleid.model import Herkomst, Versie
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.norm import AowBeleid, Leefvorm, NormBeleid, NormFeiten, bijstandsnorm, leeftijdsgroep
from app.services.handeling import Handeling
from app.services.vastleggen import log_verwerking


@dataclass(frozen=True)
class Huishoudnorm:
    """The norm per month in eurocents with the facts and policy it rests on; None where it cannot be established.

    ``zeker`` is False for an amount that was not seen in an official source: on that nothing is paid.
    """

    bedrag: int | None = None
    zeker: bool = False
    feiten: NormFeiten | None = None
    beleid: Versie[NormBeleid] | None = None


def norm_van(h: Handeling, klant: Klant, peildatum: date) -> Huishoudnorm:
    """Return the norm of the klant, with the partner when gehuwd, on ``peildatum``; never a guess.

    The age of the partner is read for it, and that is logged.
    """
    try:
        aow = h.beleid.geldend(AowBeleid, klant.gemeente, peildatum).beleid
        beleid = h.beleid.geldend(NormBeleid, klant.gemeente, peildatum)
        gehuwd = klant.leefvorm is Leefvorm.GEHUWD
        partner = klanten.klant(h.sessie, h.actor, klant.partner_id) if gehuwd and klant.partner_id else None
        if gehuwd and partner is None:
            return Huishoudnorm()
        if partner is not None:
            log_verwerking(h, [partner.id], "gelezen")
        feiten = NormFeiten(
            leefvorm=klant.leefvorm,
            leeftijdsgroep=leeftijdsgroep(klant.geboortedatum, peildatum, aow),
            partner_leeftijdsgroep=leeftijdsgroep(partner.geboortedatum, peildatum, aow) if partner else None,
            kostendelende_medebewoners=klant.kostendelende_medebewoners,
        )
        uitkomst = bijstandsnorm(feiten, beleid.beleid)
    except BeleidOntbreekt:
        return Huishoudnorm()
    zeker = uitkomst.herkomst is not Herkomst.ONBEVESTIGD
    return Huishoudnorm(uitkomst.bedrag, zeker, feiten, beleid)
