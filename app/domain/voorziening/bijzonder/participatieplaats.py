"""Participatieplaats: two years, a third and a fourth each with a judgement of their own (Participatiewet 10a)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import pw
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten

VIERDE_JAAR: Final = "vierde_jaar_kans_beter"


def participatieplaats(
    feiten: VoorzieningFeiten, _regel: Voorzieningregel, beleid: VoorzieningBeleid
) -> tuple[Toets, ...]:
    """Ask for a judgement of its own before a fourth year (10a, lid 10)."""
    if feiten.begin is None or feiten.einde is None:
        return ()
    derde_vol = plus_maanden(feiten.begin, beleid.participatieplaats.waarde.derde_jaar_vol) - timedelta(days=1)
    if feiten.einde <= derde_vol:
        return ()
    antwoord = feiten.antwoord(VIERDE_JAAR)
    gegrond = antwoord.waarde if (antwoord.toelichting or "").strip() else None
    tot = datum_voluit(derde_vol)
    goed = "Voor het vierde jaar is beoordeeld dat voortzetting de kans op werk aanmerkelijk verbetert."
    fout = f"Een vierde jaar kan alleen als dat de kans op werk aanmerkelijk verbetert: eindig uiterlijk op {tot}."
    leeg = f"Beoordeel met uitleg of een vierde jaar de kans op werk aanmerkelijk verbetert, of eindig op {tot}."
    gezien: dict[str, Feit] = {"einde": feiten.einde, "derde_jaar_vol": derde_vol}
    return (maak_toets(VIERDE_JAAR, gegrond, pw("10a", "10"), gezien, goed, fout, leeg),)


def momenten(
    begin: date, tot: date, beleid: VoorzieningBeleid, *, startkwalificatie: bool | None
) -> Iterator[TaakVoorstel]:
    """Yield what the law asks during a participatieplaats in ``[begin, tot)`` (10a, lid 5, 6 and 8).

    The amount of the premie is for the verordening; without one it cannot be paid.
    """
    termijnen = beleid.participatieplaats.waarde
    if startkwalificatie is not True and (na := plus_maanden(begin, termijnen.scholing)) < tot:
        wat = "Bied scholing aan, of leg vast waarom die de krachten te boven gaat of de kans op werk niet vergroot."
        yield _taak(
            "participatieplaats_scholing",
            wat,
            f"De klant werkt {termijnen.scholing} maanden zonder startkwalificatie.",
            "5",
            na,
        )
    if (na := plus_maanden(begin, termijnen.beoordelen)) < tot:
        stop = datum_voluit(plus_maanden(begin, termijnen.stoppen))
        wat = f"Beoordeel of de participatieplaats de kans op werk vergrootte; zo niet, dan eindigt zij op {stop}."
        yield _taak("participatieplaats_beoordelen", wat, f"De klant werkt {termijnen.beoordelen} maanden.", "8", na)
    keer = 1
    while (na := plus_maanden(begin, keer * termijnen.premie)) <= tot:
        wat = "Beoordeel of de klant voldoende meewerkte; zo ja, dan hoort er een premie bij."
        waarom = (
            f"De klant werkte {keer * termijnen.premie} maanden; de verordening moet het bedrag van de premie noemen."
        )
        yield _taak("participatieplaats_premie", wat, waarom, "6", na)
        keer += 1


def _taak(soort: str, wat: str, waarom: str, lid: str, op: date) -> TaakVoorstel:
    return TaakVoorstel(
        soort=soort, wat=wat, waarom=waarom, rol=Rol.WERKCONSULENT, grondslag=pw("10a", lid), uiterste=op
    )
