"""The desks: a support provider's service desk is a tenant with a schema of its own (django-tenants).

Imports: core. Everything below a desk's schema is written as if there were one desk.
"""
