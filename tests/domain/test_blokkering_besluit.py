"""Opschorting and intrekking: every condition, the eight weeks and the hersteltermijn to the day, and the letter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.intrekking import (
    IntrekkingBeslissing,
    IntrekkingDictum,
    IntrekkingFeiten,
    belemmeringen_intrekking,
    beslis_intrekking,
    taak_na_hersteltermijn,
    waarden_intrekking,
)
from app.domain.blokkering.ladder import LadderFeiten
from app.domain.blokkering.opschorting import (
    OpschortingBeslissing,
    OpschortingDictum,
    OpschortingFeiten,
    belemmeringen_opschorting,
    beslis_opschorting,
    hersteltermijn,
    waarden_opschorting,
)
from app.domain.blokkering.soorten import Ladderstap, Pad
from app.domain.blokkering.verzuim import GeschondenPlicht, Verzuim, toets_andere_toetser
from app.domain.kern.canoniek import canoniek
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 14)
BELEID = vast_register().geldend(BlokkeringBeleid, "GM0150", DAG).beleid
OPSCHORTING = OpschortingFeiten(
    regime="PW",
    verzuim=Verzuim.NIET_VERSTREKT,
    plicht=GeschondenPlicht.INLICHTINGEN,
    verzuim_op=date(2026, 4, 1),
    herstel="Lever de bankafschriften van maart in.",
    herstel_tot_en_met=date(2026, 4, 30),
    verwijtbaar=True,
    verwijtbaarheid_toelichting="U kreeg onze brief en reageerde niet.",
    motivering="Zonder deze gegevens weten wij niet of u recht heeft op uitkering.",
    besluiter="ic-1",
)
INTREKKING = IntrekkingFeiten(
    regime="PW",
    plicht=GeschondenPlicht.INLICHTINGEN,
    opschorting_van=date(2026, 4, 1),
    opschorting_verzonden_op=date(2026, 4, 16),
    herstel_tot_en_met=date(2026, 4, 30),
    verwijtbaar=True,
    verwijtbaarheid_toelichting="U kreeg twee brieven en was bereikbaar.",
    gelegenheid_tot_en_met=date(2026, 5, 8),
    motivering="Wij kunnen het recht op uitkering niet vaststellen.",
    besluiter="ic-1",
)
NA = date(2026, 5, 11)


def opschorten(dag: date = DAG, **anders: Any) -> OpschortingBeslissing:
    return beslis_opschorting(OPSCHORTING.model_copy(update=anders), BELEID, dag)


def intrekken(dag: date = NA, **anders: Any) -> IntrekkingBeslissing:
    return beslis_intrekking(INTREKKING.model_copy(update=anders), BELEID, dag)


def mis(beslissing: OpschortingBeslissing | IntrekkingBeslissing) -> list[str]:
    belemmeringen = (
        belemmeringen_opschorting if isinstance(beslissing, OpschortingBeslissing) else belemmeringen_intrekking
    )
    return [toets.voorwaarde for toets in belemmeringen(OPSCHORTING, beslissing)]  # type: ignore[arg-type]


class TestOpschorting:
    def test_een_volledige_opschorting(self) -> None:
        besluit = opschorten()
        assert (besluit.dictum, mis(besluit)) == (OpschortingDictum.OPSCHORTEN, [])
        assert (besluit.van, besluit.uiterlijk) == (date(2026, 4, 1), date(2026, 5, 26))
        assert besluit.voorbeeldwaarden == ("hersteltermijn_werkdagen",)
        assert canoniek(besluit) == canoniek(opschorten())

    def test_de_brief(self) -> None:
        assert opschorten().motivering == (
            "Wij schorten uw recht op bijstand op vanaf 1 april 2026. U krijgt nu geen uitkering betaald.",
            "U gaf ons niet de gegevens of bewijzen die wij nodig hebben. Dat was op 1 april 2026 "
            "(artikel 54, lid 1, Participatiewet).",
            "Wij vinden dat dit u te verwijten is: U kreeg onze brief en reageerde niet.",
            "U kunt dit nog herstellen. Doe dat uiterlijk op 30 april 2026. Dit moet u doen: "
            "Lever de bankafschriften van maart in.",
            "Herstelt u het op tijd en heeft u recht op uitkering? "
            "Dan betalen wij u alsnog wat wij hebben aangehouden.",
            "Herstelt u het niet op tijd? Dan kunnen wij uw uitkering stoppen vanaf 1 april 2026 "
            "(artikel 54, lid 4, Participatiewet). Wij vragen dan eerst uw mening.",
            "Onze afweging: Zonder deze gegevens weten wij niet of u recht heeft op uitkering.",
            "Bent u het er niet mee eens? Dan kunt u bezwaar maken, binnen 6 weken nadat wij dit besluit verzonden "
            "(artikel 6:7, Awb).",
        )
        assert opschorten(motivering=None).motivering == ()
        deels = opschorten(doorbetaald=65_000).motivering[0]
        assert deels.endswith("Wij betalen alleen uw vaste lasten: € 650,00 per maand.")

    @pytest.mark.parametrize(
        ("feiten", "verwacht"),
        [
            pytest.param({"regime": "IOAW"}, ["regime"], id="ioaw"),
            pytest.param({"regime": "IOAZ"}, ["regime"], id="ioaz"),
            pytest.param(
                {"plicht": GeschondenPlicht.ARBEIDSINSCHAKELING},
                ["geen_reintegratieverplichting"],
                id="alleen-re-integratie",
                marks=pytest.mark.regel("DEV-MTR-002"),
            ),
            pytest.param({"verzuim_op": date(2026, 4, 15)}, ["verzuim_is_er"], id="verzuim-morgen"),
            pytest.param({"verzuim_op": DAG}, [], id="verzuim-vandaag"),
            pytest.param({"periode_van": date(2026, 4, 2)}, ["verzuim_is_er"], id="periode-na-het-verzuim"),
            pytest.param({"verwijtbaar": None}, ["verwijtbaar"], id="verwijt-niet-bekeken"),
            pytest.param({"verwijtbaar": False}, ["verwijtbaar"], id="geen-verwijt"),
            pytest.param({"verwijtbaarheid_toelichting": None}, ["verwijtbaar"], id="verwijt-zonder-reden"),
            pytest.param({"herstel": None}, ["herstel_beschreven"], id="niet-gezegd-wat-te-herstellen"),
            pytest.param(
                {"herstel_tot_en_met": None}, ["hersteltermijn", "binnen_maximum"], id="zonder-hersteltermijn"
            ),
            pytest.param({"motivering": None}, ["gemotiveerd"], id="zonder-motivering"),
        ],
    )
    def test_wat_in_de_weg_staat(self, feiten: dict[str, Any], verwacht: list[str]) -> None:
        besluit = opschorten(**feiten)
        assert mis(besluit) == verwacht
        assert (besluit.dictum is OpschortingDictum.VOORLEGGEN) is bool(verwacht)

    @pytest.mark.parametrize(
        ("tot", "verwacht"),
        [
            pytest.param(date(2026, 4, 20), ["hersteltermijn"], id="vier-werkdagen"),
            pytest.param(date(2026, 4, 21), [], id="vijf-werkdagen"),
            pytest.param(date(2026, 4, 22), [], id="zes-werkdagen"),
            pytest.param(date(2026, 5, 25), [], id="dag-voor-het-einde-van-acht-weken"),
            pytest.param(date(2026, 5, 26), [], id="laatste-dag-van-acht-weken"),
            pytest.param(date(2026, 5, 27), ["binnen_maximum"], id="dag-na-acht-weken"),
        ],
    )
    def test_de_hersteltermijn_is_lang_genoeg_en_valt_binnen_acht_weken(self, tot: date, verwacht: list[str]) -> None:
        assert mis(opschorten(herstel_tot_en_met=tot)) == verwacht

    def test_vanaf_de_periode_van_het_verzuim(self) -> None:
        besluit = opschorten(periode_van=date(2026, 3, 1))
        assert (besluit.van, besluit.uiterlijk, mis(besluit)) == (
            date(2026, 3, 1),
            date(2026, 4, 25),
            ["binnen_maximum"],
        )

    @pytest.mark.regel("DEV-BLK-502", "DEV-NOS-504", "DEV-NOS-505")
    @pytest.mark.parametrize(
        ("feiten", "verwacht"),
        [
            pytest.param({"pad": Pad.CONTACTLADDER}, ["eerst_gebeld", "verdere_stap_gezet"], id="ladder-niet-gelopen"),
            pytest.param(
                {
                    "pad": Pad.CONTACTLADDER,
                    "ladder": LadderFeiten(pogingen=(Ladderstap.TELEFONISCH_KLANT, Ladderstap.HULPVERLENERS)),
                },
                [],
                id="ladder-gelopen",
            ),
            pytest.param({"pad": Pad.CONTACTLADDER, "direct": True}, [], id="concrete-aanwijzingen"),
            pytest.param({"pad": Pad.REGULIER}, [], id="reguliere-weg"),
            pytest.param({"pad": Pad.REGULIER, "no_shows": 1}, ["tweede_no_show"], id="een-no-show"),
            pytest.param({"pad": Pad.REGULIER, "no_shows": 1, "direct": True}, [], id="een-no-show-en-aanwijzingen"),
        ],
    )
    def test_in_zorgen_eerst_de_ladder(self, feiten: dict[str, Any], verwacht: list[str]) -> None:
        assert mis(opschorten(**feiten)) == verwacht
        waarden = waarden_opschorting(OPSCHORTING.model_copy(update=feiten), BELEID, None)
        assert ("contactladder" in waarden) is (feiten["pad"] is Pad.CONTACTLADDER and "direct" not in feiten)

    def test_de_hersteltermijn_loopt_vanaf_de_verzending(self) -> None:
        termijn = hersteltermijn(date(2026, 4, 16), date(2026, 4, 30))
        assert (termijn.start, termijn.einde) == (date(2026, 4, 16), date(2026, 4, 30))
        assert taak_na_hersteltermijn(termijn).uiterste == date(2026, 5, 1)


class TestIntrekking:
    @pytest.mark.regel("DEV-NOS-504", "DEV-NOS-505")
    def test_een_volledige_intrekking(self) -> None:
        besluit = intrekken()
        assert (besluit.dictum, besluit.van, mis(besluit)) == (IntrekkingDictum.INTREKKEN, date(2026, 4, 1), [])
        assert str(besluit.grondslagen[0]) == "artikel 54, lid 4, Participatiewet"
        assert canoniek(besluit) == canoniek(intrekken())

    @pytest.mark.regel("DEV-NOS-504", "DEV-NOS-505")
    @pytest.mark.parametrize(
        ("dag", "verwacht"),
        [
            pytest.param(date(2026, 4, 29), ["hersteltermijn_voorbij"], id="dag-voor-het-einde"),
            pytest.param(date(2026, 4, 30), ["hersteltermijn_voorbij"], id="laatste-dag"),
            pytest.param(date(2026, 5, 1), [], id="dag-erna"),
        ],
    )
    def test_pas_na_de_hersteltermijn(self, dag: date, verwacht: list[str]) -> None:
        gehoord: dict[str, Any] = {"gehoord_op": date(2026, 4, 20), "zienswijze": "Ik had geen tijd."}
        assert mis(intrekken(dag, gelegenheid_tot_en_met=None, **gehoord)) == verwacht

    @pytest.mark.parametrize(
        ("feiten", "verwacht"),
        [
            pytest.param({"regime": "IOAW"}, ["regime"], id="ioaw"),
            pytest.param(
                {"plicht": GeschondenPlicht.ARBEIDSINSCHAKELING},
                ["geen_reintegratieverplichting"],
                id="alleen-re-integratie",
                marks=pytest.mark.regel("DEV-MTR-002"),
            ),
            pytest.param(
                {"opschorting_verzonden_op": None},
                ["hersteltermijn_verzonden", "gehoord"],
                id="hersteltermijn-niet-verzonden",
                marks=pytest.mark.regel("DEV-NOS-504", "DEV-NOS-505"),
            ),
            pytest.param({"hersteld": True}, ["niet_hersteld"], id="hersteld", marks=pytest.mark.regel("DEV-NOS-504")),
            pytest.param({"verwijtbaar": False}, ["verwijtbaar"], id="geen-verwijt"),
            pytest.param({"verwijtbaar": None}, ["verwijtbaar"], id="verwijt-niet-bekeken"),
            pytest.param({"motivering": None}, ["gemotiveerd"], id="zonder-motivering"),
        ],
    )
    def test_wat_in_de_weg_staat(self, feiten: dict[str, Any], verwacht: list[str]) -> None:
        assert mis(intrekken(**feiten)) == verwacht

    @pytest.mark.parametrize(
        ("feiten", "uitkomst"),
        [
            pytest.param({}, Uitkomst.ONBEPAALD, id="niets-vastgelegd"),
            pytest.param({"gehoord_op": date(2026, 4, 16), "zienswijze": "Ziek."}, Uitkomst.VOLDAAN, id="gehoord"),
            pytest.param({"gehoord_op": date(2026, 4, 16)}, Uitkomst.NIET_VOLDAAN, id="gehoord-zonder-zienswijze"),
            pytest.param(
                {"gehoord_op": date(2026, 4, 15), "zienswijze": "Ziek."}, Uitkomst.NIET_VOLDAAN, id="voor-de-brief"
            ),
            pytest.param(
                {"gehoord_op": date(2026, 5, 12), "zienswijze": "Ziek."}, Uitkomst.NIET_VOLDAAN, id="na-het-besluit"
            ),
            pytest.param({"gelegenheid_tot_en_met": date(2026, 5, 10)}, Uitkomst.VOLDAAN, id="gelegenheid-voorbij"),
            pytest.param({"gelegenheid_tot_en_met": NA}, Uitkomst.NIET_VOLDAAN, id="gelegenheid-loopt-nog"),
            pytest.param(
                {"gelegenheid_tot_en_met": date(2026, 4, 16)}, Uitkomst.NIET_VOLDAAN, id="gelegenheid-voor-de-brief"
            ),
            pytest.param({"horen_uitzondering": "spoed"}, Uitkomst.VOLDAAN, id="uitzondering-van-de-wet"),
            pytest.param({"horen_uitzondering": "geen tijd"}, Uitkomst.NIET_VOLDAAN, id="eigen-uitzondering"),
        ],
    )
    def test_horen_of_een_uitzondering(self, feiten: dict[str, Any], uitkomst: Uitkomst) -> None:
        besluit = intrekken(**({"gelegenheid_tot_en_met": None} | feiten))
        assert next(toets.uitkomst for toets in besluit.toetsen if toets.voorwaarde == "gehoord") is uitkomst
        waarden = waarden_intrekking(INTREKKING.model_copy(update=feiten), BELEID, None)
        assert waarden == (("horen_uitzonderingen",) if "horen_uitzondering" in feiten else ())

    def test_de_brief(self) -> None:
        gehoord: dict[str, Any] = {
            "gelegenheid_tot_en_met": None,
            "gehoord_op": date(2026, 5, 6),
            "zienswijze": "Ik was in de war.",
        }
        zinnen = intrekken(**gehoord).motivering
        assert zinnen[:2] == (
            "Wij trekken het besluit in waarmee u bijstand kreeg. U heeft vanaf 1 april 2026 geen uitkering meer "
            "(artikel 54, lid 4, Participatiewet).",
            "In onze brief van 16 april 2026 schreven wij dat u het verzuim kon herstellen tot en met 30 april 2026. "
            "Dat deed u niet.",
        )
        assert "Op 6 mei 2026 vertelde u wat u ervan vindt: Ik was in de war." in zinnen
        stil = intrekken().motivering
        assert "U kon ons tot en met 8 mei 2026 vertellen wat u ervan vindt. Wij hebben niets van u gehoord." in stil
        spoed = intrekken(gelegenheid_tot_en_met=None, horen_uitzondering="spoed")
        assert (len(spoed.motivering), spoed.voorbeeldwaarden) == (6, ("horen_uitzonderingen",))
        assert intrekken(motivering=None).motivering == ()


def test_een_ander_toetst() -> None:
    assert toets_andere_toetser("ic-1", "ic-1").uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_andere_toetser("ic-1", "toetser-1").uitkomst is Uitkomst.VOLDAAN
