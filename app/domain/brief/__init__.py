"""Brief: letters to the klant, written from the trace in plain Dutch; one content, rendered as HTML and PDF."""
