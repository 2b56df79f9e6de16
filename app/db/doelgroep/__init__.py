"""What is kept about doelgroepen: facts, and requests of nuggers."""
