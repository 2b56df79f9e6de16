"""What other rooms already hold of what a voorziening asks to be recorded, so that nobody types it twice.

Of one klant or of many, in the same queries: only the sources that the voorzieningen asked about look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.db.voorziening import elders as db
from app.domain.voorziening.beleid import Voorzieningregel
from app.domain.voorziening.feiten import Antwoord, VoorzieningFeiten
from app.domain.voorziening.veld import Gegeven
from app.domain.voorziening.velden import is_leeg
from app.services.handeling import Handeling

TAALPLAN: Final = "taalplan"
_INTENTIE: Final = "intentie_op"
_FASE: Final = "fase_bekonnected"


@dataclass
class Elders:
    """What is recorded about a klant in other rooms, oldest first: a taalplan, what employers stated, BeKonnecteD."""

    taalplan: bool = False
    verklaringen: list[Any] = field(default_factory=list)
    trajecten: list[Any] = field(default_factory=list)
    keuzes: list[Any] = field(default_factory=list)

    def vul_aan(self, regel: Voorzieningregel, feiten: VoorzieningFeiten) -> VoorzieningFeiten:
        """Add to the facts of a voorziening what stands elsewhere; what was given with the question goes first."""
        anders: dict[str, object] = {}
        if self.taalplan and _vraagt_taalplan(regel):
            anders["vastgelegd"] = feiten.vastgelegd | {TAALPLAN}
        if _vraagt_intentie(regel) and (gezegd := self._uit_intentie(regel.code, feiten)):
            gegeven = {code: waarde for code, waarde in feiten.gegevens.items() if not is_leeg(waarde)}
            anders["gegevens"] = {**gezegd, **gegeven}
        if _vraagt_fase(regel) and feiten.antwoord(_FASE).waarde is None:
            fase = self._fase(regel.code, feiten.begin)
            anders |= {} if fase is None else {"antwoorden": {**feiten.antwoorden, _FASE: fase}}
        return feiten.model_copy(update=anders) if anders else feiten

    def _uit_intentie(self, code: str, feiten: VoorzieningFeiten) -> Mapping[str, Gegeven]:
        """Return what the employer stated last on or before the first day, else what it stated first (DEV-PRF-905)."""
        gekozen = _op_tijd([rij for rij in self.verklaringen if _gaat_over(rij, code, feiten.vestiging)], feiten.begin)
        if gekozen is None:
            return {}
        return {"functie": gekozen.functie, _INTENTIE: str(gekozen.datum), "intentie_door": gekozen.contactfunctie}

    def _fase(self, code: str, begin: date | None) -> Antwoord | None:
        """Answer whether the klant is in BeKonnecteD, or why the instrument was chosen earlier (DEV-PRF-001)."""
        if any(_loopt(traject, begin) for traject in self.trajecten):
            return Antwoord(waarde=True)
        redenen = [keuze.reden for keuze in self.keuzes if keuze.instrument == code]
        reden = next((reden for reden in reversed(redenen) if reden), None)
        return None if reden is None else Antwoord(waarde=False, toelichting=reden)


def kijk_elders(h: Handeling, klant_id: UUID, regels: Iterable[Voorzieningregel]) -> Elders:
    """Read what other rooms hold of one klant for these voorzieningen."""
    return kijk_elders_reeks(h, [klant_id], regels).get(klant_id) or Elders()


def kijk_elders_reeks(
    h: Handeling, klant_ids: Sequence[UUID], regels: Iterable[Voorzieningregel]
) -> dict[UUID, Elders]:
    """Read what other rooms hold of many klanten, in four queries or less; who has nothing there is left out."""
    alle, gevonden = tuple(regels), dict[UUID, Elders]()
    if any(map(_vraagt_taalplan, alle)):
        for klant_id in db.met_taalfeit(h.sessie, klant_ids, TAALPLAN):
            gevonden.setdefault(klant_id, Elders()).taalplan = True
    if codes := {regel.code for regel in alle if _vraagt_intentie(regel)}:
        for rij in db.verklaringen(h.sessie, klant_ids, codes):
            gevonden.setdefault(rij.klant_id, Elders()).verklaringen.append(rij)
    if codes := {regel.code for regel in alle if _vraagt_fase(regel)}:
        for rij in db.trajecten(h.sessie, klant_ids):
            gevonden.setdefault(rij.klant_id, Elders()).trajecten.append(rij)
        for rij in db.keuzes(h.sessie, klant_ids, codes):
            gevonden.setdefault(rij.klant_id, Elders()).keuzes.append(rij)
    return gevonden


def _vraagt_taalplan(regel: Voorzieningregel) -> bool:
    return TAALPLAN in regel.verplicht


def _vraagt_intentie(regel: Voorzieningregel) -> bool:
    return any(veld.code == _INTENTIE for veld in regel.velden)


def _vraagt_fase(regel: Voorzieningregel) -> bool:
    return any(vraag.code == _FASE for vraag in regel.oordelen)


def _loopt(traject: Any, begin: date | None) -> bool:
    return begin is not None and traject.begin <= begin < (traject.geeindigd_op or traject.tot)


def _gaat_over(rij: Any, code: str, vestiging: str | None) -> bool:
    return rij.voorziening == code and vestiging in (None, str(rij.vestiging_id))


def _op_tijd(verklaringen: Sequence[Any], begin: date | None) -> Any:
    vooraf = [rij for rij in verklaringen if begin is None or rij.datum <= begin]
    return vooraf[-1] if vooraf else next(iter(verklaringen), None)
