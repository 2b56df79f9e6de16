"""The formula of article 10d: every worked case to the cent, its rounding, and what always holds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.beleid.model import Herkomst
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.loonkosten.formule import Cijfers, Maanddeel, afgerond, exact, maandbedrag, voor_lasten
from app.domain.loonkosten.maanden import Werk, bedragen, per_jaar, verdeel
from app.domain.loonkosten.verloop import Segment
from app.services.loonkosten.cijfers import Cijferbron
from tests.steun.loonkosten import GEBOREN, cijfers, deel, register, werk

CENT = Decimal("0.01")


def van_de_dag(dag: str, geboren: date = GEBOREN) -> Cijfers:
    """The figures as they stand in the policy packs."""
    begin = date.fromisoformat(dag)
    return Cijferbron(register(), "GM0150", werk(dag, geboren=geboren)).op(begin)


# Number, month, minimum wage, loonwaarde (None: forfait), hours, full time, werkgeverslasten, amount before and after.
VECTOREN = [
    pytest.param("2016-07", 153720, None, "36", "36", "23", False, 83009, 102101, id="1-forfait-voltijd-2016"),
    pytest.param("2026-07", 233700, 60, "36", "36", "25", True, 100958, 126198, id="2-voltijd"),
    pytest.param("2026-07", 233700, 60, "32", "36", "25", True, 89741, 112176, id="3-32-uur"),
    pytest.param("2026-07", 233700, 60, "27", "36", "25", True, 75719, 94649, id="4-27-uur"),
    pytest.param("2024-01", 206940, 45, "32", "36", "23.5", True, 109264, 134941, id="9-32-uur-2024"),
    pytest.param("2024-07", 213360, 29, "36", "36", "23.5", True, 161300, 199206, id="10-plafond"),
    pytest.param("2024-07", 213360, 30, "36", "36", "23.5", True, 161300, 199206, id="11-precies-het-plafond"),
    pytest.param("2021-07", 170100, 55, "32", "40", "23.5", False, 66135, 81677, id="12-32-van-40"),
    pytest.param("2023-07", 199500, 50, "20", "38", "23.5", False, 56700, 70025, id="13-20-van-38"),
    pytest.param("2024-01", 206940, 40, "40", "40", "23.5", True, 148997, 184011, id="14-40-van-36"),
    pytest.param("2026-07", 233700, None, "24", "36", "25", True, 84132, 105165, id="15-forfait-24-uur"),
]


@pytest.mark.regel("DEV-LKS-904")
@pytest.mark.parametrize(("maand", "wml", "lw", "uren", "voltijd", "lasten", "vast", "voor", "na"), VECTOREN)
def test_bedrag_van_een_maand_tot_op_de_cent(
    maand: str, wml: int, lw: int | None, uren: str, voltijd: str, lasten: str, vast: bool, voor: int, na: int
) -> None:
    dertig = "31" if maand[-2:] in ("01", "07") else "30"
    tot = f"{maand[:5]}0{int(maand[-1]) + 1}-01"
    geval = deel(f"{maand}-01", tot, lw, cijfers(wml, lasten, vast=vast), uren, voltijd)
    assert geval.dagen == int(dertig)
    assert (afgerond(voor_lasten(geval)), maandbedrag([geval]).bedrag) == (voor, na)
    if maand != "2016-07":  # before 2019 there is no minimum wage in the packs
        assert van_de_dag(f"{maand}-01").model_dump(include={"deeltijd_vast"}) == {"deeltijd_vast": vast}
        zelfde = geval.model_copy(update={"cijfers": van_de_dag(f"{maand}-01")})
        assert maandbedrag([zelfde]).bedrag == na, "the packs hold the same figures"


@pytest.mark.parametrize(
    ("lw", "uren", "voor"),
    [
        pytest.param(50, "36", 107750, id="5-half"),
        pytest.param(60, "32", 76622, id="6-deeltijd"),
        pytest.param(10, "36", 150850, id="7-plafond"),
        pytest.param(None, "32", 95778, id="8-forfait-deeltijd"),
    ],
)
def test_bedrag_over_een_basis_van_2155_euro(lw: int | None, uren: str, voor: int) -> None:
    """Rows 5 to 8 give minimum wage and vakantiebijslag together: € 2.155,00, before the werkgeverslasten."""
    geval = deel("2026-07-01", "2026-08-01", lw, cijfers(215500, "0", vb="0"), uren)
    assert maandbedrag([geval]).bedrag == voor


def test_premie_van_rij_1_is_het_verschil_met_en_zonder_werkgeverslasten() -> None:
    geval = deel("2016-07-01", "2016-08-01", None, cijfers(153720, "23", vast=False))
    assert afgerond(exact(geval)) - afgerond(voor_lasten(geval)) == 19092


def test_rij_4_afronden_gebeurt_een_keer_aan_het_eind() -> None:
    """The source of row 4 says 946,48125: it rounds the amount for 36 hours to cents before it goes on.

    Article 10d does not say when to round. Rounding on the way loses up to half a cent at each step, here to the
    employer's loss, so nothing is rounded before the amount of the month is known: 946,485, half up 946,49.
    """
    voltijd = deel("2026-07-01", "2026-08-01", 60, cijfers(233700, "0"))
    tussen = (Decimal(100958) / 100).quantize(CENT, ROUND_HALF_UP) * Decimal("0.75") * Decimal("1.25")
    assert voor_lasten(voltijd) == Fraction("100958.4")
    assert tussen == Decimal("946.48125"), "what the source did"
    geval = deel("2026-07-01", "2026-08-01", 60, cijfers(233700), "27")
    assert exact(geval) == Fraction("94648.5")
    assert maandbedrag([geval]).bedrag == 94649


@pytest.mark.parametrize(
    ("lw", "uren", "formule"),
    [
        pytest.param(
            60, "32", "(€ 2.337,00 × 1,08 - 60 % × € 2.337,00 × 1,08) × 32/36 × 1,25 = € 1.121,76", id="verschil"
        ),
        pytest.param(None, "24", "50 % × € 2.337,00 × 1,08 × 24/36 × 1,25 = € 1.051,65", id="forfait"),
        pytest.param(10, "27.5", "ten hoogste 70 % × € 2.337,00 × 1,08 × 27,5/36 × 1,25 = € 1.687,02", id="plafond"),
    ],
)
def test_formule_is_ingevuld(lw: int | None, uren: str, formule: str) -> None:
    regel = maandbedrag([deel("2026-07-01", "2026-08-01", lw, cijfers(233700), uren)])
    assert regel.formule == formule
    soort = {60: set(), None: {"forfait_procent"}, 10: {"plafond_procent"}}[lw]
    vast = {"minimumloon", "vakantiebijslag_procent", "deeltijdbasis_uren", "werkgeverslasten_procent"}
    assert {cijfer.naam for cijfer in regel.cijfers} == vast | soort
    assert regel.onbevestigd == ()


def test_gebroken_maand_telt_naar_kalenderdagen_en_rondt_samen_af() -> None:
    halverwege = [
        deel("2023-07-15", "2023-07-20", None, cijfers(199500, "23.5", vast=False)),
        deel("2023-07-20", "2023-08-01", 50, cijfers(199500, "23.5", vast=False)),
    ]
    regel = maandbedrag(halverwege)
    assert regel.bedrag == afgerond(Fraction(199500) * 54 / 100 * 17 / 31 * Fraction("1.235"))
    assert regel.formule.startswith("50 % × € 1.995,00 × 1,08 × 36/36 × 1,235 × 5/31 dagen + (€ 1.995,00")
    assert regel.formule.endswith("× 12/31 dagen = € 729,61")


@pytest.mark.parametrize(
    ("van", "tot"),
    [pytest.param("2026-07-01", "2026-07-01", id="leeg"), pytest.param("2026-07-01", "2026-08-02", id="lang")],
)
def test_een_deel_valt_binnen_een_maand(van: str, tot: str) -> None:
    with pytest.raises(ValueError, match="deel van een maand"):
        deel(van, tot, 60, cijfers(233700))


@pytest.mark.parametrize(
    ("dag", "lasten", "herkomst", "vast"),
    [
        pytest.param("2020-12-31", "23.5", "vastgesteld", False, id="2020"),
        pytest.param("2023-12-31", "23.5", "vastgesteld", False, id="laatst-gezien"),
        pytest.param("2024-01-01", "23.5", "onbevestigd", True, id="vanaf-2024-36-uur"),
        pytest.param("2026-06-30", "23.5", "onbevestigd", True, id="dag-ervoor"),
        pytest.param("2026-07-01", "25", "onbevestigd", True, id="25-procent-onbevestigd"),
    ],
)
def test_cijfers_van_de_dag(dag: str, lasten: str, herkomst: str, vast: bool) -> None:
    gegeven = van_de_dag(dag)
    assert gegeven.werkgeverslasten.waarde == Decimal(lasten)
    assert gegeven.werkgeverslasten.herkomst is Herkomst(herkomst)
    assert gegeven.deeltijd_vast is vast
    morgen = (date.fromisoformat(dag) + timedelta(days=1)).isoformat()
    regel = maandbedrag([deel(dag, morgen, 60, gegeven)])
    assert ("werkgeverslasten_procent" in {c.naam for c in regel.onbevestigd}) is (herkomst == "onbevestigd")


def test_jeugdloon_verandert_op_de_verjaardag() -> None:
    begin, geboren = date(2023, 1, 1), date(2003, 3, 11)
    wie = Werk(begin=begin, geboortedatum=geboren, arbeidsduren=werk("2023-01-01").arbeidsduren)
    delen = verdeel(wie, [Segment(van=begin, tot=None, loonwaarde=50)], date(2023, 5, 1), _bron(wie))
    lonen = [(stuk.van, int(stuk.cijfers.minimumloon.waarde)) for stuk in delen]
    assert lonen == [
        (date(2023, 1, 1), 116064),
        (date(2023, 2, 1), 116064),
        (date(2023, 3, 1), 116064),
        (date(2023, 3, 11), 154752),
        (date(2023, 4, 1), 154752),
    ]


def test_elke_maand_rekent_met_het_minimumloon_van_die_maand() -> None:
    wie = werk("2023-05-01", voltijd="40", uren="40")
    regels = bedragen(verdeel(wie, [Segment(van=wie.begin, tot=None, loonwaarde=50)], date(2023, 9, 1), _bron(wie)))
    assert [(regel.maand.month, regel.bedrag) for regel in regels] == [
        (5, 129005),
        (6, 129005),
        (7, 133047),
        (8, 133047),
    ]


def _bron(wie: Werk):  # type: ignore[no-untyped-def]
    return Cijferbron(register(), "GM0150", wie).op


def test_een_maand_zonder_bekend_minimumloon_wordt_niet_berekend() -> None:
    wie = werk("2026-12-01")
    bron = Cijferbron(register(), "GM0150", wie)
    assert bron.kent(date(2026, 12, 31))
    assert not bron.kent(date(2027, 1, 1))
    with pytest.raises(BeleidOntbreekt, match="wml"):
        verdeel(wie, [Segment(van=wie.begin, tot=None, loonwaarde=50)], date(2027, 2, 1), bron.op)


LOONWAARDE = st.integers(0, 100)
UREN = st.decimals(min_value=1, max_value=40, places=2)
WML = st.integers(70_000, 400_000)


def _maand(lw: int | None, uren: Decimal, wml: int, vast: bool, lasten: str = "23.5") -> Maanddeel:
    return deel("2023-07-01", "2023-08-01", lw, cijfers(wml, lasten, vast=vast), str(uren), "40")


@settings(max_examples=40, deadline=None)
@given(lw=st.none() | LOONWAARDE, uren=UREN, wml=WML, vast=st.booleans())
def test_nooit_boven_het_plafond(lw: int | None, uren: Decimal, wml: int, vast: bool) -> None:
    """Never above 70 % of wage and vakantiebijslag for the hours; the werkgeverslasten come on top of what is given."""
    geval = _maand(lw, uren, wml, vast)
    verhouding = Fraction(uren) / (36 if vast else 40)
    plafond = Fraction(wml) * 108 / 100 * 70 / 100 * verhouding
    assert voor_lasten(geval) <= plafond
    assert maandbedrag([geval]).bedrag <= afgerond(plafond * Fraction("1.235"))


@settings(max_examples=40, deadline=None)
@given(een=LOONWAARDE, ander=LOONWAARDE, uren=UREN, wml=WML, vast=st.booleans())
def test_hogere_loonwaarde_nooit_meer_subsidie(een: int, ander: int, uren: Decimal, wml: int, vast: bool) -> None:
    laag, hoog = sorted((een, ander))
    assert maandbedrag([_maand(laag, uren, wml, vast)]).bedrag >= maandbedrag([_maand(hoog, uren, wml, vast)]).bedrag


@settings(max_examples=40, deadline=None)
@given(lw=st.none() | LOONWAARDE, een=UREN, ander=UREN, wml=WML, vast=st.booleans())
def test_meer_uren_nooit_minder_subsidie(lw: int | None, een: Decimal, ander: Decimal, wml: int, vast: bool) -> None:
    weinig, veel = sorted((een, ander))
    assert maandbedrag([_maand(lw, weinig, wml, vast)]).bedrag <= maandbedrag([_maand(lw, veel, wml, vast)]).bedrag


@settings(max_examples=15, deadline=None)
@given(
    dag=st.dates(date(2022, 7, 1), date(2023, 6, 30)),
    knip=st.dates(date(2022, 7, 1), date(2023, 12, 31)),
    lw=st.none() | LOONWAARDE,
    uren=UREN,
)
def test_de_maanden_van_een_jaar_tellen_op_tot_het_jaar(dag: date, knip: date, lw: int | None, uren: Decimal) -> None:
    """Also when the stretch is cut anywhere: a cut without a change changes nothing."""
    wie, tot = werk(dag.isoformat(), str(uren), voltijd="40"), date(2024, 1, 1)
    heel = [Segment(van=dag, tot=None, loonwaarde=lw)]
    geknipt = [
        Segment(van=dag, tot=max(dag, knip), loonwaarde=lw),
        Segment(van=max(dag, knip), tot=None, loonwaarde=lw),
    ]
    regels = bedragen(verdeel(wie, heel, tot, _bron(wie)))
    assert [r.bedrag for r in bedragen(verdeel(wie, geknipt, tot, _bron(wie)))] == [r.bedrag for r in regels]
    jaren = per_jaar(regels)
    assert sum(jaren.values()) == sum(regel.bedrag for regel in regels)
    assert jaren[2023] == sum(regel.bedrag for regel in regels if regel.maand.year == 2023)
    hele_maand = {r.bedrag for r in regels if r.maand.year == 2023 and r.maand.month >= 7}
    assert len(hele_maand) == 1, "equal months give equal amounts"
