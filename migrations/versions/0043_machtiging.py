"""Machtigingen, contacts with third parties, and with whom an attempt was made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import beveilig, geef_rechten

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('machtiging',
    sa.Column('derde', sa.Enum('bewindvoerder', 'begeleider', 'hulpverlener', 'familie', 'netwerk', name='derdesoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('antwoord', sa.Enum('gegeven', 'geweigerd', name='machtigingantwoord', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('partij', sa.Text(), nullable=True),
    sa.Column('reikwijdte', sa.Text(), nullable=True),
    sa.Column('document', sa.Text(), nullable=True),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('einde', sa.Date(), nullable=True),
    sa.Column('ingetrokken_op', sa.Date(), nullable=True),
    sa.Column('vergissing', sa.Boolean(), nullable=False),
    sa.Column('reden_intrekking', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_machtiging_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_machtiging_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_machtiging'))
    )
    op.create_index(op.f('ix_machtiging_klant_id'), 'machtiging', ['klant_id'], unique=False)
    op.create_table('derdencontact',
    sa.Column('derde', sa.Enum('bewindvoerder', 'begeleider', 'hulpverlener', 'familie', 'netwerk', name='derdesoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('wat', sa.Text(), nullable=False),
    sa.Column('waarom', sa.Text(), nullable=False),
    sa.Column('gewaarschuwd', sa.Boolean(), nullable=False),
    sa.Column('onderwerp_id', sa.Uuid(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reden_intrekking', sa.Text(), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_derdencontact_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_derdencontact_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_derdencontact'))
    )
    op.create_index(op.f('ix_derdencontact_klant_id'), 'derdencontact', ['klant_id'], unique=False)
    op.add_column(
        "ladderpoging",
        sa.Column(
            "derde",
            sa.Enum(
                "bewindvoerder",
                "begeleider",
                "hulpverlener",
                "familie",
                "netwerk",
                name="derdesoort",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=True,
        ),
    )
    for tabel in ("machtiging", "derdencontact"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
