"""What the templates of the published manual are written with."""
