"""What searching and annotating give: plain, unchangeable records.

All offsets count code points, half open, as Python slices do: ``passage.text[mark.start:mark.end]`` is what is marked,
and ``document.body[passage.start:passage.end]`` is ``passage.text``.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import overload


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a text, and what stands there: an organization's id, a symbol, or a word of the query."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document's body that matches; it begins at ``start`` of the body. Marks never overlap."""

    text: str
    start: int
    marks: tuple[Mark, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class MatchedPart:
    """A part of the query that a hit has, and how often."""

    what: str
    count: int
    in_title: bool


@dataclass(frozen=True, slots=True, repr=False)
class Hit:
    """A document that matches. Texts are empty where nothing is known."""

    rank: int  # from 1
    id: str
    score: float
    title: str
    date: str  # ISO 8601, as precise as known
    lang: str  # ISO 639-1
    source: str
    url: str
    symbol: str
    type: str
    fields: Mapping[str, str]  # other keys of the document
    organizations: tuple[str, ...]  # ids, most mentioned first
    copies: int  # documents that say the same, this one among them; 0 when no other does
    title_marks: tuple[Mark, ...]
    matched: tuple[MatchedPart, ...]  # in the order of the query
    passages: tuple[Passage, ...]

    def __repr__(self) -> str:
        return f"<Hit {self.rank}: {self.id!r} {self.title!r}>"


@dataclass(frozen=True, slots=True)
class QueryOrganization:
    """What a name in a query means: ``text`` as the query has it, ``label`` in English."""

    id: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a field among the matches; ``label`` is an organization's English name, else empty."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that may find more, and why."""

    query: str
    reason: str
    total: int


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """The answer to a query: a sequence of its hits, and what else is to be told."""

    query: str
    parsed: str
    organizations: tuple[QueryOrganization, ...]
    suggestions: tuple[Suggestion, ...]  # misspelt words put right first
    missing: tuple[str, ...]  # plain words that no document has, or hardly any
    notes: tuple[str, ...]  # what was not understood or cut
    partial: bool  # a server could not be asked, or time was up; the notes say
    total: int
    total_exact: bool  # else ``total`` is an estimate
    took_us: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        return self.hits[index]

    def __repr__(self) -> str:
        about = "" if self.total_exact else "about "
        return f"<Answer to {self.query!r}: {about}{self.total} documents, {len(self.hits)} hits here>"


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A document as it was indexed, with the marks of a query."""

    id: str
    title: str
    body: str
    date: str = ""
    lang: str = ""
    source: str = ""
    url: str = ""
    symbol: str = ""
    type: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    title_marks: tuple[Mark, ...] = ()
    body_marks: tuple[Mark, ...] = ()

    def __repr__(self) -> str:
        return f"<Document {self.id!r} {self.title!r}>"


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """``form`` is name, acronym, alias, former or adjective; ``certainty`` certain, probable or possible."""

    id: str
    label: str  # the English name
    start: int
    end: int
    text: str
    form: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Definition:
    """What the text itself says a short form means; ``organization`` is an id, or None when it is not a known one."""

    short: Span
    long: Span
    organization: str | None


@dataclass(frozen=True, slots=True)
class SymbolMention:
    """A document's symbol in canonical form, "S/RES/2334(2016)", and as the text has it."""

    symbol: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """Days as "2016-11-24", both included; ``inferred`` from "on Monday", ``ambiguous``: 04/05/2016, the day first."""

    first: str
    last: str
    start: int
    end: int
    inferred: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class PersonMention:
    id: str
    name: str
    start: int
    end: int
    certainty: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """What is seen in a text. ``lang`` is its language (ISO 639-1), empty when unknown."""

    lang: str
    organizations: tuple[OrganizationMention, ...]
    acronyms: tuple[Span, ...]  # all short forms, known or not
    definitions: tuple[Definition, ...]
    symbols: tuple[SymbolMention, ...]
    dates: tuple[DateMention, ...]
    people: tuple[PersonMention, ...]


@dataclass(frozen=True, slots=True)
class WriteSummary:
    """What a commit did."""

    added: int
    changed: int  # replaced a document of the same id and other content
    unchanged: int  # same id, same content
    moved: int
    removed: int
    text_bytes: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input, or a line of one (from 1; 0: the whole), that did not become a document."""

    input: str
    line: int
    reason: str
