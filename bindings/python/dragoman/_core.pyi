"""The part that is made in C++."""
from collections.abc import Iterable
from os import PathLike
from types import TracebackType
from typing import Literal

from .results import Annotations, Answer, Document, Skipped, WriteSummary

__version__: str

def open(*paths: str | PathLike[str], time_limit: float = 10.0) -> Searcher: ...

class Searcher:
    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        offset: int = 0,
        passages: int = 2,
        sort: Literal["relevance", "date", "date-", "symbol"] = "relevance",
        facets: Iterable[Literal["org", "year", "lang", "source", "type"]] = (),
        all_copies: bool = False,
        translate: bool = False,
        maybe: bool = False,
        related: bool = False,
        suggest: bool = True,
    ) -> Answer: ...
    def document(self, id: str, query: str = "") -> Document: ...

class Analyzer:
    def __init__(self) -> None: ...
    def annotate(self, text: str, lang: str = "", date: str = "") -> Annotations: ...

class IndexWriter:
    def __init__(self, path: str | PathLike[str], *, jobs: int = 0) -> None: ...
    def add(
        self,
        body: str,
        *,
        id: str = "",
        title: str = "",
        date: str = "",
        lang: str = "",
        source: str = "",
        url: str = "",
        symbol: str = "",
        type: str = "",
        fields: dict[str, str] = {},
    ) -> None: ...
    def add_files(self, *paths: str | PathLike[str], format: str = "auto") -> list[Skipped]: ...
    def commit(self) -> WriteSummary: ...
    def close(self) -> None: ...
    def __enter__(self) -> IndexWriter: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
