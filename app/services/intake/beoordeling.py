"""Judging a screening: from what was recorded, through the rules, to toetsen per person and for closing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.intake.ambitie import AmbitieFeiten, toets_ambitiegesprek_gevraagd
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.dariuz import DariuzKeuze, dariuz_vermogen
from app.domain.intake.feiten import DariuzFeiten, ScreeningFeiten, ScreeningUitkomst
from app.domain.intake.loket import LoketAdvies, adviezen, toets_loket, toets_werkvraag
from app.domain.intake.schulden import Schuldsignaal, schuldsignaal, toets_schulden
from app.domain.intake.sluiten import toets_sluiten_screening
from app.domain.intake.soorten import Hulpvraag
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import jonger_dan
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets
from app.services.handeling import Handeling
from app.services.intake.doelgroep import ic_wil_ambitiegesprek, sluittoets
from app.services.intake.dossier import Dossier, beleid_van
from app.services.intake.norm import Huishoudnorm, norm_van
from app.services.intake.screeningopdracht import GescreendePersoon, ScreeningOpdracht

_OVERNEMEN = sorted(set(ScreeningFeiten.model_fields) & set(ScreeningOpdracht.model_fields) - {"verwijzing"})


@dataclass(frozen=True)
class Persoonsbeeld:
    """What the rules say of one person."""

    klant: Klant
    opdracht: GescreendePersoon
    toetsen: tuple[Toets, ...]
    adviezen: tuple[LoketAdvies, ...]
    keuze: DariuzKeuze
    ambitie: AmbitieFeiten

    def als_json(self) -> dict[str, Any]:
        """Return what is stored of this person."""
        wat = self.opdracht.model_dump(mode="json", include={"klant_id", "aanwezig", "reden_afwezig", "primaire_vraag"})
        return wat | {
            "toetsen": [toets.model_dump(mode="json") for toets in self.toetsen],
            "adviezen": [
                {"verwijzing": a.verwijzing, "voorziening": a.voorziening, "toelichting": a.waarom.toelichting}
                for a in self.adviezen
            ],
            "wil_ambitiegesprek": self.ambitie.wil,
            "instrument": self.keuze.instrument,
            "ondersteuning_nodig": self.keuze.ondersteuning_nodig,
            "uitleg_instrument": self.keuze.toelichting,
            "vermogen": self.opdracht.dariuz.vermogen,
            "reden_niet_in_staat": self.opdracht.dariuz.reden,
        }


@dataclass(frozen=True)
class Beoordeling:
    """What the rules say of a screening; ``sluiten`` are the conditions for closing it with this outcome."""

    feiten: ScreeningFeiten
    personen: tuple[Persoonsbeeld, ...]
    sluiten: tuple[Toets, ...]
    schulden: tuple[Toets, ...]
    signaal: Schuldsignaal
    norm: Huishoudnorm
    beleid: Versie[IntakeBeleid]

    def feiten_json(self) -> dict[str, Any]:
        """Return the facts, so that the toetsen can be made again."""
        return {
            "screening": self.feiten.model_dump(mode="json"),
            "personen": [beeld.opdracht.model_dump(mode="json") for beeld in self.personen],
            "norm": self.norm.feiten.model_dump(mode="json") if self.norm.feiten else None,
        }


def beoordeel(h: Handeling, dossier: Dossier, opdracht: ScreeningOpdracht) -> Beoordeling:
    """Apply the policy and norm of the meldingsdatum (DEV-SCR-008 to DEV-SCR-013, DEV-SCR-026, DEV-DIA-003)."""
    beleid = beleid_van(h, dossier.melding)
    norm = norm_van(h, dossier.klant, dossier.melding.meldingsdatum)
    kader = _Kader(h, dossier, opdracht, norm.bedrag, beleid.beleid)
    personen = tuple(kader.persoon(klant) for klant in dossier.klanten)
    feiten = kader.feiten(personen)
    sluiten = toets_sluiten_screening(feiten)
    if feiten.uitkomst is ScreeningUitkomst.VERVOLG:
        ook_aanwezig = [beeld for beeld in personen if beeld.opdracht.aanwezig][1:]
        sluiten += tuple(toets for beeld in ook_aanwezig for toets in beeld.keuze.toetsen)
    for beeld in personen:
        sluiten += toets_ambitiegesprek_gevraagd(beeld.ambitie)
        if feiten.uitkomst is not ScreeningUitkomst.INGETROKKEN:
            sluiten += sluittoets(h, beeld.klant)
    schulden = toets_schulden(opdracht.schulden)
    return Beoordeling(feiten, personen, sluiten, schulden, schuldsignaal(schulden), norm, beleid)


@dataclass(frozen=True)
class _Kader:
    """What is the same for each person; ``norm`` in eurocents per month."""

    h: Handeling
    dossier: Dossier
    opdracht: ScreeningOpdracht
    norm: int | None
    beleid: IntakeBeleid

    @property
    def inkomen(self) -> int | None:
        """The income of the household; unknown as long as one of the incomes is."""
        inkomens = [persoon.loket.inkomen for persoon in self.opdracht.personen]
        bekend = [inkomen for inkomen in inkomens if inkomen is not None]
        return sum(bekend) if len(bekend) == len(inkomens) else None

    def persoon(self, klant: Klant) -> Persoonsbeeld:
        """Test the loket for one person and choose the instrument."""
        opdracht = next(persoon for persoon in self.opdracht.personen if persoon.klant_id == klant.id)
        toetsen = toets_loket(opdracht.loket.feiten(klant.geboortedatum, self.inkomen), self.beleid, self.norm)
        if opdracht.primaire_vraag is Hulpvraag.WERK and self.inkomen is not None and self.norm is not None:
            toetsen += (toets_werkvraag(self.inkomen, self.norm, self.beleid),)
        keuze = dariuz_vermogen(self._dariuz(klant, opdracht))
        return Persoonsbeeld(klant, opdracht, toetsen, adviezen(toetsen), keuze, self._ambitie(klant, opdracht))

    def _ambitie(self, klant: Klant, persoon: GescreendePersoon) -> AmbitieFeiten:
        return AmbitieFeiten(
            uitkomst=self.opdracht.uitkomst,
            recht=self.opdracht.recht,
            jongere=persoon.aanwezig and self._jongere(klant),
            wil=persoon.wil_ambitiegesprek,
            gewenst=ic_wil_ambitiegesprek(self.h, klant),
        )

    def _jongere(self, klant: Klant) -> bool:
        grens = self.beleid.zoekperiode_tot_leeftijd.waarde
        return jonger_dan(klant.geboortedatum, grens, self.dossier.melding.meldingsdatum)

    def _dariuz(self, klant: Klant, persoon: GescreendePersoon) -> DariuzFeiten:
        return persoon.dariuz.feiten(frozenset(map(Kenmerk, klant.kenmerken)), jongere=self._jongere(klant))

    def feiten(self, personen: tuple[Persoonsbeeld, ...]) -> ScreeningFeiten:
        """Return the facts for closing; the instrument is tested for each person who was there."""
        opdracht = self.opdracht
        eerste = next(beeld for beeld in personen if beeld.opdracht.aanwezig)
        samen = len(personen) > 1
        return ScreeningFeiten(
            **{veld: getattr(opdracht, veld) for veld in _OVERNEMEN},
            einde_datum=dag(opdracht.einde),
            dariuz=self._dariuz(eerste.klant, eerste.opdracht),
            verwijzing=opdracht.verwijzing.instantie if opdracht.verwijzing else None,
            aanvraag_gedaan=self.dossier.melding.aanvraagdatum is not None,
            aantal_partners=len(personen) - 1,
            partner_aanwezig=all(beeld.opdracht.aanwezig for beeld in personen) if samen else None,
            reden_partner_afwezig=next((b.opdracht.reden_afwezig for b in personen if not b.opdracht.aanwezig), None),
            # Closing puts the task to plan one on the desk for each person.
            geplande_ambitiegesprekken=len(personen),
        )
