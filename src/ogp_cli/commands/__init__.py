"""The work of the commands, one file each: `run` does it. A command only calls other parts."""
