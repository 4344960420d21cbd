"""The demonstration: five desks with invented people, customers and sixty days of history, written by the product's own actions."""
