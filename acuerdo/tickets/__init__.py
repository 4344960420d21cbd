"""Cases: their life, conversation, clocks, assignment, escalation. Imports: customers and below."""
