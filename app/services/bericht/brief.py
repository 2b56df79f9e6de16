"""A message as a letter: one accessible HTML page that can be printed."""

from __future__ import annotations

from html import escape
from typing import Final

from app.domain.kern.datum import datum_voluit
from app.domain.kern.tijd import dag
from app.services.bericht.beheer import Berichtbeeld

_STIJL: Final = (
    "body{font:1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}"
    "address{font-style:normal}header{margin-bottom:2rem}h1{font-size:1.25rem}"
    "@media print{body{margin:0;max-width:none}@page{size:A4;margin:2.5cm}}"
)


def als_html(beeld: Berichtbeeld) -> str:
    """Return the letter: letterhead, to whom, the day, the subject as heading, and the text in paragraphs and lists.

    The postal address is not kept in this service: who prints the letter takes it from the BRP.
    """
    bericht, afzender = beeld.bericht, beeld.afzender
    assert afzender is not None
    kop = "<br>".join(escape(regel) for regel in (afzender.naam, *afzender.adres))
    contact = " · ".join(escape(deel) for deel in (afzender.telefoon, afzender.email, afzender.website) if deel)
    onderwerp = escape(bericht.onderwerp)
    datum = datum_voluit(dag(bericht.verzonden_op or bericht.niet_voor))
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{onderwerp}</title>\n<style>{_STIJL}</style>\n</head>\n<body>\n"
        f"<header>\n<address>{kop}<br>{contact}</address>\n</header>\n<main>\n"
        f"<p>Aan {escape(beeld.klant.naam)}</p>\n<p>{escape(afzender.gemeente)}, {datum}</p>\n"
        f"<h1>{onderwerp}</h1>\n{_alineas(bericht.inhoud)}\n</main>\n</body>\n</html>\n"
    )


def _alineas(tekst: str) -> str:
    return "\n".join(_alinea(blok.splitlines()) for blok in tekst.split("\n\n") if blok.strip())


def _alinea(regels: list[str]) -> str:
    """Write a block: lines that begin with a dash are a list, the others one paragraph."""
    punten = [escape(regel.removeprefix("- ")) for regel in regels if regel.startswith("- ")]
    gewoon = "<br>".join(escape(regel) for regel in regels if not regel.startswith("- "))
    lijst = f"<ul>{''.join(f'<li>{punt}</li>' for punt in punten)}</ul>" if punten else ""
    return (f"<p>{gewoon}</p>" if gewoon else "") + lijst
