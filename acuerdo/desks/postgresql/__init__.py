"""The database engine of the product, as settings name it: PostgreSQL with a schema for each desk (config/environment.py)."""
