"""Documents in the zaak: pdf only, of a bounded size, with the channel by which they came."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets

_INLEVEREN: Final = productenboek("2.2.2")
_BEGIN, _EINDE, _RUIMTE = b"%PDF-", b"%%EOF", 1024
_MEGABYTE = 1_048_576


class Ontvangstkanaal(StrEnum):
    """How a document came in (DEV-AAN-020); mail is preferred."""

    MAIL = "mail"
    BALIE = "balie"
    POST = "post"
    BRIEVENBUS = "brievenbus"


class Scanner(StrEnum):
    """Who added a document to the zaak (DEV-AAN-008)."""

    SCANSTRAAT = "scanstraat"
    IC = "ic"


class Documentsoort(StrEnum):
    """What a document is; the report asks for some of these (DEV-AAN-021)."""

    BEWIJSSTUK = "bewijsstuk"
    AANVRAAGFORMULIER = "aanvraagformulier"
    INWONERS_OP_ADRES = "inwoners_op_adres"
    SALARISSPECIFICATIE = "salarisspecificatie"
    PLAN_VAN_AANPAK = "plan_van_aanpak"
    INTREKKING = "intrekking"
    OVERIG = "overig"


def toets_pdf(inhoud: bytes) -> Toets:
    """Ask for a pdf by what is in the file, whatever it is called (DEV-AAN-020)."""
    is_pdf = _BEGIN in inhoud[:_RUIMTE] and _EINDE in inhoud[-_RUIMTE:]
    zin = "Lever het document als pdf in; een foto of een ander bestand kan niet worden aangenomen."
    return maak_toets("document_is_pdf", is_pdf, _INLEVEREN, {"bytes": len(inhoud)}, zin)


def toets_omvang(omvang: int, beleid: AanvraagBeleid) -> Toets:
    """Ask for a document of at most the size of the policy."""
    grens = beleid.upload_maximum_megabyte
    zin = f"Een document is ten hoogste {grens.waarde} MB; splits een groter document."
    return maak_toets("document_niet_te_groot", omvang <= grens.waarde * _MEGABYTE, grens.grondslag, {}, zin)


def toets_maand(soort: Documentsoort, maand: date | None) -> Toets:
    """Ask for the month of a salary specification (DEV-AAN-021)."""
    klopt = soort is not Documentsoort.SALARISSPECIFICATIE or maand is not None
    zin = "Geef bij een salarisspecificatie de maand waarover zij gaat."
    return maak_toets("maand_bekend", klopt, _INLEVEREN, {"soort": soort.value}, zin)
