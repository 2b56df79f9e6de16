"""The chain of an appointment: which no-show it is, what follows on it, and taking that back when it was wrong."""

from __future__ import annotations

from app import CODEVERSIE
from app.db import afspraak as db
from app.db.afspraak import Afspraak, Bijeenkomst
from app.db.beleidspakket import bewaar
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort, NoShowFeiten, Presentie, Vervolgstap
from app.domain.afspraak.no_show import Gevolg, gevolg_no_show, telt_als_no_show, terug_te_nemen
from app.domain.agenda.soorten import Agendastatus
from app.domain.beleid.model import Versie
from app.services.afspraak.gevolgen import neem_terug, voer_uit
from app.services.afspraak.melden import meld_afzegging
from app.services.afspraak.moment import dag_van
from app.services.agenda.boeken import sluit_punt
from app.services.handeling import Handeling
from app.services.taak import sluit_taken

KLAAR = frozenset({Presentie.VERSCHENEN, Presentie.INDIVIDUEEL_VERVANGEN})


def gevolg_van(afspraak: Afspraak) -> Gevolg | None:
    """Return what followed on the no-show of this appointment, if it was one."""
    return Gevolg.model_validate(afspraak.gevolg["gevolg"]) if afspraak.gevolg else None


def laatste_gevolg(keten: list[Afspraak]) -> Gevolg | None:
    """Return what followed on the last no-show in a chain."""
    return next((gevolg for afspraak in reversed(keten) if (gevolg := gevolg_van(afspraak))), None)


def vorige_keten(
    h: Handeling, klant: Klant, soort: AfspraakSoort, bijeenkomst: Bijeenkomst | None = None
) -> list[Afspraak]:
    """Return the chain that a new appointment continues; empty when it starts one (DEV-NOS-506).

    A chain ends when the appointment was kept or individually replaced, or with another klantgroep.
    """
    laatste = db.laatste(h.sessie, klant.id, soort)
    if laatste is None or laatste.uitkomst in KLAAR or staat_nog(laatste):
        return []
    if bijeenkomst is not None and laatste.bijeenkomst_id:
        vorige = db.bijeenkomst(h.sessie, h.actor, laatste.bijeenkomst_id)
        if vorige is None or vorige.klantgroep is not bijeenkomst.klantgroep:
            return []
    return db.keten(h.sessie, laatste.keten_id)


def staat_nog(afspraak: Afspraak | None) -> bool:
    """Tell whether an appointment still has to take place, or waits for its outcome."""
    return afspraak is not None and afspraak.uitkomst is None and afspraak.vervallen_op is None


def zet_in_keten(afspraak: Afspraak, keten: list[Afspraak]) -> None:
    """Make the appointment the next one of the chain, or the first of a new one."""
    afspraak.keten_id = keten[-1].keten_id if keten else afspraak.id
    afspraak.nummer = keten[-1].nummer + 1 if keten else 1


def werk_keten_bij(h: Handeling, klant: Klant, afspraak: Afspraak) -> tuple[Vervolgstap, ...]:
    """Make the steps of every no-show in the chain of ``afspraak`` what its outcomes ask for now (DEV-NOS-506).

    A correction changes the number of the no-shows after it, so the whole chain is looked at; what stays the same is
    left alone. Returns the steps taken back. Raises Conflict when a maatregelzaak is too far to take back.
    """
    h.sessie.flush()
    nummer, terug = 0, list[Vervolgstap]()
    keten = [deel for deel in db.keten(h.sessie, afspraak.keten_id) if deel.uitkomst is not None]
    for deel in keten:
        nieuw = None
        if deel.uitkomst and telt_als_no_show(deel.uitkomst):
            nummer += 1
            nieuw = _bepaal(h, klant, deel, nummer)
        terug += _vervang(h, klant, deel, nieuw)
    return tuple(terug)


def trek_uitnodigingen_in(h: Handeling, afspraak: Afspraak) -> None:
    """Withdraw later invitations in the chain of an appointment that turns out to have been kept."""
    for deel in db.keten(h.sessie, afspraak.keten_id):
        if deel.nummer > afspraak.nummer and deel.uitkomst is None and deel.vervallen_op is None:
            laat_vervallen(h, deel)


def laat_vervallen(h: Handeling, afspraak: Afspraak) -> None:
    """Let an appointment without an outcome lapse, and give its seat in a bijeenkomst back.

    The bijeenkomst must be locked before the klant.
    """
    afspraak.vervallen_op = h.nu
    afspraak.versie += 1
    sluit_punt(h, afspraak.id, Agendastatus.VERVALLEN)
    meld_afzegging(h, afspraak)
    sluit_taken(h, afspraak.id, status=Taakstatus.VERVALLEN)
    if afspraak.soort is AfspraakSoort.AMBITIEGESPREK:
        sluit_taken(h, afspraak.klant_id, "dariuz_controleren", status=Taakstatus.VERVALLEN)
    if afspraak.bijeenkomst_id:
        bijeenkomst = db.bijeenkomst(h.sessie, h.actor, afspraak.bijeenkomst_id, vergrendel=True)
        if bijeenkomst:
            bijeenkomst.ingeschreven -= 1
            bijeenkomst.versie += 1


def _bepaal(h: Handeling, klant: Klant, afspraak: Afspraak, nummer: int) -> tuple[NoShowFeiten, Versie[AfspraakBeleid]]:
    """Collect the facts of a no-show; the klantgroep is that of the moment when it was recorded (DEV-BLK-507)."""
    eerder = afspraak.gevolg["feiten"] if afspraak.gevolg else {}
    feiten = NoShowFeiten(
        klantgroep=eerder.get("klantgroep", klant.klantgroep),
        soort=afspraak.soort,
        nummer=nummer,
        sms_verstuurd=True if afspraak.sms_verzonden_op else None,
        zorg_handhaving=eerder.get("zorg_handhaving", klant.zorg_handhaving),
    )
    return feiten, h.beleid.geldend(AfspraakBeleid, klant.gemeente, dag_van(afspraak))


def _vervang(
    h: Handeling, klant: Klant, afspraak: Afspraak, nieuw: tuple[NoShowFeiten, Versie[AfspraakBeleid]] | None
) -> tuple[Vervolgstap, ...]:
    oud = gevolg_van(afspraak)
    gevolg = gevolg_no_show(nieuw[0], nieuw[1].beleid) if nieuw else None
    if oud == gevolg:
        return ()
    if oud is not None:
        neem_terug(h, afspraak)
    afspraak.gevolg = None
    if nieuw is not None and gevolg is not None:
        feiten, beleid = nieuw
        bewaar(h.sessie, beleid, h.nu)
        afspraak.gevolg = {
            "feiten": feiten.model_dump(mode="json"),
            "gevolg": gevolg.model_dump(mode="json"),
            "peildatum": dag_van(afspraak).isoformat(),
            "beleidId": beleid.id,
            "beleidSha256": beleid.sha256,
            "codeversie": CODEVERSIE,
        }
        voer_uit(h, klant, afspraak, gevolg, beleid.beleid)
    return terug_te_nemen(oud, gevolg)
