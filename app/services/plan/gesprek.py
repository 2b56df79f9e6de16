"""A plan that changes in a doelmatigheidsgesprek: the link, and the letter with the new version (DEV-PVA-505)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.db import plan as db
from app.db.brief.brief import Briefstand
from app.db.gesprek import gesprek as gesprekken
from app.db.gesprek.gesprek import Gesprek
from app.db.klant import Klant
from app.db.plan import Planversie
from app.db.taak import Taakstatus
from app.domain.brief.documenten import Formeeldocument
from app.domain.brief.model import Deel
from app.domain.brief.tekst import letterlijk
from app.domain.gesprek.soort import Gesprekssoort
from app.domain.kern.datum import dag_voluit, datum_voluit
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import Actie, Doel
from app.domain.plan.overleg import BRIEFTAAK, brieftaak
from app.services.brief.klantbrieven import Briefverzoek, maak_klantbrief
from app.services.handeling import Handeling
from app.services.plan.opdrachten import PlanbriefOpdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken


def controleer_gesprek(h: Handeling, klant: Klant, gesprek_id: UUID | None) -> None:
    """Refuse a link to what is no open doelmatigheidsgesprek of this klant. The klant is locked."""
    if gesprek_id is None:
        return
    gesprek = gesprekken.gesprek(h.sessie, h.actor, gesprek_id)
    if gesprek is None or gesprek.klant_id != klant.id or not _is_open(gesprek):
        raise OngeldigeInvoer({"gesprekId": "Dit is geen doelmatigheidsgesprek van deze klant dat nog open is."})


def _is_open(gesprek: Gesprek) -> bool:
    soort = gesprek.soort is Gesprekssoort.DOELMATIGHEIDSGESPREK
    return soort and gesprek.ingetrokken_op is None and gesprek.afgerond_op is None


def vraag_brief(h: Handeling, klant: Klant, versie: Planversie) -> None:
    """Ask for the letter with a version that was made in a gesprek; the request for an earlier one lapses."""
    if versie.gesprek_id is None:
        return
    sluit_taken(h, versie.gesprek_id, BRIEFTAAK, status=Taakstatus.VERVALLEN)
    beleid = h.beleid.geldend(PlanBeleid, klant.gemeente, h.vandaag).beleid
    maak_taak(h, brieftaak(h.vandaag, beleid), Bestemming(versie.gesprek_id, klant))


def maak_planbrief(h: Handeling, opdracht: PlanbriefOpdracht, gesprek_id: UUID) -> Briefstand:
    """Make the letter with the plan as it was changed last in this gesprek. Raises Conflict when it was not changed."""
    gesprek = gesprekken.gesprek(h.sessie, h.actor, gesprek_id)
    if gesprek is None:
        raise NietGevonden("Dit gesprek is niet gevonden.")
    klant = h.klant(gesprek.klant_id)
    h.sessie.refresh(gesprek)
    versie = db.versie_uit_gesprek(h.sessie, gesprek.id)
    if versie is None or gesprek.ingetrokken_op is not None:
        raise Conflict("In dit gesprek is het plan niet gewijzigd; er is geen brief nodig.", "plan_niet_gewijzigd")
    gegevens = {
        "gesprek_dag": dag_voluit(gesprek.datum),
        "evaluatie_dag": datum_voluit(versie.evaluatiedatum) if versie.evaluatiedatum else None,
    }
    verzoek = Briefverzoek(
        Formeeldocument.BRIEF_NIEUW_PLAN, gesprek.id, gegevens, opdracht.datum, tuple(_plandelen(versie))
    )
    return maak_klantbrief(h, klant, verzoek)


def _plandelen(versie: Planversie) -> Iterator[Deel]:
    """Yield a part per goal with its actions, in the klant's own words, and then how and by whom."""
    for nummer, inhoud in enumerate(versie.doelen, start=1):
        doel = Doel.model_validate(inhoud)
        acties = "\n".join(f"- {_regel(actie)}" for actie in doel.acties)
        yield Deel(
            kop=f"Doel {nummer}", blokken=letterlijk("\n\n".join(filter(None, (_plat(doel.omschrijving), acties))))
        )
    for kop, tekst in (("Hoe u er komt", versie.wijze_van_bereiken), ("Uw eigen rol", versie.eigen_rol)):
        if tekst:
            yield Deel(kop=kop, blokken=letterlijk(tekst))


def _regel(actie: Actie) -> str:
    wie = f" ({actie.wie})" if actie.wie else ""
    dag = f", uiterlijk {datum_voluit(actie.uiterlijk)}" if actie.uiterlijk else ""
    return _plat(f"{actie.wat}{wie}{dag}")


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())
