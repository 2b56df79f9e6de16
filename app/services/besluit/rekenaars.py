"""Rekenaars: per kind of besluit the pure function that decides, for deciding now and for replaying later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from app.domain.aanvraag import beslissing as aanvraag
from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.feiten import AanvraagFeiten
from app.domain.beleid.model import Waarde
from app.domain.beschutwerk import plek as beschutwerkplek
from app.domain.beschutwerk.beleid import BeschutWerkBeleid
from app.domain.beschutwerk.beslissing import Vaststelling, stel_vast
from app.domain.beschutwerk.beslissing import in_de_weg as beschut_in_de_weg
from app.domain.beschutwerk.feiten import VaststellingFeiten
from app.domain.besluit.bekendmaking import Rechtsmiddel
from app.domain.bezwaar import beslissing as bezwaar
from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.bezwaar.beslissing import Bezwaarbeslissing, beslis_bezwaar
from app.domain.bezwaar.feiten import BezwaarFeiten
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.intrekking import (
    IntrekkingBeslissing,
    IntrekkingFeiten,
    belemmeringen_intrekking,
    beslis_intrekking,
    waarden_intrekking,
)
from app.domain.blokkering.opschorting import (
    OpschortingBeslissing,
    OpschortingFeiten,
    belemmeringen_opschorting,
    beslis_opschorting,
    waarden_opschorting,
)
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.beslissing import Beslissing, beslis, gebruikte_waarden, in_de_weg
from app.domain.maatregel.feiten import ZaakFeiten
from app.domain.maatregel.herziening import beslissing as herziening
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.maatregel.herziening.beslissing import Herzieningsbeslissing, beslis_herziening
from app.domain.maatregel.herziening.feiten import HerzieningFeiten
from app.domain.nugger import beslissing as nugger
from app.domain.nugger.beleid import NuggerBeleid
from app.domain.nugger.feiten import NuggerFeiten
from app.domain.taaleis import beslissing as taaleis
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.feiten import TaaleisFeiten
from app.services.besluit.lksrekenaars import LKSREKENAARS
from app.services.besluit.rekenaar import Rekenaar
from app.services.besluit.subsidierekenaars import EINDREKENAARS, SUBSIDIEREKENAARS
from app.services.besluit.voorzieningrekenaars import VOORZIENINGREKENAARS

MAATREGEL: Final = "maatregel"
NUGGER: Final = "nugger_ondersteuning"
AANVRAAG: Final = "aanvraag"
HERZIENING: Final = "herziening"
BEZWAAR: Final = "bezwaar"
OPSCHORTING: Final = "opschorting"
INTREKKING: Final = "intrekking_uitkering"
TAALEIS: Final = "taaleis"
BESCHUT_WERK: Final = "beschut_werk"
BESCHUT_WERK_PLEK: Final = "beschut_werk_plek"
VOORLEGGEN: Final = "voorleggen"
STOPT_BETALING: Final = frozenset({OPSCHORTING, INTREKKING})
"""Besluiten that hold or end the payment without an amount: taking one back undoes that."""


def _ingang(beslissing: Beslissing) -> date | None:
    verlaging = beslissing.verlaging
    return None if verlaging is None else verlaging.verzenden_voor or verlaging.van


def _bedragen(beslissing: Beslissing) -> Sequence[tuple[date, int]]:
    return [(regel.maand, regel.bedrag) for regel in (beslissing.verlaging.bedragen if beslissing.verlaging else ())]


def _regels(beslissing: Herzieningsbeslissing | Bezwaarbeslissing) -> Sequence[tuple[date, int]]:
    return [(regel.maand, regel.bedrag) for regel in beslissing.bedragen]


def _taalbedragen(beslissing: taaleis.Beslissing) -> Sequence[tuple[date, int]]:
    """Return what a verlaging takes, or what stays of it when it ends."""
    verlaging, einde = beslissing.verlaging, beslissing.einde
    regels = verlaging.bedragen if verlaging else einde.bedragen if einde else ()
    return [(regel.maand, regel.bedrag) for regel in regels]


_MetBezwaar = (
    MaatregelBeleid
    | NuggerBeleid
    | AanvraagBeleid
    | HerzieningBeleid
    | BlokkeringBeleid
    | TaaleisBeleid
    | BeschutWerkBeleid
)


def _bezwaar_weken(beleid: _MetBezwaar) -> Waarde[int]:
    return beleid.bezwaartermijn_weken


REKENAARS: Final[Mapping[str, Rekenaar]] = {
    MAATREGEL: Rekenaar(
        feiten=ZaakFeiten,
        beleid=MaatregelBeleid,
        beslissing=Beslissing,
        beslis=beslis,
        in_de_weg=in_de_weg,
        waarden=gebruikte_waarden,
        ingang=_ingang,
        bezwaar_weken=_bezwaar_weken,
        bedragen=_bedragen,
    ),
    AANVRAAG: Rekenaar(
        feiten=AanvraagFeiten,
        beleid=AanvraagBeleid,
        beslissing=aanvraag.Beslissing,
        beslis=aanvraag.beslis,
        in_de_weg=aanvraag.in_de_weg,
        waarden=aanvraag.gebruikte_waarden,
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    BESCHUT_WERK: Rekenaar(
        feiten=VaststellingFeiten,
        beleid=BeschutWerkBeleid,
        beslissing=Vaststelling,
        beslis=stel_vast,
        in_de_weg=beschut_in_de_weg,
        waarden=lambda *_: (),
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    BESCHUT_WERK_PLEK: Rekenaar(
        feiten=beschutwerkplek.PlekFeiten,
        beleid=BeschutWerkBeleid,
        beslissing=beschutwerkplek.Plekbeslissing,
        beslis=beschutwerkplek.beslis_plek,
        in_de_weg=beschutwerkplek.plek_in_de_weg,
        waarden=beschutwerkplek.gebruikte_waarden,
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    BEZWAAR: Rekenaar(
        feiten=BezwaarFeiten,
        beleid=BezwaarBeleid,
        beslissing=Bezwaarbeslissing,
        beslis=beslis_bezwaar,
        in_de_weg=bezwaar.in_de_weg,
        waarden=lambda *_: ("beroepstermijn_weken",),
        ingang=lambda _: None,
        bezwaar_weken=lambda beleid: beleid.beroepstermijn_weken,
        bedragen=_regels,
        rechtsmiddel=Rechtsmiddel.BEROEP,
    ),
    HERZIENING: Rekenaar(
        feiten=HerzieningFeiten,
        beleid=HerzieningBeleid,
        beslissing=Herzieningsbeslissing,
        beslis=beslis_herziening,
        in_de_weg=herziening.in_de_weg,
        waarden=lambda *_: ("bezwaartermijn_weken",),
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
        bedragen=_regels,
    ),
    OPSCHORTING: Rekenaar(
        feiten=OpschortingFeiten,
        beleid=BlokkeringBeleid,
        beslissing=OpschortingBeslissing,
        beslis=beslis_opschorting,
        in_de_weg=belemmeringen_opschorting,
        waarden=waarden_opschorting,
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    INTREKKING: Rekenaar(
        feiten=IntrekkingFeiten,
        beleid=BlokkeringBeleid,
        beslissing=IntrekkingBeslissing,
        beslis=beslis_intrekking,
        in_de_weg=belemmeringen_intrekking,
        waarden=waarden_intrekking,
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    NUGGER: Rekenaar(
        feiten=NuggerFeiten,
        beleid=NuggerBeleid,
        beslissing=nugger.Beslissing,
        beslis=nugger.beslis,
        in_de_weg=nugger.in_de_weg,
        waarden=nugger.gebruikte_waarden,
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    TAALEIS: Rekenaar(
        feiten=TaaleisFeiten,
        beleid=TaaleisBeleid,
        beslissing=taaleis.Beslissing,
        beslis=taaleis.beslis,
        in_de_weg=taaleis.in_de_weg,
        waarden=taaleis.gebruikte_waarden,
        ingang=lambda beslissing: beslissing.verlaging.van if beslissing.verlaging else None,
        bezwaar_weken=_bezwaar_weken,
        bedragen=_taalbedragen,
    ),
    **VOORZIENINGREKENAARS,
    **SUBSIDIEREKENAARS,
    **EINDREKENAARS,
    **LKSREKENAARS,
}
