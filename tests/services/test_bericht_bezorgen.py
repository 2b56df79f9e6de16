"""Delivery by the worker: once when all is well, again when it is not, and in the end a taak for a person."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.db.bericht.bericht import Bericht, Berichtstatus
from app.domain.bericht.sjabloon import EIGEN, Sjabloon
from app.domain.kern.rollen import Rol
from app.services.bericht.bezorgen import PER_KEER
from app.services.bericht.bezorger import Bezorger, Bezorgfout, PerKanaal, Zending
from app.services.bericht.klaarzetten import trek_terug, zet_klaar
from app.services.ronde import ronde
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.klanten import ingedeeld, rij, taken

BEGINT = datetime.fromisoformat("2026-04-02T10:00:00+02:00")
ICS = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
BEVESTIGING = Sjabloon.SCREENING_BEVESTIGING


class Bode:
    """Remembers what it brought; fails as often as ``fouten`` says, and lets something happen under way."""

    def __init__(self, *fouten: Exception) -> None:
        self.gebracht: list[Zending] = []
        self.fouten = list(fouten)
        self.onderweg: Any = None

    def bezorg(self, zending: Zending, nu: datetime) -> str | None:
        assert nu.tzinfo is not None
        if self.onderweg:
            self.onderweg()
        if self.fouten:
            raise self.fouten.pop(0)
        self.gebracht.append(zending)
        return "bode"


def werk(dienst: Dienst, bode: Bezorger, na: timedelta = timedelta(0)) -> None:
    dienst.klok.moment += na
    ronde(dienst.state.sessies, dienst.state.register, dienst.klok.nu(), bode)


def zet(dienst: Dienst, klant_id: str, onderwerp_id: UUID | None = None, **waarover: Any) -> UUID:
    gegevens = dict.fromkeys(EIGEN[BEVESTIGING]) | {"begint": BEGINT}
    with als(dienst, Rol.INTAKER) as h:
        bericht = zet_klaar(
            h, h.klant(UUID(klant_id)), BEVESTIGING, gegevens, onderwerp_id=onderwerp_id or uuid4(), **waarover
        )
        assert bericht
        return bericht.id


def lees(dienst: Dienst, bericht_id: UUID) -> Bericht:
    with als(dienst, Rol.INTAKER) as h:
        return h.sessie.get_one(Bericht, bericht_id)


@pytest.mark.regel("DEV-AFS-001")
def test_een_mail_gaat_een_keer_naar_het_adres_van_nu_en_staat_in_het_dossier(dienst: Dienst) -> None:
    klant_id, bode = ingedeeld(dienst, None), Bode()
    bericht_id = zet(dienst, klant_id, agenda=ICS)
    later = zet(dienst, klant_id, niet_voor=dienst.klok.nu() + timedelta(hours=1))
    with als(dienst, Rol.INTAKER) as h:
        h.klant(UUID(klant_id)).email = "nieuw@voorbeeld.example"
    werk(dienst, bode)
    werk(dienst, bode, timedelta(minutes=59))
    (zending,) = bode.gebracht
    assert (zending.adres, zending.kanaal) == ("nieuw@voorbeeld.example", "mail")
    assert "ATTENDEE:MAILTO:nieuw@voorbeeld.example" in str(zending.agenda)
    assert (zending.afzender_email, zending.poging) == ("werk-en-inkomen@gemeente.example", 1)
    bericht = lees(dienst, bericht_id)
    assert (bericht.status, bericht.extern_kenmerk, bericht.pogingen) == (Berichtstatus.VERZONDEN, "bode", 1)
    tijdlijn = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "administratie")["gebeurtenissen"]
    assert tijdlijn[0]["soort"] == "bericht.verzonden"
    assert tijdlijn[0]["inhoud"]["sjabloon"] == "screening_bevestiging"
    werk(dienst, bode, timedelta(minutes=1))
    assert [zending.bericht_id for zending in bode.gebracht] == [bericht_id, later]


def test_zeven_herhalingen_met_groeiende_pauzes_en_dan_een_taak(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, None)
    bode = Bode(*[Bezorgfout("smtp_451")] * 7, OSError("weg"))
    bericht_id = zet(dienst, klant_id)
    werk(dienst, bode)
    for seconden in (25, 100, 400, 1600, 6400, 25600, 52000):
        voor = len(bode.fouten)
        werk(dienst, bode, timedelta(seconds=seconden - 1))
        assert len(bode.fouten) == voor
        assert lees(dienst, bericht_id).laatste_fout == "smtp_451"
        werk(dienst, bode, timedelta(seconds=1))
    bericht = lees(dienst, bericht_id)
    assert (bericht.status, bericht.pogingen, bericht.laatste_fout) == (Berichtstatus.MISLUKT, 8, "OSError")
    assert [taak.soort for taak in taken(dienst, klant_id)] == ["bericht_mislukt"]
    werk(dienst, bode, timedelta(days=2))
    assert bode.gebracht == []


@pytest.mark.parametrize(
    ("bode", "email", "fout"),
    [
        pytest.param(Bode(Bezorgfout("smtp_550", blijvend=True)), "sam@voorbeeld.example", "smtp_550", id="geweigerd"),
        pytest.param(PerKanaal({}), "sam@voorbeeld.example", "kanaal_niet_ingericht", id="geen-weg"),
        pytest.param(Bode(), None, "adres_ontbreekt", id="adres-weg"),
    ],
)  # fmt: skip
def test_wat_nooit_lukt_wordt_niet_herhaald(dienst: Dienst, bode: Bezorger, email: str | None, fout: str) -> None:
    klant_id = ingedeeld(dienst, None)
    bericht_id = zet(dienst, klant_id)
    with als(dienst, Rol.INTAKER) as h:
        h.klant(UUID(klant_id)).email = email
    werk(dienst, bode)
    bericht = lees(dienst, bericht_id)
    assert (bericht.status, bericht.laatste_fout, bericht.pogingen) == (Berichtstatus.MISLUKT, fout, 1)


def test_te_laat_gaat_niet_meer_weg(dienst: Dienst) -> None:
    klant_id, bode, grens = ingedeeld(dienst, None), Bode(), timedelta(hours=1)
    op_tijd = zet(dienst, klant_id, niet_na=dienst.klok.nu())
    te_laat = zet(dienst, klant_id, niet_na=dienst.klok.nu() - timedelta(seconds=1) + grens)
    werk(dienst, Bode(Bezorgfout("smtp_451"), Bezorgfout("smtp_451")))
    assert lees(dienst, op_tijd).status is Berichtstatus.WACHTEND
    werk(dienst, bode, grens)
    assert [lees(dienst, wat).status.value for wat in (op_tijd, te_laat)] == ["teruggetrokken", "teruggetrokken"]
    assert "te laat" in str(lees(dienst, te_laat).reden)


def test_onderweg_ingetrokken_telt_als_verzonden(dienst: Dienst) -> None:
    """No transaction is open while a message travels, so it can be withdrawn; what went out went out."""
    klant_id, bode, onderwerp_id = ingedeeld(dienst, None), Bode(), uuid4()
    bericht_id = zet(dienst, klant_id, onderwerp_id)

    def trek_in() -> None:
        with als(dienst, Rol.INTAKER) as h:
            assert trek_terug(h, onderwerp_id) == 1

    bode.onderweg = trek_in
    werk(dienst, bode)
    assert lees(dienst, bericht_id).status is Berichtstatus.VERZONDEN
    # When it failed it stays withdrawn.
    bericht_id = zet(dienst, klant_id, onderwerp_id)
    bode.fouten = [Bezorgfout("smtp_451")]
    werk(dienst, bode)
    assert lees(dienst, bericht_id).status is Berichtstatus.TERUGGETROKKEN


def test_na_een_val_wordt_het_opnieuw_bezorgd_en_niet_eerder(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker falls after sending, before recording: the claim runs out, and the message goes a second time."""
    klant_id, bode = ingedeeld(dienst, None), Bode()
    bericht_id = zet(dienst, klant_id)
    with monkeypatch.context() as val:
        val.setattr("app.services.bericht.bezorgen.verwerk", _val)
        werk(dienst, bode)
    werk(dienst, bode, timedelta(minutes=15))
    assert len(bode.gebracht) == 1
    werk(dienst, bode, timedelta(seconds=1))
    assert [zending.bericht_id for zending in bode.gebracht] == [bericht_id, bericht_id]
    assert (lees(dienst, bericht_id).status, lees(dienst, bericht_id).pogingen) == (Berichtstatus.VERZONDEN, 2)


def _val(*_alles: Any) -> None:
    raise RuntimeError("gevallen")


def test_twee_werkers_bezorgen_alles_een_keer(dienst: Dienst) -> None:
    klant_id, bode, start = ingedeeld(dienst, None), Bode(), Barrier(2)
    ids = {zet(dienst, klant_id) for _ in range(PER_KEER + 5)}
    sessies, register, nu = dienst.state.sessies, dienst.state.register, dienst.klok.nu()

    def een(_nummer: int) -> None:
        start.wait()
        ronde(sessies, register, nu, bode)

    with ThreadPoolExecutor(2) as draden:
        list(draden.map(een, range(2)))
    assert sorted(zending.bericht_id for zending in bode.gebracht) == sorted(ids)
    assert rij(dienst, klant_id).laatste_volgnr == len(ids) + 1
