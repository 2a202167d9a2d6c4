"""Double-entry bookkeeping for a country's open government commitments."""

__version__ = "0.1.0"
