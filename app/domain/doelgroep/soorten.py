"""All kinds of facts, and the rule of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

from pydantic import BaseModel, Field

from app.domain.doelgroep import (
    bad,
    bijstand,
    bijzonder,
    categorie,
    centrumgemeente,
    jongere,
    kwetsbaar,
    omstandigheid,
    school,
    statushouder,
)
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Achtergrond, Feit, Gevolg

Doelgroepfeit = Annotated[
    jongere.Startkwalificatie
    | jongere.WajongAfgewezen
    | jongere.WajongHerbeoordeling
    | jongere.BekendBij
    | school.Schooloverdracht
    | school.Jongerengesprek
    | kwetsbaar.KwetsbareJongere
    | kwetsbaar.KwetsbareJongereEinde
    | kwetsbaar.Jongerencontact
    | bijzonder.BijzondereDoelgroep
    | bijzonder.BijzondereDoelgroepEinde
    | bijzonder.GeenDakloosheid
    | bijzonder.Adresopgave
    | bijzonder.Regiobinding
    | bijzonder.Centrumgemeente
    | bijstand.BijzondereBijstand
    | statushouder.Statushouder
    | statushouder.Pip
    | statushouder.StatushouderScreening
    | statushouder.StatushouderAmbitie
    | statushouder.BadLening
    | statushouder.BadToezegging
    | statushouder.BadAfspraak
    | statushouder.VipInschrijving
    | categorie.Doelgroepcategorie
    | categorie.WiaVerdienste
    | categorie.Doelgroepregister
    | categorie.MaxWw
    | categorie.MaxWwUitkomst
    | omstandigheid.TenLasteKomendeKinderen
    | omstandigheid.Mantelzorg
    | omstandigheid.FunctioneleBeperking,
    Field(discriminator="soort"),
]

_REGELS: Final[Mapping[type[Feit], Callable[[Any, Achtergrond, DoelgroepBeleid], Gevolg]]] = {
    jongere.Startkwalificatie: jongere.gevolg_startkwalificatie,
    jongere.WajongAfgewezen: jongere.gevolg_wajong,
    jongere.WajongHerbeoordeling: jongere.gevolg_herbeoordeling,
    jongere.BekendBij: jongere.gevolg_bekend_bij,
    school.Schooloverdracht: school.gevolg_schooloverdracht,
    school.Jongerengesprek: school.gevolg_jongerengesprek,
    kwetsbaar.KwetsbareJongere: kwetsbaar.gevolg_kwetsbaar,
    kwetsbaar.KwetsbareJongereEinde: kwetsbaar.gevolg_einde,
    kwetsbaar.Jongerencontact: kwetsbaar.gevolg_contact,
    bijzonder.BijzondereDoelgroep: bijzonder.gevolg_bijzonder,
    bijzonder.BijzondereDoelgroepEinde: bijzonder.gevolg_bijzonder_einde,
    bijzonder.GeenDakloosheid: bijzonder.gevolg_geen_dakloosheid,
    bijzonder.Adresopgave: bijzonder.gevolg_adres,
    bijzonder.Regiobinding: bijzonder.gevolg_regiobinding,
    bijzonder.Centrumgemeente: centrumgemeente.gevolg_centrumgemeente,
    bijstand.BijzondereBijstand: bijstand.gevolg_bijstand,
    statushouder.Statushouder: statushouder.gevolg_statushouder,
    statushouder.Pip: statushouder.gevolg_pip,
    statushouder.StatushouderScreening: statushouder.gevolg_screening,
    statushouder.StatushouderAmbitie: statushouder.gevolg_ambitie,
    statushouder.BadLening: bad.gevolg_lening,
    statushouder.BadToezegging: bad.gevolg_toezegging,
    statushouder.BadAfspraak: bad.gevolg_afspraak,
    statushouder.VipInschrijving: bad.gevolg_vip,
    categorie.Doelgroepcategorie: categorie.gevolg_categorie,
    categorie.WiaVerdienste: categorie.gevolg_wia,
    categorie.Doelgroepregister: categorie.gevolg_register,
    categorie.MaxWw: categorie.gevolg_max_ww,
    categorie.MaxWwUitkomst: categorie.gevolg_max_ww_uitkomst,
    omstandigheid.TenLasteKomendeKinderen: omstandigheid.gevolg_kinderen,
    omstandigheid.Mantelzorg: omstandigheid.gevolg_mantelzorg,
    omstandigheid.FunctioneleBeperking: omstandigheid.gevolg_beperking,
}


class _Bewaard(BaseModel):
    feit: Doelgroepfeit


def lees_feit(inhoud: Mapping[str, Any]) -> Feit:
    """Turn the stored content of a fact back into the fact."""
    return _Bewaard.model_validate({"feit": inhoud}).feit


def gevolg_van(feit: Feit, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Return what follows from a fact."""
    return _REGELS[type(feit)](feit, rond, beleid)


SOORTEN: Final = tuple(sorted(klasse.model_fields["soort"].annotation.__args__[0] for klasse in _REGELS))  # type: ignore[union-attr]
"""The names of the kinds."""
