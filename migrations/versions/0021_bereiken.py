"""bereiken."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import alleen_toevoegen, beveilig
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('bereikpoging',
    sa.Column('afspraak_id', sa.Uuid(), nullable=False),
    sa.Column('kanaal', sa.Enum('telefoon', 'sms', 'whatsapp', 'mail', 'voicemail', name='bereikkanaal', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('bereikt', sa.Boolean(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=True),
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('medewerker_id', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['afspraak_id'], ['afspraak.id'], name=op.f('fk_bereikpoging_afspraak_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_bereikpoging_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_bereikpoging_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bereikpoging'))
    )
    op.create_index(op.f('ix_bereikpoging_afspraak_id'), 'bereikpoging', ['afspraak_id'], unique=False)
    op.create_index(op.f('ix_bereikpoging_klant_id'), 'bereikpoging', ['klant_id'], unique=False)
    op.add_column('afspraak', sa.Column('vorm', sa.Enum('fysiek', 'online', 'telefonisch', name='kick_off_vorm', native_enum=False, create_constraint=True, length=60), nullable=True))
    op.add_column('afspraak', sa.Column('subgroep', sa.Integer(), nullable=True))
    op.add_column('afspraak', sa.Column('onderdelen', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False))
    op.add_column('afspraak', sa.Column('reden_kanaal', sa.Text(), nullable=True))
    op.add_column('bijeenkomst', sa.Column('onderdelen', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False))
    op.drop_constraint(op.f("ck_agendapunt_gesprekskanaal"), "agendapunt", type_="check")
    kanalen = "'fysiek', 'videobellen', 'telefoon', 'huisbezoek'"
    op.create_check_constraint(op.f("ck_agendapunt_gesprekskanaal"), "agendapunt", f"kanaal IN ({kanalen})")
    for tabel in ("bereikpoging",):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
