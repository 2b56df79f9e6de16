"""Warm handovers and the one extension of Matchen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('indelingsoverdracht',
    sa.Column('indeling_id', sa.Uuid(), nullable=False),
    sa.Column('gehouden_op', sa.Date(), nullable=True),
    sa.Column('reden_niet_nodig', sa.Text(), nullable=True),
    sa.Column('verslag', sa.Text(), nullable=True),
    sa.Column('van_consulent_id', sa.Uuid(), nullable=True),
    sa.Column('naar_consulent_id', sa.Uuid(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['indeling_id'], ['indeling.id'], name=op.f('fk_indelingsoverdracht_indeling_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_indelingsoverdracht_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_indelingsoverdracht_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indelingsoverdracht')),
    sa.UniqueConstraint('indeling_id', name=op.f('uq_indelingsoverdracht_indeling_id'))
    )
    op.create_index(op.f('ix_indelingsoverdracht_klant_id'), 'indelingsoverdracht', ['klant_id'], unique=False)
    op.create_table('klantgroepverlenging',
    sa.Column('indeling_id', sa.Uuid(), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('nieuw_einde', sa.Date(), nullable=False),
    sa.Column('motivering', sa.Text(), nullable=False),
    sa.Column('toetsen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('peildatum', sa.Date(), nullable=False),
    sa.Column('beleid_id', sa.Text(), nullable=False),
    sa.Column('beleid_sha256', sa.Text(), nullable=False),
    sa.Column('codeversie', sa.Text(), nullable=False),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['indeling_id'], ['indeling.id'], name=op.f('fk_klantgroepverlenging_indeling_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_klantgroepverlenging_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_klantgroepverlenging_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_klantgroepverlenging')),
    sa.UniqueConstraint('indeling_id', name=op.f('uq_klantgroepverlenging_indeling_id'))
    )
    op.create_index(op.f('ix_klantgroepverlenging_klant_id'), 'klantgroepverlenging', ['klant_id'], unique=False)
    for tabel in ("indelingsoverdracht", "klantgroepverlenging"):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
