"""Facts of a zaak about loonkosten: what was recorded, and what the dossier and the policy add."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.db.klant import Klant
from app.db.loonkosten.zaak import Loonkostenzaak, Loonkostenzaaksoort
from app.domain.beleid.model import Versie
from app.domain.besluit.formeel import Bronwaarde
from app.domain.doelgroep.categorie import Categorie, categorie_van, register_op
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.loonkosten.doelgroep import DoelgroepLksFeiten
from app.domain.loonkosten.formule import Cijfer
from app.domain.loonkosten.loonwaarde import LoonwaardeFeiten
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.nugger.beleid import WmlBeleid, minimumloon
from app.services.besluit.nemen import Bron
from app.services.doelgroep.dossier import achtergrond
from app.services.handeling import Handeling
from app.services.loonkosten.stand import in_doelgroep_lks

_ALLEEN_OP_AANVRAAG = frozenset({Categorie.ANW, Categorie.NUGGER})


@dataclass(frozen=True)
class Loonkostendossier:
    """The facts, the policy that they are judged by, and the further policy behind the facts."""

    feiten: DoelgroepLksFeiten | LoonwaardeFeiten
    versie: Versie[LoonkostenBeleid]
    bronnen: tuple[Bron, ...] = ()


def verzamel(h: Handeling, klant: Klant, zaak: Loonkostenzaak, motivering: str | None = None) -> Loonkostendossier:
    """Collect the facts of today; ``motivering`` is that of who decides now."""
    versie = h.beleid.geldend(LoonkostenBeleid, klant.gemeente, h.vandaag)
    besluiter = {} if motivering is None else {"motivering": motivering, "besluiter": str(h.actor.medewerker_id)}
    if zaak.soort is Loonkostenzaaksoort.DOELGROEP:
        feiten = DoelgroepLksFeiten(
            datum=zaak.datum,
            in_register=register_op(achtergrond(h, klant).eerdere, zaak.datum),
            **zaak.gegevens,
            **besluiter,
        )
        return Loonkostendossier(feiten, versie)
    loon, bronnen = _minimumloon(h, klant, zaak.datum)
    erbij: dict[str, Any] = {"minimumloon": loon, "in_doelgroep": in_doelgroep_lks(h, klant, h.vandaag)}
    return Loonkostendossier(
        LoonwaardeFeiten(geldt_vanaf=zaak.datum, **zaak.gegevens, **erbij, **besluiter), versie, bronnen
    )


def alleen_op_aanvraag(h: Handeling, klant: Klant, dag: date) -> bool:
    """Tell whether the law wants a request of this klant: Anw, or no uitkering."""
    return categorie_van(achtergrond(h, klant).eerdere, dag) in _ALLEEN_OP_AANVRAAG


def _minimumloon(h: Handeling, klant: Klant, dag: date) -> tuple[Cijfer | None, tuple[Bron, ...]]:
    try:
        versie = h.beleid.geldend(WmlBeleid, klant.gemeente, dag)
    except BeleidOntbreekt:
        return None, ()
    loon = minimumloon(leeftijd_op(klant.geboortedatum, dag), versie.beleid)
    cijfer = Cijfer(naam="minimumloon", waarde=Decimal(loon.bedrag), grondslag=loon.grondslag, herkomst=loon.herkomst)
    bron = Bronwaarde(naam="wml", grondslag=loon.grondslag, herkomst=loon.herkomst)
    return cijfer, (Bron(versie, bron),)
