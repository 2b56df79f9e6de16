"""Indeling: when a move must be assessed, from what a klant does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.doorstroom import DoorstroomFeiten, Probleemernst, te_beoordelen, vraag_einde_uitkering
from app.domain.indeling.feiten import Wisselgrond
from app.domain.indeling.overweging import (
    BEREKEND,
    MELDBAAR,
    MeldingFeiten,
    Wisselaanleiding,
    adviestaak,
    leidt_naar,
    overweegtaak,
    toets_melding,
    voorgestelde_groep,
    wisseltaak,
)
from app.domain.indeling.traject import (
    TrajectFeiten,
    Trajectresultaat,
    evaluatietaak,
    grond_na_traject,
    toets_traject,
    trajectregel,
)
from app.domain.kern.activiteit import Activiteit, Stand, minstens_sinds, uren_op
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 7)
BELEID = vast_register().geldend(IndelingBeleid, "GM0150", DAG).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
A = Wisselaanleiding
RUSTIG = dict.fromkeys(Leefgebied, Probleemernst.GEEN)
NORM = 140_000


def doet(
    uren: str, soort: str = "betaald_werk", start: date = date(2026, 3, 1), einde: date | None = None, **stand: Any
) -> Activiteit:
    """One activity with one stand; found by the klant unless said otherwise."""
    zelf = stand.pop("zelf", True)
    eerste = Stand(vanaf=start, uren=Decimal(uren), **stand)
    feiten = {"soort": soort, "start": start, "einde": einde, "zelf_gevonden": zelf, "standen": (eerste,)}
    return Activiteit.model_validate(feiten)


def vrijwillig(uren: str, **anders: Any) -> Activiteit:
    return doet(uren, "vrijwilligerswerk", **anders)


def situaties(groep: Klantgroep | None, *activiteiten: Activiteit, dag: date = DAG, **anders: Any) -> dict[A, date]:
    feiten = {"klantgroep": groep, "activiteiten": activiteiten, **anders}
    gevonden = te_beoordelen(DoorstroomFeiten.model_validate(feiten), dag, BELEID)
    return {situatie.aanleiding: situatie.vanaf for situatie in gevonden}


@pytest.mark.regel("DEV-KGR-508")
@pytest.mark.parametrize(
    ("uren", "leefgebieden", "geldt"),
    [
        pytest.param(["19.9"], RUSTIG, False, id="net-geen-20-uur"),
        pytest.param(["20"], RUSTIG, True, id="20-uur"),
        pytest.param(["20.1"], RUSTIG, True, id="meer-dan-20-uur"),
        pytest.param(["12", "8"], RUSTIG, True, id="samen-20-uur"),
        pytest.param(["20"], RUSTIG | {Leefgebied.WONEN: Probleemernst.KLEIN_STABIEL}, True, id="klein-en-stabiel"),
        pytest.param(
            ["20"], RUSTIG | {Leefgebied.WONEN: Probleemernst.KLEIN_WISSELEND}, False, id="klein-niet-stabiel"
        ),
        pytest.param(["20"], RUSTIG | {Leefgebied.WONEN: Probleemernst.GROOT}, False, id="groot-probleem"),
        pytest.param(["20"], {}, True, id="leefgebieden-niet-beoordeeld-is-aan-de-consulent"),
        pytest.param(["20"], {Leefgebied.WONEN: Probleemernst.GROOT}, False, id="een-groot-probleem-is-genoeg"),
    ],
)
def test_twintig_uur_vrijwilligerswerk_en_rust_op_de_leefgebieden(
    uren: list[str], leefgebieden: dict[Leefgebied, Probleemernst], geldt: bool
) -> None:
    werk = [vrijwillig(aantal) for aantal in uren]
    verwacht = {A.VRIJWILLIGERSWERK_VEEL_UREN: DAG} if geldt else {}
    assert situaties(F, *werk, leefgebieden=leefgebieden) == verwacht


@pytest.mark.regel("DEV-KGR-508")
@pytest.mark.parametrize(
    ("uren", "zelf", "geldt"),
    [
        pytest.param("19.9", True, False, id="net-geen-20-uur"),
        pytest.param("20", True, True, id="20-uur"),
        pytest.param("20.1", True, True, id="meer-dan-20-uur"),
        pytest.param("40", False, False, id="niet-zelf-gevonden"),
        pytest.param("20", None, True, id="onbekend-wie-het-vond-is-aan-de-consulent"),
    ],
)
def test_twintig_uur_betaald_werk_dat_de_klant_zelf_vond(uren: str, zelf: bool | None, geldt: bool) -> None:
    werk = doet(uren, zelf=zelf, uitbreidbaar=False)
    assert situaties(F, werk) == ({A.BETAALD_WERK_VEEL_UREN: DAG} if geldt else {})


@pytest.mark.regel("DEV-KGR-508")
@pytest.mark.parametrize(
    ("werk", "vanaf"),
    [
        pytest.param(doet("9.9", uitbreidbaar=True), None, id="net-geen-10-uur"),
        pytest.param(doet("10", uitbreidbaar=True), date(2026, 9, 1), id="10-uur"),
        pytest.param(doet("10.1", uitbreidbaar=True), date(2026, 9, 1), id="meer-dan-10-uur"),
        pytest.param(doet("10", uitbreidbaar=False), None, id="uren-niet-uit-te-breiden"),
        pytest.param(doet("10"), date(2026, 9, 1), id="uitbreiden-onbekend-is-aan-de-consulent"),
        pytest.param(doet("10", uitbreidbaar=True, zelf=False), None, id="niet-zelf-gevonden"),
        pytest.param(doet("10", uitbreidbaar=True, einde=date(2026, 8, 31)), None, id="eindigt-de-dag-ervoor"),
        pytest.param(doet("10", uitbreidbaar=True, einde=date(2026, 9, 1)), date(2026, 9, 1), id="eindigt-die-dag"),
    ],
)
def test_tien_uur_betaald_werk_wordt_beoordeeld_als_het_zes_maanden_duurt(werk: Activiteit, vanaf: date | None) -> None:
    assert situaties(F, werk) == ({} if vanaf is None else {A.BETAALD_WERK_BEHOUDEN: vanaf})


@pytest.mark.regel("DEV-KGR-508")
@pytest.mark.parametrize(
    ("dag", "vanaf"),
    [
        pytest.param(date(2026, 8, 31), date(2026, 9, 1), id="dag-voor-6-maanden"),
        pytest.param(date(2026, 9, 1), date(2026, 9, 1), id="6-maanden"),
        pytest.param(date(2026, 9, 2), date(2026, 9, 2), id="dag-na-6-maanden"),
    ],
)
def test_zes_maanden_behouden(dag: date, vanaf: date) -> None:
    assert situaties(F, doet("10", uitbreidbaar=True), dag=dag) == {A.BETAALD_WERK_BEHOUDEN: vanaf}


@pytest.mark.regel("DEV-KGR-508")
def test_de_zes_maanden_tellen_zonder_gat_en_met_genoeg_uren() -> None:
    stap = (Stand(vanaf=date(2026, 1, 1), uren=Decimal(6)), Stand(vanaf=date(2026, 3, 1), uren=Decimal(10)))
    gegroeid = doet("6", start=date(2026, 1, 1)).model_copy(update={"standen": stap})
    assert minstens_sinds([gegroeid], Decimal(10), DAG) == date(2026, 3, 1)
    eerder = doet("12", start=date(2025, 1, 1), einde=date(2026, 2, 28))
    aansluitend, later = doet("12"), doet("12", start=date(2026, 3, 2))
    assert minstens_sinds([eerder, aansluitend], Decimal(10), DAG) == date(2025, 1, 1)
    assert minstens_sinds([eerder, later], Decimal(10), DAG) == date(2026, 3, 2)
    assert minstens_sinds([eerder], Decimal(10), DAG) is None
    assert uren_op([eerder, later], date(2026, 3, 1)) == 0
    assert uren_op([eerder, aansluitend], date(2026, 2, 28)) == 12


@pytest.mark.regel("DEV-KGR-510")
@pytest.mark.parametrize(
    ("werk", "norm", "verwacht"),
    [
        pytest.param(vrijwillig("1"), NORM, {A.START_VRIJWILLIGERSWERK}, id="start-vrijwilligerswerk"),
        pytest.param(vrijwillig("1", einde=date(2026, 4, 6)), NORM, set(), id="vrijwilligerswerk-voorbij"),
        pytest.param(doet("8", inkomen=NORM - 1), NORM, {A.WERK_ONDER_NORM}, id="een-cent-onder-de-norm"),
        pytest.param(doet("8", inkomen=NORM), NORM, set(), id="precies-de-norm"),
        pytest.param(doet("8", inkomen=NORM + 1), NORM, set(), id="een-cent-boven-de-norm"),
        pytest.param(doet("8"), NORM, {A.WERK_ONDER_NORM}, id="inkomen-onbekend-is-aan-de-consulent"),
        pytest.param(doet("8", inkomen=1), None, {A.WERK_ONDER_NORM}, id="norm-onbekend-is-aan-de-consulent"),
        pytest.param(doet("20", "opleiding"), NORM, set(), id="opleiding"),
    ],
)
def test_zorgen_wordt_beoordeeld_bij_vrijwilligerswerk_of_werk_onder_de_norm(
    werk: Activiteit, norm: int | None, verwacht: set[A]
) -> None:
    assert set(situaties(Z, werk, norm=norm)) == verwacht


@pytest.mark.regel("DEV-KGR-510")
@pytest.mark.parametrize(
    ("inkomen", "norm", "vraag"),
    [(NORM - 1, NORM, False), (NORM, NORM, True), (NORM + 1, NORM, True), (None, NORM, False), (NORM, None, False)],
)
def test_inkomen_vanaf_de_norm_geeft_de_vraag_of_de_uitkering_eindigt(
    inkomen: int | None, norm: int | None, vraag: bool
) -> None:
    feiten = DoorstroomFeiten(klantgroep=Z, activiteiten=(doet("30", inkomen=inkomen),), norm=norm)
    taak = vraag_einde_uitkering(feiten, DAG, BELEID)
    assert (taak is not None and taak.rol is Rol.INKOMENSCONSULENT) is vraag
    assert vraag_einde_uitkering(DoorstroomFeiten(klantgroep=Z, norm=NORM), DAG, BELEID) is None


@pytest.mark.regel("DEV-KGR-505")
def test_onder_zorg_handhaving_gelden_de_situaties_niet() -> None:
    assert situaties(Z, vrijwillig("10")) != {}
    assert situaties(Z, vrijwillig("10"), zorg_handhaving=True) == {}
    assert _mis(zorg_handhaving=True) == ["aanleiding_past"]


@pytest.mark.parametrize("groep", [M, G, None])
def test_buiten_faciliteren_en_zorgen_geen_situaties(groep: Klantgroep | None) -> None:
    assert situaties(groep, vrijwillig("30"), doet("30"), leefgebieden=RUSTIG) == {}


MELDING = MeldingFeiten(aanleiding=A.MOTIVATIE_ONTSTAAN, klantgroep=Z)


def _mis(**anders: Any) -> list[str]:
    return [t.voorwaarde for t in niet_voldaan(toets_melding(MELDING.model_copy(update=anders)))]


@pytest.mark.regel("DEV-KGR-510", "DEV-KGR-513", "DEV-KGR-017")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        pytest.param({}, [], id="motivatie-ontstaan"),
        pytest.param({"aanleiding": A.WENS_VRIJWILLIGERSWERK}, [], id="wens"),
        pytest.param({"klantgroep": F}, ["aanleiding_past"], id="niet-in-zorgen"),
        pytest.param({"klantgroep": None, "aanleiding": A.TWIJFELGEVAL}, ["klant_ingedeeld"], id="niet-ingedeeld"),
        pytest.param({"aanleiding": A.ONTWIKKELING}, ["ontwikkeling_omschreven"], id="zonder-omschrijving"),
        pytest.param({"aanleiding": A.ONTWIKKELING, "omschrijving": "Ziek."}, [], id="ontwikkeling"),
        pytest.param({"aanleiding": A.WERK_ONDER_NORM}, ["aanleiding_meldbaar"], id="volgt-uit-activiteiten"),
        pytest.param({"aanleiding": A.TRAJECT_AFGEROND}, ["aanleiding_meldbaar"], id="volgt-uit-traject"),
    ],
)
def test_wat_een_consulent_kan_melden(anders: dict[str, Any], fout: list[str]) -> None:
    assert _mis(**anders) == fout


@pytest.mark.regel("DEV-KGR-508", "DEV-KGR-510", "DEV-KGR-017")
def test_het_oordeel_is_een_taak_voor_het_contact_van_de_klantgroep() -> None:
    assert len(BEREKEND) == 5
    assert BEREKEND.isdisjoint(MELDBAAR)
    assert {voorgestelde_groep(a, F) for a in list(A)[:3]} == {G}
    assert {voorgestelde_groep(a, Z) for a in list(A)[3:7]} == {F}
    assert voorgestelde_groep(A.ONTWIKKELING, G) is None
    taak = overweegtaak(A.BETAALD_WERK_VEEL_UREN, F, DAG, BELEID)
    assert (taak.soort, taak.rol) == ("doorstroom_faciliteren", Rol.INKOMENSCONSULENT)
    assert overweegtaak(A.ONTWIKKELING, M, DAG, BELEID).soort == "wissel_overwegen"
    assert (wisseltaak(Z, DAG, BELEID).rol, wisseltaak(G, DAG, BELEID).rol) == (Rol.INTAKER, Rol.WERKCONSULENT)
    advies = adviestaak(G, DAG, BELEID)
    assert (advies.rol, advies.uiterste) == (Rol.WERKCONSULENT, date(2026, 5, 7))
    assert leidt_naar(F, G, G)
    assert leidt_naar(Z, F, M)
    assert leidt_naar(G, None, Z)
    assert not leidt_naar(F, G, Z)


REGEL = trajectregel("career_and_kids", BELEID)


@pytest.mark.regel("DEV-KGR-021")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        pytest.param({"gepland_einde": date(2026, 5, 25)}, ["traject_duur"], id="dag-voor-7-weken"),
        pytest.param({"gepland_einde": date(2026, 5, 26)}, [], id="7-weken"),
        pytest.param({"gepland_einde": date(2026, 5, 27)}, [], id="dag-na-7-weken"),
        pytest.param({"gepland_einde": date(2026, 6, 1)}, [], id="dag-voor-8-weken"),
        pytest.param({"gepland_einde": date(2026, 6, 2)}, [], id="8-weken"),
        pytest.param({"gepland_einde": date(2026, 6, 3)}, ["traject_duur"], id="dag-na-8-weken"),
        pytest.param({"klantgroep": G}, ["traject_klantgroep"], id="niet-in-matchen"),
        pytest.param({"klantgroep": None}, ["traject_klantgroep"], id="niet-ingedeeld"),
        pytest.param({"kenmerken": frozenset()}, ["traject_kenmerk"], id="geen-alleenstaande-ouder"),
    ],
)
def test_career_and_kids(anders: dict[str, Any], fout: list[str]) -> None:
    assert REGEL is not None
    feiten = TrajectFeiten(
        klantgroep=M,
        kenmerken=frozenset({Kenmerk.ALLEENSTAANDE_OUDER}),
        start=DAG,
        gepland_einde=date(2026, 6, 2),
    )
    toetsen = toets_traject(feiten.model_copy(update=anders), REGEL)
    assert [t.voorwaarde for t in niet_voldaan(toetsen)] == fout
    assert all(t.uitkomst in Uitkomst for t in toetsen)


@pytest.mark.regel("DEV-KGR-021")
def test_een_afstand_die_niet_is_overbrugd_is_een_grond_voor_groeien() -> None:
    gronden = {resultaat: grond_na_traject(resultaat) for resultaat in Trajectresultaat}
    niet = gronden.pop(Trajectresultaat.AFSTAND_NIET_OVERBRUGD)
    assert (niet, set(gronden.values())) == (Wisselgrond.AFSTAND_NIET_IN_MATCHEN, {None})
    regel = next(r for r in BELEID.wissels.waarde if (r.van, r.naar) == (M, G))
    assert niet in regel.gronden
    assert REGEL is not None
    assert evaluatietaak(REGEL, DAG).rol is Rol.WERKCONSULENT
    assert trajectregel("bestaat_niet", BELEID) is None
