"""HTTP in and out: routers and schemas, no rules."""
