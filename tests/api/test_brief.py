"""Letters over HTTP: the concept, what is kept at the bekendmaking, and who it is addressed to."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any
from uuid import UUID

import httpx
import pypdfium2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from app.db.klant import Klant
from app.db.sessie import transactie
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.norm import Leefvorm
from app.domain.kern.rollen import Rol
from app.services.besluit import bekendmaken
from app.services.besluit.bekendmaken import BekendmakingOpdracht
from app.services.handeling import Handeling
from tests.steun.dienst import Dienst
from tests.steun.klanten import handelend, ingedeeld, taken
from tests.steun.maatregelzaak import adviseer, besluit, maak_bekend, met_plan, open_zaak, toets, volledig
from tests.steun.maatregelzaak import zet as zet_stap

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
    assert re.search(r"Sam de Wit<br>\s+Kim Jansen</address>", html)
    [brief] = dienst.doe("GET", f"/klanten/{klant_id}/brieven", Rol.TOETSER)["brieven"]
    dienst.roep("GET", f"/brieven/{brief['id']}/inhoud", Rol.TOETSER)
    regels = dienst.doe("GET", f"/klanten/{partner}/verwerkingen", Rol.FG)["verwerkingen"]
    lezen = [regel["handeling"] for regel in regels if regel["handeling"].startswith("geefBrief")]
    concept_en_brief = [regel["handeling"] for regel in regels if regel["handeling"] == "geefBesluitbrief"]
    assert (lezen, len(concept_en_brief)) == (["geefBriefinhoud"], 2), "ook wie de brief later leest, leest de partner"
    assert [taak.rol for taak in taken(dienst, klant_id) if taak.soort == "brief_adres"] == [Rol.ADMINISTRATIE]


def test_in_productie_gaat_geen_brief_weg_met_voorbeeldgegevens(dienst: Dienst) -> None:
    zaak = volledig(dienst, met_plan(dienst))
    adviseer(dienst, zaak["id"], voorstel="afzien")
    genomen = besluit(dienst, zaak["id"])
    toets(dienst, genomen["id"])
    opdracht = BekendmakingOpdracht(verzonden_op=date(2026, 5, 20))
    actor = handelend(Rol.INKOMENSCONSULENT)
    with transactie(dienst.state.sessies, actor) as sessie:
        h = Handeling(sessie, actor, dienst.state.register, dienst.klok.nu(), "test", "test", "c", formeel=True)
        with pytest.raises(Geweigerd) as fout:
            bekendmaken.maak_bekend(h, opdracht, UUID(genomen["id"]))
        sessie.rollback()
    assert fout.value.code == "waarde_niet_vastgesteld"
    assert [toets.feiten["waarde"] for toets in fout.value.toetsen] == [
        "briefhoofd",
        "ondertekening",
        "bezwaar",
        "beroep",
    ]


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


GESPREK = {"op": "2026-04-07", "tijd": "10:00", "plaats": "Voorbeeldplein 1, Deventer, kamer 2"}
PANDVERBOD = {"pand": "het stadskantoor", "van": "2026-04-01", "totEnMet": "2026-07-01"}
WAARSCHUWING = {
    "soort": "waarschuwing_leidinggevende",
    "wangedrag": "u schold een medewerker uit en gooide een stoel om.",
    "wangedragOp": "2026-03-31",
    "pandverbod": PANDVERBOD,
}


def vraag(dienst: Dienst, zaak_id: str, rol: str = "werkconsulent", **opdracht: Any) -> httpx.Response:
    return dienst.roep("POST", f"/maatregelzaken/{zaak_id}/brieven", rol, opdracht)


def maak(dienst: Dienst, zaak_id: str, rol: str = "werkconsulent", **opdracht: Any) -> Any:
    antwoord = vraag(dienst, zaak_id, rol, **opdracht)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord.json()


def probeer(dienst: Dienst, pad: str, **opdracht: Any) -> tuple[int, Any]:
    antwoord = dienst.roep("POST", pad, "werkconsulent", opdracht)
    lichaam = antwoord.json()
    velden = {fout["veld"] for fout in lichaam.get("fouten", [])}
    return antwoord.status_code, velden or lichaam.get("code") or lichaam


def open_taken(dienst: Dienst, klant_id: str) -> set[str]:
    return {taak.soort.removeprefix("maatregel_") for taak in taken(dienst, klant_id)}


@pytest.mark.regel("DEV-ORG-507")
@pytest.mark.regel("DEV-MTR-514")
def test_een_stap_is_pas_gezet_als_haar_brief_op_de_juiste_wijze_is_verzonden(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    zaak_id = open_zaak(dienst, klant_id, gedragingDatum="2026-03-31")["id"]
    stappen = f"/maatregelzaken/{zaak_id}/stappen"
    eerste = maak(dienst, zaak_id, soort="uitnodiging", gesprek=GESPREK)
    assert (eerste["status"], eerste["verzendwijzen"][0], eerste["titel"]) == (
        "gemaakt",
        "regulier",
        "Uitnodiging voor een gesprek op dinsdag 7 april 2026",
    )
    assert "uitnodiging" in open_taken(dienst, klant_id)
    stap = {"soort": "uitnodiging", "verzondenOp": "2026-03-31", "wijze": ["email"], "gesprekOp": "2026-04-07"}
    assert probeer(dienst, stappen, **stap, briefId=str(UUID(int=1))) == (400, {"briefId"})
    zet_stap(dienst, zaak_id, stap | {"briefId": eerste["id"]})
    assert dienst.doe("GET", f"/brieven/{eerste['id']}", "toetser")["status"] == "verzonden"
    assert "uitnodiging" not in open_taken(dienst, klant_id)

    dienst.zet_klok("2026-04-08T09:00:00+02:00")
    zet_stap(dienst, zaak_id, {"soort": "no_show", "datum": "2026-04-07"})
    te_vroeg = vraag(dienst, zaak_id, soort="hersteltermijn", gesprek=GESPREK | {"op": "2026-04-15"})
    assert (te_vroeg.status_code, te_vroeg.json()["code"]) == (409, "hersteltermijn_te_kort")
    assert "op zijn vroegst op 16 april 2026" in te_vroeg.json()["detail"]
    brief = maak(dienst, zaak_id, soort="hersteltermijn", gesprek=GESPREK | {"op": "2026-04-16"})
    inhoud = dienst.roep("GET", f"/brieven/{brief['id']}/inhoud", "werkconsulent")
    assert inhoud.headers["etag"] == f'"{brief["pdfSha256"]}"' == f'"{hashlib.sha256(inhoud.content).hexdigest()}"'
    gelezen = lees_pdf(inhoud.content)
    assert "Aangetekend en met gewone post Sam de Wit" in gelezen
    assert "Wij verwachtten u op dinsdag 7 april 2026." in gelezen
    verzend = f"/brieven/{brief['id']}/verzendingen"
    beide = {"wijzen": ["aangetekend", "regulier"], "kenmerkAangetekend": "3SRRC0001"}
    assert probeer(dienst, verzend, verzondenOp="2026-04-08", wijzen=["regulier"]) == (409, "verkeerd_verzonden")
    assert probeer(dienst, verzend, verzondenOp="2026-04-07", **beide) == (400, {"verzondenOp"})
    assert probeer(dienst, verzend, verzondenOp="2026-04-09", **beide) == (400, {"verzondenOp"})
    stap = {
        "soort": "hersteltermijn",
        "verzondenOp": "2026-04-08",
        "wijze": ["aangetekend", "regulier"],
        "kenmerkAangetekend": "3SRRC0001",
        "gesprekOp": "2026-04-16",
        "briefId": brief["id"],
    }
    assert probeer(dienst, stappen, **stap | {"gesprekOp": "2026-04-17"}) == (400, {"gesprekOp"})
    assert "hersteltermijn" in open_taken(dienst, klant_id)
    dienst.doe("POST", verzend, "administratie", {"verzondenOp": "2026-04-08", **beide})
    assert probeer(dienst, verzend, verzondenOp="2026-04-08", **beide) == (409, "verkeerde_status")
    dienst.zet_klok("2026-04-09T09:00:00+02:00")
    mis = stap | {"verzondenOp": "2026-04-09", "gesprekOp": "2026-04-17", "wijze": ["regulier", "aangetekend", "email"]}
    assert probeer(dienst, stappen, **mis) == (400, {"gesprekOp", "verzondenOp", "wijze"})
    zaak = zet_stap(dienst, zaak_id, stap)
    assert "hersteltermijn" not in open_taken(dienst, klant_id)

    herroep, trek_in = f"/brieven/{brief['id']}/herroepingen", f"/brieven/{brief['id']}/intrekkingen"
    assert probeer(dienst, herroep, reden="Klopt niet.") == (409, "bewijs_van_stap")
    assert probeer(dienst, trek_in, reden="Klopt niet.") == (409, "verkeerde_status")
    terug = f"{stappen}/{zaak['stappen'][-1]['id']}/intrekkingen"
    dienst.doe("POST", terug, "werkconsulent", {"reden": "De post heeft de brief nog niet gehad."})
    assert "hersteltermijn" in open_taken(dienst, klant_id)
    assert probeer(dienst, herroep, reden="Klopt niet.") == (409, "niet_verzonden")
    dienst.doe("POST", verzend, "administratie", {"verzondenOp": "2026-04-08", **beide})
    assert dienst.doe("POST", herroep, "administratie", {"reden": "Verkeerde brief."})["status"] == "gemaakt"
    weg = dienst.doe("POST", trek_in, "administratie", {"reden": "De dag van het gesprek klopt niet."})
    assert (weg["status"], [deel["soort"] for deel in weg["gebeurtenissen"]]) == (
        "ingetrokken",
        ["verzonden", "verzending_herroepen", "verzonden", "verzending_herroepen", "ingetrokken"],
    )
    assert probeer(dienst, stappen, **stap) == (400, {"briefId"})
    lijst = dienst.doe("GET", f"/klanten/{klant_id}/brieven", "teamleider")["brieven"]
    assert [(deel["soort"], deel["status"]) for deel in lijst] == [
        ("hersteltermijn", "ingetrokken"),
        ("uitnodiging", "verzonden"),
    ]
    soorten = [
        deel["soort"] for deel in dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"]
    ]
    assert {"brief.gemaakt", "brief.verzonden", "brief.verzending_herroepen", "brief.ingetrokken"} <= set(soorten)


def test_wie_en_wanneer_welke_brief(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    zaak_id = open_zaak(dienst, klant_id, gedragingDatum="2026-03-31")["id"]
    pad = f"/maatregelzaken/{zaak_id}/brieven"
    assert probeer(dienst, pad, **WAARSCHUWING)[0] == 403
    brief = maak(dienst, zaak_id, "teamleider", **WAARSCHUWING)
    tekst = dienst.roep("GET", f"/brieven/{brief['id']}/inhoud?vorm=html", "werkconsulent").text
    assert "gebeurde dit: u schold een medewerker uit en gooide een stoel om." in tekst
    assert "U mag daar niet komen van 1 april 2026 tot en met 1 juli 2026." in tekst
    assert "Teamleider, Werk en inkomen" in tekst
    zonder = maak(dienst, zaak_id, "teamleider", **(WAARSCHUWING | {"pandverbod": None}))
    assert "pandverbod" not in dienst.roep("GET", f"/brieven/{zonder['id']}/inhoud?vorm=html", "werkconsulent").text
    omgekeerd = WAARSCHUWING | {"pandverbod": PANDVERBOD | {"totEnMet": "2026-03-01"}}
    assert vraag(dienst, zaak_id, "teamleider", **omgekeerd).status_code == 400
    assert vraag(dienst, zaak_id, "teamleider", **(WAARSCHUWING | {"wangedragOp": "2026-04-01"})).status_code == 400

    wederhoor = maak(dienst, zaak_id, soort="wederhoor", reagerenUiterlijk="2026-04-10")
    tekst = dienst.roep("GET", f"/brieven/{wederhoor['id']}/inhoud?vorm=html", "werkconsulent").text
    assert "Reageren kan tot en met vrijdag 10 april 2026." in tekst
    assert "Wij hebben deze afspraak voor u gemaakt" not in tekst
    vroeg = {"datum": "2026-03-30", "reagerenUiterlijk": "2026-03-30", "gesprek": GESPREK | {"op": "2026-03-29"}}
    assert probeer(dienst, pad, soort="wederhoor", **vroeg) == (400, {"datum", "gesprek.op", "reagerenUiterlijk"})
    na = {"soort": "uitnodiging_na_maatregelperiode", "gesprek": GESPREK}
    assert probeer(dienst, pad, **na) == (409, "zaak_niet_open")

    zet(dienst, klant_id, adres=None)
    late = GESPREK | {"op": "2026-04-16"}
    weigering = vraag(dienst, zaak_id, soort="hersteltermijn", gesprek=late).json()
    assert (weigering["code"], weigering["toetsen"][0]["grondslag"]["artikel"]) == ("adres_ontbreekt", "3:41")
    maak(dienst, zaak_id, soort="uitnodiging", gesprek=GESPREK)  # this one can go by e-mail
