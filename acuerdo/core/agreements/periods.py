"""How often something happens, as a manual writes it; "as agreed" and "as needed" have no fixed number."""

PERIODS = ("day", "week", "month", "quarter", "half year", "year", "as agreed", "as needed")
