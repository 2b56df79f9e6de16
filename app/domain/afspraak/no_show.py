"""What follows on a no-show, by klantgroep, kind of appointment and number in the chain."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.afspraak.beleid import AfspraakBeleid, NoShowRegel
from app.domain.afspraak.feiten import AfspraakSoort, NoShowFeiten, Presentie, Vervolgstap
from app.domain.afspraak.staptaken import GRONDSLAG_SCREENING, taak_bij_stap
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen

_MAATREGEL = frozenset({Vervolgstap.MAATREGELVOORSTEL, Vervolgstap.MAATREGELZAAK})
_BLOKKADE = frozenset({Vervolgstap.BLOKKEREN, Vervolgstap.BLOKKEREN_NA_CONTACTLADDER})


class Gevolg(BaseModel):
    """The prescribed steps, in order; ``aangehouden`` are steps that wait, ``reden_aanhouding`` says for what."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nummer: int
    stappen: tuple[Vervolgstap, ...]
    aangehouden: tuple[Vervolgstap, ...] = ()
    reden_aanhouding: str | None = None
    grondslag: Grondslag

    @property
    def maatregel(self) -> bool:
        """Tell whether a maatregel is proposed or a maatregelzaak opened."""
        return not _MAATREGEL.isdisjoint(self.stappen)

    @property
    def blokkade(self) -> bool:
        """Tell whether blocking the uitkering is among the steps."""
        return not _BLOKKADE.isdisjoint(self.stappen)


def telt_als_no_show(presentie: Presentie) -> bool:
    """Tell whether the outcome is a no-show: excused or individually replaced is not (DEV-NOS-004, DEV-KIC-507)."""
    return presentie is Presentie.NO_SHOW


def nummer_in_keten(presenties: Iterable[Presentie]) -> int:
    """Count the no-shows in a chain: an appointment with its replacements, oldest first (DEV-NOS-506)."""
    return sum(map(telt_als_no_show, presenties))


def gevolg_no_show(feiten: NoShowFeiten, beleid: AfspraakBeleid) -> Gevolg:
    """Return what follows on this no-show (DEV-NOS-001 to DEV-NOS-006, DEV-NOS-501 to DEV-NOS-508).

    Where the policy says nothing the only step is to judge it, never a maatregel.
    """
    if feiten.soort is AfspraakSoort.SCREENINGSGESPREK:
        return _gevolg(feiten, (Vervolgstap.BELLEN_NIEUWE_AFSPRAAK,), GRONDSLAG_SCREENING)
    if feiten.klantgroep is Klantgroep.ZORGEN and feiten.zorg_handhaving:
        direct = beleid.no_show_zorg_handhaving
        return _gevolg(feiten, direct.waarde, direct.grondslag)
    regel = _regel(feiten, beleid)
    if regel is None:
        return _gevolg(feiten, (Vervolgstap.BEOORDELEN,), beleid.no_show.grondslag)
    gevolg = _gevolg(feiten, regel.stappen, regel.grondslag)
    return _houd_aan(gevolg) if regel.sms_controle and feiten.sms_verstuurd is not True else gevolg


def _regel(feiten: NoShowFeiten, beleid: AfspraakBeleid) -> NoShowRegel | None:
    passend = (
        r
        for r in beleid.no_show.waarde
        if feiten.klantgroep in r.klantgroepen and feiten.soort in r.afspraken and r.nummer <= feiten.nummer
    )
    return max(passend, key=lambda r: r.nummer, default=None)


def _gevolg(feiten: NoShowFeiten, stappen: tuple[Vervolgstap, ...], grondslag: Grondslag) -> Gevolg:
    return Gevolg(nummer=feiten.nummer, stappen=stappen, grondslag=grondslag)


def _houd_aan(gevolg: Gevolg) -> Gevolg:
    """Hold the proposal back while no reminder is known to have been sent (DEV-NOS-507)."""
    wacht = tuple(stap for stap in gevolg.stappen if stap is Vervolgstap.MAATREGELVOORSTEL)
    reden = "Er staat geen verzonden sms-herinnering in het dossier; het voorstel wacht op die controle."
    return gevolg.model_copy(update={"aangehouden": wacht, "reden_aanhouding": reden})


def taken_bij_no_show(gevolg: Gevolg, dag: date, beleid: AfspraakBeleid) -> tuple[TaakVoorstel, ...]:
    """Return one task per step of a no-show registered on ``dag``; a step that is held back becomes a check."""
    uiterste = tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde)
    return tuple(taak_bij_stap(stap, stap in gevolg.aangehouden, gevolg.grondslag, uiterste) for stap in gevolg.stappen)


def terug_te_nemen(oud: Gevolg | None, nieuw: Gevolg | None) -> tuple[Vervolgstap, ...]:
    """Return the steps that a correction of the presentielijst takes back, in order."""
    blijft = nieuw.stappen if nieuw else ()
    return tuple(stap for stap in (oud.stappen if oud else ()) if stap not in blijft)


def toets_meldingen_zonder_screening(aantal: int, bekend_bij_team: bool | None, beleid: AfspraakBeleid) -> Toets:
    """Test that no contact with the sociaal team or bijzonder zorgteam is called for (DEV-NOS-002).

    Not met: three meldingen, each without an attended screening, of somebody who is known there.
    """
    grens = beleid.meldingen_zonder_screening
    bereikt = aantal >= grens.waarde
    contact = bekend_bij_team if bereikt else False
    return Toets(
        voorwaarde="geen_contact_zorgteam_nodig",
        uitkomst=Uitkomst.van(None if contact is None else not contact),
        grondslag=grens.grondslag,
        feiten={"meldingen_zonder_screening": aantal, "bekend_bij_team": bekend_bij_team},
        toelichting=f"Na {grens.waarde} meldingen zonder screeningsgesprek belt de consulent het sociaal team of het "
        "bijzonder zorgteam, als de klant daar bekend is.",
    )


def taak_werkverdeling(dag: date, grondslag: Grondslag) -> TaakVoorstel:
    """Return the task to give an invited klant a consulent, no-shows included (DEV-NOS-006)."""
    return TaakVoorstel(
        soort="consulent_toewijzen",
        wat="Zet de klant op naam van een consulent uit de werkverdeling.",
        waarom="Elke klant die voor de kick-off is uitgenodigd, heeft een vaste consulent.",
        rol=Rol.WERKCONSULENT,
        grondslag=grondslag,
        uiterste=dag,
    )
