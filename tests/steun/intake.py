"""Meldingen and screeningen as the tests make them, over HTTP."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst, medewerker_id

IC = str(medewerker_id("inkomensconsulent"))
GEEN_SCHULDEN = {
    "vaste_lasten_betaald": True,
    "roodstand": False,
    "openstaande_schulden": False,
    "brieven_incasso_deurwaarder": False,
    "komende_maand_betaalbaar": True,
    "buffer_onvoorzien": True,
}


def persoon(dienst: Dienst, geboren: str = "1985-01-01", **extra: Any) -> dict[str, Any]:
    """A person who was not registered before, unless a BSN is given."""
    wie = {"voornamen": "Sam", "achternaam": "de Wit", "geboortedatum": geboren}
    return wie | ({} if "bsn" in extra else {"bsn": dienst.nieuw_bsn()}) | extra


def opdracht(*personen: dict[str, Any], **extra: Any) -> dict[str, Any]:
    """A digital melding for bijstand, with the aanvraag."""
    return {
        "kanaal": "digitaal",
        "gemeente": "GM0150",
        "hulpvragen": ["bijstandsuitkering"],
        "personen": list(personen),
    } | extra


def meld(dienst: Dienst, *personen: dict[str, Any], **extra: Any) -> Any:
    """Register a melding; without persons of somebody new."""
    return dienst.doe("POST", "/meldingen", "receptie", opdracht(*(personen or (persoon(dienst),)), **extra))


def lees(dienst: Dienst, melding: dict[str, Any], rol: str = "inkomensconsulent") -> Any:
    """The melding as it is now."""
    return dienst.doe("GET", f"/meldingen/{melding['id']}", rol)


def plan(dienst: Dienst, melding: dict[str, Any], begin: str, **extra: Any) -> Any:
    """Plan the screeningsgesprek."""
    afspraak = {"begin": begin, "inkomensconsulentId": IC} | extra
    pad = f"/meldingen/{melding['id']}/screeningsafspraken"
    return dienst.doe("POST", pad, "receptie", afspraak, versie=melding["versie"])


def gesprek(melding: dict[str, Any], *per_persoon: dict[str, Any], **extra: Any) -> dict[str, Any]:
    """A held screening that ends in vervolg, with everything that is needed to close it."""
    aanvulling = (*per_persoon, {}, {})
    personen = [
        {
            "klantId": wie["klantId"],
            "aanwezig": True,
            "primaireVraag": "bijstandsuitkering",
            "dariuz": {"vermogen": "zelfstandig"},
        }
        | aanvulling[nummer]
        for nummer, wie in enumerate(melding["personen"])
    ]
    return {
        "uitkomst": "vervolg",
        "begin": "2026-04-02T10:00:00+02:00",
        "einde": "2026-04-02T10:25:00+02:00",
        "personen": personen,
        "recht": "onzeker",
        "redenRecht": "Inkomen onder de norm, vermogen niet bekend.",
        "schulden": GEEN_SCHULDEN,
        "badGesprek": "gepland",
        "broodnood": False,
        "formulierMeegegevenOp": "2026-04-02",
    } | extra


def screen(dienst: Dienst, melding: dict[str, Any], *per_persoon: dict[str, Any], **extra: Any) -> Any:
    """Close the screening."""
    pad = f"/meldingen/{melding['id']}/screeningen"
    uitkomst = gesprek(melding, *per_persoon, **extra)
    return dienst.doe("POST", pad, "inkomensconsulent", uitkomst, versie=melding["versie"])


def termijnen(melding: dict[str, Any], *statussen: str) -> dict[str, str]:
    """Kind and last day of the terms of the melding."""
    welke = statussen or ("lopend",)
    return {rij["soort"]: rij["termijn"]["einde"] for rij in melding["termijnen"] if rij["status"] in welke}


def taken(melding: dict[str, Any]) -> list[str]:
    """Kinds of the open taken, sorted."""
    return sorted(taak["soort"] for taak in melding["taken"])


def mutaties(dienst: Dienst) -> list[Any]:
    """Kind and content of the mutaties that were delivered, in order."""
    from sqlalchemy import select

    from app.db.mutatie import Mutatie
    from app.db.organisatie import alle_organisaties
    from app.db.sessie import transactie
    from app.services.ronde import systeem

    dienst.ronde()
    with dienst.state.sessies() as sessie:
        deventer = next(o for o in alle_organisaties(sessie) if o.id == "deventer")
    with transactie(dienst.state.sessies, systeem(deventer)) as sessie:
        rijen = list(sessie.scalars(select(Mutatie).order_by(Mutatie.nr)))
    return [(rij.soort, rij.inhoud) for rij in rijen]
