"""From the rows of a file to the klantbeeld."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from app.api.klantbeeld.schemas import (
    Beeldafspraak,
    Beeldbesluit,
    Beeldcontact,
    Beeldindeling,
    Beeldklantgroep,
    Beeldleefgebied,
    Beeldmaatregel,
    Beeldmarkering,
    Beeldmedewerker,
    Beeldontheffing,
    Beeldpartner,
    Beeldpersoon,
    Beeldplan,
    Beeldplannen,
    Beeldtermijn,
    Beeldverplichting,
    Klantbeeld,
    bron,
)
from app.api.plan.schemas import Planverplichting
from app.api.schema import Grondslag
from app.api.taak.schemas import Taak
from app.db.besluit import besluitstatus
from app.db.klantbeeld.plichten import NIET_WILLER, ONTHEFFING, VERPLICHTING
from app.db.maatregel import Zaakstatus
from app.domain.kern import grondslag as kern
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.tijd import dag
from app.domain.plan.verplichting import beschrijf
from app.services import klantbeeld as diensten

_AFGEROND = (Zaakstatus.BEKENDGEMAAKT, Zaakstatus.VERVALLEN)
_LETTERLIJK = tuple(Beeldpersoon.model_fields.keys() - {"leeftijd", "consulent", "inkomensconsulent", "bron"})


def toon(beeld: diensten.Klantbeeld) -> Klantbeeld:
    """Show every part with its source."""
    plannen = Beeldplannen(geldend=_plan(beeld, beeld.geldend_plan), concept=_plan(beeld, beeld.concept_plan))
    return Klantbeeld(
        peilmoment=beeld.nu,
        volgnr=beeld.volgnr,
        persoon=_persoon(beeld),
        partner=_partner(beeld.persoon),
        klantgroep=Beeldklantgroep(nu=beeld.persoon.klantgroep, historie=list(_indelingen(beeld.indelingen))),
        plan=plannen,
        leefgebieden=_leefgebieden(beeld.diagnoses),
        termijnen=[_termijn(rij) for rij in beeld.termijnen],
        taken=[Taak.van(rij, beeld.nu) for rij in beeld.taken],
        laatste_contact=_contact(beeld),
        maatregelen=_maatregelen(beeld.maatregelen),
        besluiten=[_besluit(rij) for rij in beeld.maatregelen if rij.besluit_id],
        volgende_afspraak=_afspraak(beeld.volgende_afspraak),
        ontheffingen=[_plicht(Beeldontheffing, rij) for rij in beeld.plichten if rij.wat == ONTHEFFING],
        nadere_verplichtingen=[_plicht(Beeldverplichting, rij) for rij in beeld.plichten if rij.wat == VERPLICHTING],
        niet_willer=next((_markering(rij) for rij in beeld.plichten if rij.wat == NIET_WILLER), None),
    )


P = TypeVar("P", Beeldontheffing, Beeldverplichting)


def _plicht(model: type[P], rij: Any) -> P:
    velden = rij._asdict() | {"inhoud": rij.tekst, "bron": bron(rij.wat, rij.id, rij.datum)}
    return model.model_validate(velden)


def _markering(rij: Any) -> Beeldmarkering:
    return Beeldmarkering(sinds=rij.van, reden=rij.tekst, bron=bron("niet_willer_markering", rij.id, rij.datum))


def _persoon(beeld: diensten.Klantbeeld) -> Beeldpersoon:
    rij = beeld.persoon
    return Beeldpersoon(
        **{veld: getattr(rij, veld) for veld in _LETTERLIJK},
        leeftijd=leeftijd_op(rij.geboortedatum, beeld.vandaag),
        consulent=Beeldmedewerker.toon(rij.consulent_id, rij.consulent_naam),
        inkomensconsulent=Beeldmedewerker.toon(rij.inkomensconsulent_id, rij.inkomensconsulent_naam),
        bron=bron("klant", rij.id, rij.gewijzigd_op and dag(rij.gewijzigd_op)),
    )


def _partner(rij: Any) -> Beeldpartner | None:
    if rij.partner_leesbaar is None:
        return None
    return Beeldpartner(
        id=rij.partner_id,
        naam=f"{rij.partner_voornamen} {rij.partner_achternaam}",
        geboortedatum=rij.partner_geboortedatum,
        klantgroep=rij.partner_klantgroep,
        bron=bron("klant", rij.partner_id, rij.partner_gewijzigd_op and dag(rij.partner_gewijzigd_op)),
    )


def _indelingen(rijen: diensten.Rijen) -> Iterator[Beeldindeling]:
    hersteld = {rij.corrigeert for rij in rijen}
    for rij, tot in zip(rijen, [None, *(rij.van for rij in rijen)], strict=False):
        yield Beeldindeling(
            klantgroep=rij.klantgroep,
            van=rij.van,
            tot=tot,
            gecorrigeerd=rij.id in hersteld,
            bron=bron("indeling", rij.id, dag(rij.besloten_op)),
        )


def _plan(beeld: diensten.Klantbeeld, rij: Any) -> Beeldplan | None:
    if rij is None:
        return None
    verplichtingen = [
        Planverplichting(code=deel.code, omschrijving=deel.omschrijving, grondslag=Grondslag.van(deel.grondslag))
        for deel in beschrijf(rij.verplichtingen, beeld.persoon.regime.value)
    ]
    velden = {veld: getattr(rij, veld) for veld in Beeldplan.model_fields if veld not in ("verplichtingen", "bron")}
    herkomst = bron("plan", rij.id, rij.ondertekend_op or rij.datum)
    return Beeldplan.model_validate(velden | {"verplichtingen": verplichtingen, "bron": herkomst})


def _leefgebieden(rijen: diensten.Rijen) -> list[Beeldleefgebied]:
    gevonden: dict[str, Beeldleefgebied] = {}
    for rij in sorted(rijen, key=lambda rij: (rij.afgenomen_op, rij.ontvangen_op)):
        herkomst = {"instrument": rij.instrument, "bron": bron("diagnose", rij.id, rij.afgenomen_op)}
        for bevinding in rij.bevindingen:
            gevonden[bevinding["onderwerp"]] = Beeldleefgebied.model_validate(bevinding | herkomst)
    return [gevonden[onderwerp] for onderwerp in sorted(gevonden)]


def _termijn(rij: Any) -> Beeldtermijn:
    return Beeldtermijn(
        soort=rij.soort,
        aard=rij.aard,
        einde=rij.einde,
        regel=rij.regel,
        grondslag=Grondslag.van(kern.Grondslag.model_validate(rij.grondslag)),
        onderwerp_id=rij.onderwerp_id,
        bron=bron("termijn", rij.id, rij.start),
    )


def _contact(beeld: diensten.Klantbeeld) -> Beeldcontact | None:
    moment = beeld.persoon.laatste_contact
    if moment is None:
        return None
    wat = beeld.contact
    soort, nummer = ("klant", beeld.persoon.id) if wat is None else (wat.bron, wat.id)
    return Beeldcontact(moment=moment, bron=bron(soort, nummer, dag(moment)))


def _maatregelen(rijen: diensten.Rijen) -> list[Beeldmaatregel]:
    zaken = {rij.zaak_id: rij for rij in rijen if rij.zaak_id}
    return [
        Beeldmaatregel(
            gedraging=rij.gedraging,
            gedraging_datum=rij.gedraging_datum,
            status=rij.status,
            open=rij.status not in _AFGEROND,
            bron=bron("maatregelzaak", rij.zaak_id, dag(rij.geopend_op)),
        )
        for rij in zaken.values()
    ]


def _besluit(rij: Any) -> Beeldbesluit:
    verlaging = rij.verlaging or {}
    return Beeldbesluit(
        soort=rij.soort,
        dictum=rij.dictum,
        status=besluitstatus(rij.akkoord, rij.verzonden_op, rij.vervanger),
        vervangen_door=rij.vervangen_door,
        onderwerp_id=rij.onderwerp_id,
        van=verlaging.get("van"),
        tot=verlaging.get("tot"),
        totaal=verlaging.get("totaal"),
        verzonden_op=rij.verzonden_op,
        bezwaar_tot_en_met=rij.bezwaar_einde,
        bron=bron("besluit", rij.besluit_id, dag(rij.genomen_op)),
    )


def _afspraak(rij: Any) -> Beeldafspraak | None:
    if rij is None:
        return None
    return Beeldafspraak(
        soort=rij.soort,
        begint=rij.moment,
        locatie=rij.locatie,
        medewerker=Beeldmedewerker.toon(rij.medewerker_id, rij.medewerker_naam),
        bron=bron(rij.bron, rij.id, dag(rij.moment)),
    )
