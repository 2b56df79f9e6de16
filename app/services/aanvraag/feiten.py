"""Collecting the facts on which a besluit about an aanvraag is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db import plan as plannen
from app.db.aanvraag import beschikking as db
from app.db.aanvraag.beschikking import Aanvraagrapport
from app.db.bericht import bericht as berichten
from app.db.intake import melding as meldingen
from app.db.intake import stukken as stukken_db
from app.db.intake.stukken import Verzoekstatus
from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Termijnstatus
from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.documenten import Documentsoort
from app.domain.aanvraag.feiten import AanvraagFeiten, PersoonRecht, RapportFeiten, Stukkenstand, Zoekperiode
from app.domain.beleid.model import Versie
from app.domain.intake.beleid import IntakeBeleid
from app.domain.kern.leeftijd import jonger_dan
from app.domain.kern.tijd import dag
from app.services.aanvraag.concept import ConceptOpdracht, PersoonOordeel
from app.services.aanvraag.dossier import BESLISTERMIJNEN, Aanvraagdossier, beleid_op, hulp_open, stappen_van
from app.services.aanvraag.norm import Norm, norm_bij
from app.services.aanvraag.rapport import geldige_documenten, rapportfeiten
from app.services.bericht.stukken import HERINNERINGEN
from app.services.besluit.nemen import Bron
from app.services.handeling import Handeling

_RECHT = 10


@dataclass(frozen=True)
class Grondstof:
    """The facts with the policy they are judged by, and where the norm came from."""

    feiten: AanvraagFeiten
    versie: Versie[AanvraagBeleid]
    bronnen: Sequence[Bron]


def verzamel(h: Handeling, d: Aanvraagdossier, opdracht: ConceptOpdracht, **eigen: object) -> Grondstof:
    """Return the facts as they are now; ``eigen`` are those of who decides. The policy is that of today."""
    versie = beleid_op(h, d, h.vandaag)
    norm = norm_bij(h, d, opdracht, versie.beleid)
    rapport = _rapport(h, d)
    feiten = AanvraagFeiten(
        keuze=opdracht.keuze,
        leeftijdsklasse=d.aanvraag.leeftijdsklasse,
        meldingsdatum=d.melding.meldingsdatum,
        aanvraagdatum=d.melding.aanvraagdatum,
        beslissen_uiterlijk=_einde(h, d, "beslistermijn_aanvraag"),
        elders=opdracht.elders,
        personen=tuple(_persoon(klant, opdracht.personen) for klant in d.klanten),
        ingangsdatum=opdracht.ingangsdatum,
        eerder_gemotiveerd=opdracht.reden_eerdere_ingang is not None,
        stappen_open=tuple(str(b.stap.nr) for b in stappen_van(h, d.aanvraag) if b.stap.nr < _RECHT and not b.af),
        rapport=rapport[0] if rapport else None,
        stukken=_stukken(h, d),
        zoekperiode=_zoekperiode(h, d, opdracht),
        plan_bijgevoegd=bool(planbijlagen(h, d, versie.beleid)),
        hulp_open=hulp_open(h, d),
        uwv=d.aanvraag.uwv_status,
        norm=norm.feit,
        klantgroep=d.klant.klantgroep,
        rapporteur=str(rapport[1].medewerker_id) if rapport else None,
    )
    return Grondstof(AanvraagFeiten.model_validate(feiten.model_dump() | eigen), versie, _bronnen(norm))


def _bronnen(norm: Norm) -> Sequence[Bron]:
    return () if norm.bron is None else (norm.bron,)


def _rapport(h: Handeling, d: Aanvraagdossier) -> tuple[RapportFeiten, Aanvraagrapport] | None:
    rapporten = db.rapporten(h.sessie, d.aanvraag.id)
    return (rapportfeiten(h, d, rapporten[-1]), rapporten[-1]) if rapporten else None


def _persoon(klant: Klant, oordelen: Sequence[PersoonOordeel]) -> PersoonRecht:
    oordeel = next((oordeel for oordeel in oordelen if oordeel.klant_id == klant.id), None)
    return PersoonRecht(
        klant_id=str(klant.id),
        geboortedatum=klant.geboortedatum,
        recht=oordeel.recht if oordeel else None,
        reden=oordeel.reden if oordeel else None,
    )


def _termijn(h: Handeling, d: Aanvraagdossier, soort: str) -> LopendeTermijn | None:
    rijen = meldingen.termijnen(h.sessie, d.melding.id, BESLISTERMIJNEN)
    geldig = (rij for rij in rijen if rij.soort == soort and rij.status is not Termijnstatus.VERVALLEN)
    return next(geldig, None)


def _einde(h: Handeling, d: Aanvraagdossier, soort: str) -> date | None:
    rij = _termijn(h, d, soort)
    return rij.einde if rij else None


def _stukken(h: Handeling, d: Aanvraagdossier) -> Stukkenstand:
    """Say what is still missing: of the requests that are open, the last aanvultermijn counts."""
    open_ = [rij for rij in stukken_db.verzoeken(h.sessie, d.melding.id) if rij.status is Verzoekstatus.OPEN]
    aangevuld = [rij for rij in open_ if rij.aanvulling_uiterlijk is not None]
    if not aangevuld:
        return Stukkenstand(ontbreken=bool(open_))
    laatste = max(aangevuld, key=lambda rij: rij.aanvulling_uiterlijk or rij.gevraagd_op)
    verzonden = berichten.laatst_verzonden(h.sessie, laatste.id, HERINNERINGEN)
    herinnerd = laatste.herinnerd_op or (dag(verzonden) if verzonden else None)
    return Stukkenstand(ontbreken=True, aanvultermijn_tot=laatste.aanvulling_uiterlijk, herinnerd_op=herinnerd)


def zoekperiode_tot(h: Handeling, d: Aanvraagdossier) -> date | None:
    """Return the last day of the zoekperiode; None when there is none."""
    return _einde(h, d, "zoekperiode")


def _zoekperiode(h: Handeling, d: Aanvraagdossier, opdracht: ConceptOpdracht) -> Zoekperiode | None:
    tot = zoekperiode_tot(h, d)
    if tot is None:
        return None
    oordelen = db.oordelen(h.sessie, d.aanvraag.id)
    intake = h.beleid.geldend(IntakeBeleid, d.melding.gemeente, d.melding.meldingsdatum).beleid
    return Zoekperiode(
        tot=tot,
        eerder_mogelijk=intake.zoekperiode_eerder_mogelijk.waarde,
        eerder_gemotiveerd=opdracht.reden_eerder_behandelen is not None,
        oordeel=oordelen[-1].oordeel if oordelen else None,
        hersteltermijn_tot=oordelen[-1].hersteltermijn_tot if oordelen else None,
    )


def planbijlagen(h: Handeling, d: Aanvraagdossier, beleid: AanvraagBeleid) -> list[str]:
    """Return the plannen van aanpak that go with a beschikking: a document in the zaak, or the signed plan in force.

    For a jongere every plan of a jongere of the household must be there (DEV-JON-016).
    """
    in_zaak = [str(nr) for nr, rij in geldige_documenten(h, d).items() if rij.soort is Documentsoort.PLAN_VAN_AANPAK]
    if in_zaak:
        return in_zaak
    grens, gemeld = beleid.leeftijdsgrens.waarde, d.melding.meldingsdatum
    jongeren = [klant.id for klant in d.klanten if jonger_dan(klant.geboortedatum, grens, gemeld)]
    ondertekend = [_plan(h, klant_id) for klant_id in jongeren]
    return [plan for plan in ondertekend if plan] if all(ondertekend) else []


def _plan(h: Handeling, klant_id: UUID) -> str | None:
    geldend = plannen.plan_op(h.sessie, klant_id, h.vandaag)
    return str(geldend.plan.id) if geldend else None
