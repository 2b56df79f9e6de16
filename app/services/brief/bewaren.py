"""Bewaren: making both forms of a letter, and keeping them with their hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.brief.brief import Brief as Rij
from app.db.brief.brief import Briefinhoud, Briefstand, Briefstap, Briefstapsoort, Briefvorm
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.brief.beleid import BriefBeleid
from app.domain.brief.documenten import Formeeldocument, Postwijze
from app.domain.brief.model import Brief
from app.services.brief.html import als_html
from app.services.brief.pdf import als_pdf
from app.services.handeling import Handeling

MEDIATYPE: Final[Mapping[Briefvorm, str]] = {
    Briefvorm.PDF: "application/pdf",
    Briefvorm.HTML: "text/html; charset=utf-8",
}
MAAK: Final[Mapping[Briefvorm, Callable[[Brief], bytes]]] = {Briefvorm.PDF: als_pdf, Briefvorm.HTML: als_html}


@dataclass(frozen=True)
class Waarover:
    """What a kept letter is: its kind, its subject, and the policy of its text."""

    soort: Formeeldocument
    onderwerp_id: UUID
    kenmerk: str
    versie: Versie[BriefBeleid]
    gesprek_op: date | None = None


def bewaar(h: Handeling, klant: Klant, brief: Brief, over: Waarover) -> Briefstand:
    """Make the letter in both forms and keep it; who calls records it with ``leg_vast``."""
    rij = Rij(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        soort=over.soort,
        onderwerp_id=over.onderwerp_id,
        kenmerk=over.kenmerk,
        titel=brief.onderwerp,
        datum=brief.datum,
        gesprek_op=over.gesprek_op,
        eis=over.versie.beleid.verzending.waarde[over.soort].model_dump(mode="json"),
        met_adres=bool(brief.geadresseerde.regels),
        inhoud=brief.model_dump(mode="json"),
        beleid_id=over.versie.id,
        gemaakt_door=h.actor.medewerker_id,
        gemaakt_op=h.nu,
    )
    h.sessie.add(rij)
    h.sessie.flush()
    vormen = [_vorm(rij, vorm, MAAK[vorm](brief)) for vorm in Briefvorm]
    h.sessie.add_all(vormen)
    return Briefstand(rij, [], {deel.vorm: deel.sha256 for deel in vormen})


def _vorm(rij: Rij, vorm: Briefvorm, inhoud: bytes) -> Briefinhoud:
    return Briefinhoud(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        brief_id=rij.id,
        vorm=vorm,
        mediatype=MEDIATYPE[vorm],
        inhoud=inhoud,
        sha256=hashlib.sha256(inhoud).hexdigest(),
    )


@dataclass(frozen=True)
class Gebeurd:
    """What happened to a letter, and when."""

    soort: Briefstapsoort
    datum: date
    wijzen: tuple[Postwijze, ...] = ()
    kenmerk_aangetekend: str | None = None
    reden: str | None = None


def zet_briefstap(h: Handeling, brief: Rij, wat: Gebeurd) -> Briefstap:
    """Write down what happened to a letter."""
    stap = Briefstap(
        id=uuid7(),
        organisatie=brief.organisatie,
        klant_id=brief.klant_id,
        brief_id=brief.id,
        soort=wat.soort,
        datum=wat.datum,
        wijzen=sorted(wat.wijzen),
        kenmerk_aangetekend=wat.kenmerk_aangetekend,
        reden=wat.reden,
        gezet_door=h.actor.medewerker_id,
        gezet_op=h.nu,
    )
    h.sessie.add(stap)
    return stap
