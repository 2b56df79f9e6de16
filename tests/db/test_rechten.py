"""The second lock: what the database itself refuses, whatever the queries say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors, sql

from app.db.sessie import TOEPASSINGSROL, transactie, verruim
from app.domain.kern.rollen import Actor, Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.kijk import aantal, rijen, verbind
from tests.steun.proefkamer import persoon
from tests.steun.vulling import vul_tabellen
from tests.steun.werk import zet_termijn

ZONDER_ORGANISATIE = {"organisatie", "beleidspakket", "alembic_version"}
"""Tables that hold nothing of one organisation; a new table belongs here only after thought."""

BEWAARD = {"gebeurtenis", "feed", "verwerking", "beleidspakket", "besluit", "planversie", "bekendmaking", "indeling"}
"""Tables that must be append-only, at least."""

NIET_PER_KLANT = {"verwerking"}
"""Holds a klant_id but is read by the organisation: who was refused a dossier could otherwise not be logged."""

VERANDERLIJK = """
    SELECT table_name FROM information_schema.role_table_grants
    WHERE grantee = 'iom_toepassing' AND privilege_type = 'UPDATE'
"""


def tabellen(url: str) -> set[str]:
    vraag = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
    return {rij[0] for rij in rijen(url, vraag)}


def kolom(url: str, naam: str) -> set[str]:
    """Tables that have this column."""
    vraag = "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = %s"
    return {rij[0] for rij in rijen(url, vraag, naam)}


def alleen_toevoegen(url: str) -> set[str]:
    return tabellen(url) - {rij[0] for rij in rijen(url, VERANDERLIJK)} - {"alembic_version", "organisatie"}


@contextmanager
def als_toepassing(url: str, **bereik: str) -> Iterator[psycopg.Connection]:
    """The application's role in one transaction that is rolled back, with these settings of who asks."""
    verbinding = verbind(url)
    verbinding.autocommit = False
    try:
        verbinding.execute(f"SET ROLE {TOEPASSINGSROL}".encode())
        for naam, waarde in bereik.items():
            verbinding.execute("SELECT set_config(%s, %s, true)", (f"iom.{naam}", waarde))
        yield verbinding
    finally:
        verbinding.rollback()
        verbinding.close()


def tel(verbinding: psycopg.Connection, tabellen: Iterable[str], waar: str = "true") -> dict[str, int]:
    """Count what each table shows, in one question."""
    een = sql.SQL("SELECT {}, (SELECT count(*) FROM {} WHERE {})")
    delen = [een.format(sql.Literal(t), sql.Identifier(t), sql.SQL(waar)) for t in tabellen]
    return dict(verbinding.execute(sql.SQL(" UNION ALL ").join(delen)).fetchall())


def zichtbaar(url: str, tabellen: Iterable[str], **bereik: str) -> dict[str, int]:
    with als_toepassing(url, **bereik) as verbinding:
        return tel(verbinding, tabellen)


def geweigerd(url: str, *opdrachten: sql.Composed | bytes) -> list[str]:
    """Try each as somebody of Deventer who may see everything there, and return why the database refuses it."""
    redenen = []
    with als_toepassing(url, **wie()) as verbinding:
        for opdracht in opdrachten:
            with pytest.raises(errors.InsufficientPrivilege) as fout, verbinding.transaction():
                verbinding.execute(opdracht)
            redenen.append(str(fout.value))
    return redenen


def wie(organisatie: str = "deventer", **anders: str) -> dict[str, str]:
    gemeente = {"deventer": "GM0150", "weert": "GM0988"}[organisatie]
    vast = {"organisatie": organisatie, "gemeenten": gemeente, "bereik": "organisatie"}
    return vast | {"teams": "", "medewerker": str(uuid4())} | anders


@pytest.fixture
def gevuld(proef: Dienst, database_url: str) -> set[str]:
    """One klant of Deventer, team matchen, and a row in every table of an organisation; the names of those tables."""
    klant: dict[str, Any] = proef.doe("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})
    zet_termijn(proef, UUID(klant["id"]))
    proef.doe("POST", f"/proef/klanten/{klant['id']}/regels", "receptie", {"mutatie": True})
    proef.zet_klok("2026-04-20T09:00:00+02:00")
    team = "UPDATE klant SET team = 'matchen', consulent_id = %s RETURNING id"
    rijen(database_url, team, medewerker_id("participatiemakelaar"))
    proef.doe("POST", f"/proef/klanten/{klant['id']}/regels", "receptie", {})
    return set(vul_tabellen(database_url, UUID(klant["id"])))


def van_de_klant(url: str) -> set[str]:
    return kolom(url, "klant_id") - NIET_PER_KLANT | {"klant"}


class TestCatalogus:
    def test_elke_tabel_van_een_organisatie_staat_achter_slot(self, database_url: str) -> None:
        vraag = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity"
        met_slot = {rij[0] for rij in rijen(database_url, vraag)}
        assert kolom(database_url, "organisatie") - met_slot == set()
        assert tabellen(database_url) - met_slot == ZONDER_ORGANISATIE

    def test_elke_regel_kijkt_naar_de_organisatie_en_bij_een_dossier_naar_de_klant(self, database_url: str) -> None:
        vraag = "SELECT tablename, cmd, permissive, qual, with_check FROM pg_policies WHERE schemaname = 'public'"
        regels = {tabel: rest for tabel, *rest in rijen(database_url, vraag)}
        assert set(regels) == kolom(database_url, "organisatie")
        for tabel, (wanneer, soort, mag_zien, mag_worden) in regels.items():
            assert (wanneer, soort) == ("ALL", "PERMISSIVE"), tabel
            assert "iom_eigen_organisatie(organisatie)" in mag_zien, tabel
            assert "iom_eigen_organisatie(organisatie)" in mag_worden, tabel
        per_klant = {tabel for tabel, regel in regels.items() if re.search(r"FROM klant\s+WHERE", regel[2])}
        assert kolom(database_url, "klant_id") - per_klant == NIET_PER_KLANT

    def test_de_toepassing_verwijdert_alleen_bewaarde_antwoorden(self, database_url: str) -> None:
        vraag = """SELECT table_name, privilege_type FROM information_schema.role_table_grants
                   WHERE grantee IN ('iom_toepassing', 'PUBLIC') AND table_schema = 'public'
                   AND privilege_type IN ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES') ORDER BY 1"""
        assert rijen(database_url, vraag) == [
            ("diagnose_afgekeurd", "DELETE"),
            ("diagnose_import_inhoud", "DELETE"),
            ("idempotentie", "DELETE"),
        ]

    def test_de_toepassing_bezit_niets_en_gaat_nergens_voorbij(self, database_url: str) -> None:
        vraag = (
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin FROM pg_roles WHERE rolname = %s"
        )
        assert rijen(database_url, vraag, TOEPASSINGSROL) == [(False,) * 5]
        vraag = "SELECT relname FROM pg_class WHERE relowner = %s::regrole AND relpersistence <> 't'"
        assert rijen(database_url, vraag, TOEPASSINGSROL) == []

    def test_een_verbinding_van_de_dienst_heeft_alleen_de_rechten_van_de_toepassing(self, proef: Dienst) -> None:
        with proef.state.engine.connect() as verbinding:
            assert verbinding.exec_driver_sql("SELECT current_user").scalar() == TOEPASSINGSROL
            verbinding.rollback()
            assert verbinding.exec_driver_sql("SELECT current_user").scalar() == TOEPASSINGSROL


class TestAlleenToevoegen:
    def test_wat_bewaard_moet_blijven(self, database_url: str) -> None:
        assert BEWAARD - alleen_toevoegen(database_url) == set()

    def test_elke_tabel_zonder_wijzigrecht_heeft_de_afweer(self, database_url: str) -> None:
        """Bits of tgtype: 1 each row, 2 before, 8 delete, 16 update, 32 truncate; O is enabled."""
        vraag = """SELECT c.relname, t.tgtype, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                   JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'iom_weiger_wijziging' ORDER BY 1, 2"""
        afweer: dict[str, list[tuple[int, str]]] = {}
        for tabel, soort, aan in rijen(database_url, vraag):
            afweer.setdefault(tabel, []).append((soort, aan))
        volledig = [(1 | 2 | 8 | 16, "O"), (2 | 32, "O")]
        assert afweer == {tabel: sorted(volledig) for tabel in alleen_toevoegen(database_url)}

    def test_de_toepassing_heeft_het_recht_niet(self, database_url: str) -> None:
        eerste = dict(
            rijen(
                database_url,
                """SELECT DISTINCT ON (attrelid) attrelid::regclass::text, attname FROM pg_attribute
                   WHERE attnum > 0 AND attidentity = '' AND NOT attisdropped ORDER BY attrelid, attnum""",
            )
        )
        opdrachten = [
            opdracht.encode()
            for tabel in sorted(alleen_toevoegen(database_url))
            for opdracht in (f"UPDATE {tabel} SET {eerste[tabel]} = NULL", f"DELETE FROM {tabel}", f"TRUNCATE {tabel}")
        ]
        redenen = geweigerd(database_url, *opdrachten)
        assert [reden for reden in redenen if "permission denied" not in reden] == []

    def test_ook_de_eigenaar_niet(self, gevuld: set[str], database_url: str) -> None:
        rijen(database_url, "INSERT INTO beleidspakket VALUES ('x', 'x', 'x', '{}', now()) RETURNING 1")
        kolommen = {"gebeurtenis": "soort", "feed": "nr", "verwerking": "doel", "beleidspakket": "naam"}
        for tabel, naam in kolommen.items():
            voor = aantal(database_url, tabel)
            assert voor > 0, tabel
            for opdracht in (
                f"UPDATE {tabel} SET {naam} = {naam}",
                f"DELETE FROM {tabel}",
                f"TRUNCATE {tabel} CASCADE",
            ):
                with pytest.raises(errors.InsufficientPrivilege, match="alleen om aan toe te voegen"):
                    rijen(database_url, opdracht)
            assert aantal(database_url, tabel) == voor, tabel

    def test_legen_wordt_overal_geweigerd(self, database_url: str) -> None:
        with verbind(database_url) as verbinding:
            for tabel in sorted(alleen_toevoegen(database_url)):
                with pytest.raises(errors.InsufficientPrivilege, match="alleen om aan toe te voegen"):
                    verbinding.execute(f"TRUNCATE {tabel} CASCADE".encode())


class TestTweedeSlot:
    def test_eigen_wel_ander_niet_en_niemand_niets(self, gevuld: set[str], database_url: str) -> None:
        assert gevuld == kolom(database_url, "organisatie")
        with verbind(database_url) as eigenaar:
            van_deventer = tel(eigenaar, gevuld, "organisatie = 'deventer'")
            van_anderen = tel(eigenaar, gevuld, "organisatie <> 'deventer'")
        assert [tabel for tabel, rijen_ in van_deventer.items() if not rijen_] == []
        assert zichtbaar(database_url, gevuld, **wie()) == van_deventer
        assert zichtbaar(database_url, gevuld, **wie("weert")) == van_anderen
        niets = dict.fromkeys(gevuld, 0)
        assert zichtbaar(database_url, gevuld) == niets
        assert zichtbaar(database_url, gevuld, bereik="organisatie", gemeenten="GM0150") == niets

    def test_bereik(self, gevuld: set[str], database_url: str) -> None:
        eigen = str(medewerker_id("participatiemakelaar"))
        gevallen: dict[str, tuple[dict[str, str], bool]] = {
            "organisatie": ({"bereik": "organisatie"}, True),
            "andere gemeente": ({"bereik": "organisatie", "gemeenten": "GM0988"}, False),
            "geen gemeente": ({"bereik": "organisatie", "gemeenten": ""}, False),
            "eigen team": ({"bereik": "team", "teams": "groeien,matchen"}, True),
            "ander team": ({"bereik": "team", "teams": "groeien"}, False),
            "deel van een naam": ({"bereik": "team", "teams": "match"}, False),
            "team en eigen": ({"bereik": "team", "medewerker": eigen}, True),
            "caseload": ({"bereik": "caseload", "medewerker": eigen}, True),
            "caseload van een ander": ({"bereik": "caseload", "teams": "matchen"}, False),
            "geen bereik": ({"bereik": "geen", "teams": "matchen"}, False),
            "onbekend bereik": ({"bereik": "alles"}, False),
        }
        alle = van_de_klant(database_url)
        for naam, (bereik, te_zien) in gevallen.items():
            zien = {tabel for tabel, rijen_ in zichtbaar(database_url, alle, **wie(**bereik)).items() if rijen_}
            assert zien == (alle if te_zien else set()), naam

    def test_voor_een_andere_organisatie_schrijven_wordt_geweigerd(self, gevuld: set[str], database_url: str) -> None:
        """Copy each visible row to the other organisation: row-level security stops it before any other rule."""
        kolommen = kolommen_van(database_url)
        redenen = geweigerd(database_url, *(_naar_weert(tabel, kolommen[tabel]) for tabel in sorted(gevuld)))
        assert [reden for reden in redenen if "row-level security" not in reden] == []

    def test_een_rij_kan_niet_naar_een_andere_organisatie(self, gevuld: set[str], database_url: str) -> None:
        tabellen_ = sorted(gevuld - alleen_toevoegen(database_url))
        redenen = geweigerd(database_url, *(f"UPDATE {t} SET organisatie = 'weert'".encode() for t in tabellen_))
        assert [reden for reden in redenen if "row-level security" not in reden] == []

    def test_een_klant_in_een_andere_gemeente_kan_niet(self, gevuld: set[str], database_url: str) -> None:
        (reden,) = geweigerd(database_url, b"UPDATE klant SET gemeente = 'GM0988'")
        assert "row-level security" in reden

    def test_wat_niet_te_zien_is_verandert_niet(self, gevuld: set[str], database_url: str) -> None:
        for tabel in ("klant", "taak", "termijn", "mutatie"):
            with als_toepassing(database_url, **wie(bereik="team", teams="groeien")) as verbinding:
                assert verbinding.execute(f"UPDATE {tabel} SET versie = 99".encode()).rowcount == 0

    def test_het_bereik_geldt_een_transactie(self, gevuld: set[str], proef: Dienst) -> None:
        """The next transaction on the same connection starts with nothing, also after a widened one."""
        actor = Actor(uuid4(), "x", "deventer", ("GM0150",), ("groeien",), frozenset({Rol.WERKCONSULENT}), "x")
        vraag = "SELECT count(*) FROM klant"
        with transactie(proef.state.sessies, actor) as sessie:
            assert sessie.connection().exec_driver_sql(vraag).scalar() == 0
            verruim(sessie)
            assert sessie.connection().exec_driver_sql(vraag).scalar() == 1
        with proef.state.engine.connect() as verbinding:
            assert verbinding.exec_driver_sql(vraag).scalar() == 0
        with transactie(proef.state.sessies, actor) as sessie:
            assert sessie.connection().exec_driver_sql(vraag).scalar() == 0


def kolommen_van(url: str) -> dict[str, list[str]]:
    """The columns of each table that may be written."""
    vraag = (
        "SELECT table_name, array_agg(column_name::text) FROM information_schema.columns "
        "WHERE table_schema = 'public' AND is_identity = 'NO' GROUP BY table_name"
    )
    return dict(rijen(url, vraag))


def _naar_weert(tabel: str, kolommen: list[str]) -> sql.Composed:
    """Copy one row with every column as it was, except whose it is."""
    waarden = [sql.Literal("weert") if naam == "organisatie" else sql.Identifier(naam) for naam in kolommen]
    return sql.SQL("INSERT INTO {0} ({1}) SELECT {2} FROM {0} LIMIT 1").format(
        sql.Identifier(tabel), sql.SQL(", ").join(map(sql.Identifier, kolommen)), sql.SQL(", ").join(waarden)
    )
