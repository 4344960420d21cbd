"""Every page of the product as a picture, and every page asked by axe-core."""
