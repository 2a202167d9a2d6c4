"""Rules on what names something else."""
