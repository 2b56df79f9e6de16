"""The command line: tokens, employees, and messages where a traceback would not help."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app import cli
from app.db.sessie import maak_engine, maak_sessies
from app.demo.medewerkers import MEDEWERKERS, richt_in, zoek
from app.domain.kern.rollen import Rol
from app.identiteit.controle import Tokencontrole
from app.identiteit.sleutels import VasteSleutels
from app.klok import SysteemKlok
from app.opstart import ontwikkelinstellingen, ontwikkeluitgever
from tests.steun.bron import WORTEL
from tests.steun.kijk import aantal, rijen
from tests.steun.sjabloon import Testserver


def roep(*argumenten: str) -> Result:
    return CliRunner().invoke(cli.cli, list(argumenten))


class TestToken:
    @pytest.mark.parametrize(
        ("rol", "gebruiker", "naam", "rollen"),
        [
            *[pytest.param(rol.value, "", None, {rol}, id=rol.value) for rol in Rol],
            pytest.param("toetser", "visser", "Henk Visser", {Rol.TOETSER}, id="rol-van-een-bepaalde-medewerker"),
            pytest.param("", "Henk", "Henk Visser", {Rol.TOETSER, Rol.INKOMENSCONSULENT}, id="alle-eigen-rollen"),
        ],
    )
    def test_alleen_een_token_dat_de_dienst_aanneemt(
        self, tmp_path: Path, rol: str, gebruiker: str, naam: str | None, rollen: set[Rol]
    ) -> None:
        uitkomst = roep("token", "--rol", rol, "--gebruiker", gebruiker, "--werkmap", str(tmp_path))
        assert (uitkomst.exit_code, uitkomst.stderr, uitkomst.stdout.count("\n")) == (0, "", 1)
        settings = ontwikkelinstellingen()
        bron = VasteSleutels(ontwikkeluitgever(tmp_path, settings).jwks(), ontwikkeling=True)
        controle = Tokencontrole(bron, settings.uitgever, settings.doelgroep, SysteemKlok())
        actor = controle.controleer(uitkomst.stdout.strip())
        assert actor.rollen == rollen
        assert (actor.organisatie, actor.gemeenten) == ("deventer", ("GM0150",))
        assert naam in (None, actor.naam)
        assert next(c for c in MEDEWERKERS if c.id == actor.medewerker_id).teams == actor.teams

    def test_zonder_rol_een_lijst_naast_de_uitvoer(self) -> None:
        uitkomst = roep("token")
        assert (uitkomst.exit_code, uitkomst.stdout) == (0, "")
        assert all(collega.naam in uitkomst.stderr for collega in MEDEWERKERS)
        assert all(rol.value in uitkomst.stderr for rol in Rol)

    @pytest.mark.parametrize(
        ("rol", "gebruiker"),
        [
            pytest.param("baas", "", id="onbekende-rol"),
            pytest.param("", "Niemand", id="onbekende-medewerker"),
            pytest.param("fg", "Henk", id="medewerker-zonder-die-rol"),
        ],
    )
    def test_niemand_gevonden(self, tmp_path: Path, rol: str, gebruiker: str) -> None:
        with pytest.raises(SystemExit, match="Anja Bakker"):
            cli.token(rol, gebruiker, tmp_path)


class TestMedewerkers:
    def test_elke_rol_heeft_iemand_en_iedereen_een_eigen_nummer(self) -> None:
        assert {rol for collega in MEDEWERKERS for rol in collega.rollen} == set(Rol)
        assert Counter(c.id for c in MEDEWERKERS).most_common(1)[0][1] == 1
        assert all(zoek(naam=collega.naam) is collega for collega in MEDEWERKERS)

    def test_inrichten_kan_vaker(self, schone_database: str) -> None:
        engine = maak_engine(schone_database, 1)
        for _ in range(2):
            richt_in(maak_sessies(engine))
        rijen(schone_database, "UPDATE medewerker SET naam = 'Anders' WHERE naam = 'Anja Bakker' RETURNING 1")
        richt_in(maak_sessies(engine))
        engine.dispose()
        assert (aantal(schone_database, "organisatie"), aantal(schone_database, "medewerker")) == (1, len(MEDEWERKERS))
        assert aantal(schone_database, "medewerker", "naam = 'Anders'") == 1


class TestMigreren:
    def test_zonder_adres(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for naam in ("IOM_DATABASE_URL", "DATABASE_URL"):
            monkeypatch.delenv(naam, raising=False)
        uitkomst = roep("migreren")
        assert uitkomst.exit_code == 1
        assert "IOM_DATABASE_URL" in str(uitkomst.exception) + uitkomst.stderr

    @pytest.mark.parametrize("naam", ["IOM_DATABASE_URL", "DATABASE_URL"])
    def test_een_lege_database(self, testserver: Testserver, monkeypatch: pytest.MonkeyPatch, naam: str) -> None:
        monkeypatch.delenv("IOM_DATABASE_URL", raising=False)
        with testserver.database(leeg=True) as url:
            monkeypatch.setenv(naam, url)
            assert roep("migreren").exit_code == 0
            assert aantal(url, "klant") == 0

    @pytest.mark.parametrize(
        ("url", "melding"),
        [
            pytest.param("iets", "geen adres", id="geen-adres"),
            pytest.param("postgresql+psycopg://x:geheim@127.0.0.1:1/x", "niet te migreren", id="onbereikbaar"),
        ],
    )
    def test_een_verkeerd_adres(self, monkeypatch: pytest.MonkeyPatch, url: str, melding: str) -> None:
        monkeypatch.setenv("IOM_DATABASE_URL", url)
        uitkomst = roep("migreren")
        tekst = str(uitkomst.exception) + uitkomst.stderr
        assert (uitkomst.exit_code, melding in tekst, "geheim" in tekst) == (1, True, False)


def test_het_contract_hangt_niet_van_de_omgeving_af(monkeypatch: pytest.MonkeyPatch) -> None:
    voor = (WORTEL / "openapi" / "openapi.json").read_text(encoding="utf-8")
    monkeypatch.setenv("IOM_API_URL", "https://elders.example/v1")
    assert cli.contract() == voor
