"""The besluit on a voorziening: on the conditions of the offer, with a reason and a second pair of eyes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.besluit.beslissing import (
    belemmeringen_voorziening,
    beslis_voorziening,
    waarden_voorziening,
)
from app.domain.voorziening.besluit.feiten import (
    Hardheidsbesluit,
    LopendeInzet,
    Voorzieningdictum,
    Voorzieningsbesluitfeiten,
)
from app.domain.voorziening.feiten import Antwoord, EerdereInzet, Hardheid, VoorzieningFeiten
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
BEGIN, EINDE = date(2026, 4, 13), date(2026, 7, 12)
TOEKENNEN, AFWIJZEN = Voorzieningdictum.TOEKENNEN, Voorzieningdictum.AFWIJZEN
VERLENGEN, VOORLEGGEN = Voorzieningdictum.VERLENGEN, Voorzieningdictum.VOORLEGGEN
FACTOREN = ("mogelijkheden", "capaciteiten", "wensen", "doelmatigheid")
ANDER = Hardheidsbesluit(
    artikel="1", lid="3", reden="Zes weken ziek.", voorgesteld_door="a", besloten_door="b", besloten_op=DAG
)


@pytest.fixture(scope="module")
def beleid() -> VoorzieningBeleid:
    """The policy with only the general questions, so that these cases do not hang on the data of one voorziening."""
    gewoon = vast_register().geldend(VoorzieningBeleid, "GM0150", DAG).beleid
    regels = tuple(_kaal(regel) for regel in gewoon.voorzieningen.waarde)
    return gewoon.model_copy(update={"voorzieningen": gewoon.voorzieningen.model_copy(update={"waarde": regels})})


def _kaal(regel: Voorzieningregel) -> Voorzieningregel:
    leeg = {"oordelen": (), "velden": (), "verplicht": (), "verdringingstoets": False, "nadere_regels": True}
    return regel.model_copy(update=leeg)


def antwoorden(beleid: VoorzieningBeleid) -> dict[str, Antwoord]:
    """Return the answer that fits to every general question."""
    vragen = beleid.algemene_oordelen.waarde
    return {v.code: Antwoord(waarde=v.verwacht, toelichting="Samen besproken.") for v in vragen}


def feiten(beleid: VoorzieningBeleid, **anders: Any) -> Voorzieningsbesluitfeiten:
    """A werkervaringsplaats that can be granted; what is named replaces a fact of the besluit or of the voorziening."""
    voorziening: dict[str, Any] = {
        "code": "werkervaringsplaats",
        "geboortedatum": date(1990, 1, 2),
        "klantgroep": Klantgroep.GROEIEN,
        "doelgroep": "algemene_bijstand",
        "begin": BEGIN,
        "einde": EINDE,
        "uren": Decimal(24),
        "antwoorden": antwoorden(beleid),
    }
    besluit: dict[str, Any] = {
        "gevraagd": TOEKENNEN,
        "naam": "Werkervaringsplaats",
        "regime": "2021",
        "motivering": "Dit past het best bij de klant.",
    }
    for naam, waarde in anders.items():
        (voorziening if naam in VoorzieningFeiten.model_fields and naam != "hardheid" else besluit)[naam] = waarde
    if "hardheid" in besluit:
        dekt = [Hardheid(artikel=deel.artikel, lid=deel.lid, reden=deel.reden) for deel in besluit["hardheid"]]
        voorziening["hardheid"] = tuple(dekt)
    return Voorzieningsbesluitfeiten.model_validate(besluit | {"voorziening": VoorzieningFeiten(**voorziening)})


def in_de_weg(feit: Voorzieningsbesluitfeiten, beleid: VoorzieningBeleid) -> set[str]:
    """Return what keeps the besluit from being taken; none means that it is taken as asked."""
    uitslag = beslis_voorziening(feit, beleid, DAG)
    bezwaar = {toets.voorwaarde for toets in belemmeringen_voorziening(feit, uitslag)}
    assert (uitslag.dictum is feit.gevraagd) is not bool(bezwaar)
    assert bool(uitslag.motivering) is not bool(bezwaar)
    return bezwaar


@pytest.mark.regel("DEV-VRZ-902")
def test_toekennen_en_afwijzen_vragen_een_oordeel_over_de_noodzaak(beleid: VoorzieningBeleid) -> None:
    goed = feiten(beleid)
    assert in_de_weg(goed, beleid) == set()
    zonder = {k: v for k, v in antwoorden(beleid).items() if k != "noodzakelijk"}
    assert in_de_weg(feiten(beleid, antwoorden=zonder), beleid) == {"noodzakelijk"}
    kaal = antwoorden(beleid) | {"noodzakelijk": Antwoord(waarde=True)}
    assert in_de_weg(feiten(beleid, antwoorden=kaal), beleid) == {"noodzakelijk"}

    te_lang: dict[str, Any] = {"gevraagd": AFWIJZEN, "einde": date(2026, 8, 1)}
    assert in_de_weg(feiten(beleid, **te_lang), beleid) == set()
    assert in_de_weg(feiten(beleid, **te_lang, antwoorden=zonder), beleid) == {"noodzakelijk"}
    assert in_de_weg(feiten(beleid, gevraagd=AFWIJZEN), beleid) == {"grond_om_af_te_wijzen"}
    niet_nodig = antwoorden(beleid) | {"noodzakelijk": Antwoord(waarde=False, toelichting="Vindt zelf werk.")}
    afgewezen = beslis_voorziening(feiten(beleid, gevraagd=AFWIJZEN, antwoorden=niet_nodig), beleid, DAG)
    assert afgewezen.dictum is AFWIJZEN
    assert any("artikel 2, lid 1" in zin for zin in afgewezen.motivering)


@pytest.mark.regel("DEV-VRZ-903")
@pytest.mark.parametrize("factor", FACTOREN)
def test_zonder_een_factor_of_motivering_geen_besluit(factor: str, beleid: VoorzieningBeleid) -> None:
    code = f"afweging_{factor}"
    zonder = {k: v for k, v in antwoorden(beleid).items() if k != code}
    assert in_de_weg(feiten(beleid, antwoorden=zonder), beleid) == {code}
    leeg = antwoorden(beleid) | {code: Antwoord(waarde=True, toelichting=" ")}
    assert in_de_weg(feiten(beleid, antwoorden=leeg), beleid) == {code}
    assert in_de_weg(feiten(beleid, motivering=None), beleid) == {"besluit_gemotiveerd"}


@pytest.mark.regel("DEV-VRZ-919")
@pytest.mark.parametrize(
    ("besluiten", "mis"),
    [
        pytest.param([], {"binnen_duur"}, id="zonder-hardheid-te-lang"),
        pytest.param([ANDER], set(), id="ander-besloot"),
        pytest.param([ANDER.model_copy(update={"besloten_door": "a"})], {"hardheid_door_ander"}, id="zelfde-persoon"),
        pytest.param(
            [ANDER, ANDER.model_copy(update={"artikel": "4", "lid": "1"})],
            {"hardheidsclausule_mogelijk"},
            id="artikel-van-de-verordening",
        ),
    ],
)
def test_de_hardheidsclausule_wijkt_alleen_af_van_beleidsregels(
    besluiten: list[Hardheidsbesluit], mis: set[str], beleid: VoorzieningBeleid
) -> None:
    """Three months is of the beleidsregels (article 1, lid 3)."""
    feit = feiten(beleid, einde=date(2026, 8, 31), hardheid=tuple(besluiten))
    uitslag = beslis_voorziening(feit, beleid, DAG)
    gezien = {toets.voorwaarde for toets in uitslag.toetsen if toets.uitkomst is not Uitkomst.VOLDAAN}
    duur = {toets.voorwaarde for toets in uitslag.toetsen if toets.grondslag.lid == "3"}
    assert gezien == ((mis - {"binnen_duur"}) | (duur if "binnen_duur" in mis else set()))
    if not mis:
        assert any("Wij wijken voor u af van artikel 1" in zin for zin in uitslag.motivering)


def test_een_fout_in_de_hardheid_is_geen_grond_om_af_te_wijzen(beleid: VoorzieningBeleid) -> None:
    zelf = ANDER.model_copy(update={"besloten_door": "a"})
    assert in_de_weg(feiten(beleid, gevraagd=AFWIJZEN, hardheid=(zelf,)), beleid) == {"grond_om_af_te_wijzen"}


@pytest.mark.parametrize(
    ("naast", "mis"),
    [
        pytest.param([("Scholing", "16", "2026-04-01", None)], set(), id="precies-veertig"),
        pytest.param([("Scholing", "16.5", "2026-04-01", None)], {"uren_samen"}, id="een-half-uur-te-veel"),
        pytest.param([("Scholing", "40", "2026-01-01", "2026-04-13")], set(), id="eindigt-dag-ervoor"),
        pytest.param([("Scholing", "40", "2026-01-01", "2026-04-14")], {"uren_samen"}, id="eindigt-op-de-eerste-dag"),
        pytest.param([("Scholing", "40", "2026-07-12", None)], {"uren_samen"}, id="begint-op-de-laatste-dag"),
        pytest.param([("Scholing", "40", "2026-07-13", None)], set(), id="begint-dag-erna"),
        pytest.param([("Scholing", None, "2026-04-01", None)], set(), id="uren-niet-bekend"),
    ],
)
def test_voorzieningen_naast_elkaar_passen_in_een_week(
    naast: list[tuple[str, str | None, str, str | None]], mis: set[str], beleid: VoorzieningBeleid
) -> None:
    lopend = tuple(LopendeInzet(naam=n, uren=u, van=v, tot=t) for n, u, v, t in naast)
    feit = feiten(beleid, lopend=lopend)
    uitslag = beslis_voorziening(feit, beleid, DAG)
    assert in_de_weg(feit, beleid) == mis
    if mis:
        [toets] = [toets for toets in uitslag.toetsen if toets.voorwaarde == "uren_samen"]
        assert "Scholing (" in toets.toelichting
    samen = "uren_samen_max" in waarden_voorziening(feit, beleid, uitslag)
    assert samen is any(toets.voorwaarde == "uren_samen" for toets in uitslag.toetsen)
    assert ("uren_samen_max" in uitslag.voorbeeldwaarden) is samen
    zonder_uren = feiten(beleid, lopend=lopend, uren=None)
    assert "uren_samen" not in in_de_weg(zonder_uren, beleid)


def test_wat_niet_samengaat_wordt_met_naam_geweigerd(beleid: VoorzieningBeleid) -> None:
    loopt = (EerdereInzet(code="proefplaatsing", van=date(2026, 4, 1), regime="2021"),)
    uitslag = beslis_voorziening(feiten(beleid, eerdere=loopt), beleid, DAG)
    [toets] = [toets for toets in uitslag.toetsen if toets.uitkomst is Uitkomst.NIET_VOLDAAN]
    assert (uitslag.dictum, "proefplaatsing" in toets.toelichting) == (VOORLEGGEN, True)


@pytest.mark.regel("DEV-OVR-908")
@pytest.mark.parametrize(
    ("einde", "kan"),
    [
        pytest.param(date(2026, 7, 12), True, id="drie-maanden-precies"),
        pytest.param(date(2026, 7, 13), False, id="een-dag-langer"),
        pytest.param(date(2026, 10, 12), False, id="drie-maanden-erbij"),
    ],
)
def test_een_proefplaatsing_van_2021_wordt_niet_verlengd(einde: date, kan: bool, beleid: VoorzieningBeleid) -> None:
    eerder = einde.replace(day=1)
    feit = feiten(beleid, code="proefplaatsing", verlenging=True, gevraagd=VERLENGEN, einde=einde, toegekend_tot=eerder)
    uitslag = beslis_voorziening(feit, beleid, DAG)
    assert (uitslag.dictum is VERLENGEN) is kan
    if kan:
        assert any("Wij verlengen" in zin for zin in uitslag.motivering)


def test_een_verlenging_eindigt_later_dan_wat_is_toegekend(beleid: VoorzieningBeleid) -> None:
    for eerder, einde, mis in (
        (date(2026, 7, 11), EINDE, set()),
        (EINDE, EINDE, {"verlenging_later"}),
        (None, EINDE, {"verlenging_later"}),
    ):
        feit = feiten(beleid, verlenging=True, gevraagd=VERLENGEN, einde=einde, toegekend_tot=eerder)
        assert in_de_weg(feit, beleid) == mis
    zonder = feiten(beleid, verlenging=True, gevraagd=VERLENGEN, einde=None, toegekend_tot=EINDE)
    assert "verlenging_later" in in_de_weg(zonder, beleid)


def test_de_brief_zegt_wat_er_is_besloten(beleid: VoorzieningBeleid) -> None:
    uitslag = beslis_voorziening(feiten(beleid, uren=Decimal("16.5")), beleid, DAG)
    brief = " ".join(uitslag.motivering)
    for deel in ("13 april 2026", "12 juli 2026", "16,5 uur", "Dit past het best", "verordening van 2021", "bezwaar"):
        assert deel in brief
    open_einde = beslis_voorziening(feiten(beleid, code="taal", einde=None, uren=None), beleid, DAG)
    assert (open_einde.dictum, open_einde.einde) == (TOEKENNEN, None)
    assert not any("laatste dag" in zin or "uur per week" in zin for zin in open_einde.motivering)
