"""Jongeren: startkwalificatie, Wajong, RMC, school, checklist and status zorg."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.doelgroep.beeld import maak_beeld
from app.domain.doelgroep.beleid import DoelgroepBeleid, Informeerregel, Route
from app.domain.doelgroep.feit import informeertaken
from app.domain.doelgroep.jongere import wajongtermijn
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import noembaar
from tests.steun.doelgroep import beleid, gevolg, met_beleid, mis, rond, taken, termijnen

KWETSBAAR: dict[str, Any] = {
    "categorie": "uitgestelde_studieplicht",
    "uitstel": "studieplicht",
    "reden": "Eerst zorg nodig.",
    "herzienOp": "2026-09-30",
}


@pytest.mark.regel("DEV-JON-007")
@pytest.mark.parametrize(
    ("velden", "verwacht", "geweigerd"),
    [
        pytest.param({"antwoord": "ja", "bewijs": "Diploma mbo 2"}, [], [], id="ja-met-bewijs"),
        pytest.param({"antwoord": "ja"}, [], ["bewijs"], id="ja-zonder-bewijs"),
        pytest.param({"antwoord": "nee", "bewijs": "Opgave RMC"}, ["studieplicht_beoordelen"], [], id="nee-dan-wegen"),
        pytest.param({"antwoord": "onbekend"}, ["startkwalificatie_vaststellen"], [], id="onbekend-blijft-open"),
    ],
)
def test_startkwalificatie(velden: dict[str, Any], verwacht: list[str], geweigerd: list[str]) -> None:
    uitkomst = gevolg("startkwalificatie", **velden)
    assert list(taken(uitkomst)) == verwacht
    assert mis(uitkomst.voorwaarden) == geweigerd
    assert "startkwalificatie_vaststellen" in uitkomst.klaar


@pytest.mark.regel("DEV-VRZ-918")
@pytest.mark.parametrize(
    ("diploma", "antwoord"),
    [
        *((diploma, "ja") for diploma in ("mbo_2", "mbo_3", "mbo_4", "havo", "vwo", "hbo", "wo")),
        *((diploma, "nee") for diploma in ("geen", "vmbo", "mbo_1")),
    ],
)
def test_de_startkwalificatie_volgt_uit_het_hoogste_diploma(diploma: str, antwoord: str) -> None:
    feit = {"soort": "startkwalificatie", "hoogsteDiploma": diploma, "bewijs": "Diploma gezien"}
    assert maak_beeld(rond(feit), beleid()).startkwalificatie == antwoord
    uit = gevolg("startkwalificatie", hoogsteDiploma=diploma, bewijs="Diploma gezien")
    assert (list(taken(uit)), mis(uit.voorwaarden)) == (["studieplicht_beoordelen"] if antwoord == "nee" else [], [])
    zelfde, anders = (
        gevolg("startkwalificatie", hoogsteDiploma=diploma, antwoord=gegeven, bewijs="Diploma gezien")
        for gegeven in (antwoord, "nee" if antwoord == "ja" else "ja")
    )
    assert (mis(zelfde.voorwaarden), mis(anders.voorwaarden)) == ([], ["antwoord_volgt_uit_diploma"])
    assert anders.voorwaarden[-1].toelichting.startswith(f"Met diploma {diploma.replace('_', ' ')} is het antwoord: ")


@pytest.mark.regel("DEV-VRZ-918")
def test_een_gemeente_bepaalt_welke_diplomas_tellen_en_zonder_diploma_telt_het_antwoord() -> None:
    velden = {"hoogsteDiploma": "mbo_2", "antwoord": "nee", "bewijs": "Diploma gezien"}
    assert mis(met_beleid("startkwalificatie", rond(), {"startkwalificatie_diplomas": ()}, **velden).voorwaarden) == []
    assert maak_beeld(rond({"soort": "startkwalificatie", "antwoord": "ja"}), beleid()).startkwalificatie == "ja"
    with pytest.raises(ValidationError, match="Geef het hoogste diploma, of het antwoord"):
        gevolg("startkwalificatie")


@pytest.mark.regel("DEV-JON-007")
@pytest.mark.parametrize(
    ("geboren", "geweigerd"),
    [
        pytest.param("1999-04-01", [], id="dag-voor-27"),
        pytest.param("1999-03-31", ["jongere"], id="dag-van-27"),
        pytest.param("1999-03-30", ["jongere"], id="dag-na-27"),
    ],
)
def test_alleen_van_wie_jonger_is_dan_27(geboren: str, geweigerd: list[str]) -> None:
    uitkomst = gevolg("startkwalificatie", rond(geboren=geboren), antwoord="nee", bewijs="Opgave RMC")
    assert mis(uitkomst.voorwaarden) == geweigerd


@pytest.mark.regel("DEV-JON-006")
def test_wajong_afgewezen_wordt_drie_jaar_na_plaatsing_herzien() -> None:
    nu = gevolg("wajong_afgewezen", rond(groeien_sinds=date(2026, 3, 2)))
    assert nu.erbij == {Kenmerk.WAJONG_AFGEWEZEN}
    assert termijnen(nu) == {"wajong_herziening": "2029-03-02"}
    assert nu.bewaken[0].vervolg.soort == "wajong_herbeoordelen"
    assert termijnen(gevolg("wajong_afgewezen")) == {}, "zonder plaatsing loopt er nog niets"
    assert wajongtermijn(date(2024, 2, 29), beleid()).termijn.einde == date(2027, 2, 28)


@pytest.mark.regel("DEV-JON-006")
@pytest.mark.parametrize(
    ("potentieel", "verwacht", "uitkomst"),
    [
        pytest.param(True, [], "potentieel", id="wel"),
        pytest.param(False, ["uwv_aanvraag"], "nieuwe_uwv_aanvraag", id="niet-dan-opnieuw-naar-uwv"),
    ],
)
def test_herziening_wajong(potentieel: bool, verwacht: list[str], uitkomst: str) -> None:
    velden = {"arbeidspotentieel": potentieel, "toelichting": "Besproken met de jongere."}
    gekregen = gevolg("wajong_herbeoordeling", rond({"soort": "wajong_afgewezen"}), **velden)
    assert (list(taken(gekregen)), gekregen.uitkomst, mis(gekregen.voorwaarden)) == (verwacht, uitkomst, [])
    assert gekregen.klaar == ("wajong_herbeoordelen",)
    assert mis(gevolg("wajong_herbeoordeling", **velden).voorwaarden) == ["wajong_afgewezen"]


@pytest.mark.regel("DEV-JON-019")
@pytest.mark.parametrize("organisatie", ["rmc", "jongerenloket"])
def test_wie_al_bekend_is_vraagt_snel_contact(organisatie: str) -> None:
    uitkomst = gevolg("bekend_bij", organisatie=organisatie, contactpersoon="J. Coach")
    assert taken(uitkomst) == {"jongere_bekend_contact": "2026-04-01"}
    assert "Coach" not in uitkomst.taken[0].wat + uitkomst.taken[0].waarom


@pytest.mark.regel("DEV-JON-009")
def test_de_school_draagt_een_vso_pro_jongere_over() -> None:
    uitkomst = gevolg("schooloverdracht", school="De Voorbeeldschool", document="ZAAK-1")
    assert uitkomst.erbij == {Kenmerk.VSO_PRO}
    assert list(taken(uitkomst)) == ["vso_pro_indelen", "vso_pro_informeren"]
    ouder = rond(geboren="1990-01-01")
    assert mis(gevolg("schooloverdracht", ouder, school="De School", document="ZAAK-1").voorwaarden) == ["jongere"]


class TestChecklist:
    VOLGENDE: dict[str, Any] = {"volgendeStap": "Ambitiegesprek", "volgendeStapOp": "2026-04-07"}  # noqa: RUF012
    ALLES: tuple[str, ...] = (
        "specifieke_ondersteuning",
        "zoekperiode",
        "huidig_werk_of_opleiding",
        "terug_naar_school_of_werk",
        "feedbackmethode",
    )

    @pytest.mark.regel("DEV-JON-013")
    def test_de_zoekperiode_staat_er_niet_bij_voor_speciaal_onderwijs(self) -> None:
        gewoon, speciaal = rond(), rond(kenmerken=frozenset({Kenmerk.VSO_PRO}))
        assert maak_beeld(gewoon, beleid()).checklijst == self.ALLES
        assert maak_beeld(speciaal, beleid()).checklijst == tuple(o for o in self.ALLES if o != "zoekperiode")
        assert maak_beeld(rond(geboren="1990-01-01"), beleid()).checklijst == ()
        velden = self.VOLGENDE | {"moment": "screening", "onderwerpen": ["zoekperiode"]}
        assert mis(gevolg("jongerengesprek", speciaal, **velden).voorwaarden) == ["onderwerpen_op_de_lijst"]
        assert mis(gevolg("jongerengesprek", gewoon, **velden).voorwaarden) == []

    @pytest.mark.regel("DEV-JON-013")
    def test_na_elk_gesprek_staat_de_volgende_stap_met_datum(self) -> None:
        uitkomst = gevolg("jongerengesprek", moment="vervolg", begeleider="Ouder", **self.VOLGENDE)
        assert taken(uitkomst) == {"jongere_volgende_stap": "2026-04-07"}
        assert uitkomst.signalen == ()
        eerder = self.VOLGENDE | {"volgendeStapOp": "2026-03-30"}
        assert mis(gevolg("jongerengesprek", moment="vervolg", **eerder).voorwaarden) == ["volgende_stap_gepland"]
        zonder = {"soort": "jongerengesprek", "moment": "vervolg"}
        with pytest.raises(ValueError, match="volgendeStap"):
            gevolg("jongerengesprek", **{k: v for k, v in zonder.items() if k != "soort"})

    @pytest.mark.regel("DEV-JON-013")
    def test_wat_niet_is_besproken_valt_op_maar_houdt_niets_tegen(self) -> None:
        deels = gevolg("jongerengesprek", moment="screening", onderwerpen=["feedbackmethode"], **self.VOLGENDE)
        assert (mis(deels.voorwaarden), mis(deels.signalen)) == ([], ["jongerenonderwerpen_besproken"])
        assert deels.signalen[0].feiten["nog_open"] == self.ALLES[:-1]
        alles = gevolg("jongerengesprek", moment="screening", onderwerpen=self.ALLES, **self.VOLGENDE)
        assert mis(alles.signalen) == []


class TestKwetsbareJongere:
    @pytest.mark.regel("DEV-JON-020")
    def test_uitstel_met_reden_herziening_en_contact(self) -> None:
        uitkomst = gevolg("kwetsbare_jongere", **KWETSBAAR)
        assert mis(uitkomst.voorwaarden) == []
        assert uitkomst.erbij == {Kenmerk.KWETSBARE_JONGERE}
        assert termijnen(uitkomst) == {"kwetsbare_jongere_herziening": "2026-09-30", "jongerencontact": "2026-04-14"}
        assert "het jongerenloket" in uitkomst.taken[0].wat
        eigen = gevolg("kwetsbare_jongere", contactDagen=7, **KWETSBAAR)
        assert termijnen(eigen)["jongerencontact"] == "2026-04-07"
        assert maak_beeld(rond({"soort": "kwetsbare_jongere"} | KWETSBAAR), beleid()).status_zorg is not None

    @pytest.mark.regel("DEV-JON-020")
    @pytest.mark.parametrize(
        ("anders", "geweigerd"),
        [
            pytest.param({"herzienOp": "2026-04-01"}, [], id="dag-na-begin"),
            pytest.param({"herzienOp": "2026-03-31"}, ["herziening_na_begin"], id="dag-van-begin"),
            pytest.param({"herzienOp": "2026-03-30"}, ["herziening_na_begin"], id="dag-voor-begin"),
            pytest.param({"uitstel": "arbeidsplicht"}, ["categorie_past_bij_uitstel"], id="past-niet"),
            pytest.param({"uitstel": "arbeidsplicht", "categorie": "kan_werken_nog_niet"}, [], id="past-wel"),
        ],
    )
    def test_wat_moet_kloppen(self, anders: dict[str, Any], geweigerd: list[str]) -> None:
        assert mis(gevolg("kwetsbare_jongere", **(KWETSBAAR | anders)).voorwaarden) == geweigerd

    @pytest.mark.regel("DEV-JON-020")
    def test_het_einde_stopt_de_bewaking(self) -> None:
        begonnen = rond({"soort": "kwetsbare_jongere"} | KWETSBAAR)
        einde = gevolg("kwetsbare_jongere_einde", begonnen, reden="Gaat weer naar school.")
        assert (einde.eraf, mis(einde.voorwaarden)) == (frozenset({Kenmerk.KWETSBARE_JONGERE}), [])
        assert set(einde.gestopt) == {"kwetsbare_jongere_herziening", "jongerencontact"}
        te_vroeg = gevolg("kwetsbare_jongere_einde", begonnen, reden="Fout.", datum="2026-02-28")
        assert mis(te_vroeg.voorwaarden) == ["status_zorg_loopt"]
        al = rond({"soort": "kwetsbare_jongere"} | KWETSBAAR, {"soort": "kwetsbare_jongere_einde", "reden": "Klaar."})
        assert mis(gevolg("kwetsbare_jongere_einde", al, reden="Weer.").voorwaarden) == ["status_zorg_loopt"]

    @pytest.mark.regel("DEV-JON-020")
    def test_na_een_contact_loopt_de_volgende_termijn(self) -> None:
        begonnen = rond({"soort": "kwetsbare_jongere"} | KWETSBAAR)
        assert termijnen(gevolg("jongerencontact", begonnen, partij="jongere")) == {"jongerencontact": "2026-04-14"}
        assert termijnen(gevolg("jongerencontact", partij="jongere")) == {}

    @pytest.mark.regel("DEV-JON-020")
    def test_een_eerder_contact_dat_later_wordt_vastgelegd_haalt_de_termijn_niet_naar_voren(self) -> None:
        laatste = {"soort": "jongerencontact", "datum": "2026-03-30", "partij": "jongere"}
        begonnen = rond({"soort": "kwetsbare_jongere"} | KWETSBAAR, laatste)
        for dag, einde in (("2026-03-29", "2026-04-13"), ("2026-03-30", "2026-04-13"), ("2026-03-31", "2026-04-14")):
            contact = gevolg("jongerencontact", begonnen, partij="rmc", rmcTaak="preventief", datum=dag)
            assert termijnen(contact) == {"jongerencontact": einde}
        zonder = rond({"soort": "kwetsbare_jongere"} | KWETSBAAR)
        voor_het_begin = gevolg("jongerencontact", zonder, partij="jongere", datum="2026-02-01")
        assert termijnen(voor_het_begin) == {"jongerencontact": "2026-03-15"}
        verlengd = gevolg("kwetsbare_jongere", begonnen, **(KWETSBAAR | {"datum": "2026-03-29"}))
        assert termijnen(verlengd)["jongerencontact"] == "2026-04-13"


@pytest.mark.regel("DEV-JON-021")
@pytest.mark.parametrize(
    ("taak", "geboren", "signaal"),
    [
        pytest.param("preventief", "2012-01-01", [], id="preventief-kent-geen-leeftijd"),
        pytest.param("curatief", "2008-04-01", ["leeftijd_past_bij_rmc_taak"], id="dag-voor-18"),
        pytest.param("curatief", "2008-03-31", [], id="dag-van-18"),
        pytest.param("curatief", "2002-04-01", [], id="laatste-dag-23"),
        pytest.param("curatief", "2002-03-31", ["leeftijd_past_bij_rmc_taak"], id="dag-van-24"),
        pytest.param("monitoren_kwetsbaar", "2010-04-01", ["leeftijd_past_bij_rmc_taak"], id="dag-voor-16"),
        pytest.param("monitoren_kwetsbaar", "2010-03-31", [], id="dag-van-16"),
    ],
)
def test_contact_met_rmc_noemt_de_taak(taak: str, geboren: str, signaal: list[str]) -> None:
    uitkomst = gevolg("jongerencontact", rond(geboren=geboren), partij="rmc", rmcTaak=taak)
    assert (mis(uitkomst.voorwaarden), mis(uitkomst.signalen), uitkomst.taken) == ([], signaal, ())
    assert mis(gevolg("jongerencontact", partij="rmc").voorwaarden) == ["rmc_taak"]
    assert mis(gevolg("jongerencontact", partij="jongere", rmcTaak=taak).voorwaarden) == ["rmc_taak"]


def test_wie_over_een_klant_hoort_staat_in_geen_gebeurtenis() -> None:
    for route in Route:
        (taak, *_) = informeertaken([route], rond().vandaag, _met_elke_route())
        assert not noembaar(taak.soort)
    assert noembaar("screening_plannen")


def _met_elke_route() -> DoelgroepBeleid:
    regels = tuple(Informeerregel(route=route, partij="een partij", rol=Rol.INTAKER) for route in Route)
    informeren = beleid().informeren.model_copy(update={"waarde": regels})
    return beleid().model_copy(update={"informeren": informeren})
