"""brief: letters with their bytes and hash, what happened to them, and the address to which they go."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("klant", sa.Column("adres", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.create_table("brief",
    sa.Column("soort", sa.Text(), nullable=False),
    sa.Column("onderwerp_id", sa.Uuid(), nullable=False),
    sa.Column("kenmerk", sa.Text(), nullable=False),
    sa.Column("titel", sa.Text(), nullable=False),
    sa.Column("datum", sa.Date(), nullable=False),
    sa.Column("gesprek_op", sa.Date(), nullable=True),
    sa.Column("eis", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column("met_adres", sa.Boolean(), nullable=False),
    sa.Column("inhoud", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column("beleid_id", sa.Text(), nullable=False),
    sa.Column("gemaakt_door", sa.Uuid(), nullable=False),
    sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
    sa.Column("klant_id", sa.Uuid(), nullable=False),
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("organisatie", sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_brief_klant_id")),
    sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_brief_organisatie")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_brief"))
    )
    op.create_index(op.f("ix_brief_klant_id"), "brief", ["klant_id"], unique=False)
    op.create_index("ix_brief_onderwerp", "brief", ["onderwerp_id", "id"], unique=False)
    op.create_table("briefinhoud",
    sa.Column("brief_id", sa.Uuid(), nullable=False),
    sa.Column("vorm", sa.Enum("pdf", "html", name="briefvorm", native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column("mediatype", sa.Text(), nullable=False),
    sa.Column("inhoud", sa.LargeBinary(), nullable=False),
    sa.Column("sha256", sa.Text(), nullable=False),
    sa.Column("klant_id", sa.Uuid(), nullable=False),
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("organisatie", sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(["brief_id"], ["brief.id"], name=op.f("fk_briefinhoud_brief_id")),
    sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_briefinhoud_klant_id")),
    sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_briefinhoud_organisatie")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_briefinhoud")),
    sa.UniqueConstraint("brief_id", "vorm", name=op.f("uq_briefinhoud_brief_id_vorm"))
    )
    op.create_index(op.f("ix_briefinhoud_klant_id"), "briefinhoud", ["klant_id"], unique=False)
    op.create_table("briefstap",
    sa.Column("brief_id", sa.Uuid(), nullable=False),
    sa.Column("soort", sa.Enum("verzonden", "verzending_herroepen", "ingetrokken", name="briefstapsoort", native_enum=False, create_constraint=True, length=60), nullable=False),
    sa.Column("datum", sa.Date(), nullable=False),
    sa.Column("wijzen", postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column("kenmerk_aangetekend", sa.Text(), nullable=True),
    sa.Column("reden", sa.Text(), nullable=True),
    sa.Column("gezet_door", sa.Uuid(), nullable=False),
    sa.Column("gezet_op", sa.DateTime(timezone=True), nullable=False),
    sa.Column("klant_id", sa.Uuid(), nullable=False),
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("organisatie", sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(["brief_id"], ["brief.id"], name=op.f("fk_briefstap_brief_id")),
    sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_briefstap_klant_id")),
    sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_briefstap_organisatie")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_briefstap"))
    )
    op.create_index(op.f("ix_briefstap_brief_id"), "briefstap", ["brief_id"], unique=False)
    op.create_index(op.f("ix_briefstap_klant_id"), "briefstap", ["klant_id"], unique=False)
    for tabel in ('brief', 'briefinhoud', 'briefstap'):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
