"""What other rooms already hold of what a voorziening asks to be recorded, so that nobody types it twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from app.db.bekonnected import traject as bekonnected
from app.db.bekonnected.traject import Bekonnectedtraject, Instrumentkeuze
from app.db.taaleis import feit as taalfeiten
from app.db.werkgever import dienstverband as plekken
from app.db.werkgever.dienstverband import Intentieverklaring
from app.domain.bekonnected.soorten import Bekonnectedstatus
from app.domain.voorziening.beleid import Voorzieningregel
from app.domain.voorziening.feiten import Antwoord, VoorzieningFeiten
from app.domain.voorziening.veld import Gegeven
from app.domain.voorziening.velden import is_leeg
from app.domain.werkgever.intentie import Intentiestand
from app.services.handeling import Handeling

TAALPLAN: Final = "taalplan"
_INTENTIE: Final = "intentie_op"
_FASE: Final = "fase_bekonnected"


@dataclass(frozen=True)
class Elders:
    """What is recorded about a klant in other rooms, oldest first: a taalplan, what employers stated, BeKonnecteD."""

    taalplan: bool
    verklaringen: Sequence[Intentieverklaring]
    trajecten: Sequence[Bekonnectedtraject]
    keuzes: Sequence[Instrumentkeuze]

    def vul_aan(self, regel: Voorzieningregel, feiten: VoorzieningFeiten) -> VoorzieningFeiten:
        """Add to the facts of a voorziening what stands elsewhere; what was given with the question goes first."""
        anders: dict[str, object] = {}
        if self.taalplan and TAALPLAN in regel.verplicht:
            anders["vastgelegd"] = feiten.vastgelegd | {TAALPLAN}
        if any(veld.code == _INTENTIE for veld in regel.velden):
            gegeven = {code: waarde for code, waarde in feiten.gegevens.items() if not is_leeg(waarde)}
            anders["gegevens"] = {**self._uit_intentie(regel.code, feiten), **gegeven}
        if any(vraag.code == _FASE for vraag in regel.oordelen) and feiten.antwoord(_FASE).waarde is None:
            anders["antwoorden"] = {**feiten.antwoorden, _FASE: self._fase(regel.code, feiten.begin)}
        return feiten.model_copy(update=anders) if anders else feiten

    def _uit_intentie(self, code: str, feiten: VoorzieningFeiten) -> Mapping[str, Gegeven]:
        """Return what the employer stated last on or before the first day, else what it stated first (DEV-PRF-905)."""
        gekozen = _op_tijd([rij for rij in self.verklaringen if _gaat_over(rij, code, feiten.vestiging)], feiten.begin)
        if gekozen is None:
            return {}
        return {"functie": gekozen.functie, _INTENTIE: str(gekozen.datum), "intentie_door": gekozen.contactfunctie}

    def _fase(self, code: str, begin: date | None) -> Antwoord:
        """Answer whether the klant is in BeKonnecteD, or why the instrument was chosen earlier (DEV-PRF-001)."""
        if any(_loopt(traject, begin) for traject in self.trajecten):
            return Antwoord(waarde=True)
        redenen = [keuze.reden for keuze in self.keuzes if keuze.instrument == code and not keuze.ingetrokken_op]
        reden = next((reden for reden in reversed(redenen) if reden), None)
        return Antwoord() if reden is None else Antwoord(waarde=False, toelichting=reden)


def kijk_elders(h: Handeling, klant_id: UUID) -> Elders:
    """Read what other rooms hold, in four queries."""
    regels = taalfeiten.feiten(h.sessie, klant_id)
    taalplan = any(regel.feit.soort == TAALPLAN and regel.intrekking is None for regel in regels)
    return Elders(
        taalplan=taalplan,
        verklaringen=plekken.verklaringen(h.sessie, klant_id),
        trajecten=bekonnected.trajecten(h.sessie, klant_id),
        keuzes=bekonnected.keuzes(h.sessie, klant_id),
    )


def _loopt(traject: Bekonnectedtraject, begin: date | None) -> bool:
    if traject.status is Bekonnectedstatus.VERVALLEN or begin is None:
        return False
    return traject.begin <= begin < (traject.geeindigd_op or traject.tot)


def _gaat_over(rij: Intentieverklaring, code: str, vestiging: str | None) -> bool:
    geldt = rij.voorziening == code and rij.stand is not Intentiestand.INGETROKKEN
    return geldt and vestiging in (None, str(rij.vestiging_id))


def _op_tijd(verklaringen: Sequence[Intentieverklaring], begin: date | None) -> Intentieverklaring | None:
    vooraf = [rij for rij in verklaringen if begin is None or rij.datum <= begin]
    return vooraf[-1] if vooraf else next(iter(verklaringen), None)
