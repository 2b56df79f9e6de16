"""Seeing when the question arises to turn to rechtmatigheid, each time that something changes (DEV-MTR-507)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db import maatregel as maatregelen
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.db.signaal import niet_willer, signaal
from app.db.signaal.signaal import Signaal
from app.db.taak import Taakstatus
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets
from app.domain.signaal.beleid import SignaalBeleid
from app.domain.signaal.feiten import GedragingFeit, SignaalFeiten, Signaalsoort, Signaalstatus
from app.domain.signaal.taken import Taaksoort, eerste_taak, taak
from app.domain.signaal.toetsen import aanleidingen, telt_als_niet_willer
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast

_HANDHAVING = frozenset({"maatregel", "waarschuwing"})


def beleid_van(h: Handeling, klant: Klant) -> SignaalBeleid:
    """Return the policy of today."""
    return h.beleid.geldend(SignaalBeleid, klant.gemeente, h.vandaag).beleid


def staande_zaken(h: Handeling, klant_id: UUID) -> list[Maatregelzaak]:
    """Return the zaken of a klant that did not lapse, oldest first."""
    return [rij for rij in maatregelen.zaken(h.sessie, [klant_id]) if rij.status is not Zaakstatus.VERVALLEN]


def feiten_van(h: Handeling, klant: Klant) -> SignaalFeiten:
    """Collect what happened: gedragingen, handhaving that was sent and still stands, and whether a mark counts."""
    zaken = staande_zaken(h, klant.id)
    standen = besluiten.besluiten_over(h.sessie, [zaak.id for zaak in zaken])
    verzonden = [s for s in standen if s.bekendmaking and s.staat and s.besluit.dictum in _HANDHAVING]
    gemarkeerd = niet_willer.lopende(h.sessie, klant.id) is not None
    return SignaalFeiten(
        regime=klant.regime.value,
        gedragingen=tuple(
            GedragingFeit(zaak_id=str(zaak.id), gedraging=zaak.gedraging, datum=zaak.gedraging_datum) for zaak in zaken
        ),
        handhaving=tuple(sorted(s.bekendmaking.verzonden_op for s in verzonden if s.bekendmaking)),
        niet_willer=telt_als_niet_willer(gemarkeerd, klant.klantgroep, beleid_van(h, klant)),
    )


def werk_signaal_bij(h: Handeling, klant: Klant) -> None:
    """Raise the signal when there is reason for it, bring an open one up to date, let it lapse when the reason is gone.

    A gedraging that a signal was about already, raises no second one; a running investigation takes new ones along.
    The klant is locked.
    """
    h.sessie.flush()
    feiten = feiten_van(h, klant)
    redenen = aanleidingen(feiten, beleid_van(h, klant))
    eerdere = signaal.over_rechtmatigheid(h.sessie, klant.id)
    open_ = next((rij for rij in eerdere if rij.status is Signaalstatus.OPEN), None)
    zaken = [UUID(feit.zaak_id) for feit in feiten.gedragingen]
    if open_ is not None:
        _herzie(h, klant, open_, redenen, zaken)
        return
    bekend = {zaak for rij in eerdere if rij.status is not Signaalstatus.VERVALLEN for zaak in rij.zaken}
    if not redenen or set(zaken) <= bekend:
        return
    onderzoek = next((rij for rij in eerdere if rij.status is Signaalstatus.BEANTWOORD), None)
    if onderzoek is not None:
        _herzie(h, klant, onderzoek, redenen, zaken)
    else:
        maak_signaal(h, klant, Signaalsoort.RECHTMATIGHEID, redenen, zaken=zaken)


def _herzie(h: Handeling, klant: Klant, rij: Signaal, redenen: Iterable[Toets], zaken: list[UUID]) -> None:
    nieuw = [toets.model_dump(mode="json") for toets in redenen]
    if not nieuw:
        rij.status, rij.afgerond_op = Signaalstatus.VERVALLEN, h.nu
        sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
        leg_vast(h, Soort.SIGNAAL_AFGEROND, rij, klant, {})
    elif (nieuw, zaken) != (rij.aanleiding, rij.zaken):
        rij.aanleiding, rij.zaken = nieuw, zaken
        leg_vast(h, Soort.SIGNAAL_BIJGEWERKT, rij, klant, {})


def maak_signaal(
    h: Handeling,
    klant: Klant,
    soort: Signaalsoort,
    redenen: Iterable[Toets] = (),
    *,
    zaken: Iterable[UUID] = (),
    omschrijving: str | None = None,
) -> Signaal:
    """Record a signal, for the desk of the klant's inkomensconsulent; the gebeurtenis does not tell its kind."""
    rij = Signaal(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=soort,
        status=Signaalstatus.OPEN,
        aanleiding=[toets.model_dump(mode="json") for toets in redenen],
        zaken=list(zaken),
        omschrijving=omschrijving,
        gemeld_op=h.nu,
        gemeld_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.SIGNAAL_VASTGELEGD, rij, klant, {})
    zet_taken(h, klant, rij, (eerste_taak(soort),))
    return rij


def zet_taken(h: Handeling, klant: Klant, rij: Signaal, soorten: Iterable[Taaksoort]) -> None:
    """Put taken about a signal in the werkvoorraad."""
    for soort in soorten:
        maak_taak(h, taak(soort, h.vandaag, beleid_van(h, klant)), Bestemming(rij.id, klant))


def aandachtspunten(h: Handeling, zaak: Maatregelzaak) -> list[str]:
    """Say at a zaak how the question of rechtmatigheid stands (DEV-MTR-507)."""
    over = [rij for rij in signaal.over_rechtmatigheid(h.sessie, zaak.klant_id) if zaak.id in rij.zaken]
    standen = {rij.status: rij for rij in over}
    if Signaalstatus.OPEN in standen:
        return ["Er is meer gebeurd: de inkomensconsulent beantwoordt of een rechtmatigheidsonderzoek nodig is."]
    if Signaalstatus.BEANTWOORD in standen:
        return ["Er loopt een rechtmatigheidsonderzoek; de maatregel kan ondertussen doorgaan (paragraaf 8)."]
    return []
