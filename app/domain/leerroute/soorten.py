"""Kinds and states of the werk-leerroute."""

from __future__ import annotations

from enum import StrEnum


class Leerroutestand(StrEnum):
    """How somebody stands in a route."""

    LOPEND = "lopend"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"
    VERVALLEN = "vervallen"


class Leeronderdeel(StrEnum):
    """The five components in which progress is recorded (DEV-WLR-904)."""

    WERKERVARING = "werkervaring"
    WERKOPDRACHTEN = "werkopdrachten"
    PRAKTIJKOPDRACHTEN = "praktijkopdrachten"
    VAKVAARDIGHEDEN = "vakvaardigheden"
    WERKNEMERSVAARDIGHEDEN = "werknemersvaardigheden"


class Leeropdrachtsoort(StrEnum):
    """The kinds of assignment; a praktijkverklaring rests on the second (DEV-WLR-002)."""

    WERKOPDRACHT = "werkopdracht"
    PRAKTIJKOPDRACHT = "praktijkopdracht"


class Leerresultaat(StrEnum):
    """What came of an assignment; one that was given by mistake counts no more."""

    OPEN = "open"
    BEHAALD = "behaald"
    NIET_BEHAALD = "niet_behaald"
    VERVALLEN = "vervallen"


class Leerroutebewijs(StrEnum):
    """What somebody gets who completed a route (DEV-WLR-906)."""

    DEELNAME = "bewijs_van_deelname"
    PRAKTIJKVERKLARING = "praktijkverklaring"
