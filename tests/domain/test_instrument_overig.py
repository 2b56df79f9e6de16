"""Sociale activering, maatschappelijke participatie, persoonlijke ondersteuning and the smaller voorzieningen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.kern.toets import Uitkomst
from app.domain.voorziening.bijzonder.duur_in_weken import duur_in_weken
from app.domain.voorziening.bijzonder.participatieplaats import momenten
from tests.steun.beleid import beleid_van
from tests.steun.instrument import BEGIN, GOED, NIET, OPEN, feiten, ja, mis, nee, signalen, toetsen
from tests.steun.voorziening import BELEID

SOC, PMK, PON, PPL = (
    "sociale_activering",
    "maatschappelijke_participatie",
    "persoonlijke_ondersteuning",
    "participatieplaats",
)


@pytest.mark.parametrize("code", sorted(GOED))
def test_met_alles_op_orde_mag_het(code: str) -> None:
    assert mis(code) == {}


@pytest.mark.regel("DEV-VRZ-911")
@pytest.mark.parametrize(
    ("uitzicht", "verplicht", "fout"),
    [
        pytest.param(ja, None, {}, id="uitzicht-vrijwillig"),
        pytest.param(ja, True, {}, id="uitzicht-verplicht"),
        pytest.param(nee, None, {"werk_op_termijn_mogelijk": NIET}, id="geen-uitzicht"),
        pytest.param(
            nee, True, {"werk_op_termijn_mogelijk": NIET, "verplichten_mogelijk": NIET}, id="geen-uitzicht-verplicht"
        ),
        pytest.param(
            None, True, {"werk_op_termijn_mogelijk": OPEN, "verplichten_mogelijk": OPEN}, id="onbekend-verplicht"
        ),
        pytest.param(None, False, {"werk_op_termijn_mogelijk": OPEN}, id="onbekend-vrijwillig"),
    ],
)
def test_sociale_activering_vraagt_uitzicht_op_werk(uitzicht: Any, verplicht: Any, fout: dict[str, Uitkomst]) -> None:
    anders: dict[str, Any] = {"gegevens": {"verplicht": verplicht}}
    anders |= (
        {"antwoorden": uitzicht("werk_op_termijn_mogelijk")} if uitzicht else {"zonder": ("werk_op_termijn_mogelijk",)}
    )
    assert mis(SOC, **anders) == fout
    if "verplichten_mogelijk" in fout and fout["verplichten_mogelijk"] is NIET:
        assert (
            "maatschappelijke participatie (artikel 5a)" in toetsen(SOC, **anders)["verplichten_mogelijk"].toelichting
        )


@pytest.mark.regel("DEV-VRZ-912")
def test_sociale_activering_is_onbeloond_en_van_een_soort() -> None:
    assert mis(SOC, loon=100) == {"geen_loon": NIET}
    assert mis(SOC, gegevens={"activiteit": "wijk_of_buurtactiviteiten"}) == {}
    assert mis(SOC, zonder=("activiteit",)) == {"gegeven_activiteit": OPEN}
    assert mis(SOC, gegevens={"activiteit": "koor"}) == {"gegeven_activiteit": OPEN}
    assert mis(SOC, gegevens={"activiteit": "koor", "activiteit_reden": "Bouwt een netwerk op."}) == {}


@pytest.mark.regel("DEV-VRZ-913")
@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [("2026-04-06", NIET), ("2026-04-07", NIET), ("2026-04-08", None), ("", OPEN)],
)
def test_sociale_activering_heeft_een_einde_op_maat_en_een_evaluatie(dag: str, uitkomst: Uitkomst | None) -> None:
    assert mis(SOC, gegevens={"evalueren_op": dag}) == ({} if uitkomst is None else {"gegeven_evalueren_op": uitkomst})
    assert mis(SOC, einde=None) == {"einde_op_maat": OPEN}
    assert mis(SOC, einde=date(2036, 4, 6)) == {}, "er is geen vaste termijn"
    zonder_begin = toetsen(SOC, begin=None, gegevens={"evalueren_op": dag})["gegeven_evalueren_op"]
    assert zonder_begin.uitkomst is OPEN
    assert zonder_begin.toelichting.endswith("na de eerste dag.")


@pytest.mark.regel("DEV-PMK-901")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        pytest.param({"geboortedatum": date(1999, 4, 8)}, {"leeftijd": NIET}, id="morgen-27"),
        pytest.param({"geboortedatum": date(1999, 4, 7)}, {}, id="vandaag-27"),
        pytest.param({"geboortedatum": date(1999, 4, 6)}, {}, id="gisteren-27"),
        *(
            pytest.param({"doelgroep": wie}, {"voorziening_bij_doelgroep": NIET}, id=wie)
            for wie in ("ioaw", "ioaz", "anw", "wia_34a_35_36")
        ),
        pytest.param(
            {"antwoorden": nee("zonder_arbeidspotentieel")}, {"zonder_arbeidspotentieel": NIET}, id="kan-werken"
        ),
        pytest.param({"zonder": ("zonder_arbeidspotentieel",)}, {"zonder_arbeidspotentieel": OPEN}, id="niet-bekend"),
        pytest.param({"antwoorden": nee("wil_bijdragen")}, {"wil_bijdragen": NIET}, id="wil-niet"),
        pytest.param({"antwoorden": nee("kan_bijdragen")}, {"kan_bijdragen": NIET}, id="kan-niet"),
    ],
)
def test_maatschappelijke_participatie(anders: dict[str, Any], fout: dict[str, Uitkomst]) -> None:
    assert mis(PMK, **anders) == fout


@pytest.mark.regel("DEV-PMK-901")
def test_een_nugger_krijgt_geen_maatschappelijke_participatie_ook_niet_met_een_toekenning() -> None:
    assert mis(PMK, doelgroep="nugger", nugger_toegekend=True) == {"voorziening_bij_doelgroep": NIET}


@pytest.mark.regel("DEV-PMK-902")
def test_de_participatiemakelaar_wordt_ingezet_voor_een_van_drie_doelen() -> None:
    for doel in ("ondersteuning_participatie", "toeleiding_taalactiviteit", "toeleiding_taalcursus", ""):
        assert mis(PMK, gegevens={"inzet_participatiemakelaar": doel}) == {}
    assert mis(PMK, gegevens={"inzet_participatiemakelaar": "vervoer"}) == {"gegeven_inzet_participatiemakelaar": NIET}


@pytest.mark.regel("DEV-VRZ-914")
@pytest.mark.parametrize(
    ("rooster", "uitkomst"),
    [
        pytest.param(("maandag 09:00-10:30", "donderdag 13:00-14:00"), None, id="vaste-tijden"),
        pytest.param((), OPEN, id="geen-rooster"),
        pytest.param(("als het uitkomt",), NIET, id="geen-tijd"),
        pytest.param(("maandag 10:30-09:00",), NIET, id="einde-voor-begin"),
        pytest.param(("maandag 09:00-09:00",), NIET, id="geen-duur"),
        pytest.param(("maandag 09:00-24:30",), NIET, id="bestaat-niet"),
        pytest.param("maandag 09:00-10:30", NIET, id="geen-lijst"),
    ],
)
def test_een_jobcoach_komt_op_vaste_tijden(rooster: Any, uitkomst: Uitkomst | None) -> None:
    assert mis(PON, gegevens={"rooster": rooster}) == ({} if uitkomst is None else {"gegeven_rooster": uitkomst})


@pytest.mark.regel("DEV-VRZ-914")
def test_een_jobcoach_is_nodig_voor_langere_tijd_en_werkt_naar_zelfstandigheid() -> None:
    for vraag in ("taken_niet_zonder", "langere_periode", "einddoel_zelfstandig"):
        assert mis(PON, antwoorden=nee(vraag)) == {vraag: NIET}
        assert mis(PON, zonder=(vraag,)) == {vraag: OPEN}
    assert mis(PON, einde=None) == {"periode_begeleiding": OPEN}
    assert mis(PON, zonder=("begeleiding_door",)) == {"gegeven_begeleiding_door": OPEN}
    oud: dict[str, Any] = {"begin": date(2023, 6, 30), "zonder": ("begeleiding_door",)}
    assert mis(PON, **oud) == {}, "de wet noemt pas sinds 1 juli 2023 wie begeleidt"
    assert mis(PON, **oud | {"begin": date(2023, 7, 1)}) == {"gegeven_begeleiding_door": OPEN}


def test_wie_bij_loonkostensubsidie_hoort_heeft_recht_op_begeleiding() -> None:
    assert signalen(PON) == {}
    let_op = signalen(
        PON, omstandigheden={"mogelijk_doelgroep_loonkostensubsidie"}, antwoorden=ja("verminderd_vermogen_gewogen")
    )
    assert str(let_op["aanspraak_begeleiding_werkplek"].grondslag) == "artikel 10da, Participatiewet"


@pytest.mark.regel("DEV-VRZ-917")
def test_soorten_kosten_zijn_een_open_lijst() -> None:
    for soort in ("kinderopvang", "reiskosten", "werkplekaanpassingen"):
        assert mis("vergoeding", gegevens={"kostensoort": soort}) == {}
    assert mis("vergoeding", gegevens={"kostensoort": "verhuizing"}) == {"gegeven_kostensoort": OPEN}
    anders = {"kostensoort": "verhuizing", "kostensoort_reden": "De baan is in Groningen."}
    assert mis("vergoeding", gegevens=anders) == {}
    assert mis("vergoeding", gegevens={"kostensoort": ""}) == {"gegeven_kostensoort": OPEN}


def test_een_taalvoorziening_staat_in_een_taalplan() -> None:
    assert mis("taal", vastgelegd=()) == {"vastgelegd_taalplan": OPEN}
    assert mis("taal", antwoorden=nee("vermoeden_taal")) == {"vermoeden_taal": NIET}
    assert toetsen("taal")["vastgelegd_taalplan"].grondslag.lid == "2"


@pytest.mark.parametrize(("dagen", "uitkomst"), [(48, NIET), (49, None), (56, None), (57, NIET)])
def test_career_and_kids_duurt_zeven_tot_acht_weken(dagen: int, uitkomst: Uitkomst | None) -> None:
    einde = BEGIN + timedelta(days=dagen - 1)
    assert mis("career_and_kids", einde=einde) == ({} if uitkomst is None else {"duur_in_weken": uitkomst})


def test_career_and_kids_is_voor_alleenstaande_ouders_en_even_lang_als_het_traject() -> None:
    assert mis("career_and_kids", antwoorden=nee("alleenstaande_ouder")) == {"alleenstaande_ouder": NIET}
    assert mis("career_and_kids", einde=None) == {"duur_in_weken": OPEN}
    regel = BELEID.regel("career_and_kids")
    assert regel is not None
    traject = next(t for t in beleid_van(IndelingBeleid).trajecten.waarde if t.code == regel.code)
    assert (regel.duur_weken_min, regel.duur_weken_max) == (traject.duur_weken_min, traject.duur_weken_max)
    vast = BELEID.regel("nazorg")
    assert vast is not None
    assert duur_in_weken(feiten("nazorg"), vast, BELEID) == ()


@pytest.mark.parametrize(("einde", "uitkomst"), [(date(2026, 10, 6), None), (date(2026, 10, 7), NIET)])
def test_nazorg_duurt_een_half_jaar(einde: date, uitkomst: Uitkomst | None) -> None:
    assert mis("nazorg", einde=einde) == ({} if uitkomst is None else {"duur": uitkomst})


@pytest.mark.parametrize(
    ("einde", "anders", "fout"),
    [
        pytest.param(date(2028, 4, 6), {}, {}, id="twee-jaar"),
        pytest.param(date(2028, 4, 7), {}, {"duur": NIET}, id="twee-jaar-en-een-dag"),
        pytest.param(
            date(2028, 4, 7),
            {"verlenging": True, "antwoorden": nee("andere_omgeving")},
            {"andere_omgeving": NIET},
            id="zelfde-plek",
        ),
        pytest.param(date(2029, 4, 6), {"verlenging": True}, {}, id="derde-jaar"),
        pytest.param(
            date(2029, 4, 7),
            {"verlenging": True},
            {"kans_aanmerkelijk_beter_vierde_jaar": OPEN},
            id="in-het-vierde-jaar",
        ),
        pytest.param(
            date(2030, 4, 6),
            {"verlenging": True, "antwoorden": ja("kans_aanmerkelijk_beter_vierde_jaar")},
            {},
            id="vierde-jaar-beoordeeld",
        ),
        pytest.param(
            date(2030, 4, 6),
            {"verlenging": True, "antwoorden": nee("kans_aanmerkelijk_beter_vierde_jaar")},
            {"kans_aanmerkelijk_beter_vierde_jaar": NIET},
            id="vierde-jaar-helpt-niet",
        ),
        pytest.param(
            date(2030, 4, 7),
            {"verlenging": True, "antwoorden": ja("kans_aanmerkelijk_beter_vierde_jaar")},
            {"duur": NIET},
            id="langer-dan-vier-jaar",
        ),
        pytest.param(None, {}, {"duur": OPEN}, id="zonder-einde"),
    ],
)
def test_een_participatieplaats_duurt_twee_jaar_en_hoogstens_vier(
    einde: date | None, anders: dict[str, Any], fout: dict[str, Uitkomst]
) -> None:
    derde_jaar = ja("kans_aanmerkelijk_beter", "andere_omgeving") | anders.pop("antwoorden", {})
    assert mis(PPL, einde=einde, antwoorden=derde_jaar, **anders) == fout


def test_een_participatieplaats_vraagt_gedurende_het_werk_steeds_iets() -> None:
    def op(tot: date, startkwalificatie: bool | None = False) -> list[tuple[str, str, str | None]]:
        taken = momenten(BEGIN, tot, BELEID, startkwalificatie=startkwalificatie)
        return [(t.soort.removeprefix("participatieplaats_"), t.uiterste.isoformat(), t.grondslag.lid) for t in taken]

    assert op(date(2027, 4, 7)) == [
        ("scholing", "2026-10-07", "5"),
        ("beoordelen", "2027-01-07", "8"),
        ("premie", "2026-10-07", "6"),
        ("premie", "2027-04-07", "6"),
    ]
    assert op(date(2027, 4, 7), True)[0][0] == "beoordelen"
    assert op(date(2026, 10, 6)) == []
    assert op(date(2026, 10, 7)) == [("premie", "2026-10-07", "6")]
