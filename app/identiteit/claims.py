"""From verified claims to an actor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain.kern.rollen import Actor, Rol
from app.identiteit.fouten import TokenGeweigerd

_ROLLEN = {rol.value: rol for rol in Rol}
_GEMEENTE = re.compile(r"GM[0-9]{4}")
_MAX_LENGTE = 200


def actor_uit(claims: Mapping[str, Any]) -> Actor:
    """Read who acts. Unknown scopes are ignored; without a known one the actor has no role and every right is refused.

    ``sub`` (a UUID), ``naam`` or ``name``, ``organisatie`` and ``gemeenten`` are needed, ``teams`` may be absent.
    TokenGeweigerd names the claim that is missing or wrong.
    """
    gemeenten = _lijst(claims, "gemeenten")
    if not all(_GEMEENTE.fullmatch(code) for code in gemeenten):
        raise TokenGeweigerd("claim_ontbreekt", "gemeenten")
    return Actor(
        medewerker_id=_uuid(claims, "sub"),
        naam=_tekst(claims, "naam" if "naam" in claims else "name"),
        organisatie=_tekst(claims, "organisatie"),
        gemeenten=gemeenten,
        teams=_lijst(claims, "teams") if "teams" in claims else (),
        rollen=_rollen(claims.get("scope")),
        client=_tekst(claims, "azp"),
    )


def _rollen(scope: object) -> frozenset[Rol]:
    woorden = scope.split(" ") if isinstance(scope, str) else []
    return frozenset(_ROLLEN[woord] for woord in woorden if woord in _ROLLEN)


def _uuid(claims: Mapping[str, Any], naam: str) -> UUID:
    try:
        return UUID(_tekst(claims, naam))
    except ValueError:
        raise TokenGeweigerd("claim_ontbreekt", naam) from None


def _tekst(claims: Mapping[str, Any], naam: str) -> str:
    waarde = claims.get(naam)
    if not _is_tekst(waarde):
        raise TokenGeweigerd("claim_ontbreekt", naam)
    return str(waarde)


def _lijst(claims: Mapping[str, Any], naam: str) -> tuple[str, ...]:
    waarde = claims.get(naam)
    if not isinstance(waarde, list) or not all(_is_tekst(deel) for deel in waarde):
        raise TokenGeweigerd("claim_ontbreekt", naam)
    return tuple(dict.fromkeys(waarde))


def _is_tekst(waarde: object) -> bool:
    return isinstance(waarde, str) and 0 < len(waarde.strip()) <= _MAX_LENGTE and waarde.isprintable()
