"""Loonkostensubsidie as one of the regelingen of the room subsidie: what is asked, looked up, tested and granted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from pydantic import Field

from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import pw
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets
from app.domain.loonkosten.formule import Cijfer, Maandbedrag, Maanddeel
from app.domain.loonkosten.maanden import bedragen
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.loonkosten.regeling import Lksvoorwaarden, opnieuw_vastgesteld, toetsen_lks
from app.domain.subsidie.gegevens import Invoer
from app.domain.subsidie.model import Betaalschema, GebruiktCijfer, Regelingcode, Subsidiefeiten, Termijn
from app.domain.subsidie.regels import Regels

_ANDERE: Final = frozenset({Regelingcode.TEGEMOETKOMING, Regelingcode.LOONKOSTENSUBSIDIE})
"""The other subsidies for the wages of the same job (10d lid 9)."""
_BRON: Final = {"minimumloon": ("wml", "maand_21plus"), "deeltijdbasis_uren": ("lks", "deeltijdbasis")}


class Loonkostensubsidiegegevens(Invoer):
    """Een loonkostensubsidie (artikel 10d). Doelgroep, loonwaarde, forfait en uren komen uit het dossier."""

    regeling: Literal["loonkostensubsidie"]
    ambtshalve: bool = Field(default=False, description="De gemeente verleent haar uit zichzelf, zonder aanvraag.")
    vooraf_onderwijs_of_doelgroep: bool | None = Field(
        default=None,
        description="Alleen bij een baan die al liep: praktijkonderwijs, vso, entreeopleiding of doelgroep in de zes "
        "maanden ervoor (artikel 10d, lid 2).",
    )
    geen_wsw: bool | None = Field(default=None, description="De baan valt niet onder de Wsw (artikel 10d, lid 3).")
    geen_andere_loonsubsidie: bool | None = Field(
        default=None, description="De werkgever verklaart dat er geen andere loonsubsidie is (artikel 10d, lid 9)."
    )


class LksSubsidiefeiten(Subsidiefeiten):
    """The facts: the parts of months in ``[vanaf, tot)`` with their figures, of the job with id ``werk_id``.

    ``vorig_bedrag`` is what a month was before a yearly reset, ``eerste_nummer`` the number of the first termijn.
    """

    gegevens: Loonkostensubsidiegegevens
    in_doelgroep: bool | None = None
    forfait: bool = False
    loonwaarde: int | None = None
    vanaf: date | None = None
    tot: date | None = None
    delen: tuple[Maanddeel, ...] = ()
    vorig_bedrag: int | None = None
    eerste_nummer: int = 1
    werk_id: str | None = None


def toets_regeling(feiten: LksSubsidiefeiten, beleid: LoonkostenBeleid) -> tuple[Toets, ...]:
    """Test everything that a loonkostensubsidie asks."""
    gegeven, maanden = feiten.gegevens, bedragen(feiten.delen)
    voorwaarden = Lksvoorwaarden(
        begin=feiten.dienstverband.van if feiten.dienstverband else None,
        ontvangen_op=feiten.ontvangen_op,
        ambtshalve=gegeven.ambtshalve,
        in_doelgroep=feiten.in_doelgroep,
        vooraf=gegeven.vooraf_onderwijs_of_doelgroep,
        forfait=feiten.forfait,
        loonwaarde=feiten.loonwaarde,
        geen_wsw=gegeven.geen_wsw,
        geen_andere_subsidie=gegeven.geen_andere_loonsubsidie,
        andere_subsidie=any(e.regeling in _ANDERE and e.zelfde_dienstverband for e in feiten.eerdere),
        bedragen=len(maanden),
    )
    toetsen = toetsen_lks(voorwaarden, beleid)
    if feiten.vorig_bedrag is None or not maanden:
        return toetsen
    return (*toetsen, opnieuw_vastgesteld(feiten.vorig_bedrag, maanden[0].bedrag, maanden[0].maand))


def bereken_regeling(feiten: LksSubsidiefeiten, _beleid: LoonkostenBeleid) -> Betaalschema:
    """Work out the amount of every month, each payable when the month is over."""
    maanden = bedragen(feiten.delen)
    termijnen = [_termijn(nummer, maand) for nummer, maand in enumerate(maanden, feiten.eerste_nummer)]
    som = euro(sum(maand.bedrag for maand in maanden))
    aantal = "1 maand" if len(maanden) == 1 else f"{len(maanden)} maanden"
    formule = f"{aantal} loonkostensubsidie samen = {som}"
    if feiten.vorig_bedrag is not None:
        per = datum_voluit(maanden[0].maand)
        formule += f"; het maandbedrag was {euro(feiten.vorig_bedrag)} en is vanaf {per} {euro(maanden[0].bedrag)}"
    return Betaalschema.van(*termijnen, formule=formule)


def _termijn(nummer: int, maand: Maandbedrag) -> Termijn:
    return Termijn(
        nummer=nummer,
        maand=maand.maand,
        bedrag=maand.bedrag,
        formule=maand.formule,
        cijfers=tuple(gebruikt(maand.cijfers, maand.maand)),
        betaalbaar_vanaf=plus_maanden(maand.maand, 1),
    )


def gebruikt(cijfers: Iterable[Cijfer], per: date) -> Iterable[GebruiktCijfer]:
    """Show the figures as the engine keeps them; hours are in the formula and are no amount or percentage."""
    for cijfer in cijfers:
        if cijfer.naam != "deeltijdbasis_uren":
            beleid, veld = _BRON.get(cijfer.naam, ("lks", cijfer.naam))
            yield GebruiktCijfer(
                naam=cijfer.naam.replace("_procent", "").replace("_", " "),
                waarde=int(cijfer.waarde) if beleid == "wml" else Decimal(cijfer.waarde),
                grondslag=cijfer.grondslag,
                herkomst=cijfer.herkomst,
                beleid=beleid,
                veld=veld,
                per=per,
            )


LOONKOSTENSUBSIDIE: Final = Regels(
    code=Regelingcode.LOONKOSTENSUBSIDIE,
    naam="loonkostensubsidie",
    feiten=LksSubsidiefeiten,
    beleid=LoonkostenBeleid,
    toets=toets_regeling,
    bereken=bereken_regeling,
    waarden=("aanvraag_maanden",),
    grondslag=pw("10d", "1"),
    betaald_na_factuur=False,
)
