"""What is kept about loonkosten: zaken, the dispatch to the employer, and the Praktijkroute."""
