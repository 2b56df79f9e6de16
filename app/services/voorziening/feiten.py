"""Facts of klanten on which voorzieningen are tested, of one or of many, in the same fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, Protocol, TypeVar
from uuid import UUID

from app.db.voorziening import reeks as db
from app.db.werkgever.dienstverband import werkgevers_van
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.categorie import Categorie, categorie_van, register_op
from app.domain.doelgroep.diploma import Antwoord
from app.domain.doelgroep.feit import Feit
from app.domain.doelgroep.jongere import Startkwalificatie
from app.domain.doelgroep.omstandigheid import FunctioneleBeperking, Mantelzorg, is_mantelzorg, kinderen_op, laatste_op
from app.domain.doelgroep.soorten import lees_feit
from app.domain.kern.kenmerk import Kenmerk
from app.domain.nugger.feiten import Nuggerdictum
from app.domain.voorziening.feiten import EerdereInzet, VoorzieningFeiten
from app.domain.voorziening.oordeel import Omstandigheid
from app.services.handeling import Handeling
from app.services.toekenning.lopend import Inzet, inzetten_van

SOORTEN: Final = (
    "doelgroepcategorie",
    "doelgroepregister",
    "startkwalificatie",
    "ten_laste_komende_kinderen",
    "mantelzorg",
    "functionele_beperking",
)
"""The facts of the room doelgroep that a voorziening looks at."""

PLAN: Final = "plan"
_KENMERKEN: Final = {
    Kenmerk.LKS.value: Omstandigheid.LOONKOSTENSUBSIDIE,
    Kenmerk.INDICATIE_BANENAFSPRAAK.value: Omstandigheid.LOONKOSTENSUBSIDIE,
    Kenmerk.BESCHUT_WERK.value: Omstandigheid.BESCHUT_WERK,
}


class Personalia(Protocol):
    """What is needed of the klant itself: a row of the table, or these columns of it."""

    @property
    def id(self) -> Any:
        """Id of the klant."""

    @property
    def gemeente(self) -> Any:
        """CBS code."""

    @property
    def geboortedatum(self) -> Any:
        """Birth date."""

    @property
    def klantgroep(self) -> Any:
        """Klantgroep, None before the indeling."""

    @property
    def regime(self) -> Any:
        """The act of the uitkering."""

    @property
    def kenmerken(self) -> Any:
        """Markers."""


P = TypeVar("P", bound=Personalia)


def verzamel(h: Handeling, klant: Personalia, begin: date, *, behalve: UUID | None = None) -> VoorzieningFeiten:
    """Return what is known of one klant for a first day; ``behalve`` is a toekenning that is itself being tested.

    The code and what is asked for are left to the caller (``model_copy``).
    """
    return verzamel_reeks(h, [klant], begin, behalve=behalve)[klant.id]


def verzamel_reeks(
    h: Handeling, reeks: Sequence[Personalia], begin: date, *, behalve: UUID | None = None
) -> dict[UUID, VoorzieningFeiten]:
    """Return what is known of each klant for a first day, in five queries however many there are."""
    ids = [klant.id for klant in reeks]
    per_klant: dict[UUID, list[Feit]] = {id_: [] for id_ in ids}
    for id_, gegevens in db.geldende_feiten(h.sessie, ids, SOORTEN):
        per_klant[id_].append(lees_feit(gegevens))
    inzetten = inzetten_van(h, ids, behalve)
    werkgevers = werkgevers_van(h.sessie, {i.vestiging for lijst in inzetten.values() for i in lijst if i.vestiging})
    met_plan = db.met_geldend_plan(h.sessie, ids, h.vandaag)
    dicta = db.nuggerdicta(h.sessie, ids)
    doelgroep = {g: h.beleid.geldend(DoelgroepBeleid, g, h.vandaag).beleid for g in {k.gemeente for k in reeks}}
    return {
        klant.id: VoorzieningFeiten(
            code="",
            geboortedatum=klant.geboortedatum,
            klantgroep=klant.klantgroep,
            uitkering=str(klant.regime),
            begin=begin,
            nugger_toegekend=_toegekend(dicta.get(klant.id)),
            eerdere=_eerdere(inzetten.get(klant.id, ()), werkgevers),
            vastgelegd=frozenset({PLAN} if klant.id in met_plan else ()),
            **_uit_feiten(per_klant[klant.id], klant, begin, doelgroep[klant.gemeente]),
        )
        for klant in reeks
    }


def _uit_feiten(feiten: Sequence[Feit], klant: Personalia, dag: date, beleid: DoelgroepBeleid) -> Mapping[str, Any]:
    if not feiten:
        return {"omstandigheden": _omstandigheden((), klant, dag)}
    start = laatste_op(feiten, Startkwalificatie, dag)
    return {
        "doelgroep": _code(categorie_van(feiten, dag)),
        "doelgroepregister": register_op(feiten, dag),
        "startkwalificatie": _ja(start, beleid) if isinstance(start, Startkwalificatie) else None,
        "kinderen": kinderen_op(feiten, dag),
        "omstandigheden": _omstandigheden(feiten, klant, dag),
    }


def _omstandigheden(feiten: Sequence[Feit], klant: Personalia, dag: date) -> frozenset[Omstandigheid]:
    gevonden = {_KENMERKEN[kenmerk] for kenmerk in klant.kenmerken if kenmerk in _KENMERKEN}
    zorg, beperking = laatste_op(feiten, Mantelzorg, dag), laatste_op(feiten, FunctioneleBeperking, dag)
    if isinstance(zorg, Mantelzorg) and is_mantelzorg(zorg):
        gevonden.add(Omstandigheid.MANTELZORG)
    if isinstance(beperking, FunctioneleBeperking) and beperking.aanwezig:
        gevonden.add(Omstandigheid.BEPERKING)
    return frozenset(gevonden)


def _ja(feit: Startkwalificatie, beleid: DoelgroepBeleid) -> bool | None:
    return {Antwoord.JA: True, Antwoord.NEE: False}.get(feit.uitkomst(beleid))


def _toegekend(dictum: str | None) -> bool | None:
    return None if dictum is None else dictum == Nuggerdictum.TOEKENNEN


def _code(categorie: Categorie | None) -> str | None:
    return None if categorie is None else categorie.value


def _eerdere(inzetten: Iterable[Inzet], werkgevers: Mapping[UUID, UUID]) -> tuple[EerdereInzet, ...]:
    return tuple(
        EerdereInzet(
            code=inzet.code,
            van=inzet.van,
            tot=inzet.tot,
            regime=inzet.regime,
            uitkomst=inzet.uitkomst,
            vestiging=tekst(inzet.vestiging),
            werkgever=tekst(inzet.vestiging and werkgevers.get(inzet.vestiging)),
        )
        for inzet in inzetten
    )


def tekst(id_: UUID | None) -> str | None:
    """Write an id as the facts keep it."""
    return None if id_ is None else str(id_)
