import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as stdnum_bsn

from app.domain.kern.bsn import bsn_uit_basis, is_bsn


@pytest.mark.parametrize(
    ("tekst", "goed"),
    [
        pytest.param("111222333", True, id="bekend-testnummer"),
        pytest.param("999990019", True, id="testreeks"),
        pytest.param("012345672", True, id="voorloopnul"),
        pytest.param("111222334", False, id="een-hoger"),
        pytest.param("111222332", False, id="een-lager"),
        pytest.param("112122333", False, id="cijfers-verwisseld"),
        pytest.param("12345672", False, id="acht-cijfers-wordt-niet-aangevuld"),
        pytest.param("0111222333", False, id="tien-cijfers"),
        pytest.param("000000000", False, id="allemaal-nul"),
        pytest.param("111222333\n", False, id="regeleinde"),
        pytest.param("111.222.333", False, id="punten"),
        pytest.param("١١١٢٢٢٣٣٣", False, id="andere-cijfers"),
        pytest.param("", False, id="leeg"),
    ],
)
def test_is_bsn(tekst: str, goed: bool) -> None:
    assert is_bsn(tekst) is goed


@given(st.integers(0, 999_999_999))
def test_is_bsn_komt_overeen_met_stdnum(getal: int) -> None:
    tekst = f"{getal:09d}"
    assert is_bsn(tekst) is (stdnum_bsn.is_valid(tekst) and tekst != "000000000")


@given(st.integers(1, 99_999_999))
def test_bsn_uit_basis_maakt_de_enige_geldige(basis: int) -> None:
    geldig = [f"{basis:08d}{cijfer}" for cijfer in range(10) if is_bsn(f"{basis:08d}{cijfer}")]
    gemaakt = bsn_uit_basis(basis)
    assert geldig == ([] if gemaakt is None else [gemaakt])


def test_bsn_uit_basis_zonder_controlecijfer() -> None:
    assert bsn_uit_basis(99_999_001) == "999990019"
    assert bsn_uit_basis(5) is None


@pytest.mark.parametrize("basis", [pytest.param(0, id="nul"), pytest.param(100_000_000, id="negen-cijfers")])
def test_bsn_uit_basis_buiten_bereik_is_een_fout(basis: int) -> None:
    with pytest.raises(ValueError, match="acht cijfers"):
        bsn_uit_basis(basis)
