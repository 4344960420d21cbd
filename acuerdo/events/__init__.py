"""The log: what happened, who did it, when; chained, added to and never changed. The log is the outbox.

Imports: live, jobs, desks, core. It knows people and cases only as (kind, id); config gives it the reactions.
"""
