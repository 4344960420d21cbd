"""`acuerdo manual publish` and `acuerdo manual replay`."""
