"""Budgets per regeling and year, their ceilings, a ledger that only grows, and who waits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('budget',
    sa.Column('gemeente', sa.Text(), nullable=False),
    sa.Column('regeling', sa.Text(), nullable=False),
    sa.Column('jaar', sa.Integer(), nullable=False),
    sa.Column('plafond', sa.BigInteger(), nullable=True),
    sa.Column('gereserveerd', sa.BigInteger(), nullable=False),
    sa.Column('verplicht', sa.BigInteger(), nullable=False),
    sa.Column('betaald', sa.BigInteger(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_budget_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budget')),
    sa.UniqueConstraint('organisatie', 'gemeente', 'regeling', 'jaar', name=op.f('uq_budget_organisatie_gemeente_regeling_jaar'))
    )
    op.create_table('budgetboeking',
    sa.Column('nr', sa.BigInteger(), sa.Identity(always=True), nullable=False),
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('onderwerp_soort', sa.Text(), nullable=False),
    sa.Column('onderwerp_id', sa.Uuid(), nullable=False),
    sa.Column('stap', sa.Enum('reservering', 'verplichting', 'betaling', 'terugontvangst', 'vrijgave', 'correctie', name='stap', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('kenmerk', sa.Text(), nullable=False),
    sa.Column('bedrag', sa.BigInteger(), nullable=False),
    sa.Column('gereserveerd', sa.BigInteger(), nullable=False),
    sa.Column('verplicht', sa.BigInteger(), nullable=False),
    sa.Column('betaald', sa.BigInteger(), nullable=False),
    sa.Column('reden', sa.Text(), nullable=True),
    sa.Column('geboekt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('geboekt_door', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_budgetboeking_budget_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_budgetboeking_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budgetboeking'))
    )
    op.create_index('ix_budgetboeking_onderwerp', 'budgetboeking', ['onderwerp_id', 'budget_id'], unique=False)
    op.create_index('ix_budgetboeking_volgorde', 'budgetboeking', ['budget_id', 'nr'], unique=False)
    op.create_table('budgetplafond',
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('plafond', sa.BigInteger(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=False),
    sa.Column('vastgesteld_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vastgesteld_door', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_budgetplafond_budget_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_budgetplafond_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budgetplafond'))
    )
    op.create_index(op.f('ix_budgetplafond_budget_id'), 'budgetplafond', ['budget_id'], unique=False)
    op.create_table('budgetwachtende',
    sa.Column('nr', sa.BigInteger(), sa.Identity(always=True), nullable=False),
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('onderwerp_soort', sa.Text(), nullable=False),
    sa.Column('onderwerp_id', sa.Uuid(), nullable=False),
    sa.Column('bedrag', sa.BigInteger(), nullable=False),
    sa.Column('stand', sa.Enum('wacht', 'aan_de_beurt', 'geholpen', 'vervallen', name='stand', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('rol', sa.Enum('receptie', 'intaker', 'inkomensconsulent', 'werkconsulent', 'participatiemakelaar', 'toetser', 'administratie', 'teamleider', 'beleidsmedewerker', 'beheerder', 'fg', 'koppeling', 'sociale_recherche', name='rol', native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column('medewerker_id', sa.Uuid(), nullable=False),
    sa.Column('sinds', sa.DateTime(timezone=True), nullable=False),
    sa.Column('klaar_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisatie', sa.Text(), nullable=False),
    sa.Column('versie', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_budgetwachtende_budget_id')),
    sa.ForeignKeyConstraint(['organisatie'], ['organisatie.id'], name=op.f('fk_budgetwachtende_organisatie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budgetwachtende'))
    )
    op.create_index('ix_budgetwachtende_rij', 'budgetwachtende', ['budget_id', 'onderwerp_id'], unique=True, postgresql_where=sa.text("stand IN ('wacht', 'aan_de_beurt')"))
    beveilig('budget', met_klant=False)
    geef_rechten('budget')
    beveilig('budgetboeking', met_klant=False)
    alleen_toevoegen('budgetboeking')
    beveilig('budgetplafond', met_klant=False)
    alleen_toevoegen('budgetplafond')
    beveilig('budgetwachtende', met_klant=False)
    geef_rechten('budgetwachtende')


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
