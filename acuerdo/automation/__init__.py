"""What a desk prepares once: saved answers with what they do to a case, and cases that open by themselves. Imports: tickets and below."""
