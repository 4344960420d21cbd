"""The one outbox: messages to people, by page or by mail. Recipients arrive as values. Imports: people, events and below."""
