"""The ways out of the house: a readable log, a real SMTP server, NotifyNL behind a transport of our own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from aiosmtpd.controller import Controller
from jose import jwt

from app.domain.bericht.kanaal import Berichtkanaal
from app.identiteit.jose import onderteken_gedeeld
from app.opstart import maak_bezorger
from app.services.bericht.bezorger import Bezorgfout, Zending
from app.services.bericht.via_notifynl import NotifyAdres, ViaNotifyNl
from app.services.bericht.via_smtp import SmtpAdres, ViaSmtp, maak_mail
from app.settings import Modus, Settings
from tests.steun.server import vrije_poort

NU = datetime(2026, 3, 31, 7, 0, tzinfo=UTC)
NUMMER = UUID("0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55")
MAIL = Zending(
    bericht_id=NUMMER, klant_id=NUMMER, kanaal=Berichtkanaal.MAIL, adres="sam@voorbeeld.example",
    afzender="Gemeente Deventer, Werk en inkomen", afzender_email="werk@gemeente.example",
    onderwerp="Uw afspraak op donderdag 2 april 2026 één", inhoud="Beste Sam,\n\nTot ziens.",
    agenda="BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n", poging=1,
)  # fmt: skip
SMS = replace(MAIL, kanaal=Berichtkanaal.SMS, adres="+31612345678", agenda=None)
DIENST, GEHEIM = "0e1a5f66-2f8d-4a8e-9a57-aaaaaaaaaaaa", "7c9e6679-7425-40de-944b-bbbbbbbbbbbb"
ADRES = NotifyAdres("https://notify.example", f"iom-{DIENST}-{GEHEIM}", "sjabloon-mail", "sjabloon-sms")


class Postbus:
    """A mail server that keeps what it gets; ``antwoord`` is what it says to the text of a mail."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.ontvanger = self.antwoord = "250 OK"

    async def handle_RCPT(self, _server: Any, _sessie: Any, envelope: Any, adres: str, _opties: Any) -> str:  # noqa: N802
        envelope.rcpt_tos.append(adres)
        return self.ontvanger

    async def handle_DATA(self, _server: Any, _sessie: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return self.antwoord


@pytest.fixture(scope="module")
def _server() -> Iterator[tuple[Postbus, int]]:
    bus, poort = Postbus(), vrije_poort()
    controller = Controller(bus, hostname="127.0.0.1", port=poort)
    controller.start()
    yield bus, poort
    controller.stop()


@pytest.fixture
def smtp(_server: tuple[Postbus, int]) -> tuple[Postbus, ViaSmtp]:
    bus, poort = _server
    bus.mails.clear()
    bus.ontvanger = bus.antwoord = "250 OK"
    return bus, ViaSmtp(SmtpAdres("127.0.0.1", poort, starttls=False))


class TestSmtp:
    def test_een_mail_komt_aan_met_de_afspraak_als_bijlage(self, smtp: tuple[Postbus, ViaSmtp]) -> None:
        bus, bezorger = smtp
        kenmerk = bezorger.bezorg(MAIL, NU)
        (mail,) = bus.mails
        assert kenmerk == mail["Message-ID"] == f"<{NUMMER}@gemeente.example>"
        assert (mail["To"], mail["Subject"]) == (MAIL.adres, MAIL.onderwerp)
        assert mail["From"] == '"Gemeente Deventer, Werk en inkomen" <werk@gemeente.example>'
        tekst = mail.get_body()
        assert tekst is not None
        assert tekst.get_content().replace("\r\n", "\n").strip() == MAIL.inhoud
        (bijlage,) = mail.iter_attachments()
        assert (bijlage.get_content_type(), bijlage.get_filename()) == ("text/calendar", "afspraak.ics")
        assert bijlage.get_param("method") == "REQUEST"
        bezorger.bezorg(replace(MAIL, agenda=None), NU)
        assert list(bus.mails[1].iter_attachments()) == []

    def test_een_afzegging_is_een_afzegging(self) -> None:
        mail = maak_mail(replace(MAIL, agenda="BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n"), NU, "afzender@gemeente.example")
        (bijlage,) = mail.iter_attachments()
        assert bijlage.get_param("method") == "CANCEL"
        assert "afzender@gemeente.example" in mail["From"]

    @pytest.mark.parametrize(
        ("ontvanger", "antwoord", "code", "blijvend"),
        [
            pytest.param("550 Onbekend", "250 OK", "smtp_550", True, id="onbekende-ontvanger"),
            pytest.param("450 Later", "250 OK", "smtp_450", False, id="ontvanger-even-niet"),
            pytest.param("250 OK", "554 Nee", "smtp_554", True, id="tekst-geweigerd"),
            pytest.param("250 OK", "451 Later", "smtp_451", False, id="server-even-niet"),
        ],
    )
    def test_geweigerd(
        self, smtp: tuple[Postbus, ViaSmtp], ontvanger: str, antwoord: str, code: str, blijvend: bool
    ) -> None:
        bus, bezorger = smtp
        bus.ontvanger, bus.antwoord = ontvanger, antwoord
        with pytest.raises(Bezorgfout) as fout:
            bezorger.bezorg(MAIL, NU)
        assert (fout.value.code, fout.value.blijvend) == (code, blijvend)

    def test_niet_te_bereiken_of_anders_dan_afgesproken(self, smtp: tuple[Postbus, ViaSmtp]) -> None:
        with pytest.raises(Bezorgfout, match="smtp_ConnectionRefusedError"):
            ViaSmtp(SmtpAdres("127.0.0.1", vrije_poort())).bezorg(MAIL, NU)
        poort = smtp[1]._server.poort
        for adres in (
            SmtpAdres("127.0.0.1", poort),
            SmtpAdres("127.0.0.1", poort, starttls=False, gebruiker="x", wachtwoord="geheim"),
        ):
            assert "geheim" not in repr(adres)
            with pytest.raises(Bezorgfout, match="smtp_SMTPNotSupportedError") as fout:
                ViaSmtp(adres).bezorg(MAIL, NU)
            assert not fout.value.blijvend


def notify(antwoord: httpx.Response | Exception, gevraagd: list[httpx.Request]) -> ViaNotifyNl:
    def geef(vraag: httpx.Request) -> httpx.Response:
        gevraagd.append(vraag)
        if isinstance(antwoord, Exception):
            raise antwoord
        return antwoord

    client = httpx.Client(transport=httpx.MockTransport(geef))
    return ViaNotifyNl(ADRES, onderteken_gedeeld, lambda: NU, client)


class TestNotifyNl:
    @pytest.mark.parametrize(
        ("zending", "pad", "inhoud"),
        [
            pytest.param(
                MAIL, "email",
                {"email_address": MAIL.adres, "template_id": "sjabloon-mail",
                 "personalisation": {"onderwerp": MAIL.onderwerp, "tekst": MAIL.inhoud}}, id="mail",
            ),
            pytest.param(
                SMS, "sms",
                {"phone_number": SMS.adres, "template_id": "sjabloon-sms", "personalisation": {"tekst": SMS.inhoud}},
                id="sms",
            ),
        ],
    )  # fmt: skip
    def test_aangeboden_met_een_ondertekend_token(self, zending: Zending, pad: str, inhoud: dict[str, Any]) -> None:
        gevraagd: list[httpx.Request] = []
        assert notify(httpx.Response(201, json={"id": "n-1"}), gevraagd).bezorg(zending, NU) == "n-1"
        (vraag,) = gevraagd
        assert str(vraag.url) == f"https://notify.example/v2/notifications/{pad}"
        assert json.loads(vraag.content) == inhoud | {"reference": str(NUMMER)}
        token = vraag.headers["Authorization"].removeprefix("Bearer ")
        assert jwt.decode(token, GEHEIM, algorithms=["HS256"]) == {"iss": DIENST, "iat": int(NU.timestamp())}
        assert GEHEIM not in repr(ADRES)

    @pytest.mark.parametrize(
        ("antwoord", "code", "blijvend"),
        [
            pytest.param(httpx.Response(400, json={}), "notifynl_400", True, id="ongeldig-nummer"),
            pytest.param(httpx.Response(403, json={}), "notifynl_403", False, id="sleutel-geweigerd"),
            pytest.param(httpx.Response(429, json={}), "notifynl_429", False, id="te-druk"),
            pytest.param(httpx.Response(503), "notifynl_503", False, id="storing"),
            pytest.param(httpx.ConnectTimeout("x"), "notifynl_ConnectTimeout", False, id="geen-verbinding"),
        ],
    )
    def test_niet_aangenomen(self, antwoord: httpx.Response | Exception, code: str, blijvend: bool) -> None:
        with pytest.raises(Bezorgfout) as fout:
            notify(antwoord, []).bezorg(SMS, NU)
        assert (fout.value.code, fout.value.blijvend) == (code, blijvend)


def instellingen(**anders: Any) -> Settings:
    return Settings(modus=Modus.ONTWIKKELING, **anders)


class TestKeuze:
    def test_in_ontwikkeling_een_leesbaar_logboek(self, tmp_path: Path) -> None:
        bezorger = maak_bezorger(instellingen(), tmp_path)
        for zending in (MAIL, SMS):
            assert bezorger.bezorg(zending, NU) == "2026-03-31.jsonl"
        regels = (tmp_path / "berichten" / "2026-03-31.jsonl").read_text(encoding="utf-8").splitlines()
        mail, sms = map(json.loads, regels)
        assert (mail["aan"], mail["tekst"], mail["tijd"]) == (MAIL.adres, MAIL.inhoud, "2026-03-31T09:00:00+02:00")
        assert (sms["kanaal"], sms["agenda"]) == ("sms", None)
        with pytest.raises(Bezorgfout, match="kanaal_niet_ingericht"):
            bezorger.bezorg(replace(MAIL, kanaal=Berichtkanaal.BRIEF), NU)

    def test_mail_over_smtp_en_sms_via_notifynl(self, tmp_path: Path) -> None:
        gekozen = {"smtp_host": "mail.example", "notifynl_sleutel": ADRES.sleutel, "notifynl_sjabloon_sms": "s"}
        beide = maak_bezorger(instellingen(berichten="smtp+notifynl", **gekozen), tmp_path)
        assert {kanaal.value: type(wie) for kanaal, wie in beide._kanalen.items()} == {  # type: ignore[attr-defined]
            "mail": ViaSmtp, "sms": ViaNotifyNl,
        }  # fmt: skip
        een = maak_bezorger(instellingen(berichten="notifynl", notifynl_sjabloon_mail="m", **gekozen), tmp_path)
        assert set(een._kanalen) == {Berichtkanaal.MAIL, Berichtkanaal.SMS}  # type: ignore[attr-defined]
        with pytest.raises(ValueError, match="ontbreekt IOM_SMTP_HOST"):
            instellingen(berichten="smtp")
        with pytest.raises(
            ValueError, match="IOM_NOTIFYNL_SLEUTEL, IOM_NOTIFYNL_SJABLOON_SMS, IOM_NOTIFYNL_SJABLOON_MAIL"
        ):
            instellingen(berichten="notifynl")
