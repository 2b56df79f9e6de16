"""Letters over HTTP: the concept, what is kept at the bekendmaking, and who it is addressed to."""

from __future__ import annotations

import hashlib
import re
from typing import Any
from uuid import UUID

import httpx
import pypdfium2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from app.db.klant import Klant
from app.db.sessie import transactie
from app.domain.kern.norm import Leefvorm
from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst
from tests.steun.klanten import handelend, ingedeeld, taken
from tests.steun.maatregelzaak import adviseer, besluit, maak_bekend, met_plan, toets, volledig

TABELLEN = ("brief", "briefinhoud", "briefstap")


def haal(dienst: Dienst, besluit_id: str, vorm: str = "pdf", **extra: Any) -> httpx.Response:
    antwoord = dienst.roep("GET", f"/besluiten/{besluit_id}/brief?vorm={vorm}", "inkomensconsulent", **extra)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord


def lees_pdf(inhoud: bytes) -> str:
    bladzijden = pypdfium2.PdfDocument(inhoud)
    return " ".join(" ".join(b.get_textpage().get_text_range().split()) for b in bladzijden)


def zet(dienst: Dienst, klant_id: str, **velden: Any) -> None:
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        klant = sessie.get_one(Klant, UUID(klant_id))
        for veld, waarde in velden.items():
            setattr(klant, veld, waarde)


def test_van_concept_tot_verzonden_brief(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    zaak = volledig(dienst, klant_id)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    concept = haal(dienst, genomen["id"])
    assert concept.headers["content-type"] == "application/pdf"
    assert "etag" not in concept.headers
    gelezen = lees_pdf(concept.content)
    assert "CONCEPT. Deze brief is nog niet verzonden." in gelezen
    assert "De laatste dag waarop dat kan" not in gelezen
    assert "CONCEPT" in haal(dienst, genomen["id"], "html").text
    toets(dienst, genomen["id"])
    maak_bekend(dienst, genomen["id"])

    brief = haal(dienst, genomen["id"])
    html = haal(dienst, genomen["id"], "html")
    for deel in (brief, html):
        assert deel.headers["etag"] == f'"{hashlib.sha256(deel.content).hexdigest()}"'
    gelezen = lees_pdf(brief.content)
    for zin in (
        "Sam de Wit Voorbeeldstraat 12 7411 AB Deventer",
        "Datum 20 mei 2026",
        "Besluit: wij verlagen uw uitkering",
        "juni 2026 30 % van € 1.401,50 € 420,45",
        "De laatste dag waarop dat kan is 1 juli 2026.",
        "inkomensconsulent 1 Inkomensconsulent Namens burgemeester en wethouders van Deventer",
    ):
        assert zin in gelezen, zin
    assert "CONCEPT" not in gelezen + html.text
    laatste = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "inkomensconsulent")["gebeurtenissen"][0]
    assert laatste["soort"] == "besluit.bekendgemaakt"
    assert laatste["inhoud"]["briefSha256"] == hashlib.sha256(brief.content).hexdigest()
    assert "brief_adres" not in {taak.soort for taak in taken(dienst, klant_id)}

    # What was sent never changes: not with the address, not with the policy, and the database refuses it too.
    zet(dienst, klant_id, achternaam="Anders", adres=None)
    assert haal(dienst, genomen["id"]).content == brief.content
    for tabel in TABELLEN:
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie,
        ):
            sessie.execute(text(f"UPDATE {tabel} SET organisatie = organisatie"))


def test_aan_beide_partners_en_zonder_adres_een_taak(dienst: Dienst) -> None:
    partner = ingedeeld(dienst, "matchen", voornamen="Kim", achternaam="Jansen", leefvorm=Leefvorm.GEHUWD)
    vreemd = {"consulent_id": None, "inkomensconsulent_id": None}
    klant_id = met_plan(dienst, leefvorm=Leefvorm.GEHUWD, partner_id=UUID(partner))
    zaak = volledig(dienst, klant_id)
    adviseer(dienst, zaak["id"], voorstel="waarschuwing")
    genomen = besluit(dienst, zaak["id"])
    assert "Beste Sam de Wit en Kim Jansen," in haal(dienst, genomen["id"], "html").text
    zet(dienst, partner, **vreemd)
    zet(dienst, klant_id, adres=None)
    toets(dienst, genomen["id"])
    maak_bekend(dienst, genomen["id"])
    html = haal(dienst, genomen["id"], "html").text
    assert re.search(r"Sam de Wit<br>\s+(Kim Jansen|Uw partner)</address>", html)
    assert [taak.rol for taak in taken(dienst, klant_id) if taak.soort == "brief_adres"] == [Rol.ADMINISTRATIE]


def test_een_adres_kan_worden_gecorrigeerd(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    klant = dienst.doe("GET", f"/klanten/{klant_id}", "intaker")
    assert klant["adres"]["straat"] == "Voorbeeldstraat"
    nieuw = {
        "soort": "briefadres",
        "straat": "Dorpsweg",
        "huisnummer": 3,
        "postcode": "7411 AB",
        "woonplaats": "Diepenveen",
    }
    wijzig = f"/klanten/{klant_id}"
    gewijzigd = dienst.doe("PATCH", wijzig, "intaker", {"adres": nieuw}, versie=klant["versie"])
    assert gewijzigd["adres"] == nieuw | {"toevoeging": "", "perAdres": None, "land": None}
    fout = dienst.roep("PATCH", wijzig, "intaker", {"adres": nieuw | {"postcode": "x1"}}, versie=gewijzigd["versie"])
    assert fout.status_code == 400
    assert "7411 AB" in fout.text
    leeg = dienst.doe("PATCH", wijzig, "intaker", {"adres": None}, versie=gewijzigd["versie"])
    assert leeg["adres"] is None
    laatste = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"][0]
    assert laatste["inhoud"] == {"velden": ["adres"]}
