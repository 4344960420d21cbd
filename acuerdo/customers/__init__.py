"""Whom the desk serves: organisations, contacts and their level, contracts, products. Imports: agreements, people and below."""
