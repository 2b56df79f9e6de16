"""Ambitie: who goes on to the ambitiegesprek after the screening."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from app.domain.intake.feiten import ScreeningUitkomst
from app.domain.intake.soorten import Rechtschatting
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets


class AmbitieFeiten(BaseModel):
    """One person at the end of the screening.

    ``wil`` is the answer of the klant; ``gewenst`` tells that the IC did not decide against it as centrumgemeente.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    uitkomst: ScreeningUitkomst
    recht: Rechtschatting
    jongere: bool
    wil: bool | None = None
    gewenst: bool = True

    @property
    def wordt_gevraagd(self) -> bool:
        """Tell whether this is a jongere without right, who may still want the conversation (DEV-JON-014)."""
        zonder_recht = self.recht is Rechtschatting.NEE and self.uitkomst is not ScreeningUitkomst.INGETROKKEN
        return self.jongere and zonder_recht


def toets_ambitiegesprek_gevraagd(feiten: AmbitieFeiten) -> tuple[Toets, ...]:
    """Test that a jongere without right was asked whether an ambitiegesprek is wanted (DEV-JON-014)."""
    if not feiten.wordt_gevraagd:
        return ()
    zin = "Aan de jongere zonder recht op bijstand is gevraagd of een ambitiegesprek gewenst is."
    gevraagd = feiten.wil is not None
    return (maak_toets("ambitiegesprek_gevraagd", gevraagd, productenboek("2.3.1"), {"wil": feiten.wil}, zin),)


def volgt_ambitiegesprek(feiten: AmbitieFeiten) -> bool:
    """Tell whether an ambitiegesprek is planned: on the wish of a jongere without right, else after a vervolg."""
    if feiten.wordt_gevraagd:
        return feiten.wil is True
    return feiten.uitkomst is ScreeningUitkomst.VERVOLG and feiten.gewenst
