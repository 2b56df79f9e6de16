"""Where a klant is on the klantreis: what was recorded by hand, and what the dossier tells."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.afspraak import Afspraak
from app.db.basis import Basis, VanKlant, keuze
from app.db.intake.melding import Melding, MeldingPersoon
from app.db.intake.screening import Screening, Screeningstatus
from app.db.taak import LopendeTermijn, Termijnstatus
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.gesprek.klantreis import Stapstatus


class Klantreisstap(Basis, VanKlant):
    """What a consulent recorded of a stage; the last row counts, ``te_doen`` gives the dossier its say again."""

    __tablename__ = "klantreisstap"

    stap: Mapped[str]
    status: Mapped[Stapstatus] = mapped_column(keuze(Stapstatus))
    op: Mapped[date]
    reden: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Genodigde(Basis, VanKlant):
    """Who was invited to an appointment, how; with ``vervallen`` the invitation no longer stands."""

    __tablename__ = "genodigde"

    afspraak_id: Mapped[UUID] = mapped_column(ForeignKey("afspraak.id"), index=True)
    betrokkene_id: Mapped[UUID] = mapped_column(ForeignKey("betrokkene.id"))
    wijze: Mapped[str]
    vervallen: Mapped[bool] = mapped_column(default=False)
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def stappen(sessie: Session, klant_id: UUID) -> dict[str, Klantreisstap]:
    """Return the last record of each stage."""
    vraag = select(Klantreisstap).where(Klantreisstap.klant_id == klant_id)
    return {rij.stap: rij for rij in sessie.scalars(vraag.order_by(Klantreisstap.vastgelegd_op, Klantreisstap.id))}


def laatste_melding(sessie: Session, klant_id: UUID) -> Melding | None:
    """Return the last melding of a person."""
    vraag = select(Melding).join(MeldingPersoon, MeldingPersoon.melding_id == Melding.id)
    vraag = vraag.where(MeldingPersoon.klant_id == klant_id)
    return sessie.scalar(vraag.order_by(Melding.meldingsdatum.desc(), Melding.id.desc()).limit(1))


def screening(sessie: Session, melding_id: UUID) -> Screening | None:
    """Return the screening of a melding that was held, or is planned."""
    telt = (Screeningstatus.GEHOUDEN, Screeningstatus.GEPLAND)
    vraag = select(Screening).where(Screening.melding_id == melding_id, Screening.status.in_(telt))
    return sessie.scalar(vraag.order_by(Screening.begin.desc()).limit(1))


def beslist_op(sessie: Session, melding_id: UUID, soort: str) -> datetime | None:
    """Return when the term for the decision on the aanvraag ended because there was one."""
    termijn = LopendeTermijn
    vraag = select(termijn.afgerond_op).where(termijn.onderwerp_id == melding_id, termijn.soort == soort)
    return sessie.scalar(vraag.where(termijn.status == Termijnstatus.GEHAALD).limit(1))


def afspraken(sessie: Session, klant_id: UUID, soort: AfspraakSoort) -> list[Afspraak]:
    """Return the appointments of one kind that did not lapse, the latest first."""
    vraag = select(Afspraak).where(Afspraak.klant_id == klant_id, Afspraak.soort == soort)
    return list(sessie.scalars(vraag.where(Afspraak.vervallen_op.is_(None)).order_by(Afspraak.begint.desc())))


def afspraak(sessie: Session, afspraak_id: UUID) -> Afspraak | None:
    """Find an appointment; row-level security hides those of klanten that may not be read."""
    return sessie.get(Afspraak, afspraak_id)


def genodigden(sessie: Session, klant_id: UUID) -> list[Genodigde]:
    """Return the invitations that stand, oldest first."""
    vraag = select(Genodigde).where(Genodigde.klant_id == klant_id)
    alle = sessie.scalars(vraag.order_by(Genodigde.vastgelegd_op, Genodigde.id))
    laatste = {(rij.afspraak_id, rij.betrokkene_id): rij for rij in alle}
    return [rij for rij in laatste.values() if not rij.vervallen]
