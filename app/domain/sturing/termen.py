"""Whether the service terms were met, per klantgroep: numbers inside and outside each, and the share (DEV-EVA-002)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.onthulling import verberg

GROEPEN: tuple[Klantgroep | None, ...] = (*Klantgroep, None)
"""The rows of every table; None is who was not yet in a klantgroep."""
_DECIMALEN = 3


class Dienstterm(StrEnum):
    """The service terms of the handbook, from the melding to the decision."""

    CONTACT = "contact_na_melding"
    SCREENING = "screeningsgesprek"
    RAPPORTAGE = "rapportage_screening"
    AMBITIEGESPREK = "ambitiegesprek"
    AFSPRAAK_INKOMEN = "afspraak_inkomen"
    STREEFDATUM = "streefdatum_besluit"
    BESLISTERMIJN = "beslistermijn_aanvraag"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Termgeval(_Model):
    """One term that ended in the period, and whether it was met."""

    term: Dienstterm
    klantgroep: Klantgroep | None
    binnen: bool


class Termregel(_Model):
    """The numbers of a klantgroep or of all together; None is hidden. ``aandeel`` is the part that was met."""

    klantgroep: Klantgroep | None
    samen: bool
    binnen: int | None
    buiten: int | None
    aandeel: float | None


def tel_termen(gevallen: Sequence[Termgeval], grens: int) -> dict[Dienstterm, tuple[Termregel, ...]]:
    """Count every term per klantgroep, with all together as last line; numbers under ``grens`` are hidden."""
    return {term: _regels([g for g in gevallen if g.term is term], grens) for term in Dienstterm}


def _regels(gevallen: Sequence[Termgeval], grens: int) -> tuple[Termregel, ...]:
    tabel = [
        [sum(g.klantgroep is groep and g.binnen is binnen for g in gevallen) for binnen in (True, False)]
        for groep in GROEPEN
    ]
    [weg] = verberg([tabel], grens)
    vol = [*tabel, [sum(kolom) for kolom in zip(*tabel, strict=True)]]
    regels = []
    for nummer, rij in enumerate(vol):
        binnen, buiten = (None if (nummer, k) in weg else aantal for k, aantal in enumerate(rij))
        toon = sum(rij) > 0 and binnen is not None and buiten is not None
        regels.append(
            Termregel(
                klantgroep=GROEPEN[nummer] if nummer < len(GROEPEN) else None,
                samen=nummer == len(GROEPEN),
                binnen=binnen,
                buiten=buiten,
                aandeel=round(rij[0] / sum(rij), _DECIMALEN) if toon else None,
            )
        )
    return tuple(regels)
