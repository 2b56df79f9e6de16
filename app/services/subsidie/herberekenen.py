"""Herberekenen: amounts that rested on a figure that was not known or not certain are worked out again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import GEGEVEN, Subsidie, Subsidietermijn, Termijnstand
from app.domain.beleid.model import Herkomst
from app.domain.kern.fouten import Conflict
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.subsidie.model import Betaalschema, GebruiktCijfer, Termijn
from app.services.besluit.lezen import bewaard_beleid, bewaarde_feiten
from app.services.handeling import Handeling
from app.services.subsidie.budget import verplicht
from app.services.subsidie.cijfers import Vraag
from app.services.subsidie.lezen import Subsidiebeeld, beeld, vind
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.vastleggen import leg_vast


def herbereken(h: Handeling, subsidie_id: UUID) -> Subsidiebeeld:
    """Work out again, on the figures of today, every open termijn that rests on one that was not certain.

    The facts are those of the besluit; what is invoiced or paid stays as it is.
    """
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    if rij.stand not in GEGEVEN:
        raise Conflict("Er is niets toegekend; er valt niets te herberekenen.", "niet_toegekend")
    nieuw = {termijn.nummer: termijn for termijn in _schema(h, rij).termijnen}
    anders = []
    for termijn in db.termijnen(h.sessie, [rij.id]):
        beter = nieuw.get(termijn.nummer)
        if beter is not None and termijn.stand is Termijnstand.OPEN and _onzeker(termijn):
            anders.append({"nummer": termijn.nummer, "was": termijn.bedrag, "wordt": beter.bedrag})
            _neem_over(termijn, beter)
    h.sessie.flush()
    verplicht(h, klant, rij, _over(h, rij))
    leg_vast(h, Inzetsoort.SUBSIDIE_HERBEREKEND, rij, klant, {"termijnen": anders})
    return beeld(h, rij)


def _schema(h: Handeling, rij: Subsidie) -> Betaalschema:
    besluit = [s.besluit for s in besluiten.besluiten_over(h.sessie, [rij.id]) if s.besluit.soort == rij.regeling][-1]
    uitvoering = UITVOERINGEN[rij.regeling]
    feiten = bewaarde_feiten(besluit)
    klant = h.klant(rij.klant_id, vergrendel=False)
    basis = {naam: getattr(feiten, naam) for naam in type(feiten).model_fields}
    erbij = uitvoering.erbij(h, Vraag(klant.gemeente, klant, basis))
    nieuw = feiten.model_copy(update=dict(erbij.velden))
    return uitvoering.regels.bereken(nieuw, bewaard_beleid(h, besluit))


def _onzeker(termijn: Subsidietermijn) -> bool:
    cijfers = [GebruiktCijfer.model_validate(cijfer) for cijfer in termijn.cijfers]
    return any(cijfer.voorlopig or cijfer.herkomst is not Herkomst.VASTGESTELD for cijfer in cijfers)


def _neem_over(rij: Subsidietermijn, termijn: Termijn) -> None:
    velden = termijn.model_dump(mode="json", include={"bedrag", "formule", "cijfers", "begrensd"})
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.versie += 1


def _over(h: Handeling, rij: Subsidie) -> Betaalschema:
    """Return what is promised in all now."""
    telt: list[Any] = [t for t in db.termijnen(h.sessie, [rij.id]) if t.stand is not Termijnstand.VERVALLEN]
    velden = ("nummer", "maand", "bedrag", "formule", "betaalbaar_vanaf")
    return Betaalschema.van(*(Termijn(**{naam: getattr(t, naam) for naam in velden}) for t in telt), formule="")
