"""The numbers of the doelgroepen for who leads a team or makes policy: counted over everybody, small ones hidden."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from app.db.doelgroep import feiten as db
from app.db.sessie import verruim
from app.domain.doelgroep.beleid import DoelgroepBeleid, Nulmeting
from app.domain.doelgroep.categorie import Categorie, categorie_van
from app.domain.doelgroep.cijfers import Cijfers, Telregel, tel
from app.domain.doelgroep.feit import Feit
from app.domain.doelgroep.soorten import lees_feit
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import jonger_dan
from app.services.handeling import Handeling
from app.services.vastleggen import log_verwerking

_SOORTEN = ("kwetsbare_jongere", "kwetsbare_jongere_einde", "doelgroepcategorie")


@dataclass(frozen=True)
class Doelgroepcijfers:
    """The numbers of today, with those of the handbook to compare with."""

    cijfers: Cijfers
    nulmeting: Nulmeting
    minimum: int


def geef_cijfers(h: Handeling, gemeente: str) -> Doelgroepcijfers:
    """Count the klanten with a klantgroep and an uitkering in a gemeente (DEV-DOE-001, DEV-JON-022).

    The count is over the whole gemeente, also for who may read no dossier: nothing that points to a person is shown.
    Looking is logged.
    """
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    beleid = h.beleid.geldend(DoelgroepBeleid, gemeente, h.vandaag).beleid
    log_verwerking(h, [None], "gelezen")
    verruim(h.sessie)
    feiten: dict[UUID, list[Feit]] = defaultdict(list)
    for klant_id, gegevens in db.geldende_in(h.sessie, h.actor.organisatie, gemeente, _SOORTEN):
        feiten[klant_id].append(lees_feit(gegevens))
    grens = beleid.jongere_tot_leeftijd.waarde
    regels = [
        Telregel(
            jongere=jonger_dan(geboren, grens, h.vandaag),
            kenmerken=frozenset(map(Kenmerk, kenmerken)),
            feiten=tuple(feiten[klant_id]),
        )
        for klant_id, geboren, kenmerken in db.ingedeelden(h.sessie, h.actor.organisatie, gemeente)
        if categorie_van(feiten[klant_id], h.vandaag) is not Categorie.NUGGER
    ]
    uitkomst = tel(regels, h.vandaag, beleid)
    return Doelgroepcijfers(uitkomst, beleid.nulmeting.waarde, beleid.rapportage_minimum.waarde)
