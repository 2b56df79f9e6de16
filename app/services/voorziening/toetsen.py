"""Testing voorzieningen for one klant: what may be offered, what is open, and what is allowed; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from app.db.werkgever.dienstverband import werkgevers_van
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.toets import Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import Antwoord, Collegebesluit, Hardheid, VoorzieningFeiten
from app.domain.voorziening.ondersteuning import Ondersteuningsstatus, ondersteuning_van
from app.domain.voorziening.openstaand import Openstaand, wat_openstaat
from app.domain.voorziening.toets import Beoordeling, beoordeel, voorgesteld
from app.domain.voorziening.veld import Gegeven
from app.services.handeling import Handeling
from app.services.voorziening.elders import kijk_elders
from app.services.voorziening.feiten import tekst, verzamel
from app.services.voorziening.opdrachten import VoorzieningstoetsOpdracht
from app.services.werkgever.verdringing import verdringingssignalen


@dataclass(frozen=True)
class Kans:
    """One voorziening for a klant: what its conditions say, what is open, and whether it is proposed by default."""

    regel: Voorzieningregel
    beoordeling: Beoordeling
    openstaand: tuple[Openstaand, ...]
    voorgesteld: bool


@dataclass(frozen=True)
class KlantAanbod:
    """The voorzieningen tested for one klant on a first day, with the policy version that names them."""

    klant_id: UUID
    ondersteuning: Ondersteuningsstatus
    kansen: tuple[Kans, ...]
    begin: date
    beleid_id: str


def toets_aanbod(h: Handeling, opdracht: VoorzieningstoetsOpdracht) -> KlantAanbod:
    """Test one voorziening, or all of them, by the policy of the first day (DEV-ORG-902, DEV-KGR-905).

    Nothing is proposed under zorg-handhaving (DEV-KGR-007). Raises OngeldigeInvoer for a voorziening or a question
    that the municipality does not have.
    """
    klant = h.klant(opdracht.klant_id, vergrendel=False)
    begin = opdracht.begin or h.vandaag
    versie = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, begin)
    beleid = versie.beleid
    regels = _gevraagd(opdracht, beleid, begin)
    feiten = met_vraag(verzamel(h, klant, begin), opdracht, _werkgever(h, opdracht.vestiging_id))
    standaard = () if klant.klantgroep is None else voorgesteld(klant.klantgroep, klant.zorg_handhaving, beleid)
    elders = kijk_elders(h, klant.id, regels)
    kansen = tuple(_kans(regel, elders.vul_aan(regel, feiten), beleid, regel.code in standaard) for regel in regels)
    signalen = verdringingssignalen(h, opdracht.vestiging_id, begin)
    kansen = tuple(_met_signalen(kans, signalen) for kans in kansen) if signalen else kansen
    status = ondersteuning_van(feiten, begeleid=klant.consulent_id is not None)
    return KlantAanbod(klant.id, status, kansen, begin, versie.id)


def bekijk_voor_klant(h: Handeling, klant_id: UUID) -> KlantAanbod:
    """Test every voorziening for a klant who would begin today."""
    return toets_aanbod(h, VoorzieningstoetsOpdracht(klant_id=klant_id))


def met_vraag(
    feiten: VoorzieningFeiten, opdracht: VoorzieningstoetsOpdracht, werkgever: UUID | None
) -> VoorzieningFeiten:
    """Add what is asked for and answered to what is known of the klant."""
    college = opdracht.collegebesluit
    return feiten.model_copy(
        update={
            "einde": opdracht.einde,
            "verlenging": opdracht.verlenging,
            "uren": opdracht.uren,
            "kosten": opdracht.kosten,
            "loon": opdracht.loon,
            "vestiging": tekst(opdracht.vestiging_id),
            "werkgever": tekst(werkgever),
            "gegevens": {code: _gegeven(waarde) for code, waarde in opdracht.gegevens.items()},
            "antwoorden": {code: Antwoord(**a.model_dump()) for code, a in opdracht.antwoorden.items()},
            "vastgelegd": feiten.vastgelegd | frozenset(opdracht.vastgelegd),
            "hardheid": tuple(Hardheid(**hardheid.model_dump()) for hardheid in opdracht.hardheid),
            "collegebesluit": None if college is None else Collegebesluit(**college.model_dump()),
        }
    )


def _gegeven(waarde: Any) -> Gegeven:
    return tuple(waarde) if isinstance(waarde, list) else waarde


def _werkgever(h: Handeling, vestiging_id: UUID | None) -> UUID | None:
    if vestiging_id is None:
        return None
    gevonden = werkgevers_van(h.sessie, [vestiging_id]).get(vestiging_id)
    if gevonden is None:
        raise OngeldigeInvoer({"vestigingId": "Deze vestiging is niet gevonden."})
    return gevonden


def _kans(regel: Voorzieningregel, basis: VoorzieningFeiten, beleid: VoorzieningBeleid, standaard: bool) -> Kans:
    feiten = basis.model_copy(update={"code": regel.code})
    beoordeling = beoordeel(feiten, beleid)
    return Kans(regel, beoordeling, wat_openstaat(regel.code, beoordeling.toetsen, beleid), standaard)


def _met_signalen(kans: Kans, signalen: tuple[Toets, ...]) -> Kans:
    """Show what is known of the vestiging where the place may displace others (DEV-VRZ-916)."""
    if not kans.regel.verdringingstoets:
        return kans
    alle = (*kans.beoordeling.signalen, *signalen)
    return replace(kans, beoordeling=kans.beoordeling.model_copy(update={"signalen": alle}))


def _gevraagd(
    opdracht: VoorzieningstoetsOpdracht, beleid: VoorzieningBeleid, begin: date
) -> tuple[Voorzieningregel, ...]:
    alle = beleid.voorzieningen.waarde
    regels = tuple(regel for regel in alle if opdracht.code in (None, regel.code))
    fouten = {}
    if not regels:
        fouten["code"] = f"Deze voorziening heeft de gemeente niet. Kies een van: {_namen(r.code for r in alle)}."
    if opdracht.einde is not None and opdracht.einde < begin:
        fouten["einde"] = "Geef een laatste dag op of na de eerste dag."
    bekend = {oordeel.code for regel in regels or alle for oordeel in beleid.oordelen(regel)}
    velden = {code for regel in regels or alle for veld in regel.velden for code in veld.codes}
    for code in sorted(set(opdracht.gegevens) - velden):
        kies = f" Kies een van: {_namen(velden)}." if velden else ""
        fouten[f"gegevens.{code}"] = f"Dit veld wordt niet gevraagd.{kies}"
    for code in sorted(set(opdracht.antwoorden) - bekend):
        fouten[f"antwoorden.{code}"] = f"Deze vraag wordt niet gesteld. Kies een van: {_namen(bekend)}."
    if fouten:
        raise OngeldigeInvoer(fouten)
    return regels


def _namen(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes))
