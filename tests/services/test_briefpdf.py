"""The letter as PDF and as HTML: tagged, in Dutch, titled, and words are never markup. The shared PDF is made once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
import typst

from app.domain.brief.besluitbrief import Maandregel, besluitbrief
from app.domain.brief.model import Brief, Geadresseerde
from app.domain.brief.opbouw import Omslag
from app.services.brief.html import als_html
from app.services.brief.pdf import als_pdf
from tests.domain.test_brief import beleid, stuk

NAAM = 'Sam #import "x" *vet* $y$ <b>De Wit</b> & @label'
LANG = "Maximiliaan Alexander Johannes van der Heijden-Schimmelpenninck van Oudenhoven"
MARGE = 20 / 25.4 * 72
"""No text comes nearer to the edge of the paper than 20 millimetres."""


def maanden(aantal: int) -> tuple[Maandregel, ...]:
    """A reduction in each of so many months."""
    return tuple(
        Maandregel(date(2026 + (n + 5) // 12, (n + 5) % 12 + 1, 1), 140150, 140150, Decimal(100)) for n in range(aantal)
    )


@cache
def voorbeeld() -> Brief:
    """A letter with everything in it: awkward names, a long address, long reasons and thirty months."""
    regels = (
        "p/a Stichting Bewindvoering en Beschermd Wonen IJsselvallei",
        "Voorbeeldstraat 12-B",
        "7411 AB  Deventer",
    )
    omslag = Omslag(
        Geadresseerde(namen=(NAAM, LANG), regels=regels),
        date(2026, 5, 26),
        "2026-0199B1A05C",
        "S. de Vries",
        "0570 11 22 33",
        LANG,
        verzending="Aangetekend en per gewone post",
    )
    reden = tuple(
        f"Reden {n}: dit is een lange zin die vertelt hoe het ging en wat wij daarvan vinden." for n in range(30)
    )
    return besluitbrief(stuk(motivering=reden, bedragen=maanden(30)), omslag, beleid())


@cache
def pdf() -> bytes:
    return als_pdf(voorbeeld())


def knopen(knoop: Any) -> list[tuple[str, Any]]:
    """Every element of the structure tree in reading order."""
    if isinstance(knoop, pikepdf.Array):
        return [paar for kind in knoop for paar in knopen(kind)]
    if not isinstance(knoop, pikepdf.Dictionary) or "/S" not in knoop:
        return []
    return [(str(knoop.S), knoop), *(knopen(knoop.K) if "/K" in knoop else [])]


def tekst() -> list[str]:
    """The text of each page in reading order, without breaks."""
    document = pypdfium2.PdfDocument(pdf())
    return [" ".join(bladzijde.get_textpage().get_text_range().split()) for bladzijde in document]


def test_de_pdf_zegt_dat_zij_toegankelijk_is() -> None:
    with pikepdf.open(BytesIO(pdf())) as document:
        wortel = document.Root
        assert wortel.MarkInfo.Marked
        assert str(wortel.Lang).startswith("nl")
        assert wortel.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as meta:
            assert meta["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
            assert meta["dc:title"] == voorbeeld().onderwerp == "Besluit: wij verlagen uw uitkering"
        alle = knopen(wortel.StructTreeRoot.K)
        soorten = [soort for soort, _ in alle]
        assert soorten.count("/H1") == 1
        assert soorten.count("/H2") == len([deel for deel in voorbeeld().delen if deel.kop])
        assert soorten.count("/TH") == 3
        assert {"/P", "/L", "/LI", "/Table", "/THead", "/TFoot"} <= set(soorten)
        assert [str(knoop.Alt) for soort, knoop in alle if soort == "/Figure"] == ["Beeldmerk van de gemeente"]
        letters = {str(font.BaseFont) for bladzijde in document.pages for font in bladzijde.Resources.Font.values()}
        assert letters
        assert all("Libertinus" in letter for letter in letters)


def test_woorden_zijn_nooit_opmaak_en_staan_in_leesvolgorde() -> None:
    bladzijden = tekst()
    alles = " ".join(bladzijden)
    vindplaatsen = [
        alles.index(deel)
        for deel in (
            "Gemeente Deventer",
            "Retouradres",
            NAAM,
            "Ons kenmerk",
            voorbeeld().onderwerp,
            "Beste Sam",
            "Reden 0:",
        )
    ]
    assert vindplaatsen == sorted(vindplaatsen)
    assert alles.index("Reden 29:") < alles.index("Met vriendelijke groet,") < alles.index("Namens burgemeester")


def test_elke_bladzijde_heeft_haar_nummer_en_de_tabel_haar_koppen() -> None:
    bladzijden = tekst()
    aantal = len(bladzijden)
    assert [f"pagina {nr} van {aantal}" in tekst for nr, tekst in enumerate(bladzijden, 1)] == [True] * aantal
    met_rijen = [tekst for tekst in bladzijden if "100 % van € 1.401,50" in tekst]
    assert len(met_rijen) > 1
    assert all("Maand Zo rekenen wij Dit gaat eraf" in tekst for tekst in met_rijen)
    assert "Totaal € 42.045,00" in met_rijen[-1]
    assert "Hebt u een vraag of hulp nodig?" in bladzijden[-1]  # the signature does not stand alone


def test_niets_loopt_van_het_papier() -> None:
    for bladzijde in pypdfium2.PdfDocument(pdf()):
        breed, hoog = bladzijde.get_size()
        vlak = bladzijde.get_textpage()
        for nr in range(vlak.count_chars()):
            links, onder, rechts, boven = vlak.get_charbox(nr)
            assert links >= MARGE, nr
            assert rechts <= breed - MARGE, nr
            assert 20 <= onder <= boven <= hoog - 20, nr


def test_het_adres_staat_in_het_venster_van_de_envelop() -> None:
    """Between 45 and 95 millimetres from the top and from 20 millimetres from the left (a C5/6 envelope)."""
    vlak = pypdfium2.PdfDocument(pdf())[0].get_textpage()
    hoog = pypdfium2.PdfDocument(pdf())[0].get_height()
    ruw = vlak.get_text_range()
    for regel in ("Sam #import", "7411 AB"):
        links, onder, _, boven = vlak.get_charbox(ruw.index(regel))
        assert 45 <= (hoog - boven) / 72 * 25.4 <= (hoog - onder) / 72 * 25.4 <= 95
        assert 20 <= links / 72 * 25.4 <= 30


def test_dezelfde_brief_geeft_dezelfde_bytes_en_een_ander_een_andere() -> None:
    assert als_pdf(voorbeeld()) == pdf()
    concept = voorbeeld().model_copy(update={"concept": beleid().concept.waarde})
    getekend = als_pdf(concept)
    assert getekend != pdf()
    eerste = pypdfium2.PdfDocument(getekend)[0].get_textpage().get_text_range()
    assert "CONCEPT. Deze brief is nog niet verzonden." in eerste


def test_html_is_ontsnapt_en_heeft_koppen_bij_elke_cel() -> None:
    html = als_html(voorbeeld()).decode()
    assert html.startswith('<!doctype html>\n<html lang="nl">')
    assert "&lt;b&gt;De Wit&lt;/b&gt; &amp; @label" in html
    assert "<b>" not in html
    assert html.count("<h1>") == 1
    assert html.count('scope="col"') == 3
    assert html.count('scope="row"') == 31
    assert "<caption>Dit gaat er per maand van uw uitkering af</caption>" in html
    assert 'alt="Beeldmerk van de gemeente"' in html
    assert "<script" not in html
    zonder = voorbeeld().briefhoofd.model_copy(update={"beeldmerk": None})
    kaal = als_html(voorbeeld().model_copy(update={"briefhoofd": zonder, "concept": "CONCEPT."})).decode()
    assert "<img" not in kaal
    assert '<p class="concept">CONCEPT.</p>' in kaal


def test_een_teken_dat_niet_te_drukken_is_houdt_geen_brief_tegen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An emoji in a name or a reason, long decided and checked, must not stop the dispatch of the besluit."""
    wie = Geadresseerde(namen=("Zoë \U0001f600\x07 Şen",), regels=())
    kort = voorbeeld().model_copy(update={"geadresseerde": wie, "delen": voorbeeld().delen[:1]})
    gemaakt = als_pdf(kort)
    assert "Zoë ? Şen" in pypdfium2.PdfDocument(gemaakt)[0].get_textpage().get_text_bounded()
    assert gemaakt == als_pdf(kort)
    assert "Zoë \U0001f600" in als_html(kort).decode()

    def weiger(*_: Any, **__: Any) -> bytes:
        raise typst.TypstError("iets anders", "iets anders")

    monkeypatch.setattr(typst, "compile", weiger)
    with pytest.raises(typst.TypstError, match="iets anders"):
        als_pdf(kort)
