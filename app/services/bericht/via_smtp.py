"""The bezorger of e-mail over SMTP."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

from app.services.bericht.bezorger import Bezorgfout, Zending

SECONDEN: Final = 30.0


@dataclass(frozen=True)
class SmtpAdres:
    """The mail server; ``afzender`` replaces the address of the policy as sender."""

    host: str
    poort: int
    starttls: bool = True
    gebruiker: str = ""
    wachtwoord: str = field(default="", repr=False)
    afzender: str = ""


class ViaSmtp:
    """Sends one mail per connection. A refusal by the server (5xx) is final, everything else is tried again."""

    def __init__(self, server: SmtpAdres) -> None:
        self._server = server

    def bezorg(self, zending: Zending, nu: datetime) -> str | None:
        """Send one mail; its Message-ID, made of the id of the message, is the same at every attempt."""
        mail = maak_mail(zending, nu, self._server.afzender or zending.afzender_email)
        try:
            with smtplib.SMTP(self._server.host, self._server.poort, timeout=SECONDEN) as smtp:
                if self._server.starttls:
                    smtp.starttls(context=ssl.create_default_context())
                if self._server.gebruiker:
                    smtp.login(self._server.gebruiker, self._server.wachtwoord)
                smtp.send_message(mail)
        except smtplib.SMTPAuthenticationError as fout:
            raise Bezorgfout("smtp_aanmelding_geweigerd") from fout
        except smtplib.SMTPRecipientsRefused as fout:
            codes = [code for code, _ in fout.recipients.values()]
            raise Bezorgfout(f"smtp_{max(codes)}", blijvend=min(codes) >= 500) from fout
        except smtplib.SMTPResponseException as fout:
            raise Bezorgfout(f"smtp_{fout.smtp_code}", blijvend=fout.smtp_code >= 500) from fout
        except (OSError, smtplib.SMTPException) as fout:
            raise Bezorgfout(f"smtp_{type(fout).__name__}") from fout
        return str(mail["Message-ID"])


def maak_mail(zending: Zending, nu: datetime, afzender: str) -> EmailMessage:
    """Write the mail: plain text, with the appointment as an invitation that a calendar understands."""
    mail = EmailMessage()
    mail["From"] = Address(zending.afzender, addr_spec=afzender)
    mail["To"] = zending.adres
    mail["Subject"] = zending.onderwerp
    mail["Date"] = format_datetime(nu)
    mail["Message-ID"] = f"<{zending.bericht_id}@{afzender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "nl"
    mail.set_content(zending.inhoud)
    if zending.agenda is not None:
        methode = "CANCEL" if "METHOD:CANCEL" in zending.agenda else "REQUEST"
        mail.add_attachment(
            zending.agenda.encode(),
            maintype="text",
            subtype="calendar",
            filename="afspraak.ics",
            params={"method": methode, "charset": "utf-8"},
        )
    return mail
