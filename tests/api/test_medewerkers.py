"""Medewerkers over HTTP: set up by the beheerder, seen by colleagues."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id

NIEUW = "/medewerkers/0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"
INRICHTING: dict[str, Any] = {
    "naam": "N. Nieuw",
    "teams": ["groeien", "matchen"],
    "rollen": ["werkconsulent", "intaker"],
    "dariuzCertificaatOp": "2026-03-31",
}


def test_een_nieuwe_medewerker_heeft_versie_nul_gezien(dienst: Dienst) -> None:
    assert dienst.roep("PUT", NIEUW, Rol.BEHEERDER, INRICHTING).status_code == 428
    assert dienst.roep("PUT", NIEUW, Rol.BEHEERDER, INRICHTING, versie=1).status_code == 412
    gemaakt = dienst.roep("PUT", NIEUW, Rol.BEHEERDER, INRICHTING, versie=0)
    assert (gemaakt.status_code, gemaakt.headers["ETag"]) == (200, '"1"')
    assert gemaakt.json()["rollen"] == ["intaker", "werkconsulent"]
    assert dienst.doe("GET", NIEUW, Rol.TEAMLEIDER) == gemaakt.json()


def test_inrichten_vervangt_wat_er_stond(dienst: Dienst) -> None:
    dienst.doe("PUT", NIEUW, Rol.BEHEERDER, INRICHTING, versie=0)
    assert dienst.roep("PUT", NIEUW, Rol.BEHEERDER, INRICHTING, versie=0).status_code == 412
    vertrokken = {"naam": "N. Nieuw", "rollen": ["intaker"], "actief": False}
    gewijzigd = dienst.doe("PUT", NIEUW, Rol.BEHEERDER, vertrokken, versie=1)
    assert (gewijzigd["teams"], gewijzigd["dariuzCertificaatOp"], gewijzigd["actief"]) == ([], None, False)
    assert gewijzigd["versie"] == 2


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        pytest.param("dariuzCertificaatOp", "2026-04-01", id="certificaat-van-morgen"),
        pytest.param("rollen", [], id="zonder-rol"),
        pytest.param("rollen", ["baas"], id="onbekende-rol"),
        pytest.param("teams", ["Matchen!"], id="vreemde-teamnaam"),
        pytest.param("naam", "", id="zonder-naam"),
    ],
)
def test_verkeerde_inrichting_noemt_het_veld(dienst: Dienst, veld: str, waarde: object) -> None:
    antwoord = dienst.roep("PUT", NIEUW, Rol.BEHEERDER, INRICHTING | {veld: waarde}, versie=0)
    assert antwoord.status_code == 400
    assert {fout["veld"].split(".")[0] for fout in antwoord.json()["fouten"]} == {veld}
    assert dienst.roep("GET", NIEUW, Rol.BEHEERDER).status_code == 404


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEHEERDER])
def test_alleen_de_beheerder_richt_in(dienst: Dienst, rol: Rol) -> None:
    assert dienst.roep("PUT", NIEUW, rol, INRICHTING, versie=0).status_code == 403
    gelezen = dienst.roep("GET", f"/medewerkers/{medewerker_id(Rol.INTAKER)}", rol)
    assert gelezen.status_code == (403 if rol is Rol.KOPPELING else 200)


def test_bladeren_op_naam_binnen_de_eigen_organisatie(dienst: Dienst) -> None:
    namen, na = [], ""
    while na is not None:
        bladzijde = dienst.doe("GET", f"/medewerkers?aantal=7{na and f'&na={na}'}", Rol.TEAMLEIDER)
        namen += [medewerker["naam"] for medewerker in bladzijde["medewerkers"]]
        na = bladzijde["volgende"]
    assert namen == sorted(f"{rol} {nummer}" for rol in Rol for nummer in (1, 2))
    vreemd = f"/medewerkers/{medewerker_id(Rol.INTAKER, 'weert')}"
    assert dienst.roep("GET", vreemd, Rol.TEAMLEIDER).status_code == 404
    assert dienst.roep("PUT", vreemd, Rol.BEHEERDER, INRICHTING, versie=0).status_code == 409
