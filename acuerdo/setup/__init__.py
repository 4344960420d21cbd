"""Making a desk, and the demonstration. Imports: every slice; no models."""
