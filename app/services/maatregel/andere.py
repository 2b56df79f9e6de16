"""Other zaken that touch this one: earlier maatregelen, samenloop, and verlagingen of the taaleis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.db import besluit as besluiten
from app.db import maatregel as db
from app.db.besluit import Besluitstand, Besluitstatus
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.db.taaleis import zaak as taaleiszaken
from app.db.taaleis.zaak import Taalzaakstatus
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.berekening import Verlaging
from app.domain.maatregel.beslissing import Beslissing
from app.domain.maatregel.feiten import EerdereMaatregel, Samenloop, Voorstel, ZaakFeiten, Zaaksoort
from app.domain.maatregel.sanctie import herijk
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.beslissing import Beslissing as Taalbeslissing
from app.services.besluit.lezen import beslissing_van, bewaarde_feiten, is_ingetrokken
from app.services.handeling import Handeling


@dataclass(frozen=True)
class AndereZaak:
    """Another zaak of the household, with the besluit that stands in it, if any, and its verlaging."""

    zaak: Maatregelzaak
    stand: Besluitstand | None

    @property
    def verlaging(self) -> Verlaging | None:
        """What the standing besluit takes."""
        if self.stand is None:
            return None
        beslissing: Beslissing = beslissing_van(self.stand.besluit)
        return beslissing.verlaging


def andere_zaken(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> list[AndereZaak]:
    """Return the other zaken of the klant and the partner that did not lapse, oldest first.

    The last besluit of a zaak stands unless the toetser rejected it.
    """
    huishouden = [nummer for nummer in (klant.id, klant.partner_id) if nummer is not None]
    rijen = [rij for rij in db.zaken(h.sessie, huishouden) if rij.id != zaak.id]
    rijen = [rij for rij in rijen if rij.status is not Zaakstatus.VERVALLEN]
    standen = {stand.besluit.onderwerp_id: stand for stand in besluiten.besluiten_over(h.sessie, [r.id for r in rijen])}
    return [AndereZaak(rij, _staand(h, standen.get(rij.id))) for rij in rijen]


def _staand(h: Handeling, stand: Besluitstand | None) -> Besluitstand | None:
    """Keep what counts: a maatregel that was changed or ended was imposed all the same, a withdrawn one was not."""
    if stand is None or stand.status is Besluitstatus.AFGEKEURD or is_ingetrokken(h, stand):
        return None
    return stand


def eerdere_maatregelen(
    andere: Iterable[AndereZaak], zaak: Maatregelzaak, beleid: MaatregelBeleid
) -> tuple[EerdereMaatregel, ...]:
    """Return the maatregelen of this klant that were sent, by the day of their besluit (DEV-MTR-510)."""
    return herijk(_eerdere(andere, zaak, beleid), beleid)


def _eerdere(
    andere: Iterable[AndereZaak], zaak: Maatregelzaak, beleid: MaatregelBeleid
) -> Iterator[tuple[EerdereMaatregel, ZaakFeiten]]:
    for ander in andere:
        verlaging = ander.verlaging
        if ander.stand is None or verlaging is None or ander.zaak.klant_id != zaak.klant_id:
            continue
        if ander.stand.bekendmaking is None:
            continue
        if verlaging.weigering is not None:  # a refusal is no verlaging of the verordening
            continue
        rij = beleid.gedraging(ander.zaak.regime, verlaging.gedraging)
        eerder = EerdereMaatregel(
            besluit_datum=ander.stand.besluit.peildatum,
            bekend_op=ander.stand.bekendmaking.verzonden_op,
            gedraging=verlaging.gedraging,
            uniform=verlaging.lid is not None or (rij is not None and rij.uniform is not None),
            soort=verlaging.soort,
            lid=verlaging.lid,
        )
        yield eerder, bewaarde_feiten(ander.stand.besluit)


def samenloop(andere: Iterable[AndereZaak], zaak: Maatregelzaak, beleid: MaatregelBeleid) -> tuple[Samenloop, ...]:
    """Return the gedragingen to be judged with this one: those with an advice to impose (DEV-MTR-511).

    A zaak without such an advice is not established yet and cannot raise this one. ``al_opgelegd`` marks a besluit
    that already took this gedraging with it.
    """
    if zaak.soort is Zaaksoort.LIK_OP_STUK:
        return ()
    eigen = [a for a in andere if a.zaak.klant_id == zaak.klant_id and a.zaak.soort is Zaaksoort.VERLAGING]
    open_ = [a for a in eigen if a.zaak.status is Zaakstatus.GEADVISEERD and a.zaak.voorstel is Voorstel.OPLEGGEN]
    nog = [_deel(a, beleid, None) for a in open_]
    al = [_deel(a, beleid, a.stand) for a in eigen if _nam_mee(a, zaak)]
    return tuple(sorted((*nog, *al), key=lambda deel: (deel.gedraging, deel.gedraging_datum)))


def _deel(ander: AndereZaak, beleid: MaatregelBeleid, stand: Besluitstand | None) -> Samenloop:
    """Describe the gedraging of another zaak; ``stand`` is the besluit in it that took this one along."""
    rij = beleid.gedraging(ander.zaak.regime, ander.zaak.gedraging)
    return Samenloop(
        gedraging=ander.zaak.gedraging,
        al_opgelegd=stand is not None,
        omschrijving=None if rij is None else rij.omschrijving,
        gedraging_datum=ander.zaak.gedraging_datum,
        besluit=None if stand is None else str(stand.besluit.id),
        besluit_datum=None if stand is None else stand.besluit.peildatum,
    )


def taaleisverlagingen(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> tuple[str, ...] | None:
    """Return the verlagingen of the taaleis that stand for the same lessons, sent or still to be sent (DEV-MTR-531).

    One that had ended before the gedraging was about other conduct. None: this gedraging is not about those lessons.
    """
    try:
        codes = h.beleid.geldend(TaaleisBeleid, klant.gemeente, h.vandaag).beleid.zelfde_gedragingen.waarde
    except BeleidOntbreekt:
        return None
    if zaak.gedraging not in codes:
        return None
    eigen = taaleiszaken.zaken(h.sessie, klant.id)
    nummers = [rij.id for rij in eigen if rij.status is not Taalzaakstatus.VERVALLEN]
    standen = [stand for stand in besluiten.besluiten_over(h.sessie, nummers) if stand.staat]
    return tuple(str(stand.besluit.id) for stand in standen if _loopt_op(stand, zaak.gedraging_datum))


def _loopt_op(stand: Besluitstand, dag: date) -> bool:
    beslissing: Taalbeslissing = beslissing_van(stand.besluit)
    if beslissing.einde is not None:  # it replaced the verlaging, which stood up to that day
        return beslissing.einde.per > dag
    verlaging = beslissing.verlaging
    return verlaging is not None and (verlaging.tot is None or verlaging.tot > dag)


def lik_op_stuk_in_keten(andere: Iterable[AndereZaak], zaak: Maatregelzaak) -> bool:
    """Tell whether the fixed amount was taken before for an appointment of the same chain (DEV-NOS-501)."""
    vast = (a for a in andere if a.zaak.klant_id == zaak.klant_id and a.zaak.soort is Zaaksoort.LIK_OP_STUK)
    return any(a.verlaging is not None and not set(a.zaak.aanleiding).isdisjoint(zaak.aanleiding) for a in vast)


def _nam_mee(ander: AndereZaak, zaak: Maatregelzaak) -> bool:
    if ander.stand is None or ander.verlaging is None or ander.stand.besluit.genomen_op < zaak.geopend_op:
        return False
    feiten: ZaakFeiten = bewaarde_feiten(ander.stand.besluit)
    return any(deel.gedraging == zaak.gedraging for deel in feiten.samenloop or ())
