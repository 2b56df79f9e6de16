"""Messages and letters to the klant: queueing, withdrawing and delivering them."""
