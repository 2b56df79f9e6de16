"""Why a token is refused. Codes are stable, messages Dutch; neither ever holds a part of the token."""

from __future__ import annotations

MELDINGEN = {
    "token_ontbreekt": "Stuur een toegangstoken mee in de Authorization-kop (Bearer).",
    "token_in_adres": "Een toegangstoken hoort in de Authorization-kop, niet in het adres.",
    "token_misvormd": "Het toegangstoken is geen leesbaar ondertekend JWT.",
    "algoritme_geweigerd": "Het toegangstoken is niet met een toegestaan algoritme ondertekend.",
    "sleutel_onbekend": "De sleutel van het toegangstoken is niet bekend bij deze dienst.",
    "handtekening_ongeldig": "De handtekening van het toegangstoken klopt niet.",
    "claims_onleesbaar": "De inhoud van het toegangstoken is niet leesbaar.",
    "claim_ontbreekt": "Het toegangstoken mist een verplichte claim of de waarde klopt niet.",
    "uitgever_onbekend": "Het toegangstoken komt niet van de uitgever die deze dienst vertrouwt.",
    "doelgroep_onjuist": "Het toegangstoken is niet voor deze dienst bedoeld.",
    "token_verlopen": "Het toegangstoken is verlopen.",
    "token_nog_niet_geldig": "Het toegangstoken is nog niet geldig.",
}


class TokenGeweigerd(Exception):
    """The token does not prove who this is; ``claim`` names the claim that is wrong, never its value."""

    def __init__(self, code: str, claim: str | None = None) -> None:
        melding = MELDINGEN[code]
        self.melding = f"{melding[:-1]}: {claim}." if claim else melding
        super().__init__(self.melding)
        self.code = code


class SleutelOnbekend(TokenGeweigerd):
    """No known key has this kid; a fresh key set may have it."""

    def __init__(self) -> None:
        super().__init__("sleutel_onbekend")


class SleutelsOnbereikbaar(Exception):
    """The issuer's keys have never been fetched, so that no token can be judged now."""


class OntwikkelsleutelGeweigerd(Exception):
    """A development key was offered where only production keys are trusted."""
