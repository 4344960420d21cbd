"""The published manual: a public page and a PDF, written from the file that runs the desk. No models.

`document/` writes an agreement as chapters of plain values, once for both; `templates/publishing/blocks/` and `typst/` set them,
one piece a kind of block. `wording.clause_url` leads from a deadline to its line of the manual.
Imports: agreements, desks, ui, core.
"""
