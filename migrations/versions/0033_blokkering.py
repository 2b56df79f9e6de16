"""Situations in which blocking threatens, the contact ladder, and blocks of the payment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('blokkeersituatie',
    sa.Column('soort', sa.Enum('geen_reactie_uitnodiging', 'geen_reactie_contactverzoek', 'niet_thuis_gepland_huisbezoek', 'stukken_niet_ingeleverd', name='situatiesoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('uiterlijk', sa.Date(), nullable=True),
    sa.Column('omschrijving', sa.Text(), nullable=False),
    sa.Column('automatisch', sa.Boolean(), nullable=False),
    sa.Column('aanleiding_id', sa.Uuid(), nullable=True),
    sa.Column('no_shows', sa.Integer(), nullable=True),
    sa.Column('klantgroep', sa.Enum('matchen', 'groeien', 'faciliteren', 'zorgen', name='klantgroep', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('zorg_handhaving', sa.Boolean(), nullable=False),
    sa.Column('pad', sa.Enum('contactladder', 'regulier', 'zorg_handhaving', name='pad', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('status', sa.Enum('verwacht', 'open', 'contact_hersteld', 'geblokkeerd', 'ingetrokken', name='situatiestatus', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('reden_geen_verdere_stap', sa.Text(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('geregistreerd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('geregistreerd_door', sa.Uuid(), nullable=False),
    sa.Column('afgesloten_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_blokkeersituatie_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_blokkeersituatie_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blokkeersituatie'))
    )
    op.create_index('ix_blokkeersituatie_aanleiding', 'blokkeersituatie', ['aanleiding_id'], unique=True, postgresql_where=sa.text("status IN ('verwacht', 'open')"))
    op.create_index(op.f('ix_blokkeersituatie_klant_id'), 'blokkeersituatie', ['klant_id'], unique=False)
    op.create_table('ladderpoging',
    sa.Column('blokkeersituatie_id', sa.Uuid(), nullable=False),
    sa.Column('stap', sa.Enum('telefonisch_klant', 'netwerk_bewindvoerder_familie', 'hulpverleners', 'huisbezoek_met_bel_me_briefje', 'aangekondigd_huisbezoek_ook_via_bewindvoerder', name='ladderstap', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('resultaat', sa.Enum('geen_contact', 'reden_bekend_geen_contact', 'contact', name='pogingresultaat', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reden_intrekking', sa.Text(), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['blokkeersituatie_id'], ['blokkeersituatie.id'], name=op.f('fk_ladderpoging_blokkeersituatie_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_ladderpoging_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_ladderpoging_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ladderpoging'))
    )
    op.create_index(op.f('ix_ladderpoging_blokkeersituatie_id'), 'ladderpoging', ['blokkeersituatie_id'], unique=False)
    op.create_index(op.f('ix_ladderpoging_klant_id'), 'ladderpoging', ['klant_id'], unique=False)
    op.create_table('blokkering',
    sa.Column('blokkeersituatie_id', sa.Uuid(), nullable=True),
    sa.Column('grond', sa.Enum('contact_niet_hersteld', 'concrete_aanwijzingen_minder_of_geen_recht', 'zorg_handhaving', 'rechtmatigheidstwijfel', name='blokkeergrond', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('aanwijzing', sa.Text(), nullable=True),
    sa.Column('aanwijzing_bron', sa.Text(), nullable=True),
    sa.Column('omvang', sa.Enum('volledig', 'gedeeltelijk', name='omvang', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('van', sa.Date(), nullable=False),
    sa.Column('uitkering', sa.Integer(), nullable=False),
    sa.Column('uitkering_bron', sa.Text(), nullable=False),
    sa.Column('vaste_lasten', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('geblokkeerd', sa.Integer(), nullable=False),
    sa.Column('reden_gedeeltelijk', sa.Enum('dreigende_huisuitzetting', 'dreigende_afsluiting_nutsvoorzieningen', 'anders', name='reden_gedeeltelijk', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('toelichting_gedeeltelijk', sa.Text(), nullable=True),
    sa.Column('toetsen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('beleid_id', sa.Text(), nullable=False),
    sa.Column('beleid_sha256', sa.Text(), nullable=False),
    sa.Column('codeversie', sa.Text(), nullable=False),
    sa.Column('status', sa.Enum('lopend', 'opgeheven', 'overgegaan_in_intrekking', name='blokkeringstatus', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('geblokkeerd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('geblokkeerd_door', sa.Uuid(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=True),
    sa.Column('reden_opheffing', sa.Enum('contact_hersteld', 'verzuim_hersteld', 'recht_vastgesteld', 'maximum_bereikt', 'vergissing', 'anders', name='reden_opheffing', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('toelichting_opheffing', sa.Text(), nullable=True),
    sa.Column('opgeheven_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opgeheven_door', sa.Uuid(), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['beleid_sha256'], ['beleidspakket.sha256'], name=op.f('fk_blokkering_beleid_sha256')),
    sa.ForeignKeyConstraint(['blokkeersituatie_id'], ['blokkeersituatie.id'], name=op.f('fk_blokkering_blokkeersituatie_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_blokkering_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_blokkering_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blokkering'))
    )
    op.create_index(op.f('ix_blokkering_blokkeersituatie_id'), 'blokkering', ['blokkeersituatie_id'], unique=False)
    op.create_index('ix_blokkering_een', 'blokkering', ['klant_id'], unique=True, postgresql_where=sa.text("status = 'lopend'"))
    op.create_index(op.f('ix_blokkering_klant_id'), 'blokkering', ['klant_id'], unique=False)
    for tabel in ("blokkeersituatie", "ladderpoging", "blokkering"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
