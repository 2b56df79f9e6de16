"""The ambitiegesprek: what must be there to close it, what is only signalled, and what must follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.termijnen import toets_duur
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen

_GESPREK = productenboek("2.2.3")
_JONGEREN = productenboek("2.3.1")


class Studieplichtbesluit(StrEnum):
    """What the intaker decides on the studieplicht of a jongere (DEV-JON-015)."""

    OPGELEGD = "opgelegd"
    NIET_OPGELEGD = "niet_opgelegd"
    UITGESTELD = "uitgesteld"


class GesprekFeiten(BaseModel):
    """Facts of one ambitiegesprek; ``norm_einde`` is None when no screening started a term."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    datum: date
    leeftijd: Annotated[int, Field(ge=0)]
    norm_einde: date | None = None
    reden_norm_overschreden: str | None = None
    eerder_gesprek: bool = False
    reden_vervolggesprek: str | None = None
    studieplicht: Studieplichtbesluit | None = None
    reden_studieplicht: str | None = None
    certificaat_op: date | None = None
    duur_minuten: int | None = None
    jaren_nederlandstalig_onderwijs: int | None = None
    inburgering_voltooid: bool | None = None
    dringend_signaal: bool = False


def toetsen_gesprek(feiten: GesprekFeiten, beleid: IndelingBeleid) -> tuple[Toets, ...]:
    """Return what must be met before the ambitiegesprek can be closed, besides the diagnosis."""
    vervolg = toets_vervolggesprek(feiten, beleid)
    return toets_reden_te_laat(feiten, beleid), vervolg, toets_studieplicht(feiten, beleid)


def toets_screening_gehouden(*, wacht_op_screening: bool, vso_pro: bool) -> Toets:
    """Test that the screening comes first; a vso-pro jongere may do without it (DEV-AMB-001, DEV-JON-009)."""
    zin = "Het screeningsgesprek van de lopende melding is gehouden en vastgelegd."
    gezien = {"wacht_op_screening": wacht_op_screening, "vso_pro": vso_pro}
    return maak_toets("screening_gehouden", vso_pro or not wacht_op_screening, _GESPREK, gezien, zin)


def signalen_gesprek(feiten: GesprekFeiten, beleid: IndelingBeleid) -> tuple[Toets, ...]:
    """Return what is recorded and shown, but stops nothing."""
    duur = () if feiten.duur_minuten is None else (toets_duur(feiten.duur_minuten, beleid),)
    return (toets_norm(feiten, beleid), toets_certificaat(feiten), *duur, toets_nederlands(feiten, beleid))


def toets_gesprek_gehouden(datum: date | None) -> Toets:
    """Test that there was an ambitiegesprek before a klantgroep is proposed (DEV-KGR-001, DEV-AMB-004)."""
    zin = "Het ambitiegesprek is gehouden en vastgelegd."
    return maak_toets("ambitiegesprek_gehouden", datum is not None, _GESPREK, {"datum": datum}, zin)


def toets_norm(feiten: GesprekFeiten, beleid: IndelingBeleid) -> Toets:
    """Test that the gesprek was held within the norm; undetermined when no term ran (DEV-AMB-001)."""
    norm, einde = beleid.ambitiegesprek_werkdagen, feiten.norm_einde
    op_tijd = None if einde is None else feiten.datum <= einde
    zin = f"Het ambitiegesprek is gehouden binnen {norm.waarde} werkdagen na de screening."
    gezien = {"gehouden": feiten.datum, "uiterlijk": einde}
    return maak_toets("ambitiegesprek_op_tijd", op_tijd, norm.grondslag, gezien, zin)


def toets_reden_te_laat(feiten: GesprekFeiten, beleid: IndelingBeleid) -> Toets:
    """Test that a gesprek after the norm has a reason (DEV-AMB-001)."""
    te_laat = toets_norm(feiten, beleid).uitkomst is Uitkomst.NIET_VOLDAAN
    zin = "Is de norm overschreden, dan staat vast waarom."
    gezien = {"uiterlijk": feiten.norm_einde}
    in_orde = not te_laat or bool(feiten.reden_norm_overschreden)
    return maak_toets("reden_norm_overschreden", in_orde, beleid.ambitiegesprek_werkdagen.grondslag, gezien, zin)


def toets_vervolggesprek(feiten: GesprekFeiten, beleid: IndelingBeleid) -> Toets:
    """Test that a second ambitiegesprek has a reason (DEV-AMB-003); a jongere may have several (DEV-JON-014)."""
    jongere = feiten.leeftijd < beleid.jongere_tot_leeftijd.waarde
    in_orde = jongere or not feiten.eerder_gesprek or bool(feiten.reden_vervolggesprek)
    zin = "Er is één ambitiegesprek; een tweede vraagt een reden, behalve bij een jongere."
    return maak_toets("een_ambitiegesprek", in_orde, _GESPREK, {"eerder_gesprek": feiten.eerder_gesprek}, zin)


def toets_studieplicht(feiten: GesprekFeiten, beleid: IndelingBeleid) -> Toets:
    """Test that the studieplicht of a jongere, and of nobody else, is decided with a reason (DEV-JON-015)."""
    grens = beleid.jongere_tot_leeftijd
    besluit = feiten.studieplicht
    jongere = feiten.leeftijd < grens.waarde
    in_orde = bool(besluit and feiten.reden_studieplicht) if jongere else besluit is None
    zin = f"Over de studieplicht is gemotiveerd beslist als de klant jonger is dan {grens.waarde} jaar, en anders niet."
    gezien = {"leeftijd": feiten.leeftijd, "studieplicht": besluit}
    return maak_toets("studieplicht_beslist", in_orde, _JONGEREN, gezien, zin)


def toets_certificaat(feiten: GesprekFeiten) -> Toets:
    """Test that the intaker has the Dariuz certificate; without it the gesprek counts, with a warning (DEV-ORG-004)."""
    behaald = feiten.certificaat_op
    zin = "De intaker heeft het certificaat van Dariuz."
    gezien = {"certificaat_op": behaald}
    in_orde = behaald is not None and behaald <= feiten.datum
    return maak_toets("intaker_gecertificeerd", in_orde, _GESPREK, gezien, zin)


def toets_nederlands(feiten: GesprekFeiten, beleid: IndelingBeleid) -> Toets:
    """Test for eight years of Dutch-language education or a finished inburgering (DEV-AMB-009)."""
    eis, jaren = beleid.nederlandstalig_onderwijs_jaren, feiten.jaren_nederlandstalig_onderwijs
    onderwijs = None if jaren is None else jaren >= eis.waarde
    feit = (onderwijs, feiten.inburgering_voltooid)
    aangetoond = True if True in feit else None if None in feit else False
    zin = f"De klant heeft ten minste {eis.waarde} jaar Nederlandstalig onderwijs gevolgd of de inburgering voltooid."
    gezien = {"jaren_onderwijs": jaren, "inburgering_voltooid": feiten.inburgering_voltooid}
    return maak_toets("nederlands_aangetoond", aangetoond, eis.grondslag, gezien, zin)


def taken_na_gesprek(feiten: GesprekFeiten, beleid: IndelingBeleid) -> tuple[TaakVoorstel, ...]:
    """Return what must be done after the gesprek: first what cannot wait, then the klantgroep."""
    return tuple(_taken(feiten, beleid))


def _taken(feiten: GesprekFeiten, beleid: IndelingBeleid) -> Iterator[TaakVoorstel]:
    vandaag, later = feiten.datum, tel_werkdagen(feiten.datum, beleid.opvolgen_werkdagen.waarde)
    if feiten.dringend_signaal:
        wat = "Verwijs de klant direct door voor het dringende signaal uit het ambitiegesprek."
        yield _taak("signaal_verwijzen", wat, "Een dringend signaal wacht niet.", Rol.INTAKER, vandaag)
    wat = "Maak een voorstel en bepaal de klantgroep."
    yield _taak("klantgroep_bepalen", wat, "Het ambitiegesprek is gehouden.", Rol.INTAKER, vandaag)
    if feiten.studieplicht is not None:
        wat = "Neem het besluit over de studieplicht over in de beschikking."
        waarom = f"De studieplicht is {feiten.studieplicht.replace('_', ' ')}."
        yield _taak("studieplicht_verwerken", wat, waarom, Rol.INKOMENSCONSULENT, later, _JONGEREN)
    if toets_nederlands(feiten, beleid).uitkomst is Uitkomst.NIET_VOLDAAN:
        wat = "Beoordeel of de taaleis geldt."
        waarom = "Geen van de feiten over de Nederlandse taal is aangetoond."
        yield _taak("taaleis_beoordelen", wat, waarom, Rol.INKOMENSCONSULENT, later)


def signaaltaak(rol: Rol, dag: date, beleid: IndelingBeleid) -> TaakVoorstel:
    """Return the open action on signals that could wait, for the contact of the klantgroep (DEV-AMB-010)."""
    wat = "Pak de signalen uit het ambitiegesprek op."
    later = tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde)
    return _taak("signalen_oppakken", wat, "In het ambitiegesprek zijn signalen vastgelegd.", rol, later)


def _taak(soort: str, wat: str, waarom: str, rol: Rol, uiterste: date, grondslag: Grondslag = _GESPREK) -> TaakVoorstel:
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=grondslag, uiterste=uiterste)
