"""The steps before the decision: invitation, hersteltermijn, evidence, hearing and report (DEV-MTR-513)."""

from __future__ import annotations

from app.domain.kern.datum import datum_voluit
from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from app.domain.kern.werkdagen import eerste_dag_met_werkdagen_ertussen
from app.domain.maatregel import toets_procedure as procedure
from app.domain.maatregel.beleid import Procedure
from app.domain.maatregel.feiten import Zaaksoort
from app.domain.maatregel.gereedheid import voor_advies
from app.domain.maatregel.toets_plicht import toets_bewijs
from app.domain.maatregel.verloop.model import Oordeel, Stap, gedaan, gedaan_met, later, niet_nodig, volgende

_GEHOORD = ("hoorgesprek", "niet_horen", "wederhoorafweging")


def horen(s: Stap) -> Oordeel:
    """Judge the invitation: written, before the gesprek (DEV-MTR-513, DEV-MTR-515)."""
    toets = procedure.toets_uitnodiging(s.zaak, s.peildatum)
    if toets.uitkomst is not Uitkomst.VOLDAAN:
        return volgende(toets.toelichting)
    brieven = s.van("uitnodiging")
    keer = "." if len(brieven) == 1 else f", {len(brieven)} keer."
    return gedaan(f"De klant is schriftelijk uitgenodigd{keer}", brieven)


def hersteltermijn(s: Stap) -> Oordeel:
    """Judge the hersteltermijn: only after the klant stayed away, and not for who came (DEV-MTR-513, DEV-MTR-514)."""
    if procedure.dag_van_beide(procedure.brieven(s.zaak)):
        return gedaan("De hersteltermijn is aangetekend en met gewone post verzonden.", s.van("hersteltermijn"))
    if not procedure.hersteltermijn_nodig(s.zaak, s.rij):
        return niet_nodig("De klant is gehoord; een hersteltermijn is niet nodig.")
    if not procedure.weggebleven(s.zaak, s.rij):
        return later(_wacht_op_uitnodiging(s))
    vroegst = eerste_dag_met_werkdagen_ertussen(s.peildatum, s.beleid.hersteltermijn_werkdagen.waarde)
    return volgende(f"De klant kwam niet. Verzonden op deze dag kan het gesprek vanaf {datum_voluit(vroegst)}.")


def _wacht_op_uitnodiging(s: Stap) -> str:
    gesprek = procedure.laatste_gesprek(s.zaak)
    if gesprek is None:
        return s.stap.wanneer or "Eerst krijgt de klant een uitnodiging."
    if gesprek > s.peildatum:
        return f"Het gesprek van de uitnodiging is op {datum_voluit(gesprek)}."
    return f"Leg vast of de klant op {datum_voluit(gesprek)} kwam."


def proces_openen(s: Stap) -> Oordeel:
    """Judge the opening: at the no-show that the gedraging asks for (DEV-NOS-004)."""
    toets = procedure.toets_no_shows(s.zaak, s.rij, s.peildatum)
    if toets.uitkomst is Uitkomst.VOLDAAN:
        return gedaan_met(toets.toelichting, s.feiten.zaak_id)
    return later(toets.toelichting)


def bewijs(s: Stap) -> Oordeel:
    """Judge the evidence that this gedraging asks for (DEV-MTR-517)."""
    if not s.rij.bewijs_bij(s.zaak.kenmerken) or s.zaak.soort is Zaaksoort.LIK_OP_STUK:
        return niet_nodig("Bij deze gedraging hoort geen verplicht bewijsstuk.")
    toets = toets_bewijs(s.zaak, s.rij)
    if toets.uitkomst is Uitkomst.VOLDAAN:
        return gedaan(toets.toelichting, s.van("bewijsstuk", "plan"))
    return volgende(toets.toelichting)


def wederhoor(s: Stap) -> Oordeel:
    """Judge the hearing; where it is only advised, the answer to the advice is enough (DEV-MTR-506, DEV-MTR-518)."""
    toets = gehoord(s)
    afgewogen = s.zaak.hoor.afgezien_van_wederhoor is not None
    if toets.uitkomst is Uitkomst.VOLDAAN and (s.zaak.hoor.gehoord is not None or afgewogen):
        return gedaan(toets.toelichting, s.van(*_GEHOORD))
    if toets.uitkomst is Uitkomst.VOLDAAN:
        return volgende("Wederhoor is hier geadviseerd en niet verplicht; leg uw keuze vast.")
    if wacht := _waarop_horen_wacht(s):
        return later(wacht)
    return volgende(toets.toelichting)


def gehoord(s: Stap) -> Toets:
    """Return the condition on the hearing."""
    return procedure.toets_horen(s.zaak, s.beleid, s.peildatum)


def _waarop_horen_wacht(s: Stap) -> str | None:
    """Say what comes first: the gesprek of an invitation; nothing where the procedure has no letters."""
    if s.zaak.soort is Zaaksoort.LIK_OP_STUK or s.rij.procedure is Procedure.DIRECT:
        return None
    gesprek = procedure.laatste_gesprek(s.zaak)
    if gesprek is None:
        return "Eerst krijgt de klant een uitnodiging."
    if gesprek > s.peildatum:
        return f"Het gesprek met de klant is op {datum_voluit(gesprek)}."
    if procedure.weggebleven(s.zaak, s.rij) and not procedure.brieven(s.zaak):
        return "De klant kwam niet; eerst volgt de hersteltermijn."
    return None


def rapportage(s: Stap) -> Oordeel:
    """Judge the report of the consulent: after the hearing, with what an advice to impose still lacks (DEV-MTR-504)."""
    advies = s.zaak.advies
    if advies is not None:
        return gedaan_met(f"De consulent adviseerde: {advies.voorstel.value}.", s.feiten.zaak_id, advies.datum)
    if gehoord(s).uitkomst is not Uitkomst.VOLDAAN:
        return later("Eerst wordt de klant gehoord, of staat vast waarom niet.")
    mis = niet_voldaan(voor_advies(s.zaak, s.beleid, s.peildatum))
    if not mis:
        return volgende("Alles is er voor een advies.")
    return volgende("Afzien kan nu. Voor opleggen ontbreekt nog: " + " ".join(toets.toelichting for toets in mis))
