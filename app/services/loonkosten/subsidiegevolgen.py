"""What toetsing and bekendmaking of a besluit about a loonkostensubsidie do, also of one after the first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from uuid_utils.compat import uuid7

from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.db.loonkosten import forfait as forfaits
from app.db.loonkosten import zaak as zaken
from app.db.subsidie import betaling as betalingen
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidie, Subsidiestand, Subsidietermijn, Termijnstand
from app.domain.kern.geld import euro
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.loonkosten.aanpassing import Stuk, pas_aan
from app.domain.subsidie.beslissing import Subsidiebeslissing
from app.domain.subsidie.model import Betaalschema, Subsidiedictum, Termijn
from app.services.bezwaar.behandelen import verleg_bezwaar
from app.services.handeling import Handeling
from app.services.loonkosten.regeling import LksSubsidiefeiten
from app.services.loonkosten.taken import BESLISTERMIJN, Taaksoort, vraag
from app.services.subsidie import gevolgen as subsidie
from app.services.subsidie import taken as subsidietaken
from app.services.subsidie.budget import verplicht
from app.services.taak import sluit_taken, sluit_taken_van_klant, sluit_termijnen
from app.services.vastleggen import leg_vast

_VERVALLEN = "Vervangen door een nieuwe berekening."


def getoetst(h: Handeling, klant: Klant, rij: Subsidie, toetsing: Besluittoetsing) -> None:
    """Move on; a subsidie that was granted before stays so, whatever comes of the new besluit."""
    if not db.termijnen(h.sessie, [rij.id]):
        subsidie.getoetst(h, klant, rij, toetsing)
        return
    sluit_taken(h, rij.id, subsidietaken.Taaksoort.TOETSING)
    if toetsing.akkoord:
        subsidietaken.vraag(h, klant, rij, subsidietaken.Taaksoort.VERZENDING)
    else:
        vraag(h, klant, rij.id, Taaksoort.HERBEREKENEN, AFGEKEURD)


def bekendgemaakt(h: Handeling, rij: Subsidie, besluit: Besluit) -> dict[str, Any] | None:
    """Let the besluit work: the first one as any subsidie, a later one month by month (nothing is paid twice)."""
    klant = h.klant(rij.klant_id)
    _sluit_vijf_weken(h, klant)
    if not db.termijnen(h.sessie, [rij.id]):
        return subsidie.bekendgemaakt(h, rij, besluit)
    beslissing = Subsidiebeslissing.model_validate_json(besluit.beslissing_bytes)
    schema = beslissing.betaalschema
    _pas_toe(h, klant, rij, besluit, {t.maand: t for t in (schema.termijnen if schema else ()) if t.maand})
    sluit_taken(h, rij.id, subsidietaken.Taaksoort.VERZENDING)
    _loopt_of_stopt(h, klant, rij, besluit)
    if besluit.vervangt is not None:
        verleg_bezwaar(h, klant, besluit.vervangt, besluit.id)
    return None


def _loopt_of_stopt(h: Handeling, klant: Klant, rij: Subsidie, besluit: Besluit) -> None:
    """Stop with a besluit that refuses (10d lid 8); one that grants in place of that refusal lets it run again."""
    if besluit.dictum == Subsidiedictum.AFWIJZEN and rij.stand is Subsidiestand.TOEGEKEND:
        rij.stand = Subsidiestand.BEEINDIGD
        sluit_taken(h, rij.id, Taaksoort.HERBEREKENEN)
        leg_vast(h, Inzetsoort.SUBSIDIE_BEEINDIGD, rij, klant, {})
    vorige = h.sessie.get_one(Besluit, besluit.vervangt) if besluit.vervangt else None
    weer = besluit.dictum == Subsidiedictum.TOEKENNEN and rij.stand is Subsidiestand.BEEINDIGD
    if weer and vorige is not None and vorige.dictum == Subsidiedictum.AFWIJZEN:
        rij.stand = Subsidiestand.TOEGEKEND


def _pas_toe(h: Handeling, klant: Klant, rij: Subsidie, besluit: Besluit, nieuw: Mapping[date, Termijn]) -> None:
    bestaand = {t.nummer: t for t in db.termijnen(h.sessie, [rij.id]) if t.stand is not Termijnstand.VERVALLEN}
    onderweg = {o.termijn_id for o in betalingen.betaalopdrachten(h.sessie, [rij.id]) if o.loopt}
    stukken = [
        Stuk(nummer, t.maand, t.bedrag, t.stand is Termijnstand.BETAALD or t.id in onderweg)
        for nummer, t in bestaand.items()
        if t.maand is not None
    ]
    vanaf = LksSubsidiefeiten.model_validate(besluit.feiten).vanaf
    assert vanaf is not None
    bedragen = {maand: termijn.bedrag for maand, termijn in nieuw.items()}
    aanpassing = pas_aan(stukken, bedragen, eerste_van_de_maand(vanaf), date.max)
    aangehouden = _laat_vervallen([bestaand[nummer] for nummer in aanpassing.vervalt])
    for maand, bedrag in aanpassing.erbij.items():
        erbij = _rij(rij, nieuw[maand], bedrag)
        if maand in aangehouden:
            erbij.stand, erbij.reden = Termijnstand.AANGEHOUDEN, aangehouden[maand]
        h.sessie.add(erbij)
    _verplicht(h, klant, rij)
    if not any(t.stand is Termijnstand.AANGEHOUDEN for t in db.termijnen(h.sessie, [rij.id])):
        sluit_taken(h, rij.id, subsidietaken.Taaksoort.AANGEHOUDEN)
    for maand, bedrag in aanpassing.terug.items():
        vraag(h, klant, rij.id, Taaksoort.TERUG, f"Over {maand:%m-%Y} is {euro(bedrag)} te veel betaald.")


def _laat_vervallen(termijnen: list[Subsidietermijn]) -> dict[date, str | None]:
    """Let termijnen lapse; return why a month was held, for what comes in its place is held too."""
    aangehouden = {t.maand: t.reden for t in termijnen if t.maand and t.stand is Termijnstand.AANGEHOUDEN}
    for termijn in termijnen:
        termijn.stand, termijn.reden = Termijnstand.VERVALLEN, _VERVALLEN
        termijn.versie += 1
    return aangehouden


def _verplicht(h: Handeling, klant: Klant, rij: Subsidie) -> None:
    """Promise on the budget what stands now; a year of which nothing is left gets zero."""
    h.sessie.flush()
    velden = ("nummer", "maand", "bedrag", "formule", "betaalbaar_vanaf")
    delen = []
    for termijn in db.termijnen(h.sessie, [rij.id]):
        weg = {"bedrag": 0} if termijn.stand is Termijnstand.VERVALLEN else {}
        delen.append(Termijn(**({naam: getattr(termijn, naam) for naam in velden} | weg)))
    verplicht(h, klant, rij, Betaalschema.van(*delen, formule=""))


def _rij(rij: Subsidie, termijn: Termijn, bedrag: int) -> Subsidietermijn:
    velden = termijn.model_dump(mode="json", exclude={"maand", "betaalbaar_vanaf", "bedrag", "formule"})
    al = "" if bedrag == termijn.bedrag else f"; al betaald {euro(termijn.bedrag - bedrag)}, rest {euro(bedrag)}"
    return Subsidietermijn(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        subsidie_id=rij.id,
        maand=termijn.maand,
        bedrag=bedrag,
        formule=f"{termijn.formule}{al}",
        betaalbaar_vanaf=termijn.betaalbaar_vanaf,
        **velden,
        stand=Termijnstand.OPEN,
        versie=1,
    )


def _sluit_vijf_weken(h: Handeling, klant: Klant) -> None:
    """End the five weeks of 10d lid 12: there is a besluit."""
    sluit_taken_van_klant(h, klant, Taaksoort.BESLISSEN, Taaksoort.BESLISSEN_TE_LAAT)
    nummers = [zaak.id for zaak in zaken.zaken(h.sessie, klant.id)]
    nummers += [forfait.id for forfait in forfaits.forfaits(h.sessie, klant.id)]
    for nummer in nummers:
        sluit_termijnen(h, nummer, BESLISTERMIJN)
