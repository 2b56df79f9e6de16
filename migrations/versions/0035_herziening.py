"""Herzieningen and herbeoordelingen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

GRONDEN = ("fout", "nieuwe_feiten", "hangende_bezwaar", "herbeoordeling", "inkeer", "recidive_vervallen")
STATUSSEN = ("open", "besloten", "getoetst", "bekendgemaakt", "ingetrokken")
UITKOMSTEN = ("voortzetten", "wijzigen", "beeindigen")


def _keuze(naam: str, waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def _eigen(tabel: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.ForeignKeyConstraint(["besluit_id"], ["besluit.id"], name=op.f(f"fk_{tabel}_besluit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    )


def upgrade() -> None:
    op.create_table(
        "herziening",
        sa.Column("besluit_id", sa.Uuid(), nullable=False),
        sa.Column("grond", _keuze("herzieningsgrond", GRONDEN), nullable=False),
        sa.Column("aanleiding", sa.Text(), nullable=False),
        sa.Column("verzoek_op", sa.Date(), nullable=True),
        sa.Column("voorstel", postgresql.JSONB(), nullable=True),
        sa.Column("status", _keuze("herzieningstatus", STATUSSEN), nullable=False),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.Uuid(), nullable=False),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *_eigen("herziening"),
    )
    op.create_index(
        "uq_herziening_lopend",
        "herziening",
        ["besluit_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('open', 'besloten', 'getoetst')"),
    )
    op.create_table(
        "herbeoordeling",
        sa.Column("besluit_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("uitkomst", _keuze("herbeoordelingsuitkomst", UITKOMSTEN), nullable=False),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.Column("herziening_id", sa.Uuid(), nullable=True),
        sa.Column("door", sa.Uuid(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["herziening_id"], ["herziening.id"], name=op.f("fk_herbeoordeling_herziening_id")),
        *_eigen("herbeoordeling"),
    )
    for tabel in ("herziening", "herbeoordeling"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        op.create_index(op.f(f"ix_{tabel}_besluit_id"), tabel, ["besluit_id"])
        beveilig(tabel, met_klant=True)
    geef_rechten("herziening")
    alleen_toevoegen("herbeoordeling")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
