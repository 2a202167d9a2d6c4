"""Rules on the plan once it is adopted: cards, milestones, reports and presentations."""
