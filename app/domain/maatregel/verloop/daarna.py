"""The steps after the maatregel: look again, invite again, and what misconduct leads to (DEV-MTR-516, DEV-MTR-519)."""

from __future__ import annotations

from app.domain.kern.datum import datum_voluit
from app.domain.kern.maanden import plus_maanden
from app.domain.maatregel.verloop.model import (
    Beoordeling,
    Oordeel,
    Stap,
    gedaan,
    gedaan_met,
    later,
    niet_nodig,
    volgende,
)

_GEEN_MAATREGEL = "Er is geen maatregel opgelegd."


def na_maatregel(beoordeel: Beoordeling) -> Beoordeling:
    """Judge only once a maatregel was imposed and sent; another outcome needs no such step."""

    def oordeel(s: Stap) -> Oordeel:
        besluit = s.feiten.besluit
        if besluit is not None and not besluit.maatregel:
            return niet_nodig(_GEEN_MAATREGEL)
        if besluit is None or besluit.verzonden_op is None:
            return later(s.stap.wanneer or "Eerst wordt de maatregel opgelegd.")
        return beoordeel(s)

    return oordeel


@na_maatregel
def opnieuw_uitnodigen(s: Stap) -> Oordeel:
    """Judge the new invitation for the traject (DEV-MTR-518, DEV-MTR-525)."""
    brieven = s.van("opnieuw_uitgenodigd")
    if brieven:
        return gedaan("De klant is opnieuw uitgenodigd voor het traject.", brieven)
    return volgende(s.stap.wanneer or "")


@na_maatregel
def opnieuw_afstemmen(s: Stap) -> Oordeel:
    """Judge the new zaak after a new no-show (DEV-MTR-525)."""
    if s.feiten.vervolgzaken:
        return gedaan_met("Over de nieuwe no-show is een zaak geopend.", s.feiten.vervolgzaken[-1])
    if any(opkomst.goed is False for opkomst in s.van("nieuwe_opkomst")):
        return volgende("De klant kwam weer niet.")
    return later(s.stap.wanneer or "")


@na_maatregel
def controle(s: Stap) -> Oordeel:
    """Judge the second look, a month after imposing, and the second hearing that it may ask for (DEV-MTR-516)."""
    gekeken, gehoord = s.van("controle"), s.van("opnieuw_gehoord")
    if gekeken and gekeken[-1].goed:
        return gedaan("De klant deed weer genoeg.", gekeken)
    if gehoord:
        return gedaan("De klant is opnieuw gehoord, of kwam niet.", (*gekeken, *gehoord))
    if gekeken:
        return volgende("Het was weer te weinig: hoor de klant opnieuw, per brief of per e-mail uitgenodigd.")
    dag = plus_maanden(s.opgelegd.verzonden_op or s.opgelegd.genomen_op, s.stap.na_maanden or 0)
    if s.peildatum < dag:
        return later(f"Bekijk de sollicitaties of de medewerking op {datum_voluit(dag)}.", dag)
    return volgende("De maand is om: bekijk de sollicitaties of de medewerking opnieuw.")


@na_maatregel
def recidive(s: Stap) -> Oordeel:
    """Judge the zaak on recidive: only after the second hearing or its failure (DEV-MTR-516)."""
    gekeken = s.van("controle")
    if s.feiten.vervolgzaken:
        return gedaan_met("Over de herhaling is een zaak geopend.", s.feiten.vervolgzaken[-1])
    if gekeken and gekeken[-1].goed:
        return niet_nodig("De klant deed weer genoeg.")
    if s.van("opnieuw_gehoord"):
        return volgende("De klant is opnieuw gehoord, of kwam niet. Blijft het te weinig, open dan een zaak.")
    return later(s.stap.wanneer or "")


@na_maatregel
def aangetekend_uitnodigen(s: Stap) -> Oordeel:
    """Judge the registered invitation after the maatregel is over (DEV-MTR-541)."""
    brieven = s.van("opnieuw_uitgenodigd")
    if brieven:
        return gedaan("De klant is met een aangetekende brief opnieuw uitgenodigd.", brieven)
    tot = s.opgelegd.tot
    if tot is not None and s.peildatum < tot:
        return later(f"De maatregel loopt nog; nodig de klant uit vanaf {datum_voluit(tot)}.", tot)
    return volgende(s.stap.wanneer or "")


def incident(s: Stap) -> Oordeel:
    """Judge the record of the incident (DEV-MTR-519)."""
    verslagen = s.van("incident")
    if verslagen:
        return gedaan("Het incident is vastgelegd.", verslagen)
    return volgende("Er is nog geen verslag van het incident.")


def waarschuwingsbrief(s: Stap) -> Oordeel:
    """Judge the letter of the manager (DEV-MTR-519)."""
    brieven = s.van("waarschuwingsbrief")
    if brieven:
        return gedaan("De waarschuwingsbrief is verzonden.", brieven)
    return volgende("De leidinggevende stuurt een brief.") if s.van("incident") else later("Eerst het verslag.")


def pandverbod(s: Stap) -> Oordeel:
    """Judge the pandverbod: possible, never obligatory (DEV-MTR-519)."""
    verboden = s.van("pandverbod")
    if verboden:
        return gedaan("Er is een pandverbod opgelegd.", verboden)
    return volgende("Een pandverbod kan en hoeft niet.") if s.van("incident") else later("Eerst het verslag.")
