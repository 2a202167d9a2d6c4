"""Text on a terminal: fitted, coloured, in the order that the terminal needs, and safe."""
