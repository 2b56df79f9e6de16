"""What is kept about the taaleis: dated facts, and the zaken on which besluiten are taken."""
