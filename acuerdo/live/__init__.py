"""Live: NOTIFY in the transaction, one LISTEN a process, server-sent events. Names of what changed, never content.

Imports: desks, core.
"""
