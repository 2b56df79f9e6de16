"""Facts of a request, with the amounts of its day and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from app.db.doelgroep.nugger import Nuggerverzoek
from app.db.klant import Klant
from app.domain.beleid.model import Beleid, Versie
from app.domain.besluit.formeel import Bronwaarde
from app.domain.doelgroep.categorie import Categorie, categorie_van, register_op
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.nugger.beleid import Grensbedrag, NuggerBeleid, VermogenBeleid, WmlBeleid, minimumloon, vermogensgrens
from app.domain.nugger.feiten import NuggerFeiten
from app.services.besluit.nemen import Bron
from app.services.doelgroep.dossier import achtergrond
from app.services.handeling import Handeling
from app.services.intake.norm import norm_van
from app.services.nugger.opdrachten import NuggerbesluitOpdracht

B = TypeVar("B", bound=Beleid)


@dataclass(frozen=True)
class Nuggerdossier:
    """The facts, the policy that they are judged by, and the further policy behind the facts."""

    feiten: NuggerFeiten
    versie: Versie[NuggerBeleid]
    bronnen: tuple[Bron, ...]


def verzamel(
    h: Handeling, klant: Klant, verzoek: Nuggerverzoek, besluit: NuggerbesluitOpdracht | None = None
) -> Nuggerdossier:
    """Collect the facts on the day of the request; amounts that nobody set for that day stay away."""
    dag = verzoek.datum
    rond = achtergrond(h, klant)
    categorie, in_register = categorie_van(rond.eerdere, dag), register_op(rond.eerdere, dag)
    leeftijd = leeftijd_op(klant.geboortedatum, dag)
    loon, loonbron = _bedrag(h, klant, verzoek, WmlBeleid, lambda beleid: minimumloon(leeftijd, beleid))
    grens, grensbron = _bedrag(h, klant, verzoek, VermogenBeleid, lambda beleid: vermogensgrens(klant.leefvorm, beleid))
    feiten = NuggerFeiten(
        leeftijd=leeftijd,
        nugger=None if categorie is None else categorie is Categorie.NUGGER,
        in_doelgroepregister=in_register,
        inkomen=verzoek.inkomen,
        vermogen=verzoek.vermogen,
        minimumloon=loon,
        vermogensgrens=grens,
        sociaal_minimum=norm_van(h, klant, dag).bedrag,
        wens=verzoek.wens,
        **_van_besluiter(h, besluit),
    )
    # What a person judges, or what is not compared, does not rest on the amount.
    bronnen = () if in_register else tuple(bron for bron in (loonbron, grensbron) if bron is not None)
    return Nuggerdossier(feiten, h.beleid.geldend(NuggerBeleid, klant.gemeente, dag), bronnen)


def _van_besluiter(h: Handeling, besluit: NuggerbesluitOpdracht | None) -> dict[str, Any]:
    if besluit is None:
        return {}
    oordeel = besluit.oordeel
    return {
        "doelmatig": besluit.doelmatig,
        "motivering": besluit.motivering,
        "besluiter": str(h.actor.medewerker_id),
        "oordeel_inkomen": oordeel.inkomen_binnen_grens if oordeel else None,
        "oordeel_vermogen": oordeel.vermogen_binnen_grens if oordeel else None,
        "oordeel_reden": oordeel.reden if oordeel else None,
    }


def _bedrag(
    h: Handeling, klant: Klant, verzoek: Nuggerverzoek, soort: type[B], reken: Any
) -> tuple[Grensbedrag | None, Bron | None]:
    """Return the amount of the day with the policy behind it; no source where a person has to judge."""
    try:
        versie = h.beleid.geldend(soort, klant.gemeente, verzoek.datum)
    except BeleidOntbreekt:
        return None, None
    bedrag: Grensbedrag = reken(versie.beleid)
    if not bedrag.zeker:
        return bedrag, None
    waarde = Bronwaarde(naam=soort.soort, grondslag=bedrag.grondslag, herkomst=bedrag.herkomst)
    return bedrag, Bron(versie, waarde)
