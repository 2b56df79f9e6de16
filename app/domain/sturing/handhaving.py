"""The numbers of handhaving: how zaken end per gedraging, and how long they take (DEV-EVA-001)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from statistics import median

from pydantic import BaseModel, ConfigDict

from app.domain.kern.onthulling import met_totalen, verberg, verberg_rij


class Zaakafloop(StrEnum):
    """How a zaak ended; the words of the decision."""

    AFZIEN = "afzien"
    WAARSCHUWING = "waarschuwing"
    MAATREGEL = "maatregel"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Zaakgeval(_Model):
    """One zaak on which was decided in the period; ``dagen`` from its opening to the besluit."""

    gedraging: str
    afloop: Zaakafloop
    dagen: int


class Handhavingsregel(_Model):
    """The numbers of a gedraging or, without one, of all together; None is hidden."""

    gedraging: str | None
    aantal: int | None
    per_afloop: dict[Zaakafloop, int | None]
    mediaan_dagen: float | None


def tel_handhaving(gevallen: Sequence[Zaakgeval], grens: int) -> tuple[Handhavingsregel, ...]:
    """Count the outcomes per gedraging, with all together as last line; numbers under ``grens`` are hidden."""
    codes = sorted({geval.gedraging for geval in gevallen})
    rijen = [[geval for geval in gevallen if geval.gedraging == code] for code in codes] or [[]]
    tabel = [[sum(geval.afloop is afloop for geval in rij) for afloop in Zaakafloop] for rij in rijen]
    [weg] = verberg([tabel], grens)
    mediaan_weg = verberg_rij([len(rij) for rij in rijen], grens)
    vol = met_totalen(tabel)
    regels = []
    for nummer, code in [*enumerate(codes), (len(rijen), None)]:
        aantallen = [None if (nummer, k) in weg else aantal for k, aantal in enumerate(vol[nummer])]
        dagen = [geval.dagen for geval in (rijen[nummer] if nummer < len(rijen) else gevallen)]
        regels.append(
            Handhavingsregel(
                gedraging=code,
                aantal=aantallen[-1],
                per_afloop=dict(zip(Zaakafloop, aantallen, strict=False)),
                mediaan_dagen=float(median(dagen)) if dagen and nummer not in mediaan_weg else None,
            )
        )
    return tuple(regels)
