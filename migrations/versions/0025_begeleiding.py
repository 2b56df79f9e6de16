"""begeleiding."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten
from sqlalchemy.dialects import postgresql

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('contactafspraak',
    sa.Column('elke_dagen', sa.Integer(), nullable=False),
    sa.Column('volgende', sa.Date(), nullable=False),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_contactafspraak_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_contactafspraak_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contactafspraak'))
    )
    op.create_index(op.f('ix_contactafspraak_klant_id'), 'contactafspraak', ['klant_id'], unique=False)
    op.create_table('contactmoment',
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vorm', sa.Enum('telefoon', 'videobellen', 'fysiek', 'bericht', name='contactvorm', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('onderwerpen', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('afspraken', sa.Text(), nullable=True),
    sa.Column('medewerker_id', sa.Uuid(), nullable=False),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reden_intrekking', sa.Text(), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('varianten', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_contactmoment_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_contactmoment_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contactmoment'))
    )
    op.create_index(op.f('ix_contactmoment_klant_id'), 'contactmoment', ['klant_id'], unique=False)
    op.create_table('doelactie',
    sa.Column('omschrijving', sa.Text(), nullable=False),
    sa.Column('uiterlijk', sa.Date(), nullable=True),
    sa.Column('status', sa.Enum('open', 'bezig', 'gedaan', 'vervallen', name='doelactiestatus', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('resultaat', sa.Text(), nullable=True),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_doelactie_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_doelactie_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_doelactie'))
    )
    op.create_index(op.f('ix_doelactie_klant_id'), 'doelactie', ['klant_id'], unique=False)
    op.create_table('werkplekkeuze',
    sa.Column('keuze', sa.Enum('intern', 'extern', 'intensieve_bemiddeling', name='werkplek', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('dag', sa.Date(), nullable=False),
    sa.Column('beleid_id', sa.Text(), nullable=False),
    sa.Column('medewerker_id', sa.Uuid(), nullable=False),
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('varianten', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_werkplekkeuze_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_werkplekkeuze_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_werkplekkeuze'))
    )
    op.create_index(op.f('ix_werkplekkeuze_klant_id'), 'werkplekkeuze', ['klant_id'], unique=False)
    op.add_column('maatregelzaak', sa.Column('totaalbeeld', sa.Text(), nullable=True))
    op.add_column('melding', sa.Column('reden_kanaal', sa.Text(), nullable=True))
    op.add_column('melding', sa.Column('digitaal_vaardig', sa.Boolean(), nullable=True))
    op.add_column('melding', sa.Column('digitale_middelen', sa.Boolean(), nullable=True))
    op.add_column('melding', sa.Column('formulier_levering', sa.Enum('afhalen', 'post', name='levering', native_enum=False, create_constraint=True, length=60), nullable=True))
    op.add_column('melding', sa.Column('broodnood', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.drop_constraint(op.f("ck_planondertekening_ondertekenwijze"), "planondertekening", type_="check")
    wijzen = "'papier', 'email', 'retourmail'"
    op.create_check_constraint(
        op.f("ck_planondertekening_ondertekenwijze"), "planondertekening", f"wijze IN ({wijzen})"
    )
    for tabel in ("contactmoment", "contactafspraak", "doelactie"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    for tabel in ("werkplekkeuze",):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
