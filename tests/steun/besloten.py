"""Besluiten over maatregelen as they stand in the database, put there directly: many at once, for counting."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.beleidspakket import bewaar
from app.db.besluit import Bekendmaking, Besluit, Verzendwijze
from app.db.klant import Klant
from app.db.sessie import transactie
from app.domain.beleid.model import Versie
from app.domain.kern.canoniek import canoniek
from app.domain.kern.norm import Leefvorm
from app.domain.kern.rollen import Rol
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.beslissing import beslis
from app.domain.maatregel.feiten import ZaakFeiten
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import handelend
from tests.steun.maatregel import BESLUIT


def besloten(dienst: Dienst, zaken: Iterable[tuple[ZaakFeiten, ...]], op: date = BESLUIT) -> list[UUID]:
    """Make a klant for every tuple, with one sent besluit per zaak in it, a month apart; return the klanten."""
    actor = handelend(Rol.INKOMENSCONSULENT)
    versie = dienst.state.register.geldend(MaatregelBeleid, "GM0150", op)
    klanten = []
    with transactie(dienst.state.sessies, actor) as sessie:
        bewaar(sessie, versie, _moment(op))
        for feiten in zaken:
            klant = _klant(dienst)
            sessie.add(klant)
            klanten.append(klant.id)
            sessie.flush()
            for nr, zaak in enumerate(feiten):
                _besluit(sessie, klant.id, zaak, versie, op.replace(month=op.month + nr))
    return klanten


def _klant(dienst: Dienst) -> Klant:
    return Klant(
        id=uuid7(),
        organisatie="deventer",
        gemeente="GM0150",
        bsn=dienst.nieuw_bsn(),
        voornamen="Sam",
        achternaam="de Wit",
        geboortedatum=date(1990, 1, 2),
        leefvorm=Leefvorm.ALLEENSTAANDE,
        team="matchen",
        versie=1,
    )


def _moment(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 10, tzinfo=UTC)


def _besluit(sessie: Session, klant_id: UUID, feiten: ZaakFeiten, versie: Versie[Any], op: date) -> None:
    uitkomst = canoniek(beslis(feiten, versie.beleid, op))
    besluit = Besluit(
        id=uuid7(),
        organisatie="deventer",
        klant_id=klant_id,
        soort="maatregel",
        onderwerp_id=uuid7(),
        dictum=json.loads(uitkomst)["dictum"],
        peildatum=op,
        feiten=json.loads(canoniek(feiten)),
        beslissing=json.loads(uitkomst),
        beslissing_bytes=uitkomst,
        beslissing_sha256="0" * 64,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        bronnen=[],
        codeversie="0",
        genomen_door=medewerker_id(Rol.INKOMENSCONSULENT),
        genomen_op=_moment(op),
    )
    sessie.add(besluit)
    sessie.flush()
    sessie.add(
        Bekendmaking(
            id=uuid7(),
            organisatie="deventer",
            klant_id=klant_id,
            besluit_id=besluit.id,
            verzonden_op=op,
            wijze=Verzendwijze.POST,
            bezwaartermijn={},
            verzonden_door=medewerker_id(Rol.INKOMENSCONSULENT),
            tijdstip=_moment(op),
        )
    )
    sessie.flush()
