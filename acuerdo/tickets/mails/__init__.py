"""What is written by mail about a case: to its customer, and to whom of the desk. Each answers one event of the log."""
