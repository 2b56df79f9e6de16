"""What every besluit has in common: values that are really set, dispatch in time, and the term for bezwaar."""
