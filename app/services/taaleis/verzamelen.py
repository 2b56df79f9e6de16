"""The facts of a besluit about the taaleis, as they are on the day of the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db import maatregel as maatregelen
from app.db.klant import Klant
from app.db.maatregel import Zaakstatus
from app.db.taaleis.zaak import Taaleiszaak
from app.domain.beleid.model import Versie
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.maatregel.beleid import Regime
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.berekening import ingang
from app.domain.taaleis.dossier import Taaldictum, Taaldossier, haalt_niveau
from app.domain.taaleis.feit import Taalpreventie, Taalstop
from app.domain.taaleis.feiten import (
    Afgenomen,
    Lopend,
    TaaleisFeiten,
    Taalnorm,
    Taalzaaksoort,
    Toetsafname,
    Weging,
)
from app.domain.taaleis.status import bepaal_status
from app.services.besluit.inhoudingen import inhoudingen_per_maand
from app.services.besluit.nemen import Bron
from app.services.handeling import Handeling
from app.services.maatregel.normen import normen
from app.services.taaleis.bespreking import niet_besproken
from app.services.taaleis.dossier import bedragen_van, beleid_van, laad


@dataclass(frozen=True)
class Taalverzameling:
    """The facts, the policy that they are judged by, and the norms behind them."""

    feiten: TaaleisFeiten
    versie: Versie[TaaleisBeleid]
    bronnen: tuple[Bron, ...]


def verzamel(h: Handeling, klant: Klant, zaak: Taaleiszaak) -> Taalverzameling:
    """Collect what a decision of today on this zaak rests on."""
    dossier, versie = laad(h, klant), beleid_van(h, klant)
    regels, bronnen = _normen(h, klant, zaak, versie.beleid)
    feiten = TaaleisFeiten(
        zaak=zaak.soort,
        bijstand=klant.regime is Regime.PW,
        klantgroep=Klantgroep(klant.klantgroep) if klant.klantgroep else None,
        **_uit_dossier(dossier, versie.beleid, zaak.soort),
        niet_besproken=niet_besproken(h, klant),
        al_verlaagd=dossier.verlaagd_op(ingang(h.vandaag), eenmalig=zaak.soort is Taalzaaksoort.VERLAGING),
        zelfde_gedrag=_zelfde_gedrag(h, klant, versie.beleid),
        normen=regels,
        lopend=_lopend(h, dossier) if zaak.soort is Taalzaaksoort.BEEINDIGING else None,
        weging=_weging(zaak.gegevens),
    )
    return Taalverzameling(feiten, versie, bronnen)


def _uit_dossier(dossier: Taaldossier, beleid: TaaleisBeleid, soort: Taalzaaksoort) -> dict[str, Any]:
    oordeel, stop = bepaal_status(dossier, beleid), dossier.laatste(Taalstop)
    gestopt_op = stop[1].datum if stop else None
    # A stop is counted from the kennisgeving before it, whatever was imposed since.
    toen = dossier.op(gestopt_op - timedelta(days=1)) if gestopt_op and soort is Taalzaaksoort.STOPPEN else dossier
    eenmalig = [besluit for besluit in dossier.met(Taaldictum.VERLAGING) if besluit.fase is None]
    return {
        "status": oordeel.status,
        "vastgesteld_op": dossier.vastgesteld[1] if dossier.vastgesteld else None,
        "telt_vanaf": dossier.telt_vanaf,
        "kennisgeving_op": dossier.kennisgeving.verzonden_op if dossier.kennisgeving else None,
        "kennis_gegeven_op": toen.kennis_gegeven_op,
        "bereid_sinds": dossier.bereid_sinds,
        "voldoet_sinds": oordeel.voldoet_sinds,
        "ontheven_op": dossier.ontheven.verzonden_op if dossier.ontheven else None,
        "geweigerd_op": dossier.geweigerd_op,
        "gestopt_op": gestopt_op,
        "stop_al_verlaagd": any(gestopt_op is not None and b.verzonden_op >= gestopt_op for b in eenmalig),
        "tests": tuple(
            Toetsafname(
                datum=test.datum,
                uitslag_op=test.uitslag_op,
                haalt_niveau=haalt_niveau(test),
                voortgang_voldoende=test.voortgang_voldoende,
            )
            for _, test in dossier.tests
        ),
        "preventie": tuple(sorted({feit.middel.value for _, feit in dossier.van(Taalpreventie)})),
    }


def _normen(
    h: Handeling, klant: Klant, zaak: Taaleiszaak, beleid: TaaleisBeleid
) -> tuple[tuple[Taalnorm, ...], tuple[Bron, ...]]:
    """Return the norm of the months ahead, with what other besluiten take; only where money is taken."""
    if zaak.soort not in (Taalzaaksoort.VERLAGING, Taalzaaksoort.STOPPEN):
        return (), ()
    aantal = beleid.schema_maanden.waarde if zaak.soort is Taalzaaksoort.VERLAGING else 1
    maanden = [plus_maanden(ingang(h.vandaag), nummer) for nummer in range(aantal)]
    regels, bronnen = normen(h, klant, maanden, inhoudingen_per_maand(h, klant, zaak.id))
    velden = tuple(Taalnorm.model_validate(regel.model_dump(include=set(Taalnorm.model_fields))) for regel in regels)
    return velden, bronnen


def _zelfde_gedrag(h: Handeling, klant: Klant, beleid: TaaleisBeleid) -> tuple[str, ...]:
    """Return the maatregelzaken about the same conduct that did not lapse (DEV-MTR-511, DEV-MTR-531)."""
    codes = beleid.zelfde_gedragingen.waarde
    rijen = maatregelen.zaken(h.sessie, [klant.id])
    return tuple(sorted(str(r.id) for r in rijen if r.gedraging in codes and r.status is not Zaakstatus.VERVALLEN))


def _lopend(h: Handeling, dossier: Taaldossier) -> Lopend | None:
    verlaging = dossier.verlaging
    if verlaging is None:
        return None
    stand = besluiten.besluit(h.sessie, h.actor, UUID(verlaging.id))
    if stand is None or verlaging.van is None:
        return None
    regels = tuple(Afgenomen(maand=maand, bedrag=bedrag) for maand, bedrag in bedragen_van(stand))
    return Lopend(besluit_id=verlaging.id, van=verlaging.van, bedragen=regels)


def _weging(gegevens: dict[str, Any]) -> Weging:
    dag = gegevens.get("gehoord_op")
    return Weging(
        verwijt=gegevens.get("verwijt"),
        verwijt_gemotiveerd=bool(gegevens.get("verwijt_motivering")),
        dringende_redenen=gegevens.get("dringende_redenen"),
        dringende_redenen_gemotiveerd=bool(gegevens.get("dringende_redenen_motivering")),
        gehoord_op=date.fromisoformat(dag) if dag else None,
        reden_niet_horen=gegevens.get("reden_niet_horen"),
        grond=gegevens.get("grond"),
        grond_omschreven=bool(gegevens.get("grond_omschrijving")),
        bewijs=bool(gegevens.get("bewijs")),
    )
