"""The addresses of the audit's pages, and what a page says, whether it comes whole or as a stream."""

LOG, SYSTEM = "/admin/auditoria/", "/admin/sistema/"


def body(response):
    return response.content.decode() if not response.streaming else b"".join(response.streaming_content).decode()
