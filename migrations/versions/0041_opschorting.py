"""Opschortingen of the right, and intrekkingen that follow."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import beveilig, geef_rechten

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('opschorting',
    sa.Column('blokkeersituatie_id', sa.Uuid(), nullable=True),
    sa.Column('verzuim', sa.Enum('gegevens_of_bewijs_niet_verstrekt', 'niet_tijdig_of_onvolledig_verstrekt', 'onvoldoende_medewerking', name='verzuim', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('plicht', sa.Enum('inlichtingenplicht', 'medewerkingsplicht', 'arbeidsinschakeling', name='geschonden_plicht', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('verzuim_op', sa.Date(), nullable=False),
    sa.Column('periode_van', sa.Date(), nullable=True),
    sa.Column('herstel', sa.Text(), nullable=True),
    sa.Column('herstel_tot_en_met', sa.Date(), nullable=True),
    sa.Column('verwijtbaar', sa.Boolean(), nullable=True),
    sa.Column('verwijtbaarheid_toelichting', sa.Text(), nullable=True),
    sa.Column('status', sa.Enum('open', 'besloten', 'getoetst', 'lopend', 'hersteld', 'beeindigd', 'uitkering_ingetrokken', 'vervallen', name='opschortingstand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('geopend_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('geopend_door', sa.Uuid(), nullable=False),
    sa.Column('gesloten_op', sa.Date(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['blokkeersituatie_id'], ['blokkeersituatie.id'], name=op.f('fk_opschorting_blokkeersituatie_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_opschorting_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_opschorting_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opschorting'))
    )
    op.create_index(op.f('ix_opschorting_blokkeersituatie_id'), 'opschorting', ['blokkeersituatie_id'], unique=False)
    op.create_index('ix_opschorting_een', 'opschorting', ['klant_id'], unique=True, postgresql_where=sa.text("status IN ('open', 'besloten', 'getoetst', 'lopend')"))
    op.create_index(op.f('ix_opschorting_klant_id'), 'opschorting', ['klant_id'], unique=False)
    op.create_table('intrekking',
    sa.Column('opschorting_id', sa.Uuid(), nullable=False),
    sa.Column('verwijtbaar', sa.Boolean(), nullable=True),
    sa.Column('verwijtbaarheid_toelichting', sa.Text(), nullable=True),
    sa.Column('gehoord_op', sa.Date(), nullable=True),
    sa.Column('zienswijze', sa.Text(), nullable=True),
    sa.Column('gelegenheid_tot_en_met', sa.Date(), nullable=True),
    sa.Column('horen_uitzondering', sa.Text(), nullable=True),
    sa.Column('status', sa.Enum('open', 'besloten', 'getoetst', 'bekendgemaakt', 'vervallen', name='intrekkingstand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('geopend_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('geopend_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_intrekking_klant_id')),
    sa.ForeignKeyConstraint(['opschorting_id'], ['opschorting.id'], name=op.f('fk_intrekking_opschorting_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_intrekking_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_intrekking'))
    )
    op.create_index('ix_intrekking_een', 'intrekking', ['opschorting_id'], unique=True, postgresql_where=sa.text("status <> 'vervallen'"))
    op.create_index(op.f('ix_intrekking_klant_id'), 'intrekking', ['klant_id'], unique=False)
    for tabel in ("opschorting", "intrekking"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
