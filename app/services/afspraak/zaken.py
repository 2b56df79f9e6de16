"""The door to the room maatregel: opening a maatregelzaak for a no-show, and letting it lapse after a correction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from app.db import afspraak as db
from app.db import maatregel as maatregelen
from app.db.afspraak import Afspraak
from app.db.klant import Klant
from app.db.maatregel import Zaakstatus
from app.domain.afspraak.feiten import AfspraakSoort, Presentie, Vervolgstap
from app.domain.afspraak.uitnodiging import UitnodigingSoort
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.feiten import Wijze, Zaaksoort
from app.services.afspraak.moment import dag_van
from app.services.handeling import Handeling
from app.services.maatregel import stapsoorten as soort
from app.services.maatregel.stapsoorten import Stap
from app.services.maatregel.zaken import MaatregelzaakvervalOpdracht, OpenZaakOpdracht, laat_vervallen
from app.services.maatregel.zaken import open_zaak as open_maatregelzaak

_ZAAKSOORT = {Vervolgstap.MAATREGELVOORSTEL: Zaaksoort.LIK_OP_STUK, Vervolgstap.MAATREGELZAAK: Zaaksoort.VERLAGING}
_KICK_OFF = ("pva_niet_meewerken_kick_off", "niet_verschijnen_arbeidsinschakeling")
_GESPREK = ("niet_verschijnen_arbeidsinschakeling",)
_BESLIST = frozenset({Zaakstatus.BESLOTEN, Zaakstatus.GETOETST, Zaakstatus.BEKENDGEMAAKT})


def open_zaak(h: Handeling, klant: Klant, afspraak: Afspraak, stap: Vervolgstap) -> UUID | str:
    """Open a zaak with the letters, SMS and no-shows of the chain (DEV-NOS-004, DEV-NOS-501, DEV-NOS-507, DEV-NOS-508).

    Returns its id, or why the room maatregel refuses: a presentielijst is never held up by one klant's zaak.
    """
    keten = [deel for deel in db.keten(h.sessie, afspraak.keten_id) if deel.nummer <= afspraak.nummer]
    no_shows = [deel for deel in keten if deel.uitkomst is Presentie.NO_SHOW]
    opdracht = OpenZaakOpdracht(
        klant_id=klant.id,
        soort=_ZAAKSOORT[stap],
        gedraging=_gedraging(h, klant, afspraak),
        gedraging_datum=dag_van(afspraak),
        aanleiding=tuple(deel.id for deel in no_shows[-10:]),
    )
    try:
        return open_maatregelzaak(h, klant, opdracht, _bekend(keten)).id
    except OngeldigeInvoer as fout:
        return " ".join(fout.velden.values())
    except Conflict as fout:
        return fout.melding


def laat_zaak_vervallen(h: Handeling, zaak_id: UUID) -> None:
    """Let a zaak lapse because the no-show behind it was wrong.

    Raises Conflict once there is a besluit: only another besluit can undo that.
    """
    zaak = maatregelen.zaak(h.sessie, h.actor, zaak_id)
    if zaak is None or zaak.status is Zaakstatus.VERVALLEN:
        return
    if zaak.status in _BESLIST:
        raise Conflict(
            "In de maatregelzaak van deze klant is al een besluit genomen; neem eerst een besluit tot intrekking.",
            "maatregel_al_besloten",
        )
    laat_vervallen(h, MaatregelzaakvervalOpdracht(reden="De uitkomst van de afspraak is gecorrigeerd."), zaak.id)


def _gedraging(h: Handeling, klant: Klant, afspraak: Afspraak) -> str:
    """Choose the row of the table of the klant's own act (DEV-MTR-549)."""
    beleid = h.beleid.geldend(MaatregelBeleid, klant.gemeente, dag_van(afspraak)).beleid
    codes = _KICK_OFF if afspraak.soort is AfspraakSoort.KICK_OFF else _GESPREK
    regime = Regime(klant.regime.value)
    return next((code for code in codes if beleid.gedraging(regime, code)), codes[-1])


def _bekend(keten: Sequence[Afspraak]) -> tuple[Stap, ...]:
    return tuple(stap for deel in keten for stap in _stappen(deel))


def _stappen(deel: Afspraak) -> Iterator[Stap]:
    """Return what is known of one appointment as steps of the zaak, as it really was."""
    if deel.verzonden_op and deel.wijzen:
        wijze = tuple(Wijze(wijze) for wijze in deel.wijzen)
        brief = {"verzonden_op": deel.verzonden_op, "wijze": wijze, "gesprek_op": dag_van(deel)}
        if deel.uitnodiging is UitnodigingSoort.HERSTELTERMIJN:
            yield soort.HersteltermijnStap(
                soort="hersteltermijn", kenmerk_aangetekend=deel.kenmerk_aangetekend, **brief
            )
        else:
            yield soort.UitnodigingStap(soort="uitnodiging", **brief)
    if deel.sms_verzonden_op:
        yield soort.SmsStap(soort="sms", datum=deel.sms_verzonden_op, verstuurd=True)
    if deel.uitkomst is Presentie.NO_SHOW:
        yield soort.NoShowStap(soort="no_show", datum=dag_van(deel), deelname_id=deel.id)
