"""agenda: ruimten, roosters, uitzonderingen, en alles wat gepland is met de tijd die het kost."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_SOORTEN = (
    "screeningsgesprek",
    "ambitiegesprek",
    "kick_off",
    "kennismakingsgesprek",
    "doelmatigheidsgesprek",
    "traject_afspraak",
    "afspraak_inkomen",
    "balieafspraak",
    "driegesprek",
    "dariuz_hulp",
    "bad_gesprek",
)

# What was planned before there was one agenda: it gets the length that the policy of then gave it.
_OVERNEMEN = (
    """
    INSERT INTO agendapunt (id, organisatie, klant_id, soort, onderwerp_id, medewerker_id, begin, einde, kanaal,
        locatie, deelnemers, meebrengen, veiligheidsrisico, gegevens, toetsen, status, aanwezig, gepland_op, versie)
    SELECT gen_random_uuid(), s.organisatie, s.klant_id, 'screeningsgesprek', s.id, s.inkomensconsulent_id, s.begin,
        s.einde, 'fysiek', s.locatie, '[]', '{}', 'veiligheidsrisico' = ANY (k.kenmerken), '{}', '[]', 'gepland',
        '{}', s.gepland_op, 1
    FROM screening s JOIN klant k ON k.id = s.klant_id WHERE s.status = 'gepland'
    """,
    """
    INSERT INTO agendapunt (id, organisatie, klant_id, soort, onderwerp_id, medewerker_id, begin, einde, kanaal,
        locatie, deelnemers, meebrengen, veiligheidsrisico, gegevens, toetsen, status, aanwezig, gepland_op, versie)
    SELECT gen_random_uuid(), a.organisatie, a.klant_id, a.soort, a.id, a.medewerker_id, a.begint,
        a.begint + interval '60 minutes', 'fysiek', a.locatie, '[]', '{}', 'veiligheidsrisico' = ANY (k.kenmerken),
        '{}', '[]', 'gepland', '{}', now(), 1
    FROM afspraak a JOIN klant k ON k.id = a.klant_id
    WHERE a.soort <> 'kick_off' AND a.uitkomst IS NULL AND a.vervallen_op IS NULL
    """,
    """
    INSERT INTO agendapunt (id, organisatie, soort, onderwerp_id, medewerker_id, begin, einde, kanaal, locatie,
        deelnemers, meebrengen, veiligheidsrisico, gegevens, toetsen, status, aanwezig, gepland_op, versie)
    SELECT gen_random_uuid(), b.organisatie, 'kick_off', b.id, (b.begeleiders -> 0 ->> 'medewerkerId')::uuid, b.begint,
        b.begint + interval '180 minutes', 'fysiek', b.locatie, '[]', '{}', false, '{}', '[]', 'gepland', '{}', now(), 1
    FROM bijeenkomst b WHERE b.status = 'gepland'
    """,
    """
    INSERT INTO bezetting (id, organisatie, punt_id, middel_id, begin, einde, tussentijd)
    SELECT gen_random_uuid(), p.organisatie, p.id, p.medewerker_id, p.begin, p.einde,
        CASE WHEN p.soort = 'screeningsgesprek' THEN 15 ELSE 0 END
    FROM agendapunt p WHERE p.medewerker_id IS NOT NULL
    """,
    """
    INSERT INTO bezetting (id, organisatie, punt_id, middel_id, begin, einde, tussentijd)
    SELECT DISTINCT ON (p.id, deel ->> 'medewerkerId') gen_random_uuid(), p.organisatie, p.id,
        (deel ->> 'medewerkerId')::uuid, p.begin, p.einde, 0
    FROM agendapunt p JOIN bijeenkomst b ON b.id = p.onderwerp_id, jsonb_array_elements(b.begeleiders) deel
    WHERE (deel ->> 'medewerkerId')::uuid <> p.medewerker_id
    """,
)


def upgrade() -> None:
    op.drop_constraint(op.f("ck_afspraak_afspraak_soort"), "afspraak", type_="check")
    lijst = ", ".join(f"'{soort}'" for soort in _SOORTEN)
    op.create_check_constraint(op.f("ck_afspraak_afspraak_soort"), "afspraak", f"soort IN ({lijst})")
    op.drop_index("ix_screening_agenda", table_name="screening")
    op.create_table(
        "ruimte",
        sa.Column("locatie", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "spreekkamer",
                "zaal",
                "computerruimte",
                "balie",
                name="ruimtesoort",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("capaciteit", sa.Integer(), nullable=False),
        sa.Column("beveiligd", sa.Boolean(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_ruimte_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruimte")),
        sa.UniqueConstraint("organisatie", "locatie", "naam", name=op.f("uq_ruimte_organisatie_locatie_naam")),
    )
    op.create_table(
        "werkrooster",
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("dagen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("gesprekken_per_dag", sa.Integer(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name=op.f("fk_werkrooster_medewerker_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_werkrooster_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_werkrooster")),
    )
    op.create_index(op.f("ix_werkrooster_medewerker_id"), "werkrooster", ["medewerker_id"], unique=False)
    op.create_table(
        "agendauitzondering",
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("begin", sa.DateTime(timezone=True), nullable=False),
        sa.Column("einde", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beschikbaar", sa.Boolean(), nullable=False),
        sa.Column("vervallen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name=op.f("fk_agendauitzondering_medewerker_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_agendauitzondering_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendauitzondering")),
    )
    op.create_index("ix_agendauitzondering_wie", "agendauitzondering", ["medewerker_id", "begin"], unique=False)
    op.create_table(
        "agendapunt",
        sa.Column("klant_id", sa.Uuid(), nullable=True),
        sa.Column("mede_klant_id", sa.Uuid(), nullable=True),
        sa.Column(
            "soort",
            sa.Enum(
                "screeningsgesprek",
                "ambitiegesprek",
                "kick_off",
                "kennismakingsgesprek",
                "doelmatigheidsgesprek",
                "traject_afspraak",
                "afspraak_inkomen",
                "balieafspraak",
                "driegesprek",
                "dariuz_hulp",
                "bad_gesprek",
                name="agenda_soort",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("onderwerp_id", sa.Uuid(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=True),
        sa.Column("begin", sa.DateTime(timezone=True), nullable=False),
        sa.Column("einde", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "kanaal",
            sa.Enum(
                "fysiek",
                "videobellen",
                "telefoon",
                name="gesprekskanaal",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("locatie", sa.Text(), nullable=False),
        sa.Column("ruimte_id", sa.Uuid(), nullable=True),
        sa.Column("deelnemers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("meebrengen", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("veiligheidsrisico", sa.Boolean(), nullable=False),
        sa.Column("gegevens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("toetsen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "gepland",
                "verschenen",
                "niet_verschenen",
                "afgemeld",
                "verzet",
                "vervallen",
                name="agendastatus",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("aankomst_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aanwezig", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("gepland_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_agendapunt_klant_id")),
        sa.ForeignKeyConstraint(["mede_klant_id"], ["klant.id"], name=op.f("fk_agendapunt_mede_klant_id")),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name=op.f("fk_agendapunt_medewerker_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_agendapunt_organisatie")),
        sa.ForeignKeyConstraint(["ruimte_id"], ["ruimte.id"], name=op.f("fk_agendapunt_ruimte_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendapunt")),
    )
    op.create_index("ix_agendapunt_dag", "agendapunt", ["organisatie", "begin", "id"], unique=False)
    op.create_index(op.f("ix_agendapunt_klant_id"), "agendapunt", ["klant_id"], unique=False)
    op.create_index("ix_agendapunt_onderwerp_id", "agendapunt", ["onderwerp_id"], unique=True)
    op.create_table(
        "bezetting",
        sa.Column("punt_id", sa.Uuid(), nullable=False),
        sa.Column("middel_id", sa.Uuid(), nullable=False),
        sa.Column("begin", sa.DateTime(timezone=True), nullable=False),
        sa.Column("einde", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tussentijd", sa.Integer(), nullable=False),
        sa.Column("groep", sa.Text(), nullable=True),
        sa.Column("vervallen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_bezetting_organisatie")),
        sa.ForeignKeyConstraint(["punt_id"], ["agendapunt.id"], name=op.f("fk_bezetting_punt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bezetting")),
    )
    op.create_index(
        "ix_bezetting_middel",
        "bezetting",
        ["middel_id", "begin"],
        unique=False,
        postgresql_where=sa.text("vervallen_op IS NULL"),
    )
    op.create_index(op.f("ix_bezetting_punt_id"), "bezetting", ["punt_id"], unique=False)
    for tabel in ("ruimte", "agendauitzondering", "bezetting"):
        beveilig(tabel, met_klant=False)
        geef_rechten(tabel)
    beveilig("werkrooster", met_klant=False)
    alleen_toevoegen("werkrooster")
    beveilig("agendapunt", met_klant=True)
    geef_rechten("agendapunt")
    for opdracht in _OVERNEMEN:
        op.execute(opdracht)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
