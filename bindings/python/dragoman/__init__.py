"""Full-text search for the documents of multilateral diplomacy.

    import dragoman

    index = dragoman.open("news.db")
    for hit in index.search("SCO", limit=10, facets=["org"]):
        print(hit.title, hit.date)

Failures raise dragoman.Error, which has ``code``, ``message`` and ``hint``. Objects may be used from several threads:
calls on one object wait for each other, calls on different ones run side by side, for the GIL is released.
"""
from .errors import Error
from .results import (
    Annotations, Answer, DateMention, Definition, Document, FacetValue, Hit, Mark, MatchedPart, OrganizationMention,
    Passage, PersonMention, QueryOrganization, Skipped, Span, Suggestion, SymbolMention, WriteSummary,
)
from ._core import Analyzer, IndexWriter, Searcher, __version__, open

__all__ = [
    "Analyzer", "Annotations", "Answer", "DateMention", "Definition", "Document", "Error", "FacetValue", "Hit",
    "IndexWriter", "Mark", "MatchedPart", "OrganizationMention", "Passage", "PersonMention", "QueryOrganization",
    "Searcher", "Skipped", "Span", "Suggestion", "SymbolMention", "WriteSummary", "open",
]
