"""Where keys come from: given, fetched, and the development issuer's."""

import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from app.domain.kern.rollen import Rol
from app.identiteit.fouten import OntwikkelsleutelGeweigerd, SleutelsOnbereikbaar
from app.identiteit.sleutels import (
    AFKOELING,
    HOUDBAAR,
    OpgehaaldeSleutels,
    VasteSleutels,
    is_ontwikkelsleutel,
)
from app.identiteit.uitgever import Ontwikkeluitgever, Tokenhouder
from app.klok import VasteKlok
from tests.steun import tokens
from tests.steun.manieren import controle, dienst
from tests.steun.tokens import jwk, jwks

URL = "https://inloggen.voorbeeld.nl/certs"


class _Uitgever:
    """A JWKS address and a stopwatch, both in the hands of the test."""

    def __init__(self) -> None:
        self.antwoord: Callable[[], httpx.Response] = lambda: httpx.Response(200, json=jwks())
        self.keren = 0
        self.tijd = 1000.0

    def __call__(self, _verzoek: httpx.Request) -> httpx.Response:
        self.keren += 1
        return self.antwoord()

    def bron(self, *, ontwikkeling: bool = False) -> OpgehaaldeSleutels:
        client = httpx.Client(transport=httpx.MockTransport(self))
        return OpgehaaldeSleutels(URL, ontwikkeling=ontwikkeling, client=client, monotoon=lambda: self.tijd)


def _kapot() -> httpx.Response:
    raise httpx.ConnectError("weg")


FOUTEN = [
    pytest.param(_kapot, id="onbereikbaar"),
    pytest.param(lambda: httpx.Response(500), id="fout-500"),
    pytest.param(lambda: httpx.Response(200, text="<html>"), id="geen-json"),
    pytest.param(lambda: httpx.Response(200, json=[]), id="geen-jwks"),
    pytest.param(lambda: httpx.Response(200, json={"keys": []}), id="geen-bruikbare-sleutel"),
    pytest.param(lambda: httpx.Response(200, json=jwks(jwk(kid="ontwikkel-1"))), id="ontwikkelsleutel"),
]


class TestOphalen:
    def test_een_keer_ophalen_en_dan_houdbaar(self) -> None:
        uitgever = _Uitgever()
        bron = uitgever.bron()
        assert bron.verouderd()
        bron.laad()
        assert bron.sleutels()
        uitgever.tijd += HOUDBAAR - 1
        assert not bron.verouderd()
        uitgever.tijd += 1
        assert bron.verouderd()
        assert uitgever.keren == 1

    def test_afkoeling_tussen_twee_pogingen(self) -> None:
        uitgever = _Uitgever()
        bron = uitgever.bron()
        bron.laad()
        uitgever.tijd += AFKOELING - 1
        bron.ververs()
        assert uitgever.keren == 1
        uitgever.tijd += 1
        bron.ververs()
        assert uitgever.keren == 2

    @pytest.mark.parametrize("fout", FOUTEN)
    def test_oude_sleutels_blijven_bij_een_fout(self, fout: Callable[[], httpx.Response]) -> None:
        uitgever = _Uitgever()
        bron = uitgever.bron()
        bron.laad()
        oud = bron.sleutels()
        uitgever.antwoord = fout
        uitgever.tijd += HOUDBAAR
        bron.ververs()
        assert uitgever.keren == 2
        assert bron.sleutels() is oud
        assert not bron.verouderd()
        uitgever.tijd += AFKOELING
        assert bron.verouderd()

    def test_nooit_gelukt(self) -> None:
        uitgever = _Uitgever()
        uitgever.antwoord = _kapot
        bron = uitgever.bron()
        bron.laad()
        with pytest.raises(SleutelsOnbereikbaar):
            bron.sleutels()

    def test_ontwikkelsleutel_stopt_de_start(self) -> None:
        uitgever = _Uitgever()
        uitgever.antwoord = lambda: httpx.Response(200, json=jwks(jwk(), jwk(kid="ontwikkel-1")))
        with pytest.raises(OntwikkelsleutelGeweigerd):
            uitgever.bron().laad()
        ontwikkeling = uitgever.bron(ontwikkeling=True)
        ontwikkeling.laad()
        assert ontwikkeling.sleutels()

    def test_over_http_met_draad(self) -> None:
        antwoord = dienst(controle(_Uitgever().bron())).get(
            "/v1/wie", headers={"Authorization": f"Bearer {tokens.token()}"}
        )
        assert antwoord.status_code == 200


class TestVasteSleutels:
    def test_onbruikbare_set_stopt_de_start(self) -> None:
        with pytest.raises(ValueError, match="2048"):
            VasteSleutels(jwks(jwk(tokens.nieuwe_sleutel(1024))))

    def test_ontwikkelsleutel_alleen_in_ontwikkeling(self) -> None:
        set_ = jwks(jwk(kid="ontwikkel-1"))
        with pytest.raises(OntwikkelsleutelGeweigerd):
            VasteSleutels(set_)
        assert VasteSleutels(set_, ontwikkeling=True).sleutels()

    def test_vaste_sleutels_verouderen_niet(self) -> None:
        bron = VasteSleutels(jwks())
        bron.ververs()
        assert not bron.verouderd()


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        pytest.param(jwks(jwk(kid="ontwikkel-1")), True, id="ontwikkel"),
        pytest.param(jwks(), False, id="gewoon"),
        pytest.param({"keys": None}, False, id="geen-lijst"),
        pytest.param({"keys": ["ontwikkel-1"]}, False, id="geen-object"),
    ],
)
def test_is_ontwikkelsleutel(inhoud: dict[str, object], verwacht: bool) -> None:
    assert is_ontwikkelsleutel(inhoud) is verwacht


class TestOntwikkeluitgever:
    HOUDER = Tokenhouder(UUID(tokens.MEDEWERKER), "S. de Vries", "deventer", ("GM0150",), ("werk-1",))
    KLOK = VasteKlok(datetime.fromtimestamp(tokens.NU, UTC))

    def _uitgever(self, werkmap: Path) -> Ontwikkeluitgever:
        return Ontwikkeluitgever(werkmap, tokens.UITGEVER, tokens.DOELGROEP, self.KLOK)

    def test_token_wordt_aanvaard(self, tmp_path: Path) -> None:
        uitgever = self._uitgever(tmp_path / "var")
        wie = controle(VasteSleutels(uitgever.jwks(), ontwikkeling=True))
        actor = wie.controleer(uitgever.geef_token([Rol.TOETSER, Rol.INTAKER], self.HOUDER))
        assert actor.rollen == {Rol.TOETSER, Rol.INTAKER}
        assert (actor.naam, actor.teams, actor.client) == ("S. de Vries", ("werk-1",), "ontwikkeling")

    def test_sleutel_is_van_de_eigenaar_en_blijft(self, tmp_path: Path) -> None:
        kid = self._uitgever(tmp_path).kid
        bestand = tmp_path / "ontwikkelsleutel.pem"
        assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
        assert list(tmp_path.iterdir()) == [bestand]
        assert self._uitgever(tmp_path).kid == kid
        assert kid.startswith("ontwikkel-")

    def test_de_sleutel_is_als_ontwikkelsleutel_te_herkennen(self, tmp_path: Path) -> None:
        openbaar = self._uitgever(tmp_path).jwks()
        assert is_ontwikkelsleutel(openbaar)
        assert not {"d", "p", "q"} & set(openbaar["keys"][0])

    def test_vreemd_bestand_geeft_een_duidelijke_fout(self, tmp_path: Path) -> None:
        from cryptography.hazmat.primitives import serialization as s
        from cryptography.hazmat.primitives.asymmetric import ed25519

        sleutel = ed25519.Ed25519PrivateKey.generate()
        pem = sleutel.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption())
        (tmp_path / "ontwikkelsleutel.pem").write_bytes(pem)
        with pytest.raises(ValueError, match="geen RSA-sleutel"):
            self._uitgever(tmp_path)
