"""The demo caseload: played through the use cases, at any moment of any year, and never twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

import pytest

from app.db.maatregel import Zaakstatus
from app.db.mutatie import Mutatiestatus
from app.db.sessie import Sessies, maak_engine, maak_sessies, transactie
from app.db.werkvoorraad import Taakfilter
from app.demo import vul
from app.demo.draaiboek import draaiboek
from app.demo.kalender import DICHT, EERSTE_POST, OPEN, Kalender
from app.demo.medewerkers import met_rol, richt_in
from app.demo.mens import Bijzonder, Route, Wat, bsn_van, geboren
from app.demo.mensen import MENSEN, NUMMER, SESSIES, gezinnen
from app.demo.normen import Registernormen
from app.demo.spreekuur import Spreekuur
from app.demo.toneel import Zet
from app.domain.beleid.register import Register
from app.domain.kern.bsn import is_bsn
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.rollen import Rol
from app.domain.kern.tijd import dag, nl_tijd
from app.domain.kern.werkdagen import is_werkdag
from app.services.handeling import Handeling
from app.services.werkvoorraad import blader
from tests.steun.beleid import vast_register
from tests.steun.kijk import aantal, rijen
from tests.steun.sjabloon import Testserver

NU = datetime.fromisoformat("2026-11-20T10:00:00+01:00")
PLOEG = (Rol.RECEPTIE, Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.ADMINISTRATIE, Rol.TOETSER)
LEEFTIJDEN = ("te laat", "vandaag", "later")


class Gevuld(NamedTuple):
    """A filled database."""

    url: str
    sessies: Sessies
    register: Register
    verteld: str


@pytest.fixture(scope="module")
def gevuld(testserver: Testserver, database_url: str) -> Iterator[Gevuld]:
    with testserver.database() as url, pytest.MonkeyPatch.context() as plek:
        regels: list[str] = []
        plek.setattr("sys.stderr.write", regels.append)
        engine = maak_engine(url)
        sessies, register = maak_sessies(engine), vast_register()
        richt_in(sessies)
        vul(sessies, register, NU)
        yield Gevuld(url, sessies, register, "".join(regels))
        engine.dispose()


def tel(gevuld: Gevuld, vraag: str) -> dict[Any, Any]:
    """What a query with a key and one thing more gives."""
    return dict(rijen(gevuld.url, vraag))


def taken(gevuld: Gevuld, rol: Rol) -> list[Any]:
    """The werkvoorraad of everybody with this role, together."""
    gezien: dict[Any, Any] = {}
    for collega in met_rol(rol):
        wie = collega.actor(rol)
        with transactie(gevuld.sessies, wie) as sessie:
            h = Handeling(sessie, wie, gevuld.register, NU, "test", "test", "c")
            gezien |= {rij.id: rij for rij in blader(h, Taakfilter(), None, 100).rijen}
    return list(gezien.values())


class TestGevuld:
    def test_zestig_klanten_over_alle_klantgroepen(self, gevuld: Gevuld) -> None:
        assert aantal(gevuld.url, "klant") == len(MENSEN)
        assert 55 <= len(MENSEN) <= 70
        groepen = tel(gevuld, "SELECT klantgroep, count(*) FROM klant WHERE klantgroep IS NOT NULL GROUP BY 1")
        assert set(groepen) == set(Klantgroep)
        assert min(groepen.values()) >= 5

    def test_zes_consulenten_met_een_caseload(self, gevuld: Gevuld) -> None:
        vraag = (
            "SELECT m.naam, count(*) FROM medewerker m JOIN klant k ON m.id IN (k.consulent_id, k.inkomensconsulent_id)"
        )
        caseload = tel(gevuld, f"{vraag} GROUP BY 1")
        assert len(caseload) >= 6
        assert min(caseload.values()) >= 2

    def test_meldingen_in_elke_stand(self, gevuld: Gevuld) -> None:
        standen = tel(gevuld, "SELECT status, count(*) FROM melding GROUP BY 1")
        assert {"open", "gescreend", "doorverwezen", "ingetrokken"} <= set(standen)
        assert aantal(gevuld.url, "screening", "status = 'niet_verschenen'") == 1
        assert aantal(gevuld.url, "melding", f"meldingsdatum = '{NU:%Y-%m-%d}'") >= 2

    def test_een_maatregelzaak_in_elke_stand(self, gevuld: Gevuld) -> None:
        zaken = tel(gevuld, "SELECT status, count(*) FROM maatregelzaak GROUP BY 1")
        assert set(zaken) == set(Zaakstatus)
        assert aantal(gevuld.url, "besluittoetsing", "NOT akkoord") == 1

    def test_mutaties_zijn_geleverd_en_beantwoord(self, gevuld: Gevuld) -> None:
        assert set(tel(gevuld, "SELECT status, count(*) FROM mutatie GROUP BY 1")) == set(Mutatiestatus)
        soorten = tel(gevuld, "SELECT soort, count(*) FROM mutatie GROUP BY 1")
        assert {"voorschot", "klantgroep", "maatregel"} <= set(soorten)
        assert aantal(gevuld.url, "outbox", "afgeleverd_op IS NULL") == 0

    def test_voorzieningen_in_elke_fase(self, gevuld: Gevuld) -> None:
        toegekend = tel(gevuld, "SELECT code, stand FROM toekenning")
        assert toegekend == dict.fromkeys(("werkervaringsplaats", "werk_leerroute", "scholing"), "lopend") | {
            "proefplaatsing": "concept"
        }
        fasen = tel(gevuld, "SELECT nummer, gestart_op IS NOT NULL AND afgerond_op IS NULL FROM leerroutefase")
        assert fasen == {1: False, 2: True}
        einde = rijen(gevuld.url, "SELECT tot FROM toekenning WHERE code = 'werkervaringsplaats'")
        assert timedelta(weeks=2) <= einde[0][0] - dag(NU) < timedelta(weeks=3)
        assert tel(gevuld, "SELECT stand, count(*) FROM makelaarverwijzing GROUP BY 1") == {"lopend": 2}

    def test_subsidies_werkgevers_en_budgetten(self, gevuld: Gevuld) -> None:
        subsidies = tel(gevuld, "SELECT regeling, stand FROM subsidie")
        assert subsidies == {"startbaansubsidie": "toegekend", "tijdelijke_tegemoetkoming_loonkosten": "besloten"}
        assert tel(gevuld, "SELECT nummer, stand FROM subsidietermijn") == {1: "betaald", 2: "open"}
        assert "subsidie_toetsing" in {taak.soort for taak in taken(gevuld, Rol.TOETSER)}
        assert tel(gevuld, "SELECT soort, stand FROM loonkostenzaak") == dict.fromkeys(
            ("doelgroep_lks", "loonwaarde"), "bekendgemaakt"
        )
        assert tel(gevuld, "SELECT stand, count(*) FROM ibanwijziging GROUP BY 1") == {"bevestigd": 2, "voorgesteld": 1}
        [(plafond, vast)] = rijen(
            gevuld.url,
            f"SELECT plafond, gereserveerd + verplicht + betaald FROM budget"
            f" WHERE regeling = 'scholing' AND jaar = {NU.year} AND plafond IS NOT NULL",
        )
        assert 0.95 * plafond < vast < plafond, "nearly gone"

    @pytest.mark.parametrize("rol", PLOEG)
    def test_elke_rol_heeft_werk(self, gevuld: Gevuld, rol: Rol) -> None:
        assert taken(gevuld, rol)

    def test_werk_van_alle_leeftijden(self, gevuld: Gevuld) -> None:
        leeftijden: Counter[tuple[Rol, str]] = Counter()
        for rol in PLOEG:
            for taak in taken(gevuld, rol):
                op_dag = "vandaag" if dag(taak.uiterste) == dag(NU) else "later"
                leeftijden[rol, "te laat" if taak.uiterste < NU else op_dag] += 1
        compleet = [rol for rol in PLOEG if all(leeftijden[rol, oud] for oud in LEEFTIJDEN)]
        assert len(compleet) >= 3, leeftijden

    def test_de_makelaar_en_de_teamleiders_zien_werk(self, gevuld: Gevuld) -> None:
        assert taken(gevuld, Rol.PARTICIPATIEMAKELAAR)
        assert len(taken(gevuld, Rol.TEAMLEIDER)) > 20

    def test_wat_voorbij_is_is_verstreken(self, gevuld: Gevuld) -> None:
        assert aantal(gevuld.url, "termijn", f"status = 'lopend' AND einde < '{NU:%Y-%m-%d}'") == 0
        assert aantal(gevuld.url, "termijn", "status = 'verstreken'") > 0

    def test_de_geschiedenis_loopt_in_de_tijd(self, gevuld: Gevuld) -> None:
        vraag = "SELECT g.tijdstip FROM feed f JOIN gebeurtenis g ON g.id = f.gebeurtenis_id ORDER BY f.nr"
        momenten = [rij[0] for rij in rijen(gevuld.url, vraag)]
        assert momenten == sorted(momenten)
        assert momenten[-1] <= NU
        assert momenten[0] < NU - timedelta(weeks=9)
        assert all(is_werkdag(dag(moment)) for moment in momenten)

    def test_ieder_handelt_in_een_eigen_rol(self, gevuld: Gevuld) -> None:
        vraag = "SELECT DISTINCT m.naam, g.rollen, m.rollen FROM gebeurtenis g JOIN medewerker m ON m.id = g.actor_id"
        handelden = rijen(gevuld.url, vraag)
        assert len({naam for naam, _, _ in handelden}) > 12
        assert [rij for rij in handelden if len(rij[1]) != 1 or not set(rij[1]) <= set(rij[2])] == []

    def test_geen_persoonsgegevens_in_wat_naar_buiten_gaat(self, gevuld: Gevuld) -> None:
        regels = rijen(gevuld.url, "SELECT inhoud::text FROM gebeurtenis UNION ALL SELECT inhoud::text FROM mutatie")
        regels += rijen(gevuld.url, "SELECT handeling || doel FROM verwerking")
        tekst = "\n".join(regel for (regel,) in regels)
        geheim = [bsn_van(nummer) for nummer in NUMMER.values()] + [mens.achternaam for mens in MENSEN]
        assert [waarde for waarde in geheim if waarde in tekst] == []

    def test_een_tweede_keer_gebeurt_er_niets(self, gevuld: Gevuld) -> None:
        voor = aantal(gevuld.url, "gebeurtenis"), aantal(gevuld.url, "verwerking")
        vul(gevuld.sessies, gevuld.register, NU + timedelta(days=3))
        assert (aantal(gevuld.url, "gebeurtenis"), aantal(gevuld.url, "verwerking")) == voor

    def test_het_vertelt_hoe_ver_het_is(self, gevuld: Gevuld) -> None:
        regels = gevuld.verteld.splitlines()
        assert regels[1] == f"Voorbeelddossiers: 20 van {len(MENSEN)}"
        assert len(regels) == len(MENSEN) // 10


def dagen() -> Iterator[date]:
    """Every day around the holidays, and one in nine of the other days, for two years."""
    for nummer in range(2 * 365):
        wanneer = date(2026, 1, 1) + timedelta(days=nummer)
        if nummer % 9 == 0 or wanneer.month == 5 or (wanneer.month, wanneer.day) > (12, 20) or wanneer.day < 3:
            yield wanneer


def moment_op(wanneer: date) -> datetime:
    """A moment on a day: at night, before nine, in the day or in the evening, by turns."""
    uur = (0, 8, 9, 13, 22)[wanneer.toordinal() % 5]
    return datetime(wanneer.year, wanneer.month, wanneer.day, uur, 30, tzinfo=UTC)


class Vast(NamedTuple):
    """All amounts are known, or none."""

    bekend: bool

    def besluit_kan(self, maand: date) -> bool:
        return self.bekend

    def voorschot_kan(self, dag: date) -> bool:
        return self.bekend

    def loonwaarde_kan(self, dag: date) -> bool:
        return self.bekend


@pytest.fixture(scope="module")
def draaiboeken() -> dict[datetime, list[Zet]]:
    return {nu: draaiboek(Kalender.op(nu), Vast(True)) for nu in map(moment_op, dagen())}


class TestDraaiboek:
    def test_alles_gebeurt_op_werkdagen_in_kantoortijd(self, draaiboeken: dict[datetime, list[Zet]]) -> None:
        for zetten in draaiboeken.values():
            momenten = [nl_tijd(zet.moment) for zet in zetten]
            assert momenten == sorted(momenten)
            assert all(is_werkdag(moment.date()) for moment in momenten)
            assert all(OPEN <= moment.time() <= DICHT for moment in momenten)

    def test_iedereen_heeft_zich_gemeld(self, draaiboeken: dict[datetime, list[Zet]]) -> None:
        for nu, zetten in draaiboeken.items():
            gespeeld = [zet for zet in zetten if zet.moment <= nu]
            assert sum(zet.wat is Wat.MELDEN for zet in gespeeld) == len(gezinnen())
            assert {zet.wat for zet in zetten} - {zet.wat for zet in gespeeld} <= {Wat.EVALUEREN, Wat.OPVOLGEN}

    def test_op_elke_dag_van_het_jaar_evenveel(self, draaiboeken: dict[datetime, list[Zet]]) -> None:
        assert len({len(zetten) for zetten in draaiboeken.values()}) == 1

    def test_een_besluit_werkt_niet_terug(self, draaiboeken: dict[datetime, list[Zet]]) -> None:
        for zetten in draaiboeken.values():
            besluiten = {zet.wie: zet.moment for zet in zetten if zet.wat is Wat.BESLUIT}
            for zet in zetten:
                if zet.wat in (Wat.TOETSING, Wat.VERZENDING):
                    assert besluiten[zet.wie] < zet.moment
                if zet.wat is Wat.VERZENDING:
                    assert dag(besluiten[zet.wie]).month == dag(zet.moment).month

    @pytest.mark.parametrize(
        ("dag", "besluit", "voorschot"),
        [
            pytest.param(date(2026, 11, 20), True, True, id="alles-bekend"),
            pytest.param(date(2025, 11, 20), True, False, id="percentage-voorschot-onbevestigd"),
            pytest.param(date(2026, 12, 31), True, True, id="laatste-dag-met-norm"),
            pytest.param(date(2027, 1, 1), False, False, id="norm-onbekend"),
        ],
    )
    def test_wat_er_bekend_is(self, dag: date, besluit: bool, voorschot: bool) -> None:
        normen = Registernormen(vast_register())
        assert (normen.besluit_kan(dag), normen.voorschot_kan(dag)) == (besluit, voorschot)

    def test_zonder_norm_geen_bedrag(self) -> None:
        zetten = draaiboek(Kalender.op(NU), Vast(False))
        bedragen = {Wat.VOORSCHOT, Wat.BESLUIT, Wat.TOETSING, Wat.VERZENDING}
        assert {zet.wat for zet in zetten} & bedragen == set()

    @pytest.mark.parametrize(
        ("nu", "ijkdag"),
        [
            pytest.param("2026-11-20T08:59:59+01:00", "2026-11-19", id="voor-de-eerste-post"),
            pytest.param("2026-11-20T09:00:00+01:00", "2026-11-20", id="na-de-eerste-post"),
            pytest.param("2026-11-22T12:00:00+01:00", "2026-11-20", id="zondag"),
            pytest.param("2026-04-06T12:00:00+02:00", "2026-04-02", id="tweede-paasdag"),
            pytest.param("2027-01-02T12:00:00+01:00", "2026-12-31", id="twee-januari"),
            pytest.param("2026-11-19T23:30:00+00:00", "2026-11-19", id="na-middernacht-in-nederland"),
        ],
    )
    def test_ijkdag(self, nu: str, ijkdag: str) -> None:
        assert Kalender.op(datetime.fromisoformat(nu)).ijkdag == date.fromisoformat(ijkdag)


class TestTabel:
    def test_een_kwartier_tussen_twee_gesprekken(self) -> None:
        spreekuur = Spreekuur(Kalender.op(NU))
        gesprekken = [spreekuur.neem(1) for _ in range(24)]
        for consulent in met_rol(Rol.INKOMENSCONSULENT):
            eigen = sorted((g.begin, g.einde) for g in gesprekken if g.consulent is consulent)
            assert len(eigen) == 8
            assert all(b - einde >= timedelta(minutes=15) for (_, einde), (b, _) in pairwise(eigen))
            assert nl_tijd(eigen[-1][1]).time() < DICHT
        with pytest.raises(ValueError, match="te veel"):
            spreekuur.neem(1)

    def test_namen_en_bsn_zijn_van_een_persoon(self) -> None:
        bsns = {bsn_van(nummer) for nummer in NUMMER.values()}
        assert len(NUMMER) == len(bsns) == len(MENSEN)
        assert all(is_bsn(bsn) and bsn.startswith("9999") for bsn in bsns)

    @pytest.mark.parametrize("ijkdag", [date(2026, 1, 2), date(2026, 11, 20), date(2028, 2, 29)])
    def test_leeftijd_klopt_op_de_ijkdag(self, ijkdag: date) -> None:
        for mens in MENSEN:
            assert leeftijd_op(geboren(NUMMER[mens.naam], mens.leeftijd, ijkdag), ijkdag) == mens.leeftijd

    def test_partners_melden_zich_samen(self) -> None:
        stellen = [gezin for gezin in gezinnen() if len(gezin) == 2]
        assert len(stellen) == 3
        assert all((een.gemeld, een.kanaal) == (ander.gemeld, ander.kanaal) for een, ander in stellen)
        assert sum(map(len, gezinnen())) == len(MENSEN)

    def test_wie_wordt_uitgenodigd_is_ingedeeld_in_die_klantgroep(self) -> None:
        for mens in MENSEN:
            for code in mens.komst:
                assert SESSIES[code].klantgroep.value == mens.route.value
                assert SESSIES[code].dag + 6 < mens.ingedeeld, mens.naam

    def test_alle_routes_en_bijzonderheden_komen_voor(self) -> None:
        assert {mens.route for mens in MENSEN} == set(Route)
        assert {wat for mens in MENSEN for wat in mens.bijzonder} == set(Bijzonder)

    def test_kantoortijd_begint_voor_de_eerste_post(self) -> None:
        assert OPEN < EERSTE_POST < DICHT
