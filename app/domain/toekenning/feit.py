"""The kinds of things that happen to a voorziening."""

from __future__ import annotations

from enum import StrEnum


class Toekenningfeitsoort(StrEnum):
    """What happened; each can be withdrawn when it was recorded wrongly."""

    START = "start"
    VOORTGANG = "voortgang"
    NO_SHOW = "no_show"
    EVALUATIE = "evaluatie"
    KOSTENVORDERING = "kostenvordering"
    VOORWAARDEN_2017 = "voorwaarden_2017"
    AFRONDING = "afronding"
