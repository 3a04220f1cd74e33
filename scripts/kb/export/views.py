"""Views of the database, in SQL that SQLite and DuckDB both read; each answers a question that is often asked."""

_HELD = "s.possibly_from, s.surely_from, s.surely_through, s.possibly_through, s.id AS statement"

VIEWS = {
    "told": """
SELECT s.id AS statement, e.label AS subject, p.label AS property, s.value, s.rank, s.disputed, s.sources
FROM statements s JOIN entities e ON e.id = s.subject JOIN properties p ON p.name = s.property""",
    "roll": f"""
SELECT s.subject AS body, b.label AS body_label, n.entity AS member, m.label AS member_label, {_HELD}
FROM statements s
JOIN properties p ON p.name = s.property AND p.roll = 'member'
JOIN statement_entities n ON n.statement = s.id AND n.field = 'value'
JOIN entities b ON b.id = s.subject
JOIN entities m ON m.id = n.entity
WHERE NOT s.overruled""",  # noqa: S608
    "holders": f"""
SELECT s.subject AS post, b.label AS post_label, n.entity AS holder, m.label AS holder_label, s.as_role, {_HELD}
FROM statements s
JOIN properties p ON p.name = s.property AND p.one_at_a_time
JOIN statement_entities n ON n.statement = s.id AND n.field = 'value'
JOIN entities b ON b.id = s.subject
JOIN entities m ON m.id = n.entity
WHERE NOT s.overruled""",  # noqa: S608
    "in_dispute": """
SELECT d.statement, s.value, s.rank, d.against, o.value AS against_value, o.rank AS against_rank
FROM disputes d JOIN statements s ON s.id = d.statement JOIN statements o ON o.id = d.against""",
    "single_source": """
SELECT s.id AS statement, s.value, min(e.source) AS source, min(e.place) AS place
FROM statements s JOIN evidence e ON e.statement = s.id WHERE s.sources = 1 GROUP BY s.id, s.value""",
    "rests_on": """
SELECT e.statement, s.subject, s.property, s.value, e.position, e.source, r.title, r.rank AS source_rank, e.place,
e.quote, e.seen, r.url
FROM evidence e JOIN statements s ON s.id = e.statement LEFT JOIN sources r ON r.key = e.source""",
    "sources_by_use": """
SELECT r.key AS source, r.title, r.rank, count(DISTINCT e.statement) AS statements
FROM sources r LEFT JOIN evidence e ON e.source = r.key GROUP BY r.key, r.title, r.rank""",
    "dated": """
SELECT f.first_day, f.last_day, f.text, s.subject, s.property, s.value, s.rank, s.id AS statement
FROM statement_figures f JOIN statements s ON s.id = f.statement
WHERE f.kind = 'date' AND f.field IN ('value', 'on', 'from', 'until', 'through')""",
}
"""A day is asked for with ``BETWEEN possibly_from AND possibly_through``; the inner two columns tell what is sure."""
FILE = "views.sql"


def script() -> str:
    """What makes the views, for an engine that has read the tables."""
    return "\n".join(f"CREATE VIEW {name} AS {query};\n" for name, query in VIEWS.items()).replace(" AS \n", " AS\n")
