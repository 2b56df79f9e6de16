"""Documents, the klant's own form, and referrals: the pure rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.documenten import Documentsoort, Ontvangstkanaal, toets_maand, toets_omvang, toets_pdf
from app.domain.aanvraag.formulier import Invuller, toets_geen_medewerker, toets_helper
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.domain.verwijzing.beleid import Verwijsaanleiding as Aanleiding
from app.domain.verwijzing.beleid import Verwijswijze, VerwijzingBeleid
from app.domain.verwijzing.regels import (
    Overdrachtswijze as Overdracht,
)
from app.domain.verwijzing.regels import (
    bevestigingstaak,
    contact_te_laat,
    contact_uiterlijk,
    contacttaak,
    overdracht_van,
    toets_afspraak,
    toets_instantie,
    toets_overgenomen,
    toets_wens,
)
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
MOMENT = datetime(2026, 3, 31, 9, tzinfo=UTC)
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
MEGABYTE = 1_048_576


@pytest.fixture(scope="module")
def beleid() -> AanvraagBeleid:
    return vast_register().geldend(AanvraagBeleid, "GM0150", DAG).beleid


@pytest.fixture(scope="module")
def kaart() -> VerwijzingBeleid:
    return vast_register().geldend(VerwijzingBeleid, "GM0150", DAG).beleid


@pytest.mark.regel("DEV-AAN-020")
@pytest.mark.parametrize(
    ("inhoud", "goed"),
    [
        pytest.param(PDF, True, id="pdf"),
        pytest.param(b"\xef\xbb\xbf" + PDF, True, id="met-iets-ervoor"),
        pytest.param(b"\xff\xd8\xff\xe0JFIF", False, id="foto"),
        pytest.param(b"PK\x03\x04word/document.xml", False, id="docx"),
        pytest.param(b"%PDF-1.7 afgebroken", False, id="halve-pdf"),
        pytest.param(b" " * 1020 + PDF, False, id="kop-te-ver-weg"),
        pytest.param(b"", False, id="leeg"),
    ],
)
def test_alleen_een_pdf_gaat_de_zaak_in(inhoud: bytes, goed: bool) -> None:
    assert toets_pdf(inhoud).uitkomst is Uitkomst.van(goed)


@pytest.mark.parametrize(("erbij", "goed"), [(-1, True), (0, True), (1, False)])
def test_de_omvang_is_begrensd(beleid: AanvraagBeleid, erbij: int, goed: bool) -> None:
    assert toets_omvang(10 * MEGABYTE + erbij, beleid).uitkomst is Uitkomst.van(goed)


@pytest.mark.regel("DEV-AAN-020")
def test_de_kanalen_van_het_handboek() -> None:
    assert {kanaal.value for kanaal in Ontvangstkanaal} == {"mail", "balie", "post", "brievenbus"}


@pytest.mark.regel("DEV-AAN-021")
def test_een_salarisspecificatie_gaat_over_een_maand() -> None:
    assert toets_maand(Documentsoort.SALARISSPECIFICATIE, None).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_maand(Documentsoort.SALARISSPECIFICATIE, DAG).uitkomst is Uitkomst.VOLDAAN
    assert toets_maand(Documentsoort.BEWIJSSTUK, None).uitkomst is Uitkomst.VOLDAAN


@pytest.mark.regel("DEV-AAN-024")
@pytest.mark.parametrize(
    ("rollen", "mag"),
    [
        pytest.param([Rol.KOPPELING], True, id="van-de-kant-van-de-klant"),
        pytest.param([Rol.INKOMENSCONSULENT], False, id="inkomensconsulent"),
        pytest.param([Rol.KOPPELING, Rol.INKOMENSCONSULENT], False, id="ook-niet-met-beide-rollen"),
        pytest.param([Rol.RECEPTIE], False, id="receptie"),
    ],
)
def test_een_medewerker_vult_niet_in(rollen: list[Rol], mag: bool) -> None:
    assert toets_geen_medewerker(rollen).uitkomst is Uitkomst.van(mag)


@pytest.mark.regel("DEV-AAN-024")
@pytest.mark.parametrize(
    ("invuller", "helper", "goed"),
    [
        pytest.param(Invuller.KLANT, None, True, id="klant-zelf"),
        pytest.param(Invuller.KLANT, "sociale_raadslieden", False, id="zelf-maar-toch-een-helper"),
        pytest.param(Invuller.HELPER, "sociale_raadslieden", True, id="sociale-raadslieden"),
        pytest.param(Invuller.HELPER, "inkomensconsulent", False, id="inkomensconsulent-is-geen-helper"),
        pytest.param(Invuller.HELPER, None, False, id="helper-onbekend"),
    ],
)
def test_een_helper_is_onafhankelijk(invuller: Invuller, helper: str | None, goed: bool) -> None:
    assert toets_helper(invuller, helper, {"sociale_raadslieden", "clientenraad"}).uitkomst is Uitkomst.van(goed)


@pytest.mark.regel("DEV-AAN-024", "DEV-SCR-006")
def test_hulp_bij_invullen_begint_bij_de_sociale_raadslieden(kaart: VerwijzingBeleid) -> None:
    codes = [plek.code for plek in kaart.plekken(Aanleiding.HULP_BIJ_INVULLEN)]
    assert codes[0] == "sociale_raadslieden"
    genoemd = {"geldfit_spreekuur", "clientenraad", "budgetcoach_bad", "vluchtelingenwerk", "maatschappelijk_werk"}
    assert genoemd <= set(codes)
    assert toets_instantie(Aanleiding.HULP_BIJ_INVULLEN, "clientenraad", kaart).uitkomst is Uitkomst.VOLDAAN
    assert toets_instantie(Aanleiding.HULP_BIJ_INVULLEN, "bad", kaart).uitkomst is Uitkomst.NIET_VOLDAAN
    afhankelijk = kaart.sociale_kaart.model_copy(
        update={
            "waarde": tuple(plek.model_copy(update={"onafhankelijk": False}) for plek in kaart.sociale_kaart.waarde)
        }
    )
    zonder = kaart.model_copy(update={"sociale_kaart": afhankelijk})
    assert toets_instantie(Aanleiding.HULP_BIJ_INVULLEN, "clientenraad", zonder).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_instantie(Aanleiding.HULPVRAAG, "sociaal_wijkteam", zonder).uitkomst is Uitkomst.VOLDAAN
    assert kaart.instantie("onbekend") is None


@pytest.mark.regel("DEV-DIG-012")
@pytest.mark.parametrize(
    ("aanleiding", "instantie", "uiterlijk"),
    [
        pytest.param(Aanleiding.SCHULDEN, "bad", MOMENT + timedelta(hours=24), id="schulden"),
        pytest.param(Aanleiding.DREIGENDE_UITHUISZETTING, "bad", MOMENT + timedelta(hours=24), id="uithuiszetting"),
        pytest.param(Aanleiding.WENS_FINANCIELE_COACH, "bad", None, id="zonder-haast"),
        pytest.param(Aanleiding.SCHULDEN, "geldfit_spreekuur", None, id="klant-gaat-zelf"),
    ],
)
def test_het_bad_neemt_binnen_24_uur_contact_op(
    kaart: VerwijzingBeleid, aanleiding: Aanleiding, instantie: str, uiterlijk: datetime | None
) -> None:
    plek = kaart.instantie(instantie)
    assert plek is not None
    assert contact_uiterlijk(aanleiding, plek, MOMENT, kaart) == uiterlijk


@pytest.mark.regel("DEV-DIG-012")
def test_te_laat_is_na_de_laatste_seconde(kaart: VerwijzingBeleid) -> None:
    uiterlijk = MOMENT + timedelta(hours=24)
    later, seconde = uiterlijk + timedelta(days=1), timedelta(seconds=1)
    assert not contact_te_laat(None, None, later)
    assert not contact_te_laat(uiterlijk, None, uiterlijk)
    assert contact_te_laat(uiterlijk, None, uiterlijk + seconde)
    assert not contact_te_laat(uiterlijk, uiterlijk - seconde, later)
    assert contact_te_laat(uiterlijk, uiterlijk + seconde, later)
    assert contacttaak(uiterlijk, kaart).uiterste == date(2026, 4, 1)
    assert (overdracht_van(spoed=True), overdracht_van(spoed=False)) == (Overdracht.TELEFOON, Overdracht.MAIL)


@pytest.mark.regel("DEV-DIG-008")
@pytest.mark.parametrize(("wens", "goed"), [(True, True), (False, False), (None, False)])
def test_naar_een_financiele_coach_omdat_de_klant_het_wil(wens: bool | None, goed: bool) -> None:
    assert toets_wens(Aanleiding.WENS_FINANCIELE_COACH, wens).uitkomst is Uitkomst.van(goed)
    assert toets_wens(Aanleiding.SCHULDEN, wens).uitkomst is Uitkomst.VOLDAAN


@pytest.mark.regel("DEV-SCR-006")
def test_een_afspraak_heeft_een_moment_en_een_warme_overdracht_een_bevestiging(kaart: VerwijzingBeleid) -> None:
    assert toets_afspraak(Verwijswijze.AFSPRAAK_GEREGELD, None).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_afspraak(Verwijswijze.AFSPRAAK_GEREGELD, MOMENT).uitkomst is Uitkomst.VOLDAAN
    assert toets_afspraak(Verwijswijze.INFORMATIE, None).uitkomst is Uitkomst.VOLDAAN
    assert toets_overgenomen(Verwijswijze.WARME_OVERDRACHT, bevestigd=False).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_overgenomen(Verwijswijze.WARME_OVERDRACHT, bevestigd=True).uitkomst is Uitkomst.VOLDAAN
    assert toets_overgenomen(Verwijswijze.INFORMATIE, bevestigd=False).uitkomst is Uitkomst.VOLDAAN
    assert bevestigingstaak(MOMENT, kaart).uiterste == date(2026, 4, 2)
