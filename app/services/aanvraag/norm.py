"""The norm that goes with a toekenning, on the day on which it starts."""

from __future__ import annotations

from dataclasses import dataclass

from app.db.klant import Klant
from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.feiten import TOEKENNEND, NormFeit
from app.domain.aanvraag.norm import norm_naast_partner
from app.domain.besluit.formeel import Bronwaarde
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import pw
from app.domain.kern.norm import AowBeleid, NormBeleid, NormUitkomst, bijstandsnorm, leeftijdsgroep
from app.services.aanvraag.concept import ConceptOpdracht
from app.services.aanvraag.dossier import Aanvraagdossier
from app.services.besluit.nemen import Bron
from app.services.handeling import Handeling
from app.services.intake.norm import norm_van


@dataclass(frozen=True)
class Norm:
    """The norm with the policy that it came from; nothing where it is not known."""

    feit: NormFeit | None = None
    bron: Bron | None = None


def norm_bij(h: Handeling, d: Aanvraagdossier, opdracht: ConceptOpdracht, beleid: AanvraagBeleid) -> Norm:
    """Return the norm of who has a right: of both, or of one next to a partner without (Participatiewet 24)."""
    if opdracht.keuze not in TOEKENNEND or opdracht.ingangsdatum is None:
        return Norm()
    if opdracht.norm is not None:
        uitleg = f"Met de hand vastgesteld op {euro(opdracht.norm)} per maand."
        feit = NormFeit(bedrag=opdracht.norm, grondslag=pw("18", "1"), toelichting=uitleg, met_de_hand=True)
        return Norm(feit)
    try:
        return _uit_beleid(h, d, opdracht, beleid)
    except BeleidOntbreekt:
        return Norm()


def _uit_beleid(h: Handeling, d: Aanvraagdossier, opdracht: ConceptOpdracht, beleid: AanvraagBeleid) -> Norm:
    dag = opdracht.ingangsdatum
    assert dag is not None
    met = [klant for klant in d.klanten if opdracht.heeft_recht(klant.id)]
    versie = h.beleid.geldend(NormBeleid, d.melding.gemeente, dag)
    if len(met) == 1 and len(d.klanten) > 1:
        ander = next(klant for klant in d.klanten if klant is not met[0])
        uitkomst = _naast_partner(h, d, opdracht, beleid, (met[0], ander))
    else:
        huishouden = norm_van(h, d.klant, dag)
        if huishouden.feiten is None:
            return Norm()
        uitkomst = bijstandsnorm(huishouden.feiten, versie.beleid)
    feit = NormFeit(bedrag=uitkomst.bedrag, grondslag=uitkomst.grondslag, toelichting=uitkomst.toelichting)
    waarde = Bronwaarde(naam=f"norm van {versie.id}", grondslag=uitkomst.grondslag, herkomst=uitkomst.herkomst)
    return Norm(feit, Bron(versie, waarde))


def _naast_partner(
    h: Handeling,
    d: Aanvraagdossier,
    opdracht: ConceptOpdracht,
    beleid: AanvraagBeleid,
    paar: tuple[Klant, Klant],
) -> NormUitkomst:
    """Return the norm of the first of ``paar``, whose partner is the second."""
    dag = opdracht.ingangsdatum
    assert dag is not None
    aow = h.beleid.geldend(AowBeleid, d.melding.gemeente, dag).beleid
    normen = h.beleid.geldend(NormBeleid, d.melding.gemeente, dag).beleid
    eigen, partner = (leeftijdsgroep(klant.geboortedatum, dag, aow) for klant in paar)
    procent = beleid.partner_zonder_recht_procent.waarde
    return norm_naast_partner(eigen, partner, paar[0].kostendelende_medebewoners, normen, procent)
