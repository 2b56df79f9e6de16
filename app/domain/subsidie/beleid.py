"""The policy of the four regelingen that rest on the verordening and the beleidsregels of the municipality."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.klantgroep import Klantgroep
from app.domain.subsidie.model import Cent, Vast

Procent = Annotated[Decimal, Field(gt=0, le=100)]
Uren = Annotated[Decimal, Field(ge=0, le=60)]
Aantal = Annotated[int, Field(ge=1, le=1000)]


class Trede(Vast):
    """From so many months of employment on, this is the maximum (eurocents)."""

    maanden: Aantal
    maximum: Cent


class SubsidieBeleid(Beleid):
    """Amounts in eurocents, terms in months, weeks or days; ``startbaan_treden`` from the shortest to the longest."""

    soort: ClassVar[str] = "subsidie"

    bezwaartermijn_weken: Waarde[Aantal]
    beslistermijn_weken: Waarde[Aantal]
    aanvultermijn_dagen: Waarde[Aantal]
    startbaan_treden: Waarde[tuple[Trede, ...]]
    startbaan_klantgroepen: Waarde[tuple[Klantgroep, ...]]
    startbaan_eerste_deel_procent: Waarde[Procent]
    startbaan_eerste_factuur_na_maanden: Waarde[Aantal]
    startbaan_maanden_onbepaald: Waarde[Aantal]
    tegemoetkoming_klantgroepen: Waarde[tuple[Klantgroep, ...]]
    tegemoetkoming_uren: Waarde[Uren]
    tegemoetkoming_duur_maanden: Waarde[Aantal]
    tegemoetkoming_procent: Waarde[Procent]
    tegemoetkoming_maanden: Waarde[Aantal]
    tegemoetkoming_plafond_procent: Waarde[Procent]
    vergoeding_maximum: Waarde[Cent]
    vergoeding_kostensoorten: Waarde[tuple[str, ...]]

    @model_validator(mode="after")
    def _treden_lopen_op(self) -> Self:
        treden = self.startbaan_treden.waarde
        if not treden or list(treden) != sorted(treden, key=lambda trede: trede.maanden):
            raise ValueError("geef ten minste één trede, van kort naar lang")
        return self
