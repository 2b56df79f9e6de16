"""What a conversation asks beyond a free moment: a safe place, the right day, the right people, or a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.kennismaking import KennismakingFeiten, signalen_kennismaking, toetsen_kennismaking
from app.domain.agenda.overleg import toets_driegesprek
from app.domain.agenda.soorten import AgendaSoort, Dariuzhulp, Deelnemerrol, Gesprekskanaal, Ruimtesoort
from app.domain.agenda.tijd import moment_op
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import is_werkdag, tel_werkdagen

_VEILIG = productenboek("2.2.3")
_AMBITIE = productenboek("2.2.3")


@dataclass(frozen=True)
class PlanFeiten:
    """Facts of a conversation that is planned ``[begin, einde)``.

    ``screening_op`` is the day of the last held screening, ``norm_einde`` the last day of the term that runs for it,
    ``tweede_consulenten`` the teams of each second consulent. Without a room ``ruimte`` is None.
    """

    soort: AgendaSoort
    begin: datetime
    einde: datetime
    kanaal: Gesprekskanaal
    locatie: str
    ruimte: Ruimtesoort | None = None
    ruimte_beveiligd: bool = False
    rollen: frozenset[Deelnemerrol] = frozenset()
    met_medewerker: bool = True
    veiligheidsrisico: bool = False
    veiligheid_bevestigd: bool = False
    zorg_handhaving: bool = False
    reden_afwijking: str | None = None
    leeftijd: int | None = None
    vso_pro: bool = False
    screening_op: date | None = None
    norm_einde: date | None = None
    tweede_consulenten: tuple[tuple[str, ...], ...] = ()
    hulpvorm: Dariuzhulp | None = None
    driegesprek_afgesproken: bool = False
    kennismaking: KennismakingFeiten | None = None


def toetsen_plannen(feiten: PlanFeiten, beleid: AgendaBeleid) -> tuple[Toets, ...]:
    """Return what must be met before the conversation is confirmed."""
    return tuple(_toetsen(feiten, beleid))


def _toetsen(feiten: PlanFeiten, beleid: AgendaBeleid) -> Iterator[Toets]:
    if feiten.veiligheidsrisico and feiten.kanaal is Gesprekskanaal.FYSIEK:
        yield toets_veilige_plek(feiten, beleid)
    if feiten.zorg_handhaving:
        yield toets_zorg_handhaving(feiten, beleid)
    if feiten.soort is AgendaSoort.BALIEAFSPRAAK:
        yield toets_balietijd(feiten, beleid)
    if feiten.soort is AgendaSoort.AFSPRAAK_INKOMEN:
        yield from (toets_reden_fysiek(feiten, beleid), toets_venster_inkomen(feiten, beleid))
    if feiten.soort is AgendaSoort.AMBITIEGESPREK and feiten.vso_pro and feiten.tweede_consulenten:
        yield toets_tweede_consulent(feiten, beleid)
    yield from _bijzonder(feiten, beleid)


def _bijzonder(feiten: PlanFeiten, beleid: AgendaBeleid) -> Iterator[Toets]:
    if feiten.soort is AgendaSoort.DARIUZ_HULP:
        yield toets_dariuzhulp(feiten, beleid)
    if feiten.soort is AgendaSoort.DRIEGESPREK and feiten.driegesprek_afgesproken:
        yield toets_driegesprek(Deelnemerrol.SOCIALE_RECHERCHE in feiten.rollen, feiten.met_medewerker)
    if feiten.kennismaking is not None:
        yield from toetsen_kennismaking(feiten.kennismaking, beleid)


def signalen_plannen(feiten: PlanFeiten, beleid: AgendaBeleid) -> tuple[Toets, ...]:
    """Return what is remarked on the day of the conversation, and stops nothing."""
    if feiten.kennismaking is not None:
        return signalen_kennismaking(feiten.kennismaking, beleid)
    if feiten.soort is not AgendaSoort.AMBITIEGESPREK or feiten.norm_einde is None:
        return ()
    jongere = feiten.leeftijd is not None and feiten.leeftijd < beleid.jongere_tot_leeftijd.waarde
    norm = toets_binnen_norm(feiten, feiten.norm_einde)
    return (norm, toets_jongere_eerder(feiten, feiten.norm_einde, beleid)) if jongere else (norm,)


def toets_veilige_plek(feiten: PlanFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that with a risk the place is secured, or the stadskantoor, and confirmed (DEV-ORG-008, DEV-DOE-003)."""
    uitwijk = beleid.uitwijklocatie
    elders = feiten.locatie.lower().startswith(uitwijk.waarde.lower())
    in_orde = (feiten.ruimte_beveiligd or elders) and feiten.veiligheid_bevestigd
    zin = (
        f"Bij een veiligheidsrisico is het gesprek in een beveiligde ruimte of op het {uitwijk.waarde}, "
        "en bevestigt de planner dat; de sociale recherche kan erbij zijn."
    )
    gezien = {"beveiligd": feiten.ruimte_beveiligd, "uitwijk": elders, "bevestigd": feiten.veiligheid_bevestigd}
    gezien |= {"sociale_recherche": Deelnemerrol.SOCIALE_RECHERCHE in feiten.rollen}
    return maak_toets("veilige_plek", in_orde, _VEILIG, gezien, zin)


def toets_zorg_handhaving(feiten: PlanFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that a klant in zorg-handhaving comes to the office with SR there, or there is a reason (DEV-KGR-504)."""
    plek, met_sr = beleid.zorg_handhaving_locatie, beleid.zorg_handhaving_sr.waarde
    op_kantoor = feiten.kanaal is Gesprekskanaal.FYSIEK and feiten.locatie.lower().startswith(plek.waarde.lower())
    sr = Deelnemerrol.SOCIALE_RECHERCHE in feiten.rollen or not met_sr
    in_orde = (op_kantoor and sr) or bool(feiten.reden_afwijking)
    zin = f"Bij zorg-handhaving is het gesprek op kantoor ({plek.waarde}) met de sociale recherche, of is er een reden."
    gezien = {"op_kantoor": op_kantoor, "sociale_recherche": sr, "reden": bool(feiten.reden_afwijking)}
    return maak_toets("zorg_handhaving_op_kantoor_met_sr", in_orde, plek.grondslag, gezien, zin)


def toets_balietijd(feiten: PlanFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that a desk appointment is on a werkdag and ends before the desk closes (DEV-AAN-020)."""
    van, tot = beleid.balie_van, beleid.balie_tot
    wanneer = dag(feiten.begin)
    open_ = moment_op(wanneer, van.waarde) <= feiten.begin and feiten.einde <= moment_op(wanneer, tot.waarde)
    zin = f"De balie is er op werkdagen van {van.waarde} tot {tot.waarde} uur; de afspraak is dan ook afgelopen."
    return maak_toets("binnen_balietijd", is_werkdag(wanneer) and open_, van.grondslag, {"dag": wanneer}, zin)


def toets_reden_fysiek(feiten: PlanFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that an income appointment in person has a reason; by phone is usual (DEV-AAN-003)."""
    in_orde = feiten.kanaal is not Gesprekskanaal.FYSIEK or bool(feiten.reden_afwijking)
    zin = "De afspraak inkomen is telefonisch; een fysieke afspraak heeft een reden."
    grond = beleid.inkomen_vanaf_werkdag.grondslag
    return maak_toets("reden_fysieke_afspraak", in_orde, grond, {"kanaal": feiten.kanaal}, zin)


def toets_venster_inkomen(feiten: PlanFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that the income appointment is on werkdag 5 to 10 after the screening, or has a reason (DEV-AAN-003).

    Without a screening there is nothing to count from.
    """
    van, tot = beleid.inkomen_vanaf_werkdag, beleid.inkomen_tot_werkdag
    venster = venster_inkomen(feiten.screening_op, beleid) if feiten.screening_op else None
    wanneer = dag(feiten.begin)
    binnen = None if venster is None else venster[0] <= wanneer <= venster[1] or bool(feiten.reden_afwijking)
    zin = f"De afspraak inkomen is op werkdag {van.waarde} tot en met {tot.waarde} na de screening, of er is een reden."
    gezien = {"dag": wanneer, "vanaf": venster[0] if venster else None, "tot_en_met": venster[1] if venster else None}
    return maak_toets("afspraak_inkomen_in_venster", binnen, van.grondslag, gezien, zin)


def venster_inkomen(screening_op: date, beleid: AgendaBeleid) -> tuple[date, date]:
    """Return the first and the last day of the income appointment after a screening (DEV-AAN-003)."""
    van, tot = beleid.inkomen_vanaf_werkdag.waarde, beleid.inkomen_tot_werkdag.waarde
    return tel_werkdagen(screening_op, van), tel_werkdagen(screening_op, tot)


def toets_tweede_consulent(feiten: PlanFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that a joint ambitiegesprek of a vso/pro-jongere is with a consulent of Groeien (DEV-JON-008)."""
    team = beleid.team_tweede_consulent
    in_orde = any(team.waarde in teams for teams in feiten.tweede_consulenten)
    zin = f"Het ambitiegesprek van een vso/pro-jongere kan samen met een consulent van {team.waarde.capitalize()}."
    return maak_toets("tweede_consulent_van_team", in_orde, team.grondslag, {}, zin)


def toets_dariuzhulp(feiten: PlanFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that the municipality offers this help, with the room and the consulent that it needs (DEV-DIA-007)."""
    vormen, vorm = beleid.dariuz_hulp, feiten.hulpvorm
    ruimte = {Dariuzhulp.COMPUTERRUIMTE: feiten.ruimte is Ruimtesoort.COMPUTERRUIMTE}
    ruimte |= {Dariuzhulp.OP_AFROEP: feiten.kanaal is not Gesprekskanaal.FYSIEK}
    ruimte |= {Dariuzhulp.GROEP: feiten.ruimte is not None}
    in_orde = vorm is not None and vorm in vormen.waarde and ruimte[vorm] and feiten.met_medewerker
    zin = (
        "Hulp bij Dariuz is een vorm die de gemeente biedt, met een consulent: in een computerruimte, op afroep "
        "(telefoon of videobellen), of met een groep in een ruimte."
    )
    gezien = {"vorm": vorm, "vormen": tuple(vormen.waarde), "ruimte": feiten.ruimte}
    return maak_toets("dariuzhulp_mogelijk", in_orde, vormen.grondslag, gezien, zin)


def toets_binnen_norm(feiten: PlanFeiten, norm_einde: date) -> Toets:
    """Test that the ambitiegesprek is planned within its norm; later is marked (DEV-JON-012)."""
    wanneer = dag(feiten.begin)
    zin = f"Het ambitiegesprek is uiterlijk op {datum_voluit(norm_einde)}."
    gezien = {"dag": wanneer, "uiterste": norm_einde}
    return maak_toets("ambitiegesprek_binnen_norm", wanneer <= norm_einde, _AMBITIE, gezien, zin)


def toets_jongere_eerder(feiten: PlanFeiten, norm_einde: date, beleid: AgendaBeleid) -> Toets:
    """Test that a jongere comes before the last day of the norm, because of the zoekperiode (DEV-JON-012)."""
    wanneer = dag(feiten.begin)
    zin = "Bij een jongere is het ambitiegesprek liever eerder dan de laatste dag van de norm."
    gezien = {"dag": wanneer, "leeftijd": feiten.leeftijd}
    return maak_toets("jongere_eerder", wanneer < norm_einde, beleid.jongere_tot_leeftijd.grondslag, gezien, zin)
