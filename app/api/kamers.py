"""The rooms of the API; the hottest stand first, because routes are tried in order."""

from fastapi import APIRouter

from app.api.aanvraag.besluiten import router as aanvraagbesluit
from app.api.aanvraag.documenten import router as aanvraagdocument
from app.api.aanvraag.router import router as aanvraag
from app.api.aanvraag.verloop import router as aanvraagverloop
from app.api.activiteit.router import router as activiteit
from app.api.afspraak.bijeenkomsten import router as bijeenkomst
from app.api.afspraak.router import router as afspraak
from app.api.agenda.inrichting import router as agenda_inrichting
from app.api.agenda.router import router as agenda
from app.api.begeleiding.router import router as begeleiding
from app.api.bekonnected.router import router as bekonnected
from app.api.beleid.router import router as beleid
from app.api.bericht.agenda import router as berichtagenda
from app.api.bericht.router import router as bericht
from app.api.beschutwerk.router import router as beschutwerk
from app.api.besluit.router import router as besluit
from app.api.bezwaar.router import router as bezwaar
from app.api.blokkering.besluiten import router as blokkeringbesluit
from app.api.blokkering.router import router as blokkering
from app.api.brief.router import router as besluitbrief
from app.api.budget.router import router as budget
from app.api.campagne.router import router as campagne
from app.api.diagnose.herstel import router as diagnose_herstel
from app.api.diagnose.importen import router as diagnose_import
from app.api.diagnose.router import router as diagnose
from app.api.doelgroep.router import router as doelgroep
from app.api.extern.router import router as extern
from app.api.gebeurtenis.router import router as gebeurtenis
from app.api.gesprek.betrokkenen import router as betrokkene
from app.api.gesprek.klantreis import router as klantreis
from app.api.gesprek.observaties import router as observatie
from app.api.gesprek.organisatie import router as organisatie
from app.api.gesprek.praatplaat import router as praatplaat
from app.api.gesprek.router import router as gesprek
from app.api.gesprek.voorbereiding import router as voorbereiding
from app.api.gesprek.werkgroep import router as werkgroep
from app.api.groep.router import router as groep
from app.api.herziening.router import router as herziening
from app.api.incident.router import router as incident
from app.api.indeling.overdracht import router as overdracht
from app.api.indeling.router import router as indeling
from app.api.indeling.wissels import router as wissel
from app.api.intake.brieven import router as brief
from app.api.intake.router import router as intake
from app.api.intake.screening_router import router as screening
from app.api.klant.router import router as klant
from app.api.klantafspraak.router import router as klantafspraak
from app.api.klantbeeld.router import router as klantbeeld
from app.api.klantverzoek.router import router as klantverzoek
from app.api.leerroute.router import router as leerroute
from app.api.loonkosten.forfaits import router as loonkostenforfait
from app.api.loonkosten.herberekeningen import router as loonkostenherberekening
from app.api.loonkosten.router import router as loonkosten
from app.api.loonkosten.watals import router as loonkosten_watals
from app.api.maatregel.gedragingen import router as gedraging
from app.api.maatregel.keuzelijst import router as gedragingkeuze
from app.api.maatregel.procedure import router as procedure
from app.api.maatregel.router import router as maatregel
from app.api.machtiging.router import router as machtiging
from app.api.makelaar.router import router as makelaar
from app.api.medewerker.router import router as medewerker
from app.api.mutatie.router import router as mutatie
from app.api.niveau.router import router as niveau
from app.api.nugger.router import router as nugger
from app.api.plan.router import router as plan
from app.api.signaal.router import router as signaal
from app.api.simulatie.beleid import router as beleidssimulatie
from app.api.simulatie.router import router as simulatie
from app.api.sturing.aannames import router as sturing_aannames
from app.api.sturing.dienstverlening import router as sturing_dienstverlening
from app.api.sturing.makelaarinzet import router as makelaarinzet
from app.api.sturing.proefplaatsingen import router as sturing_proefplaatsingen
from app.api.sturing.router import router as sturing
from app.api.sturing.voorzieninginzet import router as voorzieninginzet
from app.api.subsidie.afloop import router as subsidieafloop
from app.api.subsidie.berekening import router as subsidieberekening
from app.api.subsidie.betalingen import router as subsidiebetaling
from app.api.subsidie.facturen import router as subsidiefactuur
from app.api.subsidie.router import router as subsidie
from app.api.taak.router import router as taak
from app.api.taaleis.router import router as taaleis
from app.api.taaleis.zaken import router as taaleiszaak
from app.api.toekenning.besluiten import router as toekenningsbesluit
from app.api.toekenning.regelingen import router as regelingen
from app.api.toekenning.router import router as toekenning
from app.api.toekenning.verloop import router as toekenningsverloop
from app.api.vaststelling.router import router as vaststelling
from app.api.verplichting.router import router as verplichting
from app.api.verwerking.router import router as verwerking
from app.api.verwijzing.router import router as verwijzing
from app.api.voorziening.kansen import router as voorzieningskans
from app.api.voorziening.router import router as voorziening
from app.api.werkgever.klanten import router as dienstverband
from app.api.werkgever.overzicht import router as werkgeveroverzicht
from app.api.werkgever.router import router as werkgever

BESTANDSPADEN = ("/diagnose-importen", "/diagnose-proefimporten")
"""Where a file may be posted as the body itself."""

KAMERS: tuple[APIRouter, ...] = (
    taak,
    klantbeeld,
    klant,
    klantafspraak,
    plan,
    bijeenkomst,
    afspraak,
    agenda,
    agenda_inrichting,
    intake,
    brief,
    aanvraag,
    aanvraagdocument,
    aanvraagbesluit,
    aanvraagverloop,
    verwijzing,
    screening,
    diagnose,
    doelgroep,
    diagnose_import,
    diagnose_herstel,
    indeling,
    overdracht,
    gesprek,
    observatie,
    klantreis,
    organisatie,
    betrokkene,
    praatplaat,
    wissel,
    activiteit,
    voorbereiding,
    gedraging,
    gedragingkeuze,
    incident,
    procedure,
    maatregel,
    besluit,
    blokkering,
    besluitbrief,
    herziening,
    bezwaar,
    blokkeringbesluit,
    bericht,
    berichtagenda,
    beleid,
    gebeurtenis,
    medewerker,
    mutatie,
    machtiging,
    makelaar,
    nugger,
    niveau,
    begeleiding,
    groep,
    simulatie,
    loonkosten,
    loonkostenforfait,
    loonkostenherberekening,
    loonkosten_watals,
    beleidssimulatie,
    sturing,
    taaleis,
    taaleiszaak,
    toekenning,
    toekenningsverloop,
    toekenningsbesluit,
    regelingen,
    verwerking,
    voorziening,
    voorzieningskans,
    beschutwerk,
    bekonnected,
    leerroute,
    verplichting,
    signaal,
    sturing_dienstverlening,
    sturing_proefplaatsingen,
    subsidieberekening,
    werkgever,
    werkgeveroverzicht,
    dienstverband,
    makelaarinzet,
    voorzieninginzet,
    campagne,
    extern,
    klantverzoek,
    vaststelling,
    werkgroep,
    budget,
    subsidie,
    subsidiefactuur,
    subsidiebetaling,
    subsidieafloop,
    sturing_aannames,
)
