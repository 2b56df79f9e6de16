"""Waardeklasse: what kind of value stands where another is wanted, told without the value itself."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Waardeklasse(StrEnum):
    """What is wrong with a value; the member reads as a sentence would."""

    LEGE_WAARDE = "lege_waarde"
    ONTBREEKT = "ontbreekt"
    TEKST_WAAR_EEN_GETAL_HOORT = "tekst_waar_een_getal_hoort"
    GEEN_GEHEEL_GETAL = "geen_geheel_getal"
    GETAL_BUITEN_BEREIK = "getal_buiten_bereik"
    DATUM_DIE_NIET_BESTAAT = "datum_die_niet_bestaat"
    DATUM_IN_DE_TOEKOMST = "datum_in_de_toekomst"
    DATUM_VOOR_DE_GEBOORTE = "datum_voor_de_geboorte"
    BSN_DAT_NIET_KLOPT = "bsn_dat_niet_klopt"
    WAARDE_NIET_IN_DE_LIJST = "waarde_niet_in_de_lijst"
    ONBEKEND_VELD = "onbekend_veld"
    TE_LANG = "te_lang"
    TE_VEEL = "te_veel"
    DUBBEL = "dubbel"
    VERKEERDE_SOORT = "verkeerde_soort"
    VERBODEN_TEKEN = "verboden_teken"
    FORMULE = "formule"
    ONLEESBAAR_TEKEN = "onleesbaar_teken"
    ONLEESBARE_JSON = "onleesbare_json"
    VERKEERD_AANTAL_KOLOMMEN = "verkeerd_aantal_kolommen"
    UITSLAG_OF_REDEN = "uitslag_of_reden"
    PERSOON_ONBEKEND = "persoon_onbekend"
    GEBOORTEDATUM_WIJKT_AF = "geboortedatum_wijkt_af"
    KENMERK_VAN_EEN_ANDER = "kenmerk_van_een_ander"
    WAARDE_KLOPT_NIET = "waarde_klopt_niet"


class Rijfout(BaseModel):
    """One fault of a record: in which field and column, what kind of value stands there, and what would be right.

    ``veld`` is the path in our own schema, empty for the record as a whole; ``kolom`` the name in the file.
    """

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={"description": "Wat er mis is aan een record: het veld, de kolom, en wat er moet staan."},
    )

    veld: str
    klasse: Waardeklasse
    melding: str
    kolom: str | None = None
