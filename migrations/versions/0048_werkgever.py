"""Employers with vestigingen, contacts and bank accounts; dienstverbanden and statements of intention."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('werkgever',
    sa.Column('kvk_nummer', sa.Text(), nullable=False),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('sbi', sa.Text(), nullable=True),
    sa.Column('sector', sa.Text(), nullable=True),
    sa.Column('iban', sa.Text(), nullable=True),
    sa.Column('tenaamstelling', sa.Text(), nullable=True),
    sa.Column('accountmanager_id', sa.Uuid(), nullable=True),
    sa.Column('stand', sa.Enum('actief', 'beeindigd', 'opgegaan', name='werkgeverstand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('reden_einde', sa.Text(), nullable=True),
    sa.Column('opgegaan_in', sa.Uuid(), nullable=True),
    sa.Column('geregistreerd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('geregistreerd_door', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['accountmanager_id'], ['medewerker.id'], name=op.f('fk_werkgever_accountmanager_id')),
    sa.ForeignKeyConstraint(['opgegaan_in'], ['werkgever.id'], name=op.f('fk_werkgever_opgegaan_in')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_werkgever_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_werkgever')),
    sa.UniqueConstraint('organisatie', 'kvk_nummer', name=op.f('uq_werkgever_organisatie_kvk_nummer'))
    )
    op.create_index(op.f('ix_werkgever_accountmanager_id'), 'werkgever', ['accountmanager_id'], unique=False)
    op.create_index(op.f('ix_werkgever_opgegaan_in'), 'werkgever', ['opgegaan_in'], unique=False)
    op.create_table('ibanwijziging',
    sa.Column('werkgever_id', sa.Uuid(), nullable=False),
    sa.Column('iban', sa.Text(), nullable=False),
    sa.Column('tenaamstelling', sa.Text(), nullable=False),
    sa.Column('bron', sa.Enum('factuur', 'formulier', 'mail', 'telefoon', 'overeenkomst', name='bron', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=True),
    sa.Column('stand', sa.Enum('voorgesteld', 'bevestigd', 'afgewezen', name='ibanstand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('voorgesteld_door', sa.Uuid(), nullable=False),
    sa.Column('voorgesteld_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('controle', sa.Enum('teruggebeld', 'bankafschrift', 'naam_nummercontrole', name='controle', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('bevinding', sa.Text(), nullable=True),
    sa.Column('beoordeeld_door', sa.Uuid(), nullable=True),
    sa.Column('beoordeeld_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_ibanwijziging_organisatie')),
    sa.ForeignKeyConstraint(['werkgever_id'], ['werkgever.id'], name=op.f('fk_ibanwijziging_werkgever_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ibanwijziging'))
    )
    op.create_index('ix_ibanwijziging_open', 'ibanwijziging', ['werkgever_id'], unique=True, postgresql_where=sa.text("stand = 'voorgesteld'"))
    op.create_index('ix_ibanwijziging_werkgever_id', 'ibanwijziging', ['werkgever_id'], unique=False)
    op.create_table('vestiging',
    sa.Column('werkgever_id', sa.Uuid(), nullable=False),
    sa.Column('vestigingsnummer', sa.Text(), nullable=True),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('adres', postgresql.JSONB(), nullable=False),
    sa.Column('actief', sa.Boolean(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_vestiging_organisatie')),
    sa.ForeignKeyConstraint(['werkgever_id'], ['werkgever.id'], name=op.f('fk_vestiging_werkgever_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_vestiging')),
    sa.UniqueConstraint('organisatie', 'vestigingsnummer', name=op.f('uq_vestiging_organisatie_vestigingsnummer'))
    )
    op.create_index(op.f('ix_vestiging_werkgever_id'), 'vestiging', ['werkgever_id'], unique=False)
    op.create_table('werkgeverwoord',
    sa.Column('werkgever_id', sa.Uuid(), nullable=False),
    sa.Column('woord', sa.Text(collation='C'), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_werkgeverwoord_organisatie')),
    sa.ForeignKeyConstraint(['werkgever_id'], ['werkgever.id'], name=op.f('fk_werkgeverwoord_werkgever_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_werkgeverwoord')),
    sa.UniqueConstraint('werkgever_id', 'woord', name=op.f('uq_werkgeverwoord_werkgever_id_woord'))
    )
    op.create_index('ix_werkgeverwoord_zoek', 'werkgeverwoord', ['organisatie', 'woord', 'werkgever_id'], unique=False)
    op.create_table('dienstverband',
    sa.Column('vestiging_id', sa.Uuid(), nullable=False),
    sa.Column('functie', sa.Text(), nullable=False),
    sa.Column('soort', sa.Enum('bepaald', 'onbepaald', name='soort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('van', sa.Date(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=True),
    sa.Column('uitzendbeding', sa.Boolean(), nullable=True),
    sa.Column('einde_reden', sa.Enum('afvloeiing', 'van_rechtswege', 'proeftijd', 'opzegging_werkgever', 'opzegging_werknemer', 'wederzijds_goedvinden', 'anders', name='einde_reden', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('einde_toelichting', sa.Text(), nullable=True),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reden_intrekking', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.CheckConstraint('tot IS NULL OR van < tot', name=op.f('ck_dienstverband_periode')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_dienstverband_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_dienstverband_organisatie')),
    sa.ForeignKeyConstraint(['vestiging_id'], ['vestiging.id'], name=op.f('fk_dienstverband_vestiging_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dienstverband'))
    )
    op.create_index(op.f('ix_dienstverband_klant_id'), 'dienstverband', ['klant_id'], unique=False)
    op.create_index(op.f('ix_dienstverband_vestiging_id'), 'dienstverband', ['vestiging_id'], unique=False)
    op.create_table('werkgevercontact',
    sa.Column('werkgever_id', sa.Uuid(), nullable=False),
    sa.Column('vestiging_id', sa.Uuid(), nullable=True),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('functie', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=True),
    sa.Column('telefoon', sa.Text(), nullable=True),
    sa.Column('actief', sa.Boolean(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_werkgevercontact_organisatie')),
    sa.ForeignKeyConstraint(['vestiging_id'], ['vestiging.id'], name=op.f('fk_werkgevercontact_vestiging_id')),
    sa.ForeignKeyConstraint(['werkgever_id'], ['werkgever.id'], name=op.f('fk_werkgevercontact_werkgever_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_werkgevercontact'))
    )
    op.create_index(op.f('ix_werkgevercontact_werkgever_id'), 'werkgevercontact', ['werkgever_id'], unique=False)
    op.create_table('arbeidsvoorwaarden',
    sa.Column('dienstverband_id', sa.Uuid(), nullable=False),
    sa.Column('vanaf', sa.Date(), nullable=False),
    sa.Column('uren_per_week', sa.Numeric(precision=4, scale=2), nullable=False),
    sa.Column('voltijd_uren_per_week', sa.Numeric(precision=4, scale=2), nullable=False),
    sa.Column('brutoloon', sa.Integer(), nullable=False),
    sa.Column('werkgeverslasten', sa.Integer(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['dienstverband_id'], ['dienstverband.id'], name=op.f('fk_arbeidsvoorwaarden_dienstverband_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_arbeidsvoorwaarden_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_arbeidsvoorwaarden_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arbeidsvoorwaarden'))
    )
    op.create_index(op.f('ix_arbeidsvoorwaarden_klant_id'), 'arbeidsvoorwaarden', ['klant_id'], unique=False)
    op.create_index('ix_arbeidsvoorwaarden_volgorde', 'arbeidsvoorwaarden', ['dienstverband_id', 'vanaf', 'vastgelegd_op'], unique=False)
    op.create_table('intentieverklaring',
    sa.Column('vestiging_id', sa.Uuid(), nullable=False),
    sa.Column('contact_id', sa.Uuid(), nullable=True),
    sa.Column('contactfunctie', sa.Text(), nullable=False),
    sa.Column('voorziening', sa.Text(), nullable=False),
    sa.Column('functie', sa.Text(), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('vorm', sa.Enum('schriftelijk', 'mail', 'mondeling', name='vorm', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('stand', sa.Enum('geldt', 'ingetrokken', 'contract', 'geen_contract', name='stand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['contact_id'], ['werkgevercontact.id'], name=op.f('fk_intentieverklaring_contact_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_intentieverklaring_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_intentieverklaring_organisatie')),
    sa.ForeignKeyConstraint(['vestiging_id'], ['vestiging.id'], name=op.f('fk_intentieverklaring_vestiging_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_intentieverklaring'))
    )
    op.create_index(op.f('ix_intentieverklaring_klant_id'), 'intentieverklaring', ['klant_id'], unique=False)
    op.create_index(op.f('ix_intentieverklaring_vestiging_id'), 'intentieverklaring', ['vestiging_id'], unique=False)
    beveilig('werkgever', met_klant=False)
    geef_rechten('werkgever')
    beveilig('ibanwijziging', met_klant=False)
    geef_rechten('ibanwijziging')
    beveilig('vestiging', met_klant=False)
    geef_rechten('vestiging')
    beveilig('werkgeverwoord', met_klant=False)
    alleen_toevoegen('werkgeverwoord')
    beveilig('dienstverband', met_klant=True)
    geef_rechten('dienstverband')
    beveilig('werkgevercontact', met_klant=False)
    geef_rechten('werkgevercontact')
    beveilig('arbeidsvoorwaarden', met_klant=True)
    alleen_toevoegen('arbeidsvoorwaarden')
    beveilig('intentieverklaring', met_klant=True)
    geef_rechten('intentieverklaring')


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
