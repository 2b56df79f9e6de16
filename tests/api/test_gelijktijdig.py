"""Several clients at once: order without gaps, no lost update, and one answer per Idempotency-Key."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import httpx
import pytest

from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen
from tests.steun.proefkamer import persoon

TWAALF = 12


def tegelijk(*werk: Callable[[], httpx.Response]) -> list[httpx.Response]:
    """Start all at the same moment and wait for all."""
    start = Barrier(len(werk))

    def doe(een: Callable[[], httpx.Response]) -> httpx.Response:
        start.wait()
        return een()

    with ThreadPoolExecutor(len(werk)) as draden:
        return list(draden.map(doe, werk))


def nummers(url: str, klant_id: str) -> list[int]:
    return [
        rij[0] for rij in rijen(url, "SELECT volgnr FROM gebeurtenis WHERE klant_id = %s ORDER BY volgnr", klant_id)
    ]


@pytest.fixture
def klant(proef: Dienst) -> dict[str, Any]:
    gemaakt: dict[str, Any] = proef.doe("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})
    return gemaakt


class TestNummering:
    def test_twaalf_tegelijk_sluiten_op_elkaar_aan(
        self, proef: Dienst, klant: dict[str, Any], database_url: str
    ) -> None:
        pad = f"/proef/klanten/{klant['id']}/regels"
        # The registration was the first event, so eleven more make twelve.
        antwoorden = tegelijk(*[lambda: proef.roep("POST", pad, "receptie", {"wacht": 0.01})] * (TWAALF - 1))
        assert [antwoord.status_code for antwoord in antwoorden] == [201] * (TWAALF - 1)
        assert nummers(database_url, klant["id"]) == list(range(1, TWAALF + 1))
        assert sorted(antwoord.json()["versie"] for antwoord in antwoorden) == list(range(2, TWAALF + 1))

    def test_wie_las_voor_het_slot_telt_niet_door_op_het_oude(
        self, proef: Dienst, klant: dict[str, Any], database_url: str
    ) -> None:
        opdracht = {"persoon": persoon(proef, bsn=klant["bsn"]), "wacht": 0.1}
        antwoorden = tegelijk(*[lambda: proef.roep("POST", "/proef/traag", "receptie", opdracht)] * 5)
        assert [antwoord.status_code for antwoord in antwoorden] == [201] * 5
        assert nummers(database_url, klant["id"]) == [1, 2, 3, 4, 5, 6]

    def test_een_mislukte_ertussen_laat_geen_gat(self, proef: Dienst, klant: dict[str, Any], database_url: str) -> None:
        pad = f"/proef/klanten/{klant['id']}/regels"
        goed = [lambda: proef.roep("POST", pad, "receptie", {})] * 4
        mis = [lambda: proef.roep("POST", pad, "receptie", {"fout": "conflict"})] * 4
        antwoorden = tegelijk(*goed, *mis)
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201] * 4 + [409] * 4
        assert nummers(database_url, klant["id"]) == [1, 2, 3, 4, 5]

    def test_dezelfde_persoon_tegelijk_geregistreerd_is_een_klant(self, proef: Dienst, database_url: str) -> None:
        opdracht = {"persoon": persoon(proef), "wacht": 0.1}
        antwoorden = tegelijk(*[lambda: proef.roep("POST", "/proef/klanten", "receptie", opdracht)] * 3)
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409, 409]
        assert aantal(database_url, "klant") == 1


class TestVersie:
    def test_een_wint_en_de_ander_hoort_het(self, proef: Dienst, klant: dict[str, Any]) -> None:
        pad = f"/klanten/{klant['id']}"
        werk = [
            lambda nr=nr: proef.roep("PATCH", pad, "intaker", {"telefoon": f"06 1234567{nr}"}, versie=klant["versie"])
            for nr in range(2)
        ]
        antwoorden = sorted(tegelijk(*werk), key=lambda antwoord: antwoord.status_code)
        assert [antwoord.status_code for antwoord in antwoorden] == [200, 412]
        assert antwoorden[1].json()["code"] == "versie_verouderd"
        nu = proef.roep("GET", pad, "intaker")
        assert nu.json() == antwoorden[0].json()
        assert nu.headers["ETag"] == antwoorden[0].headers["ETag"] == f'"{klant["versie"] + 1}"'

    @pytest.mark.parametrize(
        ("koppen", "status"),
        [
            pytest.param({}, 428, id="zonder"),
            pytest.param({"If-Match": "*"}, 400, id="sterretje"),
            pytest.param({"If-Match": '"x"'}, 400, id="geen-getal"),
            pytest.param({"If-Match": '"1"'}, 200, id="sterk"),
            pytest.param({"If-Match": 'W/"1"'}, 200, id="zwak"),
            pytest.param({"If-Match": '"99"'}, 412, id="nog-niet-bestaand"),
        ],
    )
    def test_if_match(self, proef: Dienst, klant: dict[str, Any], koppen: dict[str, str], status: int) -> None:
        wijziging = {"telefoon": "06 12345678"}
        antwoord = proef.roep("PATCH", f"/klanten/{klant['id']}", "intaker", wijziging, koppen=koppen)
        assert antwoord.status_code == status


class TestSleutel:
    SLEUTEL = "een-vaste-sleutel"

    def _maak(self, dienst: Dienst, opdracht: Any, rol: str = "receptie", **extra: Any) -> httpx.Response:
        koppen = {"Idempotency-Key": self.SLEUTEL}
        return dienst.roep("POST", "/proef/klanten", rol, opdracht, koppen=koppen, **extra)

    def _is_herhaling(self, eerste: httpx.Response, tweede: httpx.Response) -> None:
        assert (eerste.status_code, tweede.status_code) == (201, 201)
        assert (tweede.content, tweede.headers["Location"]) == (eerste.content, eerste.headers["Location"])
        assert tweede.headers["ETag"] == eerste.headers["ETag"]
        assert (eerste.headers.get("Idempotency-Replayed"), tweede.headers["Idempotency-Replayed"]) == (None, "true")

    def test_twee_keer_geeft_een_rij_en_hetzelfde_antwoord(self, proef: Dienst, database_url: str) -> None:
        opdracht = {"persoon": persoon(proef)}
        self._is_herhaling(self._maak(proef, opdracht), self._maak(proef, opdracht))
        assert (aantal(database_url, "klant"), aantal(database_url, "gebeurtenis")) == (1, 1)

    def test_op_hetzelfde_moment(self, proef: Dienst, database_url: str) -> None:
        opdracht = {"persoon": persoon(proef), "wacht": 0.2}
        antwoorden = tegelijk(*[lambda: self._maak(proef, opdracht)] * 2)
        self._is_herhaling(*sorted(antwoorden, key=lambda antwoord: "Idempotency-Replayed" in antwoord.headers))
        assert (aantal(database_url, "klant"), aantal(database_url, "gebeurtenis")) == (1, 1)

    def test_het_eerste_antwoord_blijft_het_antwoord(self, proef: Dienst) -> None:
        opdracht = {"persoon": persoon(proef)}
        eerste = self._maak(proef, opdracht)
        pad = f"/klanten/{eerste.json()['id']}"
        proef.doe("PATCH", pad, "intaker", {"telefoon": "06 12345678"}, versie=eerste.json()["versie"])
        herhaling = self._maak(proef, opdracht)
        self._is_herhaling(eerste, herhaling)
        assert herhaling.json()["versie"] < proef.doe("GET", pad, "intaker")["versie"]

    @pytest.mark.parametrize(
        "andere",
        [
            pytest.param(lambda opdracht: opdracht | {"tekst": "anders"}, id="andere-inhoud"),
            pytest.param(
                lambda opdracht: opdracht | {"persoon": opdracht["persoon"] | {"achternaam": "X"}}, id="dieper"
            ),
        ],
    )
    def test_dezelfde_sleutel_voor_iets_anders(
        self, proef: Dienst, database_url: str, andere: Callable[[dict[str, Any]], dict[str, Any]]
    ) -> None:
        opdracht = {"persoon": persoon(proef)}
        self._maak(proef, opdracht)
        antwoord = self._maak(proef, andere(opdracht))
        assert (antwoord.status_code, antwoord.json()["code"]) == (409, "sleutel_al_gebruikt")
        assert aantal(database_url, "klant") == 1

    def test_dezelfde_sleutel_op_een_ander_adres(self, proef: Dienst, klant: dict[str, Any]) -> None:
        self._maak(proef, {"persoon": persoon(proef)})
        pad = f"/proef/klanten/{klant['id']}/regels"
        antwoord = proef.roep("POST", pad, "receptie", {}, koppen={"Idempotency-Key": self.SLEUTEL})
        assert (antwoord.status_code, antwoord.json()["code"]) == (409, "sleutel_al_gebruikt")

    @pytest.mark.parametrize(
        "wie",
        [
            pytest.param({"nummer": 2}, id="collega"),
            pytest.param({"rol": "intaker"}, id="andere-rol-andere-persoon"),
        ],
    )
    def test_de_sleutel_is_van_een_medewerker(self, proef: Dienst, database_url: str, wie: dict[str, Any]) -> None:
        eerste = self._maak(proef, {"persoon": persoon(proef)})
        tweede = self._maak(proef, {"persoon": persoon(proef)}, **wie)
        assert (tweede.status_code, "Idempotency-Replayed" in tweede.headers) == (201, False)
        assert eerste.json()["id"] != tweede.json()["id"]
        assert aantal(database_url, "klant") == 2

    @pytest.mark.parametrize("fout", ["conflict", "ongeldige_invoer", "niet_bevoegd"])
    def test_een_mislukte_aanvraag_verbruikt_de_sleutel_niet(self, proef: Dienst, fout: str) -> None:
        opdracht = {"persoon": persoon(proef)}
        assert self._maak(proef, opdracht | {"fout": fout}).status_code >= 400
        antwoord = self._maak(proef, opdracht)
        assert (antwoord.status_code, "Idempotency-Replayed" in antwoord.headers) == (201, False)

    def test_wie_op_een_mislukte_wacht_mag_daarna(self, proef: Dienst, database_url: str) -> None:
        wie = persoon(proef)
        werk = [lambda: self._maak(proef, {"persoon": wie, "wacht": 0.2, "fout": "conflict"})] * 2
        assert [antwoord.json()["code"] for antwoord in tegelijk(*werk)] == ["conflict", "conflict"]
        assert aantal(database_url, "idempotentie") == 0

    @pytest.mark.parametrize("sleutel", ["", "kort", "x" * 101, "met\ttab-erin"])
    def test_een_onbruikbare_sleutel(self, proef: Dienst, sleutel: str) -> None:
        koppen = {"Idempotency-Key": sleutel}
        antwoord = proef.roep("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)}, koppen=koppen)
        assert (antwoord.status_code, antwoord.json()["fouten"][0]["veld"]) == (400, "Idempotency-Key")

    def test_na_twee_dagen_is_de_sleutel_vergeten(self, proef: Dienst, database_url: str) -> None:
        self._maak(proef, {"persoon": persoon(proef)})
        proef.zet_klok("2026-04-02T08:59:59+02:00")
        assert aantal(database_url, "idempotentie") == 1
        proef.zet_klok("2026-04-02T09:00:01+02:00")
        assert aantal(database_url, "idempotentie") == 0


def test_veel_tegelijk_op_verschillende_klanten(proef: Dienst, database_url: str) -> None:
    opdrachten = [{"persoon": persoon(proef)} for _ in range(40)]
    werk = [lambda o=opdracht: proef.roep("POST", "/proef/klanten", "receptie", o) for opdracht in opdrachten]
    assert {antwoord.status_code for antwoord in tegelijk(*werk)} == {201}
    assert aantal(database_url, "klant") == 40
