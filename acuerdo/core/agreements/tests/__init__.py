"""Tests of the manual reader; `worked.jsonl` are the cases worked out by hand apart from the product."""
