"""Referrals to the participatiemakelaar, who reads the dossier for as long as one runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

_MAG_KLANT = """
CREATE FUNCTION iom_mag_klant(gemeente text, team text, consulent uuid, inkomensconsulent uuid, makelaar uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT gemeente = ANY (string_to_array(current_setting('iom.gemeenten', true), ','))
       AND CASE current_setting('iom.bereik', true)
           WHEN 'organisatie' THEN true
           WHEN 'team' THEN coalesce(team = ANY (string_to_array(current_setting('iom.teams', true), ',')), false)
               OR coalesce(current_setting('iom.medewerker', true)
                   IN (consulent::text, inkomensconsulent::text, makelaar::text), false)
           WHEN 'caseload' THEN
               coalesce(current_setting('iom.medewerker', true)
                   IN (consulent::text, inkomensconsulent::text, makelaar::text), false)
           ELSE false END
$$;
"""


def upgrade() -> None:
    op.create_table('makelaarverwijzing',
    sa.Column('klantgroep', sa.Enum('matchen', 'groeien', 'faciliteren', 'zorgen', name='klantgroep', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('doel', sa.Enum('start_vrijwilligerswerk', 'uitbreiding_vrijwilligerswerk', 'start_taalactiviteit', 'start_taalcursus', 'start_taallessen', name='makelaardoel', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('inzet', sa.Enum('ondersteuning_participatie', 'toeleiding_taalactiviteit', 'toeleiding_taalcursus', name='makelaarinzet', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('grond', sa.Enum('wil', 'moet_wet_taaleis', name='makelaargrond', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('overdracht', sa.Text(), nullable=False),
    sa.Column('verwijzer_id', sa.Uuid(), nullable=False),
    sa.Column('makelaar_id', sa.Uuid(), nullable=False),
    sa.Column('verwezen_op', sa.Date(), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=False),
    sa.Column('stand', sa.Enum('lopend', 'teruggekoppeld', 'gesloten', 'ingetrokken', name='makelaarstand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('eerste_contact_op', sa.Date(), nullable=True),
    sa.Column('resultaat', sa.Enum('vrijwilligerswerk_gestart', 'vrijwilligerswerk_uitgebreid', 'taalactiviteit_gestart', 'taalcursus_gestart', 'niet_gestart', name='makelaarresultaat', native_enum=False, create_constraint=True, length=60), nullable=True),
    sa.Column('terugkoppeling', sa.Text(), nullable=True),
    sa.Column('aanbevelingen', sa.Text(), nullable=True),
    sa.Column('contract_document_id', sa.Uuid(), nullable=True),
    sa.Column('contract_kenmerk', sa.Text(), nullable=True),
    sa.Column('teruggekoppeld_op', sa.Date(), nullable=True),
    sa.Column('besliscode', sa.Text(), nullable=True),
    sa.Column('gesloten_op', sa.Date(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('toetsen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('beleid_id', sa.Text(), nullable=False),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['contract_document_id'], ['aanvraagdocument.id'], name=op.f('fk_makelaarverwijzing_contract_document_id')),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_makelaarverwijzing_klant_id')),
    sa.ForeignKeyConstraint(['makelaar_id'], ['medewerker.id'], name=op.f('fk_makelaarverwijzing_makelaar_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_makelaarverwijzing_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_makelaarverwijzing'))
    )
    op.create_index('ix_makelaarverwijzing_een_lopend', 'makelaarverwijzing', ['klant_id'], unique=True, postgresql_where=sa.text("stand IN ('lopend', 'teruggekoppeld')"))
    op.create_index(op.f('ix_makelaarverwijzing_klant_id'), 'makelaarverwijzing', ['klant_id'], unique=False)
    op.create_index(op.f('ix_makelaarverwijzing_makelaar_id'), 'makelaarverwijzing', ['makelaar_id'], unique=False)
    op.create_table('makelaarregel',
    sa.Column('verwijzing_id', sa.Uuid(), nullable=False),
    sa.Column('soort', sa.Enum('eerste_contact', 'notitie', 'plaatsing', 'nazorg', 'verlenging', 'overdracht_makelaar', 'bericht_aanbieder', name='makelaarregelsoort', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=True),
    sa.Column('na_maximum', sa.Boolean(), nullable=False),
    sa.Column('vervangt', sa.Uuid(), nullable=True),
    sa.Column('vastgelegd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgelegd_door', sa.Uuid(), nullable=False),
    sa.Column('klant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['klant_id'], ['klant.id'], name=op.f('fk_makelaarregel_klant_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_makelaarregel_organisatie')),
    sa.ForeignKeyConstraint(['vervangt'], ['makelaarregel.id'], name=op.f('fk_makelaarregel_vervangt')),
    sa.ForeignKeyConstraint(['verwijzing_id'], ['makelaarverwijzing.id'], name=op.f('fk_makelaarregel_verwijzing_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_makelaarregel')),
    sa.UniqueConstraint('vervangt', name=op.f('uq_makelaarregel_vervangt'))
    )
    op.create_index(op.f('ix_makelaarregel_klant_id'), 'makelaarregel', ['klant_id'], unique=False)
    op.create_index(op.f('ix_makelaarregel_verwijzing_id'), 'makelaarregel', ['verwijzing_id'], unique=False)
    op.add_column('klant', sa.Column('makelaar_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('ix_klant_makelaar_id'), 'klant', ['makelaar_id'], unique=False)
    op.create_foreign_key(op.f('fk_klant_makelaar_id'), 'klant', 'medewerker', ['makelaar_id'], ['id'])
    beveilig("makelaarverwijzing", met_klant=True)
    geef_rechten("makelaarverwijzing")
    beveilig("makelaarregel", met_klant=True)
    alleen_toevoegen("makelaarregel")
    op.execute(_MAG_KLANT)
    op.execute(
        "ALTER POLICY leesbereik ON klant USING (iom_eigen_organisatie(organisatie) "
        "AND iom_mag_klant(gemeente, team, consulent_id, inkomensconsulent_id, makelaar_id))"
    )
    op.execute("DROP FUNCTION iom_mag_klant(text, text, uuid, uuid)")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
