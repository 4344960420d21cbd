"""Those who sign in: the desk's people and, with fewer rights, its customers' contacts. Imports: events and below."""
