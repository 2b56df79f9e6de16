"""The uitkeringsafhandeling: from the melding through thirteen steps to a besluit on the aanvraag."""
