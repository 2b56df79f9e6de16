"""What a klant does, the changes of klantgroep that are considered, and trajecten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('activiteit',
    sa.Column('soort', sa.Enum('vrijwilligerswerk', 'betaald_werk', 'mantelzorg', 'opleiding', 'overig', name='activiteitsoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('omschrijving', sa.Text(), nullable=True),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('einde', sa.Date(), nullable=True),
    sa.Column('zelf_gevonden', sa.Boolean(), nullable=True),
    sa.Column('reden_intrekking', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_activiteit_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_activiteit_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activiteit'))
    )
    op.create_index(op.f('ix_activiteit_klant_id'), 'activiteit', ['klant_id'], unique=False)
    op.create_table('klantgroeptraject',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('gepland_einde', sa.Date(), nullable=False),
    sa.Column('toetsen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('geeindigd_op', sa.Date(), nullable=True),
    sa.Column('resultaat', sa.Enum('werk', 'blijft_in_klantgroep', 'afstand_niet_overbrugd', 'voortijdig_gestopt', name='trajectresultaat', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('toelichting', sa.Text(), nullable=True),
    sa.Column('toegewezen_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('toegewezen_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_klantgroeptraject_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_klantgroeptraject_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_klantgroeptraject'))
    )
    op.create_index(op.f('ix_klantgroeptraject_klant_id'), 'klantgroeptraject', ['klant_id'], unique=False)
    op.create_table('leefgebiedbeeld',
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('problemen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_leefgebiedbeeld_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_leefgebiedbeeld_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leefgebiedbeeld'))
    )
    op.create_index(op.f('ix_leefgebiedbeeld_klant_id'), 'leefgebiedbeeld', ['klant_id'], unique=False)
    op.create_table('activiteitstand',
    sa.Column('activiteit_id', sa.Uuid(), nullable=False),
    sa.Column('vanaf', sa.Date(), nullable=False),
    sa.Column('uren_per_week', sa.Numeric(precision=4, scale=1), nullable=False),
    sa.Column('uren_uitbreidbaar', sa.Boolean(), nullable=True),
    sa.Column('inkomen_per_maand', sa.Integer(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['activiteit_id'], ['activiteit.id'], name=op.f('fk_activiteitstand_activiteit_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_activiteitstand_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_activiteitstand_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activiteitstand'))
    )
    op.create_index(op.f('ix_activiteitstand_klant_id'), 'activiteitstand', ['klant_id'], unique=False)
    op.create_index('ix_activiteitstand_volgorde', 'activiteitstand', ['activiteit_id', 'vanaf', 'vastgelegd_op'], unique=False)
    op.create_table('wisseloverweging',
    sa.Column('aanleiding', sa.Enum('vrijwilligerswerk_veel_uren', 'betaald_werk_veel_uren', 'betaald_werk_behouden', 'start_vrijwilligerswerk', 'werk_onder_norm', 'wens_vrijwilligerswerk', 'motivatie_ontstaan', 'traject_afgerond', 'twijfelgeval', 'ontwikkeling', name='aanleiding', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('status', sa.Enum('open', 'besloten', 'vervallen', name='overweegstatus', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('klantgroep', sa.Enum('matchen', 'groeien', 'faciliteren', 'zorgen', name='klantgroep', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('voorgesteld', sa.Enum('matchen', 'groeien', 'faciliteren', 'zorgen', name='voorgesteld', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('vanaf', sa.Date(), nullable=False),
    sa.Column('omschrijving', sa.Text(), nullable=True),
    sa.Column('toetsen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('geopend_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('geopend_door', sa.Uuid(), nullable=False),
    sa.Column('onderzoek_gevraagd_op', sa.Date(), nullable=True),
    sa.Column('onderzoek_ontvangen_op', sa.Date(), nullable=True),
    sa.Column('onderzoek_advies', sa.Text(), nullable=True),
    sa.Column('uitkomst', sa.Enum('wisselen', 'niet_wisselen', name='overweeguitkomst', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('motivering', sa.Text(), nullable=True),
    sa.Column('besloten_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('besloten_door', sa.Uuid(), nullable=True),
    sa.Column('indeling_id', sa.Uuid(), nullable=True),
    sa.Column('beleid_id', sa.Text(), nullable=False),
    sa.Column('beleid_sha256', sa.Text(), nullable=False),
    sa.Column('codeversie', sa.Text(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['indeling_id'], ['indeling.id'], name=op.f('fk_wisseloverweging_indeling_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_wisseloverweging_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_wisseloverweging_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wisseloverweging'))
    )
    op.create_index(op.f('ix_wisseloverweging_klant_id'), 'wisseloverweging', ['klant_id'], unique=False)
    op.create_index('uq_wisseloverweging_open', 'wisseloverweging', ['klant_id', 'aanleiding'], unique=True, postgresql_where=sa.text("status = 'open'"))
    for tabel in ("activiteit", "klantgroeptraject", "wisseloverweging"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    for tabel in ("activiteitstand", "leefgebiedbeeld"):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
