"""`acuerdo clock` and `acuerdo manual …`."""
