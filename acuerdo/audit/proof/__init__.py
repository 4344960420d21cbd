"""The proof of a case: one archive with its log, its manual and its clocks, and a checker that needs Python alone (agreement.md, Proof)."""
