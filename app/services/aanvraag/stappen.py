"""The thirteen steps: ticking off, skipping, taking up again, and the taak of whose turn it is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from app.db.intake import screening as screeningen
from app.db.intake import voorschot as voorschotten
from app.db.intake.stukken import Verzoekstatus, verzoeken
from app.domain.aanvraag.soorten import Aanvraagstatus, Actorsoort, Stapdaad
from app.domain.aanvraag.stappen import (
    PER_NR,
    STAPPEN,
    WERKPROCES,
    Stapregel,
    toets_aan_de_beurt,
    toets_overslaan,
    vreemde_delen,
)
from app.domain.aanvraag.taken import Taaksoort
from app.domain.kern.bouw import maak_toets
from app.domain.kern.fouten import Conflict, Geweigerd, NietBevoegd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.aanvraag.dossier import (
    Aanvraagbeeld,
    Aanvraagdossier,
    beeld,
    leg_samen_vast,
    open_aanvraag,
    stappen_van,
)
from app.services.aanvraag.stapregels import neem_besluit_terug, open_vervolg, stapregel, vink, werk_taken_bij
from app.services.handeling import Handeling, Opdracht
from app.services.taak import sluit_taken

Deel = Annotated[str, StringConstraints(pattern=r"^[a-z_]{3,40}$")]
Reden = Annotated[str, StringConstraints(min_length=5, max_length=1000)]

ROLLEN: Final[dict[Actorsoort, tuple[Rol, ...]]] = {
    Actorsoort.KLANT: (Rol.RECEPTIE, Rol.INKOMENSCONSULENT),
    Actorsoort.RECEPTIE: (Rol.RECEPTIE,),
    Actorsoort.IC: (Rol.INKOMENSCONSULENT,),
    Actorsoort.SCANSTRAAT_OF_IC: (Rol.ADMINISTRATIE, Rol.INKOMENSCONSULENT),
    Actorsoort.SR: (Rol.SOCIALE_RECHERCHE,),
    Actorsoort.FIATTEUR: (Rol.TOETSER,),
    Actorsoort.ADMINISTRATIE: (Rol.ADMINISTRATIE,),
}
"""Who may record a step: what the klant does is recorded by who receives it."""

_AANMAKEN, _SCREENING, _CONTROLE, _RECHT, _FIAT, _UITVOEREN, _OVERDRACHT = 2, 3, 8, 10, 11, 12, 13


class AanvraagstapOpdracht(Opdracht):
    """Een stap (deels) afvinken, overslaan of heropenen."""

    nr: int = Field(ge=1, le=len(STAPPEN), examples=[2])
    soort: Stapdaad = Stapdaad.AFGEVINKT
    delen: list[Deel] = Field(default_factory=list, max_length=8, examples=[["afspraak_gemaakt"]])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    reden: Reden | None = Field(default=None, description="Verplicht bij overslaan en heropenen.")

    @model_validator(mode="after")
    def _past_bij_de_soort(self) -> Self:
        if self.soort is Stapdaad.AFGEVINKT and not self.delen:
            raise ValueError("Noem wat er van deze stap is gedaan.")
        if self.soort is not Stapdaad.AFGEVINKT and self.reden is None:
            raise ValueError("Geef een reden.")
        if self.soort is not Stapdaad.AFGEVINKT and self.delen:
            raise ValueError("Onderdelen horen alleen bij afvinken.")
        return self


def leg_stap_vast(h: Handeling, opdracht: AanvraagstapOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record a step (DEV-AAN-014). Raises NietBevoegd for another actor, Geweigerd when it is not its turn."""
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING, *_LATER.get(opdracht.nr, ()))
    _controleer_actor(h, opdracht)
    datum = opdracht.datum or h.vandaag
    if not d.melding.meldingsdatum <= datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Kies een dag vanaf de meldingsdatum tot en met vandaag."})
    if opdracht.soort is Stapdaad.AFGEVINKT:
        _vink_af(h, d, opdracht, datum)
    elif opdracht.soort is Stapdaad.OVERGESLAGEN:
        _sla_over(h, d, opdracht, datum)
    else:
        _heropen(h, d, opdracht)
    werk_taken_bij(h, d)
    return beeld(h, d)


_LATER: Final = {
    _RECHT: (Aanvraagstatus.GETOETST,),
    _UITVOEREN: (Aanvraagstatus.GETOETST, Aanvraagstatus.AFGEHANDELD),
    _OVERDRACHT: (Aanvraagstatus.BESLOTEN, Aanvraagstatus.GETOETST, Aanvraagstatus.AFGEHANDELD),
}


def _controleer_actor(h: Handeling, opdracht: AanvraagstapOpdracht) -> None:
    stap = PER_NR[opdracht.nr]
    rollen = ROLLEN[stap.actor]
    if opdracht.soort is not Stapdaad.AFGEVINKT:
        rollen = (*rollen, Rol.INKOMENSCONSULENT)
    if not h.actor.heeft(*rollen):
        raise NietBevoegd(f"Stap {stap.nr} is van: {stap.actor.value.replace('_', ' ')}.")


def _vink_af(h: Handeling, d: Aanvraagdossier, opdracht: AanvraagstapOpdracht, datum: date) -> None:
    nr = opdracht.nr
    if vreemd := vreemde_delen(nr, opdracht.delen):
        met_de_hand = ", ".join(deel for deel in PER_NR[nr].delen if deel not in PER_NR[nr].vanzelf)
        uitleg = f"Kies uit: {met_de_hand}." if met_de_hand else "Deze stap wordt door de handeling zelf gezet."
        raise OngeldigeInvoer({f"delen.{opdracht.delen.index(deel)}": uitleg for deel in vreemd})
    toetsen = (toets_aan_de_beurt(nr, stappen_van(h, d.aanvraag)), *_feitelijk(h, d, opdracht))
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    vink(h, d, nr, opdracht.delen, datum=datum, reden=opdracht.reden)
    if nr == _SCREENING:
        open_vervolg(h, d)
    if nr == _UITVOEREN:
        sluit_taken(h, d.aanvraag.id, Taaksoort.UITVOEREN)


def _feitelijk(h: Handeling, d: Aanvraagdossier, opdracht: AanvraagstapOpdracht) -> tuple[Toets, ...]:
    """Hold the parts of the screening and the check of completeness against what is in the dossier."""
    if opdracht.nr == _CONTROLE:
        return (_volledig(h, d, opdracht),)
    if opdracht.nr != _SCREENING:
        return ()
    gescreend = screeningen.resultaten(h.sessie, d.melding.id)
    broodnood = bool(gescreend and gescreend[-1].feiten["screening"]["broodnood"])
    gegeven = any(weg is None for _, weg in voorschotten.voorschotten(h.sessie, d.melding.id))
    feiten = {
        "screening_gehouden": (bool(gescreend), "Er is een screeningsgesprek gehouden."),
        "gerapporteerd": (
            bool(screeningen.verslagen(h.sessie, d.melding.id)),
            "Er is een verslag van het screeningsgesprek.",
        ),
        "voorschot_beoordeeld": (
            not broodnood or gegeven or opdracht.reden is not None,
            "Bij broodnood is een voorschot verstrekt, of er staat een reden bij.",
        ),
    }
    gekozen = ((deel, *feiten[deel]) for deel in opdracht.delen if deel in feiten)
    return tuple(maak_toets(deel, klopt, WERKPROCES, {}, zin) for deel, klopt, zin in gekozen)


def _volledig(h: Handeling, d: Aanvraagdossier, opdracht: AanvraagstapOpdracht) -> Toets:
    mist = any(verzoek.status is Verzoekstatus.OPEN for verzoek in verzoeken(h.sessie, d.melding.id))
    klopt = not mist or opdracht.reden is not None or "volledigheid_gecontroleerd" not in opdracht.delen
    zin = "De gevraagde stukken zijn compleet, of er staat bij waarom de aanvraag zonder kan."
    return maak_toets("stukken_compleet", klopt, WERKPROCES, {"stukken_ontbreken": mist}, zin)


def _sla_over(h: Handeling, d: Aanvraagdossier, opdracht: AanvraagstapOpdracht, datum: date) -> None:
    toetsen = toets_overslaan(opdracht.nr), toets_aan_de_beurt(opdracht.nr, stappen_van(h, d.aanvraag))
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    stapregel(h, d, Stapregel(nr=opdracht.nr, soort=Stapdaad.OVERGESLAGEN, datum=datum, reden=opdracht.reden))
    leg_samen_vast(h, Soort.AANVRAAG_STAP_OVERGESLAGEN, d, {"nr": opdracht.nr, "datum": datum})


def _heropen(h: Handeling, d: Aanvraagdossier, opdracht: AanvraagstapOpdracht) -> None:
    """Take up a step again; what followed it is done again as well, but what still stands is ticked off at once.

    Step 10 can be taken up again until the beschikking leaves the house: a besluit that may not be sent any more, or
    that turns out to be wrong after the fiat, is followed by another.
    """
    nr = opdracht.nr
    if nr in (1, _FIAT):
        raise Conflict("Deze stap kan niet opnieuw; corrigeer de melding, of laat de fiatteur afkeuren.", "stap_vast")
    if d.aanvraag.status is Aanvraagstatus.GETOETST:
        neem_besluit_terug(h, d)
    regel = Stapregel(nr=nr, soort=Stapdaad.HEROPEND, datum=h.vandaag, reden=opdracht.reden)
    stond = stappen_van(h, d.aanvraag)
    stapregel(h, d, regel)
    leg_samen_vast(h, Soort.AANVRAAG_STAP_HEROPEND, d, {"nr": nr})
    for beeld_ in stond:
        staat_nog = [
            deel for deel in beeld_.stap.delen if deel in beeld_.gedaan and _staat_nog(nr, beeld_.stap.nr, deel)
        ]
        if beeld_.stap.nr >= nr and staat_nog:
            vink(h, d, beeld_.stap.nr, staat_nog, datum=beeld_.datum or h.vandaag)


def _staat_nog(heropend: int, nr: int, deel: str) -> bool:
    """Tell whether a part still stands after an earlier step was taken up again: what another handling did."""
    return deel in PER_NR[nr].vanzelf and nr not in (_RECHT, _FIAT) and (nr != heropend or nr == _AANMAKEN)
