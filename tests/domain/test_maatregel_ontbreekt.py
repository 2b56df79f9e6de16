"""For every gedraging, regime and missing element: the gereedheid names exactly that element, and nobody decides.

The cases come from the policy table, so a new row is covered by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from app.domain.kern.toets import Uitkomst, niet_voldaan
from app.domain.maatregel.beleid import Gedraging, Procedure, Regime
from app.domain.maatregel.beslissing import beslis
from app.domain.maatregel.feiten import Bewijsstuk, HoorFeiten, HoorKanaal, PlanFeiten, Wijze, ZaakFeiten
from app.domain.maatregel.gereedheid import toets_gereedheid
from app.domain.maatregel.motivering import Maatregeldictum
from app.domain.maatregel.toets_procedure import wederhoor_geadviseerd
from tests.steun.maatregel import (
    BELEID,
    BESLUIT,
    HERSTELTERMIJN,
    HOOR,
    NO_SHOW_1,
    NO_SHOW_2,
    PLAN,
    UITNODIGING,
    VERZONDEN,
    feiten,
)

EEN_DAG = timedelta(days=1)
NIET_GEHOORD = HoorFeiten(
    gehoord=False, datum=HOOR.datum, kanaal=HoorKanaal.SCHRIFTELIJK, reden_niet_horen="geen_reactie_op_oproep"
)
HANDBOEK = ("Productenboek Inzet op Maat", "paragraaf 8")
NOG_IN_TE_STELLEN = frozenset({"sanctie_ingesteld"})
"""What a municipality may still have to set: no fact of the zaak can supply it."""


def volledig(regime: Regime, rij: Gedraging, **anders: Any) -> ZaakFeiten:
    """A zaak about this gedraging in which nothing is missing and in which the klant never came."""
    stukken = tuple(
        Bewijsstuk(code=eis.code, datum=NO_SHOW_1 - EEN_DAG, vorm="email", afzender_genoemd=True)
        for eis in rij.bewijs_verplicht
    )
    vast: dict[str, Any] = {
        "regime": regime,
        "gedraging": rij.code,
        "gedraging_datum": NO_SHOW_2 if rij.procedure is Procedure.KICK_OFF else NO_SHOW_1,
        "klantgroep": rij.klantgroepen[0],
        "kenmerken": frozenset(rij.kenmerken),
        "hoor": NIET_GEHOORD,
        "bewijsstukken": frozenset(stuk.code for stuk in stukken),
        "bewijs": stukken,
    }
    return feiten(**{**vast, **anders})


@dataclass(frozen=True)
class Element:
    """Something a decision needs: what takes it away, which condition then speaks, and with which article."""

    naam: str
    weg: Callable[[Gedraging], dict[str, Any]]
    voorwaarde: str
    artikelen: tuple[tuple[str, str], ...] = (HANDBOEK,)
    geldt: Callable[[Gedraging], bool] = field(default=lambda _: True)
    regels: tuple[str, ...] = ()


def _met_plan(rij: Gedraging) -> bool:
    return rij.plan_vereist


def _met_brief(rij: Gedraging) -> bool:
    return rij.procedure is not Procedure.DIRECT


def _plan(**anders: Any) -> dict[str, Any]:
    return {"plan": PLAN.model_copy(update=anders)}


def _hersteltermijn(**anders: Any) -> dict[str, Any]:
    return {"verzendingen": (UITNODIGING, HERSTELTERMIJN.model_copy(update=anders))}


def _wet(pw: str, ioa: str) -> tuple[tuple[str, str], ...]:
    return ("Participatiewet", pw), ("IOAW", ioa), ("IOAZ", ioa)


ELEMENTEN = (
    Element("te_jong", lambda _: {"leeftijd_op_gedraging": 17}, "plicht_geldt", _wet("9", "37")),
    Element("pensioen", lambda _: {"bereikt_aow": True}, "plicht_geldt", _wet("9", "37")),
    Element("voor_melding", lambda _: {"melding_datum": NO_SHOW_2 + EEN_DAG}, "plicht_geldt", _wet("9", "37")),
    Element("klantgroep", lambda _: {"klantgroep": None}, "klantgroep"),
    Element(
        "plan_zonder_verplichting", lambda _: _plan(bevat_verplichting=False), "verplichting_in_plan", geldt=_met_plan
    ),
    Element("plan_niet_getekend", lambda _: _plan(ondertekend=None), "verplichting_in_plan", geldt=_met_plan),
    Element(
        "plan_te_laat_getekend",
        lambda _: _plan(ondertekend_op=NO_SHOW_2 + EEN_DAG),
        "verplichting_in_plan",
        geldt=_met_plan,
    ),
    Element(
        "verzuimregels", lambda _: _plan(verzuimregels_uitgereikt_op=None), "verzuimregels_uitgereikt", geldt=_met_plan
    ),
    Element(
        "no_shows",
        lambda _: {"no_shows": (NO_SHOW_2,)},
        "no_shows",
        (("Productenboek Inzet op Maat", "paragraaf 3.3.1 en 4.3.1"),),
        lambda rij: rij.no_shows > 1,
    ),
    Element("uitnodiging", lambda _: {"verzendingen": (HERSTELTERMIJN,)}, "uitnodiging_verzonden", geldt=_met_brief),
    Element("hersteltermijn", lambda _: {"verzendingen": (UITNODIGING,)}, "hersteltermijn_verzonden", geldt=_met_brief),
    Element(
        "niet_aangetekend",
        lambda _: _hersteltermijn(wijze=frozenset({Wijze.REGULIER})),
        "hersteltermijn_verzonden",
        geldt=_met_brief,
        regels=("DEV-MTR-514", "DEV-MTR-515"),
    ),
    Element(
        "niet_regulier",
        lambda _: _hersteltermijn(wijze=frozenset({Wijze.AANGETEKEND})),
        "hersteltermijn_verzonden",
        geldt=_met_brief,
        regels=("DEV-MTR-514",),
    ),
    Element(
        "alleen_per_mail",
        lambda _: _hersteltermijn(wijze=frozenset({Wijze.EMAIL})),
        "hersteltermijn_verzonden",
        geldt=_met_brief,
        regels=("DEV-MTR-515",),
    ),
    Element(
        "vier_werkdagen",
        lambda _: _hersteltermijn(datum_verzonden=VERZONDEN + EEN_DAG),
        "hersteltermijn_werkdagen",
        geldt=_met_brief,
        regels=("DEV-MTR-514",),
    ),
    Element(
        "opkomst_onbekend",
        lambda _: {"no_shows": (NO_SHOW_1 - EEN_DAG, NO_SHOW_1)},
        "hersteltermijn_afgelopen",
        geldt=_met_brief,
    ),
    Element(
        "gehoord",
        lambda _: {"hoor": HoorFeiten()},
        "gehoord",
        (("Awb", "4:8"),),
        lambda rij: not wederhoor_geadviseerd(BELEID, rij),
        ("DEV-MTR-506",),
    ),
    Element(
        "reden_niet_horen",
        lambda _: {"hoor": NIET_GEHOORD.model_copy(update={"reden_niet_horen": None})},
        "gehoord",
        (("Awb", "4:8"),),
        regels=("DEV-MTR-506",),
    ),
    Element("verwijtbaarheid", lambda _: {"verwijtbaarheid": None}, "verwijtbaarheid", _wet("18", "20")),
    Element(
        "verwijt_gemotiveerd", lambda _: {"verwijtbaarheid_gemotiveerd": False}, "verwijtbaarheid", _wet("18", "20")
    ),
    Element(
        "omstandigheden",
        lambda _: {"omstandigheden_onderzocht": None},
        "omstandigheden_onderzocht",
        _wet("18", "20"),
    ),
    Element(
        "dringende_redenen", lambda _: {"dringende_redenen": None}, "dringende_redenen_onderzocht", _wet("18", "20")
    ),
    Element("samenloop", lambda _: {"samenloop": None}, "samenloop_vastgesteld"),
    Element(
        "recidive",
        lambda _: {"eerdere_maatregelen": None},
        "recidive_vastgesteld",
        (*_wet("18", "20"), ("Afstemmingsverordening", "artikel nog niet bekend")),
        regels=("DEV-MTR-510",),
    ),
    Element("norm", lambda _: {"normen": ()}, "norm_bekend", _wet("18", "20"), lambda rij: _heeft_sanctie(rij)),
    Element("advies", lambda _: {"advies": None}, "advies_gegeven", regels=("DEV-MTR-504",)),
    Element("een_ander", lambda _: {"besluiter": "adviseur"}, "besluiter_is_niet_adviseur", regels=("DEV-MTR-505",)),
)


def _heeft_sanctie(rij: Gedraging) -> bool:
    """Tell whether a height is set, so that the months and their norms are known."""
    goed = volledig(rij.regimes[0], rij)
    return "sanctie_ingesteld" not in _mis(goed)


def _mis(zaak: ZaakFeiten) -> frozenset[str]:
    return frozenset(toets.voorwaarde for toets in niet_voldaan(toets_gereedheid(zaak, BELEID, BESLUIT)))


def _rijen() -> Iterator[tuple[Regime, Gedraging]]:
    for rij in BELEID.gedragingen.waarde:
        for regime in rij.regimes:
            yield regime, rij


def _zaken() -> Iterator[Any]:
    for regime, rij in _rijen():
        for element in ELEMENTEN:
            if element.geldt(rij):
                naam = f"{regime.value}-{rij.code}-{element.naam}"
                merken = [pytest.mark.regel(rij.regel, *element.regels)]
                yield pytest.param(regime, rij, element, id=naam, marks=merken)


def _bewijzen() -> Iterator[Any]:
    for regime, rij in _rijen():
        for eis in rij.bewijs_verplicht:
            naam = f"{regime.value}-{rij.code}-{eis.code}"
            regels = (rij.regel, "DEV-MTR-517") if eis.van_werkgever else (rij.regel,)
            yield pytest.param(regime, rij, eis.code, id=naam, marks=pytest.mark.regel(*regels))


@pytest.mark.parametrize(
    ("regime", "rij"), [pytest.param(regime, rij, id=f"{regime.value}-{rij.code}") for regime, rij in _rijen()]
)
def test_volledige_zaak_wacht_hoogstens_op_de_gemeente(regime: Regime, rij: Gedraging) -> None:
    assert _mis(volledig(regime, rij)) <= NOG_IN_TE_STELLEN
    kwam = volledig(regime, rij, hoor=HOOR)
    assert _mis(kwam) <= NOG_IN_TE_STELLEN


@pytest.mark.parametrize(("regime", "rij", "element"), list(_zaken()))
def test_noemt_precies_wat_ontbreekt(regime: Regime, rij: Gedraging, element: Element) -> None:
    # What comes from the plan as evidence is put in the file apart: a missing obligation is then one element.
    zonder = rij.model_copy(update={"bewijs_verplicht": tuple(eis for eis in rij.bewijs_verplicht if not eis.uit_plan)})
    beleid = _met_rij(rij, zonder)
    zaak = volledig(regime, rij, **element.weg(rij))
    toetsen = niet_voldaan(toets_gereedheid(zaak, beleid, BESLUIT))
    mis = [toets for toets in toetsen if toets.voorwaarde not in NOG_IN_TE_STELLEN - {element.voorwaarde}]
    assert [toets.voorwaarde for toets in mis] == [element.voorwaarde]
    assert (mis[0].grondslag.regeling, mis[0].grondslag.artikel) in element.artikelen
    if mis[0].grondslag.regeling in set(Regime):
        assert mis[0].grondslag.regeling == regime.value
    assert beslis(zaak, beleid, BESLUIT).dictum is Maatregeldictum.VOORLEGGEN


def _met_rij(oud: Gedraging, nieuw: Gedraging) -> Any:
    if oud == nieuw:
        return BELEID
    rijen = tuple(nieuw if rij is oud else rij for rij in BELEID.gedragingen.waarde)
    tabel = BELEID.gedragingen.model_copy(update={"waarde": rijen})
    return BELEID.model_copy(update={"gedragingen": tabel})


@pytest.mark.parametrize(("regime", "rij", "code"), list(_bewijzen()))
def test_zonder_een_stuk_geen_besluit(regime: Regime, rij: Gedraging, code: str) -> None:
    goed = volledig(regime, rij, plan=PLAN.model_copy(update={"afwijking_plan_gemotiveerd": True}))
    eis = next(eis for eis in rij.bewijs_verplicht if eis.code == code)
    anders: list[dict[str, Any]] = [
        {
            "bewijsstukken": goed.bewijsstukken - {code},
            "bewijs": tuple(stuk for stuk in goed.bewijs if stuk.code != code),
        }
    ]
    if eis.uit_plan:
        geen = PlanFeiten(afwijking_plan_gemotiveerd=True, verzuimregels_uitgereikt_op=PLAN.verzuimregels_uitgereikt_op)
        anders = [{"plan": geen}, {"plan": goed.plan.model_copy(update={"ondertekend_op": NO_SHOW_2 + EEN_DAG})}]
        if rij.plan_verplichtingen:
            anders.append({"plan": goed.plan.model_copy(update={"bevat_verplichting": False})})
    if eis.van_werkgever:
        anders.append({"bewijs": tuple(stuk.model_copy(update={"afzender_genoemd": False}) for stuk in goed.bewijs)})
    if eis.voor_gedraging:
        op_de_dag = tuple(stuk.model_copy(update={"datum": goed.gedraging_datum}) for stuk in goed.bewijs)
        anders.append({"bewijs": op_de_dag})
    for weg in anders:
        zaak = goed.model_copy(update=weg)
        toetsen = {toets.voorwaarde: toets for toets in toets_gereedheid(zaak, BELEID, BESLUIT)}
        assert _mis(zaak) - NOG_IN_TE_STELLEN == {"bewijs_volledig"}
        assert toetsen["bewijs_volledig"].feiten["ontbreekt"] == (code,)
        assert toetsen["bewijs_volledig"].grondslag.artikel == "paragraaf 8"
        assert beslis(zaak, BELEID, BESLUIT).dictum is Maatregeldictum.VOORLEGGEN


@pytest.mark.parametrize(
    ("regime", "code"),
    [
        pytest.param(regime, code, id=f"{regime.value}-{code}")
        for code in sorted({rij.code for rij in BELEID.gedragingen.waarde})
        for regime in Regime
        if BELEID.gedraging(regime, code) is None
    ],
)
@pytest.mark.regel("DEV-MTR-549")
def test_gedraging_van_een_andere_wet_wordt_geweigerd(regime: Regime, code: str) -> None:
    zaak = feiten(regime=regime, gedraging=code)
    eerste = toets_gereedheid(zaak, BELEID, BESLUIT)[0]
    assert (eerste.voorwaarde, eerste.uitkomst) == ("gedraging_in_regime", Uitkomst.NIET_VOLDAAN)
    elders = " en ".join(ander.value for ander in BELEID.elders(code))
    assert eerste.toelichting.endswith(f"Zij staat alleen in de tabel van de {elders}.")
    assert beslis(zaak, BELEID, BESLUIT).dictum is Maatregeldictum.VOORLEGGEN
