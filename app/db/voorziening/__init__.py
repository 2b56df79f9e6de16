"""What is read to test voorzieningen: of one klant, or of many at once, in as many queries."""
