"""groepsactiviteit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('groepsactiviteit',
    sa.Column('gemeente', sa.Text(), nullable=False),
    sa.Column('soort', sa.Enum('workshop', 'vervolggroep', 'bemiddelingsgroep', 'brug', 'werken_aan_werk', 'terugkommoment', name='groepsoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('klantgroep', sa.Enum('matchen', 'groeien', 'faciliteren', 'zorgen', name='klantgroep', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('begeleider_id', sa.Uuid(), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('einde', sa.Date(), nullable=True),
    sa.Column('doeldatum', sa.Date(), nullable=True),
    sa.Column('vervolg_op', sa.Uuid(), nullable=True),
    sa.Column('beeindigd_op', sa.Date(), nullable=True),
    sa.Column('reden_einde', sa.Text(), nullable=True),
    sa.Column('pakket', sa.Text(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('varianten', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['begeleider_id'], ['medewerker.id'], name=op.f('fk_groepsactiviteit_begeleider_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_groepsactiviteit_organisatie')),
    sa.ForeignKeyConstraint(['vervolg_op'], ['groepsactiviteit.id'], name=op.f('fk_groepsactiviteit_vervolg_op')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groepsactiviteit'))
    )
    op.create_index('ix_groepsactiviteit_lijst', 'groepsactiviteit', ['organisatie', 'start', 'id'], unique=False)
    op.create_table('groepsdeelname',
    sa.Column('groepsactiviteit_id', sa.Uuid(), nullable=False),
    sa.Column('status', sa.Enum('deelnemer', 'afgerond', 'gestopt', 'verwijderd', name='deelnamestatus', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('vanaf', sa.Date(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=True),
    sa.Column('gedragsafspraken_op', sa.Date(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['groepsactiviteit_id'], ['groepsactiviteit.id'], name=op.f('fk_groepsdeelname_groepsactiviteit_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_groepsdeelname_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_groepsdeelname_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groepsdeelname'))
    )
    op.create_index('ix_groepsdeelname_een', 'groepsdeelname', ['groepsactiviteit_id', 'klant_id'], unique=True, postgresql_where=sa.text("status = 'deelnemer'"))
    op.create_index(op.f('ix_groepsdeelname_klant_id'), 'groepsdeelname', ['klant_id'], unique=False)
    op.create_table('groepsmoment',
    sa.Column('groepsactiviteit_id', sa.Uuid(), nullable=False),
    sa.Column('begint', sa.DateTime(timezone=True), nullable=False),
    sa.Column('duur_minuten', sa.Integer(), nullable=False),
    sa.Column('vorm', sa.Enum('fysiek', 'digitaal', 'extern_digitaal', name='vorm', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('aanbieder', sa.Text(), nullable=True),
    sa.Column('status', sa.Enum('gepland', 'gehouden', 'vervallen', name='momentstatus', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('onderdelen', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('huiswerk', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('varianten', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.ForeignKeyConstraint(['groepsactiviteit_id'], ['groepsactiviteit.id'], name=op.f('fk_groepsmoment_groepsactiviteit_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_groepsmoment_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groepsmoment'))
    )
    op.create_index(op.f('ix_groepsmoment_groepsactiviteit_id'), 'groepsmoment', ['groepsactiviteit_id'], unique=False)
    op.create_table('groepsstap',
    sa.Column('groepsactiviteit_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('gedaan_op', sa.Date(), nullable=True),
    sa.Column('minuten', sa.Integer(), nullable=True),
    sa.Column('resultaat_kenmerk', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['groepsactiviteit_id'], ['groepsactiviteit.id'], name=op.f('fk_groepsstap_groepsactiviteit_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_groepsstap_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_groepsstap_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groepsstap')),
    sa.UniqueConstraint('groepsactiviteit_id', 'klant_id', 'code', name=op.f('uq_groepsstap_groepsactiviteit_id_klant_id_code'))
    )
    op.create_index(op.f('ix_groepsstap_klant_id'), 'groepsstap', ['klant_id'], unique=False)
    op.create_table('groepspresentie',
    sa.Column('groepsmoment_id', sa.Uuid(), nullable=False),
    sa.Column('aanwezig', sa.Boolean(), nullable=False),
    sa.Column('huiswerk', sa.Enum('opgegeven', 'ingeleverd', 'besproken', name='huiswerk', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('resultaat_kenmerk', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['groepsmoment_id'], ['groepsmoment.id'], name=op.f('fk_groepspresentie_groepsmoment_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_groepspresentie_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_groepspresentie_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groepspresentie')),
    sa.UniqueConstraint('groepsmoment_id', 'klant_id', name=op.f('uq_groepspresentie_groepsmoment_id_klant_id'))
    )
    op.create_index(op.f('ix_groepspresentie_klant_id'), 'groepspresentie', ['klant_id'], unique=False)
    for tabel in ("groepsactiviteit", "groepsmoment"):
        beveilig(tabel, met_klant=False)
        geef_rechten(tabel)
    for tabel in ("groepsdeelname", "groepspresentie", "groepsstap"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
