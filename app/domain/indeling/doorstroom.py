"""When a move must be assessed: the situations of 5.3 (Faciliteren) and 6.3 (Zorgen), from recorded activities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.handhaving import regels_zorgen_gelden
from app.domain.indeling.overweging import Wisselaanleiding, grondslag_van
from app.domain.kern.activiteit import Activiteit, Activiteitsoort, minstens_sinds, uren_op
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen


class Probleemernst(StrEnum):
    """How a leefgebied is doing, as the consulent judges it."""

    GEEN = "geen"
    KLEIN_STABIEL = "klein_stabiel"
    KLEIN_WISSELEND = "klein_wisselend"
    GROOT = "groot"


class DoorstroomFeiten(BaseModel):
    """What a klant does, as indeled on the day; ``norm`` is the bijstandsnorm in eurocents, None when not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    klantgroep: Klantgroep | None
    zorg_handhaving: bool = False
    activiteiten: tuple[Activiteit, ...] = ()
    leefgebieden: Mapping[Leefgebied, Probleemernst] = {}
    norm: int | None = None

    def van(self, soort: Activiteitsoort) -> tuple[Activiteit, ...]:
        """Return the activities of this kind."""
        return tuple(a for a in self.activiteiten if a.soort is soort)

    @property
    def eigen_werk(self) -> tuple[Activiteit, ...]:
        """Paid work that the klant found, or of which nobody knows who did."""
        return tuple(a for a in self.van(Activiteitsoort.BETAALD_WERK) if a.zelf_gevonden is not False)


class Situatie(BaseModel):
    """A situation in which a move must be assessed from ``vanaf``; what is undetermined is for the assessor."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    aanleiding: Wisselaanleiding
    vanaf: date
    toetsen: tuple[Toets, ...]


def te_beoordelen(feiten: DoorstroomFeiten, dag: date, beleid: IndelingBeleid) -> tuple[Situatie, ...]:
    """Return the situations that hold on ``dag``, and those that will when nothing changes (DEV-KGR-508, 510)."""
    if feiten.klantgroep is Klantgroep.FACILITEREN:
        regels = (_veel_vrijwilligerswerk, _veel_werk, _behouden_werk)
        mogelijk = [regel(feiten, dag, beleid) for regel in regels]
    elif regels_zorgen_gelden(feiten.klantgroep, feiten.zorg_handhaving):
        mogelijk = [_vrijwilligerswerk_gestart(feiten, dag), _werk_onder_norm(feiten, dag)]
    else:
        return ()
    return tuple(s for s in mogelijk if all(t.uitkomst is not Uitkomst.NIET_VOLDAAN for t in s.toetsen))


def _uren(aanleiding: Wisselaanleiding, uren: Decimal, eis: int) -> Toets:
    zin = f"De klant werkt ten minste {eis} uur per week."
    return maak_toets("uren_per_week", uren >= eis, grondslag_van(aanleiding), {"uren": uren, "minimum": eis}, zin)


def _veel_vrijwilligerswerk(feiten: DoorstroomFeiten, dag: date, beleid: IndelingBeleid) -> Situatie:
    """Situation a: twenty hours of vrijwilligerswerk, no large problems, and small ones stable (DEV-KGR-508)."""
    aanleiding = Wisselaanleiding.VRIJWILLIGERSWERK_VEEL_UREN
    uren = uren_op(feiten.van(Activiteitsoort.VRIJWILLIGERSWERK), dag)
    eis = beleid.doorstroom_uren_vrijwilligerswerk.waarde
    toetsen = (_uren(aanleiding, uren, eis), *_leefgebieden(feiten.leefgebieden))
    return Situatie(aanleiding=aanleiding, vanaf=dag, toetsen=toetsen)


def _leefgebieden(gezien: Mapping[Leefgebied, Probleemernst]) -> tuple[Toets, Toets]:
    """Test the seven leefgebieden; one that was not judged leaves it undetermined, unless another decides."""
    volledig, grond = len(gezien) == len(Leefgebied), productenboek("5.3")
    groot = Probleemernst.GROOT in gezien.values()
    wisselend = Probleemernst.KLEIN_WISSELEND in gezien.values()
    feit = {"beoordeeld": len(gezien)}
    return (
        maak_toets(
            "geen_grote_problemen",
            False if groot else True if volledig else None,
            grond,
            feit,
            "Op geen van de zeven leefgebieden is een groot probleem.",
        ),
        maak_toets(
            "kleine_problemen_stabiel",
            False if wisselend else True if volledig else None,
            grond,
            feit,
            "Kleinere problemen zijn stabiel.",
        ),
    )


def _zelf_gevonden(aanleiding: Wisselaanleiding, werk: tuple[Activiteit, ...]) -> Toets:
    zeker = True if all(a.zelf_gevonden for a in werk) else None
    return maak_toets("zelf_gevonden", zeker, grondslag_van(aanleiding), {}, "De klant heeft het werk zelf gevonden.")


def _veel_werk(feiten: DoorstroomFeiten, dag: date, beleid: IndelingBeleid) -> Situatie:
    """Situation b: twenty hours of paid work that the klant found (DEV-KGR-508)."""
    aanleiding, werk = Wisselaanleiding.BETAALD_WERK_VEEL_UREN, _lopend(feiten.eigen_werk, dag)
    uren = _uren(aanleiding, uren_op(werk, dag), beleid.doorstroom_uren_betaald.waarde)
    return Situatie(aanleiding=aanleiding, vanaf=dag, toetsen=(uren, _zelf_gevonden(aanleiding, werk)))


def _behouden_werk(feiten: DoorstroomFeiten, dag: date, beleid: IndelingBeleid) -> Situatie:
    """Situation c: ten hours of paid work that the klant found, kept for six months, that can grow (DEV-KGR-508).

    Counted in hours without a gap, whatever the employer; until the six months are over it is a situation of later.
    """
    aanleiding, eigen = Wisselaanleiding.BETAALD_WERK_BEHOUDEN, feiten.eigen_werk
    eis, maanden = beleid.doorstroom_uren_betaald_behouden.waarde, beleid.doorstroom_maanden_behouden
    sinds = minstens_sinds(eigen, Decimal(eis), dag)
    vanaf = dag if sinds is None else max(dag, plus_maanden(sinds, maanden.waarde))
    behouden = sinds is not None and minstens_sinds(eigen, Decimal(eis), vanaf) == sinds
    werk, zin = _lopend(eigen, vanaf), f"De klant heeft het werk {maanden.waarde} maanden behouden."
    toetsen = (
        _uren(aanleiding, uren_op(werk, vanaf), eis),
        maak_toets("werk_behouden", behouden, maanden.grondslag, {"sinds": sinds}, zin),
        _zelf_gevonden(aanleiding, werk),
        _uitbreidbaar(aanleiding, werk, vanaf),
    )
    return Situatie(aanleiding=aanleiding, vanaf=vanaf, toetsen=toetsen)


def _uitbreidbaar(aanleiding: Wisselaanleiding, werk: tuple[Activiteit, ...], dag: date) -> Toets:
    gezien = {stand.uitbreidbaar for a in werk if (stand := a.stand_op(dag)) is not None}
    kan = True if True in gezien else None if None in gezien else False
    return maak_toets("uren_uitbreidbaar", kan, grondslag_van(aanleiding), {}, "De klant kan meer uren gaan werken.")


def _lopend(werk: tuple[Activiteit, ...], dag: date) -> tuple[Activiteit, ...]:
    return tuple(a for a in werk if a.stand_op(dag) is not None)


def _vrijwilligerswerk_gestart(feiten: DoorstroomFeiten, dag: date) -> Situatie:
    """Test for vrijwilligerswerk of whatever size, in Zorgen (DEV-KGR-510)."""
    aanleiding = Wisselaanleiding.START_VRIJWILLIGERSWERK
    uren = uren_op(feiten.van(Activiteitsoort.VRIJWILLIGERSWERK), dag)
    zin = "De klant is met vrijwilligerswerk begonnen."
    toets = maak_toets("vrijwilligerswerk_gestart", uren > 0, grondslag_van(aanleiding), {"uren": uren}, zin)
    return Situatie(aanleiding=aanleiding, vanaf=dag, toetsen=(toets,))


def inkomen_uit_werk(feiten: DoorstroomFeiten, dag: date) -> int | None:
    """Return the income from paid work on a day in eurocents per month; None when a part of it is not known."""
    standen = [a.stand_op(dag) for a in feiten.van(Activiteitsoort.BETAALD_WERK)]
    bedragen = [stand.inkomen for stand in standen if stand is not None]
    bekend = [bedrag for bedrag in bedragen if bedrag is not None]
    return sum(bekend) if len(bekend) == len(bedragen) else None


def _werk_onder_norm(feiten: DoorstroomFeiten, dag: date) -> Situatie:
    """Test for paid work with an income below the bijstandsnorm, in Zorgen (DEV-KGR-510)."""
    aanleiding = Wisselaanleiding.WERK_ONDER_NORM
    grond, inkomen = grondslag_van(aanleiding), inkomen_uit_werk(feiten, dag)
    uren = uren_op(feiten.van(Activiteitsoort.BETAALD_WERK), dag)
    onder = None if inkomen is None or feiten.norm is None else inkomen < feiten.norm
    zin = "Het inkomen uit werk is lager dan de bijstandsnorm."
    toetsen = (
        maak_toets("werk_gevonden", uren > 0, grond, {"uren": uren}, "De klant heeft werk gevonden."),
        maak_toets("inkomen_onder_norm", onder, grond, {"inkomen": inkomen, "norm": feiten.norm}, zin),
    )
    return Situatie(aanleiding=aanleiding, vanaf=dag, toetsen=toetsen)


def vraag_einde_uitkering(feiten: DoorstroomFeiten, dag: date, beleid: IndelingBeleid) -> TaakVoorstel | None:
    """Ask whether the uitkering ends when the income from work reaches the norm (DEV-KGR-510)."""
    inkomen = inkomen_uit_werk(feiten, dag)
    if not inkomen or feiten.norm is None or inkomen < feiten.norm:
        return None
    return TaakVoorstel(
        soort="einde_uitkering_beoordelen",
        wat="Beoordeel of de uitkering eindigt.",
        waarom="Het inkomen uit werk is ten minste zo hoog als de bijstandsnorm.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=productenboek("6.3"),
        uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
    )
