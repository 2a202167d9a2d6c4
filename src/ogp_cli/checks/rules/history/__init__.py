"""Rules on the steps of a commitment."""
