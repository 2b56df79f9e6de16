from dataclasses import FrozenInstanceError
from uuid import UUID

import pytest

from app.domain.kern.rollen import BEREIK, Actor, Bereik, Rol, bereik_van


def _actor(*rollen: Rol) -> Actor:
    return Actor(
        medewerker_id=UUID("0199b1a0-0000-7000-8000-000000000001"),
        naam="S. de Vries",
        organisatie="deventer",
        gemeenten=("GM0150",),
        teams=("werk-1",),
        rollen=frozenset(rollen),
        client="consulentenportaal",
    )


def test_elke_rol_heeft_een_bereik() -> None:
    assert set(BEREIK) == set(Rol)


@pytest.mark.parametrize(
    ("rollen", "bereik"),
    [
        pytest.param([], Bereik.GEEN, id="geen-rol-ziet-niemand"),
        pytest.param([Rol.BEHEERDER], Bereik.GEEN, id="beheerder-ziet-niemand"),
        pytest.param([Rol.BELEIDSMEDEWERKER], Bereik.GEEN, id="beleidsmedewerker-ziet-niemand"),
        pytest.param([Rol.PARTICIPATIEMAKELAAR], Bereik.CASELOAD, id="participatiemakelaar-eigen-caseload"),
        pytest.param([Rol.WERKCONSULENT], Bereik.TEAM, id="werkconsulent-team"),
        pytest.param([Rol.TEAMLEIDER], Bereik.TEAM, id="teamleider-team"),
        pytest.param([Rol.TOETSER], Bereik.ORGANISATIE, id="toetser-organisatie"),
        pytest.param([Rol.BEHEERDER, Rol.PARTICIPATIEMAKELAAR], Bereik.CASELOAD, id="breedste-boven-geen"),
        pytest.param([Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR], Bereik.TEAM, id="breedste-boven-caseload"),
        pytest.param([Rol.INTAKER, Rol.WERKCONSULENT], Bereik.ORGANISATIE, id="breedste-boven-team"),
    ],
)
def test_bereik_is_het_breedste(rollen: list[Rol], bereik: Bereik) -> None:
    assert bereik_van(rollen) is bereik
    assert _actor(*rollen).bereik is bereik


def test_heeft_is_een_van_de_gevraagde() -> None:
    actor = _actor(Rol.INTAKER)
    assert actor.heeft(Rol.INTAKER, Rol.TOETSER)
    assert not actor.heeft(Rol.TOETSER)
    assert not actor.heeft()


def test_actor_staat_vast() -> None:
    with pytest.raises(FrozenInstanceError):
        _actor(Rol.INTAKER).organisatie = "zwolle"  # type: ignore[misc]
