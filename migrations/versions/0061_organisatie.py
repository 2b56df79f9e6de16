"""Requests of klanten, campaigns, decisions on policy, contact roles and reports of other systems."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('beleidsvaststelling',
    sa.Column('gemeente', sa.Text(), nullable=False),
    sa.Column('pakket', sa.Text(), nullable=False),
    sa.Column('orgaan', sa.Enum('wetgever', 'raad', 'college', name='orgaan', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('kenmerk', sa.Text(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('niveaus', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('toetsen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reden_intrekking', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_beleidsvaststelling_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_beleidsvaststelling'))
    )
    op.create_table('campagne',
    sa.Column('gemeente', sa.Text(), nullable=False),
    sa.Column('onderwerp', sa.Text(), nullable=False),
    sa.Column('brief', sa.Text(), nullable=False),
    sa.Column('bijlage', sa.Text(), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('overleg_beleid_op', sa.Date(), nullable=False),
    sa.Column('stand', sa.Enum('gepland', 'bezig', 'verzonden', 'ingetrokken', name='campagnestand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('totaal', sa.Integer(), nullable=True),
    sa.Column('gemaakt', sa.Integer(), nullable=False),
    sa.Column('tot_klant_id', sa.Uuid(), nullable=True),
    sa.Column('verzonden_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_campagne_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campagne'))
    )
    op.create_table('werkgroepcontact',
    sa.Column('gemeente', sa.Text(), nullable=False),
    sa.Column('werkgroep', sa.Text(), nullable=False),
    sa.Column('partner', sa.Text(), nullable=False),
    sa.Column('rol', sa.Text(), nullable=False),
    sa.Column('functie', sa.Text(), nullable=False),
    sa.Column('actief', sa.Boolean(), nullable=False),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_werkgroepcontact_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_werkgroepcontact'))
    )
    op.create_table('beleidsvervolg',
    sa.Column('vaststelling_id', sa.Uuid(), nullable=False),
    sa.Column('soort', sa.Enum('advies', 'reactie', 'bekendmaking', 'informatie', name='beleidsvervolgsoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('inhoud', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_beleidsvervolg_organisatie')),
    sa.ForeignKeyConstraint(['vaststelling_id'], ['beleidsvaststelling.id'], name=op.f('fk_beleidsvervolg_vaststelling_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_beleidsvervolg'))
    )
    op.create_index(op.f('ix_beleidsvervolg_vaststelling_id'), 'beleidsvervolg', ['vaststelling_id'], unique=False)
    op.create_table('campagneontvanger',
    sa.Column('campagne_id', sa.Uuid(), nullable=False),
    sa.Column('gemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_campagneontvanger_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_campagneontvanger_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campagneontvanger'))
    )
    op.create_index('ix_campagneontvanger_eenmalig', 'campagneontvanger', ['campagne_id', 'klant_id'], unique=True)
    op.create_index(op.f('ix_campagneontvanger_klant_id'), 'campagneontvanger', ['klant_id'], unique=False)
    op.create_table('externe_melding',
    sa.Column('onderwerp_id', sa.Uuid(), nullable=False),
    sa.Column('systeem', sa.Enum('gws', 'jcc', 'e_suite', 'sharepoint_agenda', 'suwinet', 'gba_brp', 'teams', name='systeem', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('melding', sa.Enum('bijgewerkt', 'mislukt', name='syncmelding', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('kenmerk', sa.Text(), nullable=True),
    sa.Column('toelichting', sa.Text(), nullable=True),
    sa.Column('gemeld_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gemeld_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_externe_melding_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_externe_melding_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_externe_melding'))
    )
    op.create_index(op.f('ix_externe_melding_klant_id'), 'externe_melding', ['klant_id'], unique=False)
    op.create_index('ix_externe_melding_onderwerp', 'externe_melding', ['onderwerp_id', 'systeem', 'gemeld_op'], unique=False)
    op.create_table('klantverzoek',
    sa.Column('soort', sa.Enum('bijzondere_bijstand', 'voorschot_vakantiegeld', 'mutatie', 'signaal', name='klantverzoeksoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('stand', sa.Enum('ontvangen', 'in_behandeling', 'afgehandeld', 'ingetrokken', name='klantverzoekstand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('klantgroep', sa.Enum('matchen', 'groeien', 'faciliteren', 'zorgen', name='klantgroep', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('ontvangen_op', sa.Date(), nullable=False),
    sa.Column('omschrijving', sa.Text(), nullable=False),
    sa.Column('bedrag', sa.Integer(), nullable=True),
    sa.Column('maand', sa.Date(), nullable=True),
    sa.Column('uitkomst', sa.Enum('toegekend', 'afgewezen', 'verwerkt', 'doorgezet', 'geen_actie', name='klantverzoekuitkomst', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('toelichting', sa.Text(), nullable=True),
    sa.Column('besluit_kenmerk', sa.Text(), nullable=True),
    sa.Column('afgehandeld_op', sa.Date(), nullable=True),
    sa.Column('afgehandeld_door', sa.Uuid(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_klantverzoek_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_klantverzoek_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_klantverzoek'))
    )
    op.create_index(op.f('ix_klantverzoek_klant_id'), 'klantverzoek', ['klant_id'], unique=False)
    beveilig("klantverzoek", met_klant=True)
    geef_rechten("klantverzoek")
    for tabel in ("campagneontvanger", "externe_melding"):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)
    for tabel in ("campagne", "beleidsvaststelling"):
        beveilig(tabel, met_klant=False)
        geef_rechten(tabel)
    for tabel in ("beleidsvervolg", "werkgroepcontact"):
        beveilig(tabel, met_klant=False)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
