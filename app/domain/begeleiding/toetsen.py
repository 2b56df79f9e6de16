"""The rules of individual guidance: contact in the first weeks, the agreed rhythm, and the choice of a workplace."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.begeleiding.beleid import BegeleidingBeleid
from app.domain.begeleiding.soorten import Werkplek
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

EERSTE_WEKEN = "contact_eerste_weken"
RITME = "contactritme"
_RITME = productenboek("4.3")


def termijn_eerste_weken(begin: date, contact: date, beleid: BegeleidingBeleid) -> Termijn | None:
    """Return the term in which the next contact comes, counted from the last one (DEV-DIG-030).

    None when silence is not signalled, or when it would end after the first weeks that began on ``begin``.
    """
    norm = beleid.contact_signaal_dagen
    if norm is None:
        return None
    termijn = beleidstermijn_dagen(EERSTE_WEKEN, norm.grondslag, contact, norm.waarde)
    laatste = begin + timedelta(days=beleid.eerste_weken_dagen.waarde)
    return termijn if termijn.einde <= laatste else None


def termijn_ritme(contact: date, elke_dagen: int) -> Termijn:
    """Return the term of the rhythm that was agreed with the klant (DEV-DIG-036)."""
    return beleidstermijn_dagen(RITME, _RITME, contact, elke_dagen)


def contacttaak(termijn: Termijn, rol: Rol, beleid: BegeleidingBeleid) -> TaakVoorstel:
    """Return the task that follows when a term passed without contact (DEV-DIG-030, DEV-DIG-036)."""
    return TaakVoorstel(
        soort="contact_zoeken",
        wat="Neem contact op met de klant en leg vast wat er is besproken.",
        waarom=f"Er was geen contact tot en met {datum_voluit(termijn.einde)}.",
        rol=rol,
        grondslag=termijn.grondslag,
        uiterste=tel_werkdagen(termijn.einde, beleid.opvolgen_werkdagen.waarde),
    )


def toetsen_werkplek(keuze: Werkplek, reden: str | None, beleid: BegeleidingBeleid) -> tuple[Toets, ...]:
    """Test the choice for internal, external or going on with mediation (DEV-DIG-032)."""
    mogelijk, met_reden = beleid.werkplekken, beleid.werkplek_met_reden
    namen = ", ".join(plek.replace("_", " ") for plek in mogelijk.waarde)
    zin = f"Nu is mogelijk: {namen}."
    kan = maak_toets("werkplek_mogelijk", keuze in mogelijk.waarde, mogelijk.grondslag, {"keuze": keuze}, zin)
    gemotiveerd = bool(reden) or not met_reden.waarde
    uitleg = "De keuze heeft een reden."
    return kan, maak_toets("keuze_gemotiveerd", gemotiveerd, met_reden.grondslag, {"reden": bool(reden)}, uitleg)
