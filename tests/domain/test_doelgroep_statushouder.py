"""Statushouders: PIP, questions, BAD and the VIP-training."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.doelgroep.beeld import maak_beeld
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.toets import Uitkomst
from tests.steun.doelgroep import beleid, gevolg, met_beleid, mis, rond, taken

STATUS = frozenset({Kenmerk.STATUSHOUDER})
PIP = {"soort": "pip", "kenmerk": "PIP-1"}
NA_MAIL = {"bad_afspraak_na_toezegging": True}


@pytest.mark.regel("DEV-DOE-012")
@pytest.mark.parametrize(
    ("woning", "inkomen", "uitkomst"),
    [
        pytest.param(True, True, Uitkomst.VOLDAAN, id="beide"),
        pytest.param(False, True, Uitkomst.NIET_VOLDAAN, id="geen-woning"),
        pytest.param(True, None, Uitkomst.ONBEPAALD, id="inkomen-onbekend"),
        pytest.param(None, False, Uitkomst.NIET_VOLDAAN, id="geen-inkomen"),
    ],
)
def test_traject_begint_na_woning_en_inkomen(woning: bool | None, inkomen: bool | None, uitkomst: Uitkomst) -> None:
    gekregen = gevolg("statushouder", route="b1", woningOpOrde=woning, inkomenOpOrde=inkomen)
    assert (gekregen.signalen[0].uitkomst, gekregen.voorwaarden) == (uitkomst, ()), "een waarschuwing, geen slot"
    assert gekregen.signalen[0].feiten["route"] == "b1"


@pytest.mark.regel("DEV-DOE-007")
def test_de_markering_informeert_bad_en_vluchtelingenwerk() -> None:
    nieuw = gevolg("statushouder")
    assert nieuw.erbij == STATUS
    assert [t.wat for t in nieuw.taken if t.soort == "statushouder_informeren"] == [
        "Informeer het BAD over deze klant.",
        "Informeer Vluchtelingenwerk over deze klant.",
    ]
    assert list(taken(gevolg("statushouder", rond(PIP, kenmerken=STATUS)))) == []


class TestPip:
    @pytest.mark.regel("DEV-DOE-008")
    @pytest.mark.parametrize(
        ("dag", "geweigerd", "nodig"),
        [
            pytest.param("2021-12-31", ["pip_na_invoering"], False, id="dag-voor-2022"),
            pytest.param("2022-01-01", [], True, id="eerste-dag"),
            pytest.param("2022-01-02", [], True, id="dag-erna"),
        ],
    )
    def test_een_pip_bestaat_vanaf_2022(self, dag: str, geweigerd: list[str], nodig: bool) -> None:
        assert mis(gevolg("pip", rond(kenmerken=STATUS), kenmerk="PIP-1", datum=dag).voorwaarden) == geweigerd
        assert ("pip_opstellen" in taken(gevolg("statushouder", datum=dag))) is nodig

    @pytest.mark.regel("DEV-DOE-008")
    def test_alleen_voor_statushouders_en_het_beeld_mist_hem(self) -> None:
        assert mis(gevolg("pip", kenmerk="PIP-1").voorwaarden) == ["statushouder"]
        assert "pip_aanwezig" in mis(maak_beeld(rond(kenmerken=STATUS), beleid()).signalen)
        assert "pip_aanwezig" not in mis(maak_beeld(rond(PIP, kenmerken=STATUS), beleid()).signalen)
        met_stand = rond(PIP, {"soort": "statushouder", "woningOpOrde": True, "inkomenOpOrde": True}, kenmerken=STATUS)
        assert mis(maak_beeld(met_stand, beleid()).signalen) == []


@pytest.mark.regel("DEV-DOE-010")
@pytest.mark.parametrize(
    ("trauma", "kosten", "verwacht"),
    [
        pytest.param(False, None, [], id="niets"),
        pytest.param(True, None, ["zorg_verwijzen"], id="trauma-dan-verwijzen"),
        pytest.param(False, "Reiskosten", ["bijzondere_bijstand_beoordelen"], id="kosten-dan-verzoek"),
    ],
)
def test_vragen_in_de_screening(trauma: bool, kosten: str | None, verwacht: list[str]) -> None:
    velden = {"inburgeringsfase": "Begonnen", "taalbeheersing": "beperkt", "trauma": trauma, "bijzondereKosten": kosten}
    uitkomst = gevolg("statushouder_screening", rond(kenmerken=STATUS), **velden)
    assert list(taken(uitkomst)) == verwacht
    assert "trauma" not in " ".join(f"{t.soort} {t.wat} {t.waarom}" for t in uitkomst.taken)
    assert mis(gevolg("statushouder_screening", **velden).voorwaarden) == ["statushouder"]


@pytest.mark.regel("DEV-DOE-011")
@pytest.mark.parametrize(("geregeld", "verwacht"), [(True, []), (False, ["inburgering_regelen"])])
def test_vragen_in_het_ambitiegesprek(geregeld: bool, verwacht: list[str]) -> None:
    velden: dict[str, Any] = {
        "inburgeringGeregeld": geregeld,
        "landVanHerkomst": "Elders",
        "gezinshereniging": "kans_op",
        "diplomavalidatie": "aanvragen",
    }
    assert list(taken(gevolg("statushouder_ambitiegesprek", rond(kenmerken=STATUS), **velden))) == verwacht
    for veld in velden:
        with pytest.raises(ValueError, match=veld):
            gevolg("statushouder_ambitiegesprek", **{k: v for k, v in velden.items() if k != veld})


class TestBad:
    LENING: dict[str, Any] = {"bedrag": 200000, "doel": "Inrichting"}  # noqa: RUF012
    MAIL: dict[str, Any] = {"soort": "bad_toezegging", "datum": "2026-03-31"}  # noqa: RUF012

    @pytest.mark.regel("DEV-DOE-010")
    def test_de_lening_wordt_vastgelegd(self) -> None:
        uitkomst = gevolg("bad_lening", rond(kenmerken=STATUS), **self.LENING)
        assert (mis(uitkomst.voorwaarden), uitkomst.taken) == ([], ())

    @pytest.mark.regel("DEV-DIG-020")
    def test_digitaal_wacht_het_bad_op_de_mail(self) -> None:
        status = rond(kenmerken=STATUS)
        assert list(taken(met_beleid("bad_lening", status, NA_MAIL, **self.LENING))) == ["bad_toezegging_mailen"]
        gemaild = rond(self.MAIL, kenmerken=STATUS)
        assert list(taken(met_beleid("bad_lening", gemaild, NA_MAIL, **self.LENING))) == []
        assert gevolg("bad_toezegging", status).klaar == ("bad_toezegging_mailen",)

    @pytest.mark.regel("DEV-DIG-020")
    @pytest.mark.parametrize(
        ("dag", "geweigerd"),
        [
            pytest.param("2026-03-30", ["toezegging_voor_afspraak"], id="dag-voor-de-mail"),
            pytest.param("2026-03-31", [], id="dag-van-de-mail"),
            pytest.param("2026-04-01", [], id="dag-erna"),
        ],
    )
    def test_tekenen_kan_pas_na_de_mail(self, dag: str, geweigerd: list[str]) -> None:
        gemaild, niet = rond(self.MAIL, kenmerken=STATUS), rond(kenmerken=STATUS)
        assert mis(met_beleid("bad_afspraak", gemaild, NA_MAIL, datum=dag).voorwaarden) == geweigerd
        assert mis(met_beleid("bad_afspraak", niet, NA_MAIL).voorwaarden) == ["toezegging_voor_afspraak"]
        assert mis(gevolg("bad_afspraak", niet, datum=dag).voorwaarden) == [], "gewoon hoeft dat niet"


class TestVip:
    @pytest.mark.regel("DEV-DOE-013")
    @pytest.mark.parametrize(
        ("bezet", "velden", "geweigerd", "uitkomst"),
        [
            pytest.param(199, {}, [], "ingeschreven", id="de-200e"),
            pytest.param(200, {}, ["plaats_in_vip_training"], "ingeschreven", id="de-201e-geweigerd"),
            pytest.param(200, {"bijVol": "wachtlijst"}, [], "wachtlijst", id="de-201e-wacht"),
            pytest.param(
                200, {"bijVol": "toch_inschrijven"}, ["reden_boven_maximum"], "ingeschreven", id="zonder-reden"
            ),
            pytest.param(
                200, {"bijVol": "toch_inschrijven", "reden": "Uitval."}, [], "ingeschreven", id="bewust-erboven"
            ),
            pytest.param(0, {"bijVol": "wachtlijst"}, [], "ingeschreven", id="plek-gaat-voor-wachtlijst"),
        ],
    )
    def test_hoogstens_200_per_jaar(
        self, bezet: int, velden: dict[str, str], geweigerd: list[str], uitkomst: str
    ) -> None:
        gekregen = gevolg("vip_inschrijving", rond(kenmerken=STATUS, vip_bezet=bezet), **velden)
        assert (mis(gekregen.voorwaarden), gekregen.uitkomst) == (geweigerd, uitkomst)

    @pytest.mark.regel("DEV-DOE-013")
    def test_een_keer_per_kalenderjaar(self) -> None:
        al = rond({"soort": "vip_inschrijving", "datum": "2026-12-31"}, kenmerken=STATUS)
        assert mis(gevolg("vip_inschrijving", al).voorwaarden) == ["nog_niet_ingeschreven"]
        assert mis(gevolg("vip_inschrijving", al, datum=date(2027, 1, 1)).voorwaarden) == []
