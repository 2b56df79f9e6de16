"""Feiten: everything that a maatregelzaak is judged on, collected in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from app.db import indeling as indelingen
from app.db import maatregel as db
from app.db.incident import incident as incidenten
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak
from app.domain.beleid.model import Versie
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.norm import AowBeleid, is_pensioengerechtigd
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Regime
from app.domain.maatregel.feiten import (
    Advies,
    Bewijsstuk,
    BriefSoort,
    HoorFeiten,
    PlanFeiten,
    Verzending,
    ZaakFeiten,
)
from app.domain.maatregel.maatstaf import bepaal
from app.services.besluit.inhoudingen import inhoudingen_per_maand
from app.services.besluit.nemen import Bron
from app.services.handeling import Handeling
from app.services.maatregel import andere as ander
from app.services.maatregel import stapsoorten as soort
from app.services.maatregel.nieuwe_afspraak import geplande_afspraak
from app.services.maatregel.normen import grondslagen, normen
from app.services.maatregel.ontheffing import met_opgelegde_plicht, ontheffingen_op_dag
from app.services.maatregel.oordeel import oordeel
from app.services.maatregel.planfeiten import plan_van_de_dag, planfeiten
from app.services.maatregel.stapsoorten import Stap, lees_stap
from app.services.toekenning.activering import vrijwillig_op
from app.services.vastleggen import log_verwerking

S = TypeVar("S")
INCIDENTVERSLAG: Final = "incidentverslag"


@dataclass(frozen=True)
class Zaakdossier:
    """The facts of a zaak, the policy that they are judged by, and the further policy behind the facts."""

    feiten: ZaakFeiten
    versie: Versie[MaatregelBeleid]
    bronnen: tuple[Bron, ...] = ()


def geldend_beleid(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> Versie[MaatregelBeleid]:
    """Return the policy of the day of the gedraging: a later, harsher rule does not reach back."""
    return h.beleid.geldend(MaatregelBeleid, klant.gemeente, zaak.gedraging_datum)


def basisfeiten(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> dict[str, Any]:
    """Return the facts that hold from the opening of the zaak.

    The klantgroep is that of the day of the gedraging, read again each time: an indeling may be corrected later.
    """
    dag = zaak.gedraging_datum
    toen = indelingen.geldend_op(h.sessie, klant.id, dag)
    aow = h.beleid.geldend(AowBeleid, klant.gemeente, dag).beleid
    return {
        "soort": zaak.soort,
        "regime": zaak.regime,
        "gedraging": zaak.gedraging,
        "gedraging_datum": dag,
        "kenmerken": frozenset(zaak.kenmerken),
        "melding_datum": zaak.melding_datum,
        "leeftijd_op_gedraging": leeftijd_op(klant.geboortedatum, dag),
        "bereikt_aow": is_pensioengerechtigd(klant.geboortedatum, dag, aow),
        "klantgroep": toen.klantgroep if toen else zaak.klantgroep or klant.klantgroep,
        "zorg_handhaving": toen.zorg_handhaving is not None if toen else zaak.zorg_handhaving,
        "leefvorm": klant.leefvorm.value,
        "ontheffingen": ontheffingen_op_dag(h, klant.id, dag),
    }


def zoals_het_is(feiten: ZaakFeiten) -> ZaakFeiten:
    """Suppose nothing."""
    return feiten


def verzamel_feiten(
    h: Handeling,
    zaak: Maatregelzaak,
    klant: Klant,
    peildatum: date,
    stel: Callable[[ZaakFeiten], ZaakFeiten] = zoals_het_is,
) -> Zaakdossier:
    """Collect the facts for a decision on ``peildatum``: steps, plan, other zaken, advice and the norms it needs.

    The household counts: the partner's age and measures are read, and that reading is logged. ``stel`` lays what is
    only supposed over the facts, before it is asked of which months the norm is needed.
    """
    h.sessie.flush()
    if klant.partner_id is not None:
        log_verwerking(h, [klant.partner_id], "gelezen")
    versie = geldend_beleid(h, zaak, klant)
    stappen = [lees_stap(rij.inhoud) for rij in db.geldend(db.stappen(h.sessie, [zaak.id]))]
    rij = versie.beleid.gedraging(zaak.regime, zaak.gedraging)
    zaken = ander.andere_zaken(h, zaak, klant)
    plan = planfeiten(zaak, plan_van_de_dag(h, klant, zaak.gedraging_datum), rij, _van(stappen, soort.PlanStap))
    feiten = ZaakFeiten(
        **basisfeiten(h, zaak, klant),
        **uit_stappen(stappen),
        plan=plan,
        alleen_vrijwillige_activering=vrijwillig_op(h, klant, zaak.gedraging_datum),
        bewijsstukken=_bewijs(stappen, plan) | _verslag(h, zaak, rij),
        eerdere_maatregelen=ander.eerdere_maatregelen(zaken, zaak, versie.beleid),
        samenloop=ander.samenloop(zaken, zaak, versie.beleid),
        taaleisverlagingen=ander.taaleisverlagingen(h, zaak, klant),
        lik_op_stuk_in_keten=ander.lik_op_stuk_in_keten(zaken, zaak),
        advies=_advies(zaak),
        nieuwe_afspraak=geplande_afspraak(h, zaak),
    )
    feiten = stel(met_opgelegde_plicht(h, klant.id, feiten, rij))
    if zaak.regime is not Regime.PW:
        eigen = grondslagen(_van(stappen, soort.GrondslagStap), inhoudingen_per_maand(h, klant, zaak.id))
        return Zaakdossier(feiten.model_copy(update={"normen": eigen}), versie)
    nodig = bepaal(feiten, versie.beleid, peildatum).maanden or ()
    regels, bronnen = normen(h, klant, nodig, inhoudingen_per_maand(h, klant, zaak.id) if nodig else {})
    return Zaakdossier(feiten.model_copy(update={"normen": regels}), versie, bronnen)


def _verslag(h: Handeling, zaak: Maatregelzaak, rij: Gedraging | None) -> frozenset[str]:
    """Return the report of an incident on that day, where the gedraging is about one (DEV-MTR-519)."""
    if rij is None or INCIDENTVERSLAG not in rij.dossier:
        return frozenset()
    er = incidenten.op_dag(h.sessie, zaak.klant_id, zaak.gedraging_datum)
    return frozenset({INCIDENTVERSLAG} if er else ())


def uit_stappen(stappen: Sequence[Stap]) -> dict[str, Any]:
    """Return the facts that stand in the steps; of a judgement in parts the latest part counts."""
    sms = _van(stappen, soort.SmsStap)
    return {
        "verzendingen": tuple(_verzending(s) for s in stappen if isinstance(s, _BRIEVEN)),
        "no_shows": tuple(sorted({s.datum for s in _van(stappen, soort.NoShowStap)})),
        "sms_herinnering": sms[-1].verstuurd if sms else None,
        "hoor": _hoor(stappen),
        "bewijs": tuple(_stuk(stap) for stap in _van(stappen, soort.BewijsstukStap)),
        **oordeel(_van(stappen, soort.OordeelStap)),
    }


_BRIEVEN = (soort.UitnodigingStap, soort.HersteltermijnStap)


def _van(stappen: Sequence[Stap], klasse: type[S]) -> list[S]:
    return [stap for stap in stappen if isinstance(stap, klasse)]


def _verzending(stap: soort.UitnodigingStap | soort.HersteltermijnStap) -> Verzending:
    return Verzending(
        soort=BriefSoort(stap.soort),
        datum_verzonden=stap.verzonden_op,
        wijze=frozenset(stap.wijze),
        gesprek_op=stap.gesprek_op,
        kenmerk_aangetekend=stap.kenmerk_aangetekend if isinstance(stap, soort.HersteltermijnStap) else None,
    )


def _stuk(stap: soort.BewijsstukStap) -> Bewijsstuk:
    return Bewijsstuk(code=stap.code, datum=stap.datum, vorm=stap.vorm, afzender_genoemd=bool(stap.afkomstig_van))


def _hoor(stappen: Sequence[Stap]) -> HoorFeiten:
    laatste = next((s for s in reversed(stappen) if isinstance(s, soort.HoorgesprekStap | soort.NietHorenStap)), None)
    afweging = _van(stappen, soort.WederhoorafwegingStap)
    afgezien = not afweging[-1].horen if afweging else None
    if laatste is None:
        return HoorFeiten(afgezien_van_wederhoor=afgezien)
    gehoord = isinstance(laatste, soort.HoorgesprekStap)
    return HoorFeiten(
        gehoord=gehoord,
        datum=laatste.datum,
        kanaal=laatste.kanaal,
        verklaring_vastgelegd=gehoord,
        reden_niet_horen=laatste.reden if isinstance(laatste, soort.NietHorenStap) else None,
        afgezien_van_wederhoor=afgezien,
    )


def _bewijs(stappen: Sequence[Stap], plan: PlanFeiten) -> frozenset[str]:
    """Return the documents in the file: those recorded, and those that the steps themselves are."""
    hersteld = bool(_van(stappen, soort.HersteltermijnStap))
    no_shows = _van(stappen, soort.NoShowStap)
    zelf = {
        "uitnodiging": bool(_van(stappen, soort.UitnodigingStap)),
        "hersteltermijn_aangetekend_en_regulier": hersteld,
        "uitnodiging_en_hersteltermijn": hersteld and bool(_van(stappen, soort.UitnodigingStap)),
        "wederhoor": _hoor(stappen).gehoord is not None,
        "bewijs_no_show": bool(no_shows),
        "presentielijst": any(stap.deelname_id for stap in no_shows),
        "plan_van_aanpak": plan.ondertekend is True,
    }
    return frozenset({s.code for s in _van(stappen, soort.BewijsstukStap)} | {code for code, er in zelf.items() if er})


def _advies(zaak: Maatregelzaak) -> Advies | None:
    if zaak.voorstel is None or zaak.adviseur_id is None or zaak.advies_op is None:
        return None
    gemotiveerd = bool(zaak.advies_motivering)
    return Advies(voorstel=zaak.voorstel, adviseur=str(zaak.adviseur_id), datum=zaak.advies_op, gemotiveerd=gemotiveerd)
