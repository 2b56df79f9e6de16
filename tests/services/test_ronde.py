"""The worker: delivers everything once and in order, and lets terms run out on the right day."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier, Event, Thread
from typing import Any
from uuid import UUID

import pytest

from app import worker
from app.db.sessie import transactie
from app.services.klant import PersoonOpdracht, vind_of_registreer
from app.services.ronde import PER_KEER, ronde
from app.services.taak import sluit_termijnen
from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen
from tests.steun.proefkamer import persoon
from tests.steun.werk import actor, handeling, schrijf_regels, zet_termijn


@pytest.fixture
def klant_id(proef: Dienst) -> UUID:
    return UUID(proef.doe("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})["id"])


def rondes_tegelijk(dienst: Dienst, hoeveel: int) -> int:
    """Let several workers start a round at the same moment; return how much they did together."""
    start = Barrier(hoeveel)

    def een(_nummer: int) -> int:
        start.wait()
        return dienst.ronde()

    with ThreadPoolExecutor(hoeveel) as draden:
        return sum(draden.map(een, range(hoeveel)))


class TestAfleveren:
    def test_twee_werkers_leveren_alles_een_keer_en_op_volgorde(
        self, proef: Dienst, klant_id: UUID, database_url: str
    ) -> None:
        schrijf_regels(proef, klant_id, 300)
        schrijf_regels(proef, klant_id, 300)
        assert rondes_tegelijk(proef, 2) == 601
        feed = "SELECT f.nr, g.volgnr FROM feed f JOIN gebeurtenis g ON g.id = f.gebeurtenis_id ORDER BY f.nr"
        assert rijen(database_url, feed) == [(nr, nr) for nr in range(1, 602)]
        mutaties = "SELECT nr, (inhoud->>'nr')::int FROM mutatie ORDER BY nr"
        assert rijen(database_url, mutaties) == [(nr, (nr - 1) % 300) for nr in range(1, 601)]
        assert aantal(database_url, "outbox", "afgeleverd_op IS NULL") == 0

    def test_wat_al_geleverd_is_komt_niet_terug(self, proef: Dienst, klant_id: UUID, database_url: str) -> None:
        schrijf_regels(proef, klant_id, 3)
        assert [proef.ronde(), proef.ronde()] == [4, 0]
        schrijf_regels(proef, klant_id, 1)
        assert proef.ronde() == 1
        assert [rij[0] for rij in rijen(database_url, "SELECT nr FROM feed ORDER BY nr")] == [1, 2, 3, 4, 5]

    def test_een_ronde_levert_ook_meer_dan_een_keer_draagt(
        self, proef: Dienst, klant_id: UUID, database_url: str
    ) -> None:
        schrijf_regels(proef, klant_id, PER_KEER + 1)
        assert proef.ronde() == PER_KEER + 2
        assert aantal(database_url, "feed") == PER_KEER + 2

    def test_elke_organisatie_heeft_haar_eigen_nummers(self, proef: Dienst, klant_id: UUID, database_url: str) -> None:
        for organisatie in ("deventer", "weert"):
            wie = actor(organisatie)
            with transactie(proef.state.sessies, wie) as sessie:
                gegevens = PersoonOpdracht.model_validate(persoon(proef))
                vind_of_registreer(handeling(proef, sessie, wie), gegevens, wie.gemeenten[0], "")
        proef.ronde()
        per = rijen(database_url, "SELECT organisatie, array_agg(nr ORDER BY nr) FROM feed GROUP BY 1 ORDER BY 1")
        assert per == [("deventer", [1, 2]), ("weert", [1])]

    def test_zonder_mutatie_hoort_alleen_de_feed_het(self, proef: Dienst, klant_id: UUID, database_url: str) -> None:
        proef.ronde()
        assert (aantal(database_url, "feed"), aantal(database_url, "mutatie")) == (1, 0)


class TestTermijnen:
    """Five werkdagen after Tuesday 31 March 2026, Good Friday and Easter Monday between, is Thursday 9 April."""

    @pytest.mark.parametrize(
        ("moment", "verstreken"),
        [
            pytest.param("2026-04-08T23:59:59+02:00", False, id="dag-ervoor"),
            pytest.param("2026-04-09T23:59:59+02:00", False, id="laatste-dag"),
            pytest.param("2026-04-10T00:00:00+02:00", True, id="dag-erna"),
        ],
    )
    def test_grens(self, proef: Dienst, klant_id: UUID, database_url: str, moment: str, verstreken: bool) -> None:
        zet_termijn(proef, klant_id)
        assert rijen(database_url, "SELECT einde FROM termijn") == [(date(2026, 4, 9),)]
        proef.zet_klok(moment)
        assert aantal(database_url, "taak", "soort = 'na_proeftermijn'") == verstreken
        assert aantal(database_url, "gebeurtenis", "soort = 'termijn.verstreken'") == verstreken
        assert rijen(database_url, "SELECT status FROM termijn") == [("verstreken" if verstreken else "lopend",)]

    def test_vier_werkers_maken_een_vervolgtaak(self, proef: Dienst, klant_id: UUID, database_url: str) -> None:
        for nummer in range(5):
            zet_termijn(proef, klant_id, soort=f"soort_{nummer}")
        proef.klok.moment = proef.klok.moment.replace(month=5)
        rondes_tegelijk(proef, 4)
        assert proef.ronde() == 0
        assert aantal(database_url, "taak") == 5
        nummers = rijen(database_url, "SELECT volgnr FROM gebeurtenis ORDER BY volgnr")
        assert nummers == [(nr,) for nr in range(1, 7)]
        assert aantal(database_url, "feed") == 6

    def test_wie_op_tijd_was_hoort_niets_meer(self, proef: Dienst, klant_id: UUID, database_url: str) -> None:
        zet_termijn(proef, klant_id)
        wie = actor()
        with transactie(proef.state.sessies, wie) as sessie:
            sluit_termijnen(handeling(proef, sessie, wie), klant_id, "proeftermijn")
        proef.zet_klok("2026-05-01T09:00:00+02:00")
        assert (aantal(database_url, "taak"), rijen(database_url, "SELECT status FROM termijn")) == (0, [("gehaald",)])

    def test_een_termijn_die_vastloopt_houdt_de_rest_niet_op(
        self, proef: Dienst, klant_id: UUID, database_url: str
    ) -> None:
        kapot = zet_termijn(proef, klant_id, 1, soort="kapot")
        rijen(database_url, "UPDATE termijn SET vervolg = jsonb_build_array(1) WHERE id = %s RETURNING id", kapot)
        zet_termijn(proef, klant_id, 5)
        proef.zet_klok("2026-05-01T09:00:00+02:00")
        statussen = "SELECT soort, status FROM termijn ORDER BY soort"
        assert rijen(database_url, statussen) == [("kapot", "lopend"), ("proeftermijn", "verstreken")]
        assert aantal(database_url, "outbox", "afgeleverd_op IS NULL") == 0

    def test_de_klok_vooruit_doet_alles_van_tussentijds(self, proef: Dienst, klant_id: UUID, database_url: str) -> None:
        for werkdagen in (1, 10, 100):
            zet_termijn(proef, klant_id, werkdagen, soort=f"na_{werkdagen}")
        proef.zet_klok("2026-04-30T09:00:00+02:00")
        assert aantal(database_url, "termijn", "status = 'verstreken'") == 2


class TestLus:
    def test_een_fout_is_geen_einde(self, proef: Dienst, klant_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
        stop, keren = Event(), []

        def wankel(*gegevens: Any) -> int:
            keren.append(1)
            if len(keren) == 1:
                raise RuntimeError("even niet")
            gedaan = ronde(*gegevens)
            stop.set()
            return gedaan

        monkeypatch.setattr(worker, "ronde", wankel)
        monkeypatch.setattr(worker, "SECONDEN_NA_FOUT", 0.01)
        state = proef.state
        draad = Thread(target=worker.werk, args=(state.sessies, state.register, proef.klok, stop))
        draad.start()
        draad.join(timeout=10)
        assert (len(keren), proef.ronde()) == (2, 0)
