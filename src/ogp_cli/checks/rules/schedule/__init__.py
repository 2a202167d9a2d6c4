"""Rules on meetings: their participants and the slots that they schedule."""
