"""Ways in; none knows another. Each imports tickets and below."""
