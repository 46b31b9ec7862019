class Error(Exception):
    """What went wrong.

    ``code`` is one of usage, not_found, unreadable, malformed, not_an_index, schema_mismatch, locked, corrupt and
    index_io; ``message`` says it in words, ``hint`` what can be done about it (may be empty).
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(code, message, hint)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message
