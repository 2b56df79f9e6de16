"""What is shipped: an image without root and without the embedded database, services that may write nothing."""

import importlib.util
import json
import re
from typing import Any

import pytest
import typer.main
import yaml

from app.cli import cli
from tests.steun.bron import WORTEL

DOCKERFILE = (WORTEL / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((WORTEL / "compose.yaml").read_text(encoding="utf-8"))
EIGEN = sorted(naam for naam, dienst in COMPOSE["services"].items() if "build" in dienst)


def opdrachten(woord: str) -> list[str]:
    """Instructions of the last stage of the Dockerfile."""
    laatste = DOCKERFILE.replace("\\\n", " ").rsplit("\nFROM ", 1)[1]
    return re.findall(rf"^{woord} (.+)$", laatste, re.MULTILINE)


def test_image_draait_niet_als_root() -> None:
    assert [int(gebruiker) > 0 for gebruiker in opdrachten("USER")] == [True]


def test_image_bevat_wat_er_is_en_controleert_zijn_gezondheid() -> None:
    bronnen = [opdracht.split()[0] for opdracht in opdrachten("COPY") if not opdracht.startswith("--from")]
    genegeerd = (WORTEL / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert bronnen
    assert all((WORTEL / bron).exists() and f"!{bron}" in genegeerd for bron in bronnen)
    assert "/health/live" in opdrachten("HEALTHCHECK")[0]


def test_image_krijgt_vastgelegde_pakketten_zonder_ingebedde_database() -> None:
    assert "--require-hashes" in DOCKERFILE
    assert "pixeltable" not in (WORTEL / "requirements.lock").read_text(encoding="utf-8")


def bestaat(opdracht: list[str]) -> bool:
    """Tell whether ``python -m module [command]`` names something that there is."""
    python, vlag, module, *rest = opdracht
    assert (python, vlag) == ("python", "-m")
    if module == "app.cli":
        return rest[0] in typer.main.get_command(cli).commands  # type: ignore[attr-defined]
    return not rest and importlib.util.find_spec(module) is not None


def test_startopdracht_van_de_image_bestaat() -> None:
    assert bestaat(json.loads(opdrachten("CMD")[-1]))


@pytest.mark.parametrize("naam", EIGEN)
def test_dienst_kan_niets_schrijven_en_niets_worden(naam: str) -> None:
    dienst = COMPOSE["services"][naam]
    assert dienst["read_only"] is True
    assert dienst["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in dienst["security_opt"]
    assert dienst["environment"]["IOM_MODUS"] == "productie"


def test_alleen_de_migratie_is_eigenaar_van_de_database() -> None:
    eigenaar = {
        naam for naam in EIGEN if "iom_eigenaar" in COMPOSE["services"][naam]["environment"]["IOM_DATABASE_URL"]
    }
    assert eigenaar == {"migratie"}
    assert {"api", "worker"} <= set(EIGEN)


def test_opdrachten_van_de_diensten_bestaan() -> None:
    gevraagd = [dienst["command"] for dienst in COMPOSE["services"].values() if "command" in dienst]
    assert gevraagd
    assert all(bestaat(opdracht) for opdracht in gevraagd)


def test_geen_wachtwoord_in_het_bestand() -> None:
    waarden = [str(waarde) for dienst in COMPOSE["services"].values() for waarde in dienst["environment"].items()]
    geheim = [waarde for waarde in waarden if "WACHTWOORD" in waarde]
    assert geheim
    # From the environment only: it must be given, or it is empty where nobody logs in.
    assert [waarde for waarde in geheim if ":?}" not in waarde and ":-}" not in waarde] == []
