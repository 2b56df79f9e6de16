"""What an indeling leads to: the first appointment, what must be watched, the handover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from app.db import indeling as db
from app.db import taak as taken
from app.db.indeling import Indeling
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.agenda.kennismaking import beltaak
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.feiten import IndelingBesluit
from app.domain.indeling.gesprek import signaaltaak
from app.domain.indeling.handhaving import taak_omvang, toets_omvang
from app.domain.indeling.termijnen import taken_na_wissel, vervolgtaken
from app.domain.indeling.voorstel import Voorstel
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.afspraak.kick_off import kick_off_is_opgeschort
from app.services.agenda.regels import agendabeleid
from app.services.doelgroep.school import volg_indeling
from app.services.handeling import Handeling
from app.services.indeling.opdrachten import Urgentie
from app.services.indeling.werkverdeling import Toewijzing
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_termijnen

SIGNALEN = "signalen_oppakken"
_EERSTE_STAP = frozenset({"kick_off_plannen", "kennismaking_plannen"})
GROEP_HANDHAVING = UUID("00000000-0000-0000-0000-000000000505")
"""What the signal on the size of zorg-handhaving is about: the group, not a klant."""


@dataclass(frozen=True)
class Besloten:
    """A decision with what its consequences depend on; ``overgedragen`` tells that the new contact has the klant."""

    indeling: Indeling
    vervangt: Indeling | None
    voorstel: Voorstel
    besluit: IndelingBesluit
    toewijzing: Toewijzing
    overgedragen: bool


def leg_werk_klaar(h: Handeling, klant: Klant, besloten: Besloten, beleid: IndelingBeleid) -> None:
    """Close what waited for the decision, let lapse what followed from the one before, and make the new taken."""
    sluit_taken(h, klant.id, "klantgroep_bepalen")
    volg_indeling(h, klant, besloten.indeling)
    if besloten.vervangt is not None:
        sluit_taken(h, besloten.vervangt.id, status=Taakstatus.VERVALLEN)
        sluit_termijnen(h, besloten.vervangt.id, status=Termijnstatus.VERVALLEN)
    for voorstel in _taken(h, klant, besloten, beleid):
        maak_taak(h, voorstel, Bestemming(besloten.indeling.id, klant, _bureau(h, voorstel, besloten)))
    if besloten.besluit.zorg_handhaving:
        _bewaak_omvang(h, beleid)
    if besloten.indeling.vorige is None:
        _geef_signalen_door(h, klant, besloten, beleid)


def _bewaak_omvang(h: Handeling, beleid: IndelingBeleid) -> None:
    """Signal a group that is larger than expected, once until the signal is dealt with (DEV-KGR-505)."""
    h.sessie.flush()
    toets = toets_omvang(db.onder_handhaving(h.sessie, h.actor.organisatie), beleid)
    taak = taak_omvang(h.vandaag, beleid)
    if toets.uitkomst is Uitkomst.NIET_VOLDAAN and not taken.open_taken(h.sessie, GROEP_HANDHAVING, (taak.soort,)):
        maak_taak(h, taak, Bestemming(GROEP_HANDHAVING, None))


def _met_bellen(
    h: Handeling, klant: Klant, besloten: Besloten, voorstellen: Iterable[TaakVoorstel]
) -> list[TaakVoorstel]:
    """In Faciliteren, where the policy says so, the first step is a call within a week (DEV-DIG-502)."""
    agenda = agendabeleid(h, klant.gemeente, h.vandaag)
    if besloten.indeling.klantgroep is not Klantgroep.FACILITEREN or not agenda.kennismaking_bellen.waarde:
        return list(voorstellen)
    gehouden = db.gesprekken(h.sessie, klant.id)[0].datum
    return [beltaak(gehouden, agenda) if taak.soort in _EERSTE_STAP else taak for taak in voorstellen]


def _taken(h: Handeling, klant: Klant, besloten: Besloten, beleid: IndelingBeleid) -> list[TaakVoorstel]:
    zonder = kick_off_is_opgeschort(h, klant.gemeente, besloten.besluit.gekozen)
    vervolg = vervolgtaken(besloten.voorstel, besloten.besluit, h.vandaag, beleid, zonder_kick_off=zonder)
    voorstellen = _met_bellen(h, klant, besloten, vervolg)
    if not besloten.overgedragen:
        voorstellen.append(taken_na_wissel(besloten.indeling.klantgroep, h.vandaag, beleid)[0])
    if besloten.toewijzing.consulent_id is None:
        voorstellen.append(
            TaakVoorstel(
                soort="consulent_toewijzen",
                wat="Wijs een vaste consulent toe.",
                waarom="Bij de indeling was in het team niemand beschikbaar.",
                rol=Rol.TEAMLEIDER,
                grondslag=productenboek("2.2.4"),
                uiterste=tel_werkdagen(h.vandaag, beleid.opvolgen_werkdagen.waarde),
            )
        )
    return voorstellen


def _bureau(h: Handeling, voorstel: TaakVoorstel, besloten: Besloten) -> UUID | None:
    """Choose the desk: the intaker who decides plans the kick-off, the new contact does the rest (DEV-AMB-015).

    The driegesprek is for the consulent who has the klant until then.
    """
    if voorstel.rol is Rol.INTAKER:
        return h.actor.medewerker_id if h.actor.heeft(Rol.INTAKER) else None
    if voorstel.soort == "driegesprek_plannen" or voorstel.rol is not besloten.toewijzing.rol:
        return None
    return besloten.toewijzing.consulent_id


def _geef_signalen_door(h: Handeling, klant: Klant, besloten: Besloten, beleid: IndelingBeleid) -> None:
    """Hand signals that could wait to the contact of the klantgroep (DEV-AMB-010)."""
    sluit_taken(h, klant.id, SIGNALEN, status=Taakstatus.VERVALLEN)
    gesprekken = db.gesprekken(h.sessie, klant.id)[:1]
    if any(signaal["urgentie"] == Urgentie.NIET_SPOED for rij in gesprekken for signaal in rij.inhoud["signalen"]):
        taak = signaaltaak(besloten.toewijzing.rol, h.vandaag, beleid)
        maak_taak(h, taak, Bestemming(klant.id, klant, besloten.toewijzing.consulent_id))
