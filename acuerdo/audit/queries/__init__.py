"""Following chains and seals, folding clocks again, looking at mail: each check's questions, and the search of the log."""
