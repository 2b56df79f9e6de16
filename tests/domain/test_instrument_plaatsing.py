"""Werkervaringsplaats, proefplaatsing and proefplaats: for whom, how long, on what conditions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst
from app.domain.voorziening.beleid import Limiet
from app.domain.voorziening.feiten import Hardheid, VoorzieningFeiten
from app.domain.voorziening.limieten import ZonderLoon
from app.domain.voorziening.oordeel import Niveau
from tests.steun.instrument import NIET, OPEN, ja, mis, nee, signalen, toetsen
from tests.steun.voorziening import BELEID

WEP, PRF, WET = "werkervaringsplaats", "proefplaatsing", "proefplaats"
HARDHEID = [{"artikel": "1", "lid": "1", "reden": "De klant stroomt deze maand door."}]


@pytest.mark.regel("DEV-WEP-901", "DEV-PRF-901")
@pytest.mark.parametrize(
    ("code", "groep", "regel"),
    [
        *((WEP, groep, "DEV-WEP-901") for groep in Klantgroep if groep is not Klantgroep.GROEIEN),
        (PRF, Klantgroep.FACILITEREN, "DEV-PRF-901"),
        (PRF, Klantgroep.ZORGEN, "DEV-PRF-901"),
    ],
)
def test_alleen_voor_de_klantgroep_van_de_beleidsregels(code: str, groep: Klantgroep, regel: str) -> None:
    past = "voorziening_bij_klantgroep"
    grond = {"gegevens": {"grond_afstand": "langdurig_werkloos"}}
    assert mis(code, klantgroep=groep, **grond) == {past: NIET}
    toets = toetsen(code, klantgroep=groep)[past]
    assert (toets.feiten["regel"], toets.grondslag.regeling) == (
        regel,
        "Beleidsregels Re-integratie gemeente Deventer 2021",
    )
    lid = {"artikel": toets.grondslag.artikel, "lid": "1", "reden": "Bijzonder geval."}
    assert mis(code, klantgroep=groep, hardheid=[lid], **grond) == {}, "de hardheidsclausule wijkt gemotiveerd af"
    assert mis(code, klantgroep=None)[past] is OPEN


@pytest.mark.regel("DEV-PRF-901")
def test_een_proefplaatsing_kan_in_matchen_en_groeien() -> None:
    matchen = {"gegevens": {"grond_afstand": "langdurig_werkloos"}, "antwoorden": ja("fase_bekonnected")}
    assert mis(PRF, klantgroep="matchen", **matchen) == {}
    assert mis(PRF, klantgroep="groeien") == {}


@pytest.mark.regel("DEV-WEP-902")
@pytest.mark.parametrize(
    ("doel", "uitkomst"),
    [
        pytest.param(("specifieke_werkervaring",), None, id="ervaring"),
        pytest.param(("leren_functioneren_in_arbeidsrelatie",), None, id="leren-functioneren"),
        pytest.param(("specifieke_werkervaring", "leren_functioneren_in_arbeidsrelatie"), None, id="allebei"),
        pytest.param((), OPEN, id="geen-doel"),
        pytest.param(("goedkope_kracht",), NIET, id="ander-doel"),
        pytest.param("specifieke_werkervaring", NIET, id="geen-lijst"),
    ],
)
def test_een_werkervaringsplaats_heeft_een_doel(doel: Any, uitkomst: Uitkomst | None) -> None:
    assert mis(WEP, gegevens={"doel": doel}).get("gegeven_doel") is uitkomst
    zin = toetsen(WEP, gegevens={"doel": ()})["gegeven_doel"].toelichting
    assert zin.endswith("Kies een of meer van: werkervaring opdoen, leren functioneren in een arbeidsrelatie.")


@pytest.mark.regel("DEV-WEP-902", "DEV-PRF-902")
@pytest.mark.parametrize("code", [WEP, PRF])
def test_een_plek_is_deel_van_een_plan(code: str) -> None:
    assert mis(code, vastgelegd=()) == {"vastgelegd_plan": OPEN}


@pytest.mark.regel("DEV-WEP-902")
def test_wat_de_klant_leert_mag_erbij_en_ook_iets_anders_met_een_reden() -> None:
    assert mis(WEP, gegevens={"leeraspecten": ("gezag", "op_tijd_komen", "werkritme", "samenwerken")}) == {}
    assert mis(WEP, gegevens={"leeraspecten": ("klanten_te_woord_staan",)}) == {"gegeven_leeraspecten": OPEN}
    reden = {"leeraspecten": ("klanten_te_woord_staan",), "leeraspecten_reden": "Hoort bij de balie."}
    assert mis(WEP, gegevens=reden) == {}
    assert toetsen(WEP, gegevens=reden)["gegeven_leeraspecten"].feiten["gekozen"] == ("anders",)


@pytest.mark.regel("DEV-WEP-903", "DEV-PRF-903")
@pytest.mark.parametrize("code", [WEP, PRF])
@pytest.mark.parametrize(
    ("begin", "einde", "uitkomst"),
    [
        pytest.param(date(2026, 4, 7), date(2026, 7, 5), None, id="dag-ervoor"),
        pytest.param(date(2026, 4, 7), date(2026, 7, 6), None, id="drie-maanden-op-de-dag"),
        pytest.param(date(2026, 4, 7), date(2026, 7, 7), NIET, id="dag-erna"),
        pytest.param(date(2026, 11, 30), date(2027, 2, 27), None, id="korte-maand"),
        pytest.param(date(2026, 11, 30), date(2027, 2, 28), NIET, id="korte-maand-dag-erna"),
        pytest.param(date(2026, 4, 7), None, OPEN, id="zonder-einde"),
    ],
)
def test_hoogstens_drie_maanden(code: str, begin: date, einde: date | None, uitkomst: Uitkomst | None) -> None:
    assert mis(code, begin=begin, einde=einde).get("duur") is uitkomst
    if uitkomst is NIET:
        assert mis(code, begin=begin, einde=einde, verlenging=True)["duur"] is NIET, "verlengen kan niet"
        assert "tot en met" in toetsen(code, begin=begin, einde=einde)["duur"].toelichting


@pytest.mark.regel("DEV-WEP-903")
@pytest.mark.parametrize(
    ("eerder", "gezien"),
    [
        pytest.param({"vestiging": "v1"}, True, id="zelfde-vestiging"),
        pytest.param({"vestiging": "v9", "werkgever": "w1"}, True, id="andere-vestiging-zelfde-werkgever"),
        pytest.param({"vestiging": "v9", "werkgever": "w9"}, False, id="andere-werkgever"),
        pytest.param({}, False, id="onbekend-waar"),
        pytest.param({"code": "proefplaatsing", "vestiging": "v1"}, False, id="andere-voorziening"),
    ],
)
def test_een_tweede_plek_bij_dezelfde_werkgever_valt_op(eerder: dict[str, str], gezien: bool) -> None:
    inzet = {"code": WEP, "van": date(2025, 10, 1), "tot": date(2026, 1, 1), **eerder}
    anders: dict[str, Any] = {"vestiging": "v1", "werkgever": "w1", "eerdere": [inzet]}
    assert mis(WEP, **anders) == {}, "het blokkeert niet: de termijn geldt per plek"
    assert ("niet_eerder_bij_werkgever" in signalen(WEP, **anders)) is gezien
    if gezien:
        zin = signalen(WEP, **anders)["niet_eerder_bij_werkgever"].toelichting
        assert "vanaf 1 oktober 2025" in zin
        assert "3 maanden" in zin
    assert "niet_eerder_bij_werkgever" not in signalen(WEP, eerdere=[inzet])


@pytest.mark.regel("DEV-WEP-904", "DEV-PRF-907")
@pytest.mark.parametrize(
    ("code", "velden", "lid"),
    [
        (WEP, {"doel", "werkzaamheden", "wijze_van_begeleiding"}, "4"),
        (PRF, {"begindatum", "einddatum", "uren_per_week", "functie_of_werkzaamheden", "begeleiding_werkgever"}, "5"),
    ],
)
def test_wat_in_de_overeenkomst_staat_is_beleid(code: str, velden: set[str], lid: str) -> None:
    regel = BELEID.regel(code)
    assert regel is not None
    assert {veld.code for veld in regel.overeenkomst} == velden
    assert {veld.grondslag.lid for veld in regel.overeenkomst} == {lid}


@pytest.mark.regel("DEV-WEP-905", "DEV-PRF-908")
@pytest.mark.parametrize(("code", "regel"), [(WEP, "DEV-WEP-905"), (PRF, "DEV-PRF-908"), (WET, "DEV-PRF-908")])
def test_er_wordt_geen_loon_betaald(code: str, regel: str) -> None:
    assert mis(code, loon=1) == {"geen_loon": NIET}
    assert mis(code, loon=0) == {}
    toets = toetsen(code, loon=150000)["geen_loon"]
    assert (toets.feiten["regel"], "de uitkering loopt door" in toets.toelichting) == (regel, True)


@pytest.mark.regel("DEV-WEP-905", "DEV-PRF-908", "DEV-VRZ-919")
@pytest.mark.parametrize(("code", "artikel"), [(WEP, "1"), (PRF, "2")])
def test_de_hardheidsclausule_maakt_geen_loon_mogelijk(code: str, artikel: str) -> None:
    hard = [{"artikel": artikel, "reden": "De werkgever wil graag betalen."}]
    assert mis(code, hardheid=hard, loon=1) == {"geen_loon": NIET}
    regel = BELEID.regel(code)
    assert regel is not None
    bron = regel.bron(Limiet.DUUR)
    zachter = ZonderLoon("geen_loon", bron)
    feiten = VoorzieningFeiten(code=code, loon=1, hardheid=(Hardheid(**hard[0]),))
    assert bron.niveau is Niveau.BELEIDSREGEL
    assert zachter.uitkomst(feiten) is False, "wat het beleid er ook over zegt"
    if code == WEP:
        assert mis(code, hardheid=hard, antwoorden=ja("aov_loon")) == {"aov_loon": NIET}


@pytest.mark.regel("DEV-WEP-905")
@pytest.mark.parametrize(
    ("gegevens", "fout"),
    [
        pytest.param({}, {}, id="geen-vergoeding"),
        pytest.param({"onkostenvergoeding": 0}, {}, id="nul"),
        pytest.param({"onkostenvergoeding": 2500}, {"onkosten_aangetoond": OPEN}, id="zonder-bonnen"),
        pytest.param({"onkostenvergoeding": 2500, "onkosten_bewijzen": ("bon-1",)}, {}, id="met-bonnen"),
        pytest.param({"onkostenvergoeding": "veel"}, {"gegeven_onkostenvergoeding": NIET}, id="geen-bedrag"),
        pytest.param({"onkostenvergoeding": True}, {"gegeven_onkostenvergoeding": NIET}, id="ook-geen-bedrag"),
    ],
)
def test_onkosten_alleen_met_bewijs(gegevens: dict[str, Any], fout: dict[str, Uitkomst]) -> None:
    assert mis(WEP, gegevens=gegevens) == fout
    if "onkosten_aangetoond" in fout:
        assert "€ 25,00" in toetsen(WEP, gegevens=gegevens)["onkosten_aangetoond"].toelichting


@pytest.mark.regel("DEV-WEP-906")
def test_de_kenmerken_van_een_arbeidsovereenkomst_worden_nagelopen() -> None:
    criteria = {"aov_persoonlijke_arbeid", "aov_loon", "aov_gezagsverhouding"}
    aspecten = {"aov_bedoeling", "aov_schriftelijk", "aov_feitelijke_invulling"}
    regel = BELEID.regel(WEP)
    assert regel is not None
    eigen = [oordeel for oordeel in regel.oordelen if oordeel.regel == "DEV-WEP-906"]
    assert {oordeel.code for oordeel in eigen} == criteria | aspecten
    assert all(oordeel.ook_bij_evaluatie for oordeel in eigen)
    assert mis(WEP, antwoorden=ja("aov_loon")) == {"aov_loon": NIET}
    assert mis(WEP, antwoorden=nee("aov_bedoeling")) == {"aov_bedoeling": NIET}
    assert mis(WEP, zonder=("aov_bedoeling", "aov_loon")) == {"aov_bedoeling": OPEN, "aov_loon": OPEN}
    gewoon = ja("aov_persoonlijke_arbeid", "aov_schriftelijk", "aov_feitelijke_invulling")
    assert signalen(WEP, antwoorden=gewoon | nee("aov_gezagsverhouding")) == {}
    let_op = signalen(WEP, antwoorden=gewoon | ja("aov_gezagsverhouding"))
    assert set(let_op) == {"aov_gezagsverhouding"}
    assert "leg het leerdoel en de begeleiding goed vast" in let_op["aov_gezagsverhouding"].toelichting


@pytest.mark.regel("DEV-WEP-907")
def test_de_plek_past_en_er_is_een_grond_voor_de_afstand() -> None:
    assert mis(WEP, zonder=("past_bij_mogelijkheden",)) == {"past_bij_mogelijkheden": OPEN}
    assert mis(PRF, antwoorden=nee("past_bij_mogelijkheden")) == {"past_bij_mogelijkheden": NIET}
    assert "gegeven_grond_afstand" not in toetsen(PRF, klantgroep="groeien"), "Groeien is vanzelf langdurig werkloos"
    matchen: dict[str, Any] = {"klantgroep": "matchen", "antwoorden": ja("fase_bekonnected")}
    assert mis(PRF, **matchen) == {"gegeven_grond_afstand": OPEN}
    for grond in ("langdurig_werkloos", "niet_eerder_actief_in_vakgebied"):
        assert mis(PRF, **matchen, gegevens={"grond_afstand": grond}) == {}
    assert mis(PRF, **matchen, gegevens={"grond_afstand": "wil_graag"}) == {"gegeven_grond_afstand": NIET}


@pytest.mark.regel("DEV-VRZ-915")
@pytest.mark.parametrize("code", [WEP, PRF, "startbaansubsidie", "tijdelijke_tegemoetkoming_loonkosten"])
def test_geen_verdringing(code: str) -> None:
    regel = BELEID.regel(code)
    assert regel is not None
    assert regel.verdringingstoets
    if code not in (WEP, PRF):
        return
    for vraag in ("beinvloedt_concurrentie", "leidt_tot_verdringing"):
        assert mis(code, antwoorden=ja(vraag)) == {vraag: NIET}
        assert mis(code, zonder=(vraag,)) == {vraag: OPEN}
        assert mis(code, antwoorden={vraag: {"waarde": False}}) == {vraag: OPEN}, "zonder uitleg is het geen antwoord"
        assert str(toetsen(code)[vraag].grondslag).startswith("artikel 4, lid 4")


@pytest.mark.regel("DEV-VRZ-916")
@pytest.mark.parametrize("code", [WEP, PRF])
@pytest.mark.parametrize(
    ("gegevens", "uitkomst"),
    [
        pytest.param({"vacature": "geen_vacature"}, None, id="geen-vacature"),
        pytest.param({"vacature": "uitbreiding"}, None, id="uitbreiding"),
        pytest.param({"vacature": "afvloeiing"}, NIET, id="afvloeiing"),
        pytest.param({"vacature": ""}, OPEN, id="nog-niet-gevraagd"),
        pytest.param({"vacature": "ziekte"}, OPEN, id="anders-zonder-reden"),
        pytest.param({"vacature": "ziekte", "vacature_reden": "Vervanging tot herstel."}, None, id="anders-met-reden"),
    ],
)
def test_geen_vacature_door_afvloeiing(code: str, gegevens: dict[str, str], uitkomst: Uitkomst | None) -> None:
    assert mis(code, gegevens=gegevens) == ({} if uitkomst is None else {"gegeven_vacature": uitkomst})
    if uitkomst is NIET:
        assert "afvloeiing" in toetsen(code, gegevens=gegevens)["gegeven_vacature"].toelichting


@pytest.mark.regel("DEV-PRF-902")
def test_een_proefplaatsing_gaat_over_een_concrete_functie() -> None:
    assert mis(PRF, gegevens={"functie": " "}) == {"gegeven_functie": OPEN}
    assert mis(PRF, gegevens={"functie": ("magazijn",)}) == {"gegeven_functie": NIET}
    assert "zonder beoogde baan" in toetsen(PRF, gegevens={"functie": 3})["gegeven_functie"].toelichting


@pytest.mark.regel("DEV-PRF-904")
@pytest.mark.parametrize(
    ("uren", "uitkomst"),
    [("19.9", NIET), ("20", None), ("20.1", None), (None, OPEN)],
)
def test_minstens_twintig_uur(uren: str | None, uitkomst: Uitkomst | None) -> None:
    assert mis(PRF, uren=uren and Decimal(uren)).get("uren") is uitkomst
    assert mis(PRF, uren=12, hardheid=[{"artikel": "2", "lid": "4", "reden": "Medische urenbeperking."}]) == {}


@pytest.mark.regel("DEV-PRF-905")
@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [
        pytest.param("2026-04-06", None, id="dag-ervoor"),
        pytest.param("2026-04-07", None, id="op-de-dag"),
        pytest.param("2026-04-08", NIET, id="dag-erna"),
        pytest.param("morgen", NIET, id="geen-dag"),
        pytest.param("", OPEN, id="niet-uitgesproken"),
    ],
)
def test_de_werkgever_spreekt_vooraf_zijn_bedoeling_uit(dag: str, uitkomst: Uitkomst | None) -> None:
    assert mis(PRF, gegevens={"intentie_op": dag}) == ({} if uitkomst is None else {"gegeven_intentie_op": uitkomst})
    assert mis(PRF, zonder=("intentie_door",)) == {"gegeven_intentie_door": OPEN}
    zin = toetsen(PRF, zonder=("intentie_op",))["gegeven_intentie_op"].toelichting
    assert zin.endswith("Geef een datum uiterlijk op 7 april 2026.")
    assert toetsen(PRF)["gegeven_intentie_op"].feiten["datum"] == date(2026, 4, 7)


@pytest.mark.regel("DEV-PRF-906", "DEV-PRF-908")
def test_de_werkzaamheden_passen_en_de_werkgever_heeft_vertrouwen() -> None:
    for vraag in ("werkzaamheden_passen", "vertrouwen_werkgever"):
        assert mis(PRF, antwoorden=nee(vraag)) == {vraag: NIET}
        assert mis(PRF, zonder=(vraag,)) == {vraag: OPEN}


@pytest.mark.regel("DEV-PRF-001")
def test_in_matchen_eerder_dan_bekonnected_met_een_reden() -> None:
    matchen: dict[str, Any] = {"klantgroep": "matchen", "gegevens": {"grond_afstand": "langdurig_werkloos"}}
    assert mis(PRF, **matchen) == {"fase_bekonnected": OPEN}
    assert mis(PRF, **matchen, antwoorden={"fase_bekonnected": {"waarde": False}}) == {"fase_bekonnected": OPEN}
    assert mis(PRF, **matchen, antwoorden=nee("fase_bekonnected")) == {}
    assert mis(PRF, **matchen, antwoorden={"fase_bekonnected": {"waarde": True}}) == {}
    assert "fase_bekonnected" not in toetsen(PRF, klantgroep="groeien")


@pytest.mark.parametrize(
    ("begin", "einde", "velden", "fout"),
    [
        pytest.param(date(2023, 6, 30), date(2023, 8, 29), {}, {"al_in_werking": NIET}, id="dag-voor-de-wet"),
        pytest.param(date(2023, 7, 1), date(2023, 8, 31), {}, {}, id="eerste-dag-van-de-wet"),
        pytest.param(date(2023, 7, 2), date(2023, 9, 2), {}, {"duur": NIET}, id="twee-maanden-en-een-dag"),
        pytest.param(date(2023, 7, 1), date(2023, 12, 31), {"verlenging": True}, {}, id="verlengd-tot-zes-maanden"),
        pytest.param(date(2023, 7, 1), date(2024, 1, 1), {"verlenging": True}, {"duur": NIET}, id="dag-te-lang"),
        pytest.param(None, None, {}, {"al_in_werking": OPEN, "duur": OPEN}, id="zonder-dagen"),
    ],
)
def test_de_proefplaats_van_de_wet(
    begin: date | None, einde: date | None, velden: dict[str, Any], fout: dict[str, Uitkomst]
) -> None:
    intentie = {"gegevens": {"intentie_op": "2023-06-01"}}
    gevonden = mis(WET, begin=begin, einde=einde, **velden, **intentie)
    gevonden.pop("gegeven_intentie_op", None)
    assert gevonden == fout


def test_de_proefplaats_is_voor_wie_bijstand_krijgt_en_vraagt_een_collegebesluit() -> None:
    assert mis(WET, doelgroep="anw") == {"voorziening_bij_doelgroep": NIET}
    assert mis(WET, collegebesluit=None) == {"nadere_regels_vastgesteld": OPEN}
    grondslag = toetsen(WET)["duur"].grondslag
    assert str(grondslag) == "artikel 8a, lid 2, onderdeel d, Participatiewet"


@pytest.mark.parametrize(
    ("anders", "gezien"),
    [
        pytest.param({"einde": date(2026, 6, 6)}, False, id="twee-maanden"),
        pytest.param({"einde": date(2026, 6, 7)}, True, id="dag-langer-dan-de-wet"),
        pytest.param({"doelgroep": "ioaw"}, False, id="geen-algemene-bijstand"),
        pytest.param({"begin": date(2023, 6, 30), "einde": date(2023, 9, 29)}, False, id="van-voor-de-wet"),
        pytest.param({"begin": date(2023, 7, 1), "einde": date(2023, 9, 30)}, True, id="sinds-de-wet"),
        pytest.param({"einde": None}, False, id="zonder-einde"),
        pytest.param({"begin": None}, False, id="zonder-begin"),
    ],
)
def test_langer_dan_de_wet_valt_op_bij_de_proefplaatsing(anders: dict[str, Any], gezien: bool) -> None:
    assert ("duur_volgens_de_wet" in signalen(PRF, **anders)) is gezien
