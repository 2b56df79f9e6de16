"""Identity: from a Bearer token to an actor, after the NLgov OAuth 2.0 profile for resource servers."""
