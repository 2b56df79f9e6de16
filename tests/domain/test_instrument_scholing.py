"""Scholing and leer-werktraject."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.beleid.model import Herkomst
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst
from tests.steun.instrument import NIET, OPEN, ja, mis, nee, toetsen
from tests.steun.voorziening import BELEID

SCH, WLR = "scholing", "leer_werktraject"
BEGIN = date(2026, 4, 7)


def hardheid(lid: str | None) -> dict[str, Any]:
    return {"hardheid": [{"artikel": "3", "lid": lid, "reden": "Onbillijkheid van overwegende aard."}]}


@pytest.mark.regel("DEV-SCH-901")
@pytest.mark.parametrize("groep", list(Klantgroep))
def test_alleen_groeien(groep: Klantgroep) -> None:
    fout = {} if groep is Klantgroep.GROEIEN else {"voorziening_bij_klantgroep": NIET}
    assert mis(SCH, klantgroep=groep) == fout
    assert mis(SCH, klantgroep=groep, **hardheid("1")) == {}
    assert toetsen(SCH, klantgroep=groep)["voorziening_bij_klantgroep"].feiten["regel"] == "DEV-SCH-901"


@pytest.mark.regel("DEV-SCH-902")
@pytest.mark.parametrize("vraag", ["niet_boven_capaciteiten", "vergroot_kansen"])
def test_de_klant_kan_het_aan_en_krijgt_meer_kans(vraag: str) -> None:
    assert mis(SCH, antwoorden=nee(vraag)) == {vraag: NIET}
    assert mis(SCH, zonder=(vraag,)) == {vraag: OPEN}
    assert mis(SCH, antwoorden={vraag: {"waarde": True}}) == {vraag: OPEN}, "zonder uitleg is het geen antwoord"
    assert toetsen(SCH)[vraag].grondslag.lid == "2"


@pytest.mark.regel("DEV-SCH-903")
@pytest.mark.parametrize(
    ("gegevens", "uitkomst"),
    [
        pytest.param({"sector": "zorg_en_welzijn"}, None, id="kansrijke-sector"),
        pytest.param({"sector": "kunst"}, OPEN, id="andere-sector-zonder-reden"),
        pytest.param({"sector": "kunst", "sector_reden": "Er is een baan toegezegd."}, None, id="andere-met-reden"),
        pytest.param({"sector": ""}, OPEN, id="geen-sector"),
        pytest.param({"sector": ("bouw", "ict")}, NIET, id="twee-sectoren"),
    ],
)
def test_een_kansrijke_sector_of_een_reden(gegevens: dict[str, Any], uitkomst: Uitkomst | None) -> None:
    assert mis(SCH, gegevens=gegevens) == ({} if uitkomst is None else {"gegeven_sector": uitkomst})


@pytest.mark.regel("DEV-SCH-903")
def test_het_niveau_dat_de_sector_vraagt_en_een_lijst_die_nog_niet_vaststaat() -> None:
    assert mis(SCH, zonder=("niveau",)) == {"gegeven_niveau": OPEN}
    assert mis(SCH, antwoorden=nee("gangbaar_niveau")) == {"gangbaar_niveau": NIET}
    regel = BELEID.regel(SCH)
    assert regel is not None
    sector = next(veld for veld in regel.velden if veld.code == "sector")
    assert sector.herkomst is Herkomst.VOORBEELD, "geen bron noemt de kansrijke sectoren"


@pytest.mark.regel("DEV-SCH-904")
@pytest.mark.parametrize("vraag", ["praktijkgericht", "van_brancheorganisatie"])
def test_een_voorkeur_vraagt_een_reden_en_blokkeert_niet(vraag: str) -> None:
    assert mis(SCH, antwoorden=nee(vraag)) == {}
    assert mis(SCH, antwoorden={vraag: {"waarde": False}}) == {vraag: OPEN}
    assert mis(SCH, antwoorden={vraag: {"waarde": True}}) == {}


@pytest.mark.regel("DEV-SCH-905")
@pytest.mark.parametrize(
    ("einde", "uitkomst"),
    [(date(2027, 4, 5), None), (date(2027, 4, 6), None), (date(2027, 4, 7), NIET), (None, OPEN)],
)
def test_hoogstens_twaalf_maanden(einde: date | None, uitkomst: Uitkomst | None) -> None:
    assert mis(SCH, einde=einde) == ({} if uitkomst is None else {"duur": uitkomst})
    if uitkomst is NIET:
        assert "tot en met 6 april 2027" in toetsen(SCH, einde=einde)["duur"].toelichting


@pytest.mark.regel("DEV-SCH-906")
@pytest.mark.parametrize(
    ("vorige", "uitkomst"),
    [
        pytest.param(date(2023, 4, 6), None, id="drie-jaar-en-een-dag"),
        pytest.param(date(2023, 4, 7), None, id="drie-jaar-op-de-dag"),
        pytest.param(date(2023, 4, 8), NIET, id="drie-jaar-min-een-dag"),
    ],
)
def test_een_keer_in_drie_jaar_van_begin_tot_begin(vorige: date, uitkomst: Uitkomst | None) -> None:
    afgebroken = {"code": SCH, "van": vorige, "tot": vorige + timedelta(days=14), "uitkomst": "afgebroken"}
    assert mis(SCH, eerdere=[afgebroken]) == ({} if uitkomst is None else {"frequentie": uitkomst})
    if uitkomst is NIET:
        assert "pas vanaf 8 april 2026 weer" in toetsen(SCH, eerdere=[afgebroken])["frequentie"].toelichting
    assert mis(SCH, eerdere=[{"code": "werkervaringsplaats", "van": vorige, "tot": vorige}]) == {}


@pytest.mark.regel("DEV-SCH-907")
@pytest.mark.parametrize(
    ("kosten", "vergoeding", "eigen_deel"),
    [(249999, 249999, 0), (250000, 250000, 0), (250001, 250000, 1), (400000, 250000, 150000)],
)
def test_de_vergoeding_is_hoogstens_2500_en_de_rest_is_eigen_deel(
    kosten: int, vergoeding: int, eigen_deel: int
) -> None:
    assert mis(SCH, kosten=kosten) == {}
    toets = toetsen(SCH, kosten=kosten)["kosten"]
    assert (toets.feiten["vergoeding"], toets.feiten["eigen_deel"]) == (vergoeding, eigen_deel)
    assert ("eigen deel van de klant" in toets.toelichting) is (eigen_deel > 0)
    assert toets.grondslag.lid == "5"


@pytest.mark.regel("DEV-SCH-907")
def test_cursussen_in_een_traject_tellen_samen() -> None:
    samen: dict[str, Any] = {"gegevens": {"cursuskosten": (100000, 175000)}}
    assert mis(SCH, kosten=275000, **samen) == {}
    assert toetsen(SCH, kosten=275000, **samen)["kosten"].feiten["eigen_deel"] == 25000
    assert mis(SCH, kosten=100000, **samen) == {"kosten_van_alle_cursussen": NIET}
    assert "€ 2.750,00" in toetsen(SCH, kosten=100000, **samen)["kosten_van_alle_cursussen"].toelichting
    assert mis(SCH, kosten=None, **samen) == {"kosten": OPEN, "kosten_van_alle_cursussen": OPEN}
    assert mis(SCH, gegevens={"cursuskosten": ("duur",)}, kosten=0)["gegeven_cursuskosten"] is NIET
    assert mis(SCH, gegevens={"cursuskosten": 100}) == {"gegeven_cursuskosten": NIET}


@pytest.mark.regel("DEV-SCH-908")
def test_van_duur_en_kosten_kan_gemotiveerd_worden_afgeweken_van_de_frequentie_niet() -> None:
    lang = date(2027, 10, 6)
    reden = {"afwijking_duur": "De opleiding kent een stage van zes maanden."}
    assert mis(SCH, einde=lang) == {"duur": NIET}
    assert mis(SCH, einde=lang, gegevens={"afwijking_duur": "  "}) == {"duur": NIET}
    assert mis(SCH, einde=lang, gegevens=reden) == {}
    toets = toetsen(SCH, einde=lang, gegevens=reden)["duur"]
    assert toets.toelichting.startswith("Met een besluit in dit bijzondere geval is hiervan afgeweken")
    assert toets.feiten["afgeweken"] == "artikel 3"
    duur = toetsen(SCH, kosten=400000, gegevens={"afwijking_kosten": "Zeldzame opleiding."})["kosten"]
    assert (duur.feiten["vergoeding"], duur.feiten["eigen_deel"]) == (400000, 0)
    assert "in dit bijzondere geval € 4.000,00" in duur.toelichting
    alles = reden | {"afwijking_kosten": "Zeldzame opleiding."}
    eerder: dict[str, Any] = {"eerdere": [{"code": SCH, "van": date(2025, 1, 1), "tot": date(2025, 6, 1)}]}
    assert mis(SCH, gegevens=alles, **eerder) == {"frequentie": NIET}
    assert mis(SCH, **eerder, **hardheid("3")) == {"frequentie": NIET}
    assert mis(SCH, **eerder, **hardheid("4")) == {}, "van de frequentie alleen met de hardheidsclausule"


@pytest.mark.regel("DEV-SCH-909")
@pytest.mark.parametrize(
    ("geboren", "gevraagd"),
    [
        pytest.param(date(1999, 4, 8), True, id="morgen-27"),
        pytest.param(date(1999, 4, 7), False, id="vandaag-27"),
        pytest.param(date(1999, 4, 6), False, id="gisteren-27"),
        pytest.param(None, True, id="leeftijd-onbekend"),
    ],
)
def test_onder_27_wordt_naar_bekostigd_onderwijs_gevraagd(geboren: date | None, gevraagd: bool) -> None:
    vraag = "bekostigd_onderwijs_mogelijk"
    assert mis(SCH, geboortedatum=geboren) == ({vraag: OPEN} if gevraagd else {})
    assert mis(SCH, geboortedatum=geboren, antwoorden=ja(vraag)) == ({vraag: NIET} if gevraagd else {})
    assert mis(SCH, geboortedatum=geboren, antwoorden=nee(vraag)) == {}


@pytest.mark.regel("DEV-SCH-910")
def test_geen_scholing_naast_een_inburgeringstraject() -> None:
    assert mis(SCH, antwoorden=ja("inburgeringstraject")) == {"inburgeringstraject": NIET}
    assert mis(SCH, zonder=("inburgeringstraject",)) == {"inburgeringstraject": OPEN}
    assert toetsen(SCH)["inburgeringstraject"].grondslag.lid == "7"


@pytest.mark.regel("DEV-SCH-911")
@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [("2026-04-06", None), ("2026-04-07", NIET), ("2026-04-08", NIET), ("", OPEN), ("gisteren", NIET)],
)
def test_vooraf_is_aannemelijk_dat_het_werkt(dag: str, uitkomst: Uitkomst | None) -> None:
    assert mis(SCH, gegevens={"aannemelijk_op": dag}) == (
        {} if uitkomst is None else {"gegeven_aannemelijk_op": uitkomst}
    )
    assert mis(SCH, zonder=("aannemelijk_waarom",)) == {"gegeven_aannemelijk_waarom": OPEN}
    assert mis(SCH, vastgelegd=()) == {"vastgelegd_plan": OPEN}
    for heeft in (True, False, None):
        assert mis(SCH, startkwalificatie=heeft) == {}, "een startkwalificatie is geen eis en geen beletsel"


@pytest.mark.regel("DEV-WLR-901")
@pytest.mark.parametrize(
    ("geboren", "velden", "fout"),
    [
        pytest.param(date(2010, 4, 8), {}, {"leeftijd": NIET}, id="morgen-16"),
        pytest.param(date(2010, 4, 7), {}, {}, id="vandaag-16"),
        pytest.param(date(2008, 4, 8), {"startkwalificatie": True}, {}, id="morgen-18-diploma-telt-niet"),
        pytest.param(date(2008, 4, 7), {}, {}, id="vandaag-18-zonder-startkwalificatie"),
        pytest.param(date(2008, 4, 7), {"startkwalificatie": True}, {"zonder_startkwalificatie": NIET}, id="18-met"),
        pytest.param(
            date(2008, 4, 7), {"startkwalificatie": None}, {"zonder_startkwalificatie": OPEN}, id="18-onbekend"
        ),
        pytest.param(date(1999, 4, 8), {}, {}, id="morgen-27"),
        pytest.param(date(1999, 4, 7), {}, {"leeftijd": NIET}, id="vandaag-27"),
    ],
)
def test_zestien_of_zeventien_met_leerplicht_of_tot_27_zonder_startkwalificatie(
    geboren: date, velden: dict[str, Any], fout: dict[str, Uitkomst]
) -> None:
    jong = ja("leerplicht_loopt", "dreigt_uit_te_vallen")
    assert mis(WLR, geboortedatum=geboren, antwoorden=jong, **velden) == fout


@pytest.mark.regel("DEV-WLR-901")
def test_leerplicht_en_de_twee_oordelen() -> None:
    zestien: dict[str, Any] = {"geboortedatum": date(2010, 1, 1)}
    uitval = ja("dreigt_uit_te_vallen")
    assert mis(WLR, **zestien, antwoorden=uitval | nee("leerplicht_loopt")) == {"leerplicht_loopt": NIET}
    assert mis(WLR, **zestien, antwoorden=uitval) == {"leerplicht_loopt": OPEN}
    for vraag in ("traject_nodig", "ondersteuning_nodig"):
        assert mis(WLR, antwoorden=nee(vraag)) == {vraag: NIET}
        assert mis(WLR, zonder=(vraag,)) == {vraag: OPEN}
    onbekend = mis(WLR, geboortedatum=None, startkwalificatie=None)
    assert onbekend["leeftijd"] is OPEN
    assert onbekend["zonder_startkwalificatie"] is OPEN


@pytest.mark.regel("DEV-WLR-902")
def test_om_uitval_te_voorkomen_en_bij_bekostigd_onderwijs_voorleggen() -> None:
    zestien: dict[str, Any] = {"geboortedatum": date(2010, 1, 1)}
    jong = ja("leerplicht_loopt")
    assert mis(WLR, **zestien, antwoorden=jong | nee("dreigt_uit_te_vallen")) == {"dreigt_uit_te_vallen": NIET}
    assert mis(WLR, antwoorden=nee("startkwalificatie_haalbaar")) == {"startkwalificatie_haalbaar": NIET}
    vraag = "bekostigd_onderwijs_mogelijk"
    assert mis(WLR, antwoorden=ja(vraag)) == {vraag: NIET}
    assert "Leg dit voor aan de kwaliteitsmedewerker" in toetsen(WLR, antwoorden=ja(vraag))[vraag].toelichting
    assert mis(WLR, zonder=(vraag,)) == {vraag: OPEN}
    assert mis(WLR, doelgroep="anw", zonder=(vraag,)) == {}, "de uitsluiting is voor wie bijstand krijgt"
