"""Rules on texts for people."""
