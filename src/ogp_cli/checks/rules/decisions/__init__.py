"""Rules on what meetings decide, and what the commitments' files say of it."""
