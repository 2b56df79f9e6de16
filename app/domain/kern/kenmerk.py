"""Kenmerk: a marker on a klant that changes the route, the instrument or the questions; Spoedzaak: what cannot wait."""

from enum import StrEnum


class Kenmerk(StrEnum):
    """The markers of the handbook (DEV-AMB-005, DEV-DIA-002, DEV-KGR-019, DEV-KGR-020, DEV-JON-003)."""

    STATUSHOUDER = "statushouder"
    DAK_THUISLOOS = "dak_thuisloos"
    EX_GEDETINEERD = "ex_gedetineerd"
    VSO_PRO = "vso_pro"
    LVB = "lvb"
    LKS = "lks"
    INDICATIE_BANENAFSPRAAK = "indicatie_banenafspraak"
    BESCHUT_WERK = "beschut_werk"
    WSW = "wsw"
    PARTTIMER_STRUCTUREEL = "parttimer_structureel"
    ALLEENSTAANDE_OUDER = "alleenstaande_ouder"
    BEROEP_OP_ZORGPLICHT = "beroep_op_zorgplicht"
    VEILIGHEIDSRISICO = "veiligheidsrisico"
    NIET_WILLER = "niet_willer"
    WAJONG_AFGEWEZEN = "wajong_afgewezen"
    KWETSBARE_JONGERE = "kwetsbare_jongere"


class Spoedzaak(StrEnum):
    """An urgent matter from the screening, which comes first in the ambitiegesprek (DEV-AMB-006)."""

    BROODNOOD = "broodnood"
    DREIGENDE_UITHUISZETTING = "dreigende_uithuiszetting"
    SCHULDEN = "schulden"
