"""Centrumgemeente: who has no address and stays in a gemeente around (DEV-DOE-006)."""

from __future__ import annotations

from app.domain.doelgroep.beleid import DoelgroepBeleid, Route
from app.domain.doelgroep.bijzonder import Adresopgave, Centrumgemeente, adrespatroon
from app.domain.doelgroep.feit import Achtergrond, Gevolg, informeertaken
from app.domain.kern.bouw import maak_toets
from app.domain.kern.toets import Toets


def gevolg_centrumgemeente(feit: Centrumgemeente, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Keep the decision; as long as the other gemeente has not been told, somebody must (DEV-DOE-006)."""
    verteld = feit.geinformeerd_op is not None
    volledig = verteld is (feit.contactpersoon is not None)
    zin = "Bij het informeren staan de dag en de contactpersoon."
    gemeenten = beleid.regiogemeenten
    return Gevolg(
        voorwaarden=(
            toets_regiogemeente(feit.gemeente_verblijf, beleid),
            maak_toets("informeren_volledig", volledig, gemeenten.grondslag, {}, zin),
        ),
        taken=() if verteld else tuple(informeertaken([Route.CENTRUMGEMEENTE], rond.vandaag, beleid)),
        klaar=("centrumgemeente_informeren",),
        uitkomst="ambitiegesprek" if feit.ambitiegesprek else "geen_ambitiegesprek",
    )


def toets_regiogemeente(gemeente: str, beleid: DoelgroepBeleid) -> Toets:
    """Test that a gemeente belongs to the region of this centrumgemeente."""
    regio = beleid.regiogemeenten
    zin = f"Dit is een van de gemeenten waarvoor wij centrumgemeente zijn: {', '.join(regio.waarde)}."
    return maak_toets("regiogemeente", gemeente in regio.waarde, regio.grondslag, {"gemeente": gemeente}, zin)


def toets_sluiten_centrumgemeente(rond: Achtergrond, beleid: DoelgroepBeleid) -> Toets:
    """Test before a screening is closed that the decision is there and the other gemeente knows (DEV-DOE-006)."""
    opgave, besluit = rond.laatste(Adresopgave), rond.laatste(Centrumgemeente)
    geldt = opgave is not None and opgave.verblijfsgemeente in beleid.regiogemeenten.waarde
    geldt = geldt and opgave is not None and adrespatroon(opgave.adres, beleid) is not None
    in_orde = not geldt or (besluit is not None and besluit.geinformeerd_op is not None)
    zin = "Over het ambitiegesprek is beslist en de gemeente van verblijf is geïnformeerd, met dag en contactpersoon."
    return maak_toets("centrumgemeente_afgehandeld", in_orde, beleid.regiogemeenten.grondslag, {"geldt": geldt}, zin)


def wil_ambitiegesprek(rond: Achtergrond) -> bool:
    """Tell whether an ambitiegesprek follows the screening: not when the IC decided against it (DEV-DOE-006)."""
    besluit = rond.laatste(Centrumgemeente)
    return besluit is None or besluit.ambitiegesprek
