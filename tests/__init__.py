"""The product from outside: started by its own command, seen as people and other machines see it."""
