"""The kinds of gebeurtenis of the organisation: policy, campaigns, requests, partners and the makelaar."""

from __future__ import annotations

from enum import StrEnum


class Organisatiesoort(StrEnum):
    """Name of a gebeurtenis; part of the contract, so a name never changes its meaning."""

    BELEID_VASTGESTELD = "beleid.vastgesteld"
    BELEID_VERVOLGD = "beleid.vervolgd"
    BELEID_VASTSTELLING_INGETROKKEN = "beleid.vaststelling_ingetrokken"
    KLANTVERZOEK_ONTVANGEN = "klantverzoek.ontvangen"
    KLANTVERZOEK_BIJGEWERKT = "klantverzoek.bijgewerkt"
    CAMPAGNE_GEPLAND = "campagne.gepland"
    CAMPAGNE_BEGONNEN = "campagne.begonnen"
    CAMPAGNE_VERZONDEN = "campagne.verzonden"
    CAMPAGNE_INGETROKKEN = "campagne.ingetrokken"
    EXTERN_GEMELD = "externe_registratie.gemeld"
    WERKGROEPCONTACT_VASTGELEGD = "werkgroepcontact.vastgelegd"
    MAKELAAR_INGEZET = "makelaarverwijzing.gemaakt"
    MAKELAAR_BIJGEWERKT = "makelaarverwijzing.bijgewerkt"
    MAKELAAR_VERLENGD = "makelaarverwijzing.verlengd"
    MAKELAAR_OVERGEDRAGEN = "makelaarverwijzing.overgedragen"
    MAKELAAR_TERUGGEKOPPELD = "makelaarverwijzing.teruggekoppeld"
    MAKELAAR_GESLOTEN = "makelaarverwijzing.gesloten"
    MAKELAAR_INGETROKKEN = "makelaarverwijzing.ingetrokken"
    MAKELAAR_BERICHT = "makelaarverwijzing.bericht_ontvangen"
    GESPREK_AFGEROND = "gesprek.afgerond"
