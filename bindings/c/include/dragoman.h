/* Dragoman in C: open an index and search it, index documents, annotate text. What comes out is JSON.

     dragoman_searcher *searcher = NULL;
     char *answer = NULL;
     if (dragoman_searcher_open("news.db", &searcher) == DRAGOMAN_OK &&
         dragoman_search(searcher, "SCO cooperation", NULL, &answer) == DRAGOMAN_OK)
       puts(answer);
     else
       fprintf(stderr, "%s\n", dragoman_error_message());
     dragoman_free(answer);
     dragoman_searcher_close(searcher);

   Text is UTF-8 that ends with a NUL, unless its length is given; ill-formed UTF-8 is input, not an error. Offsets in
   JSON count Unicode code points and are half open.

   Ownership: what *_open gives is closed by its *_close; a string that comes out is the caller's and is freed by
   dragoman_free(). Both take NULL. When a function fails, it sets its out-parameters to NULL.

   Errors: a function that can fail returns a dragoman_status; dragoman_error_message() then has the words. Nothing is
   printed, nothing exits, no C++ exception comes through.

   Thread rule: a handle is used by one thread at a time. Different handles, also of the same index, may be used by
   different threads at the same time. */
#ifndef DRAGOMAN_H
#define DRAGOMAN_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Marks what the shared library gives to others. */
#define DRAGOMAN_C_API __attribute__((visibility("default")))

/* How a function ended. */
typedef enum dragoman_status {
  DRAGOMAN_OK = 0,
  DRAGOMAN_USAGE = 1,           /* the caller asked for something that makes no sense */
  DRAGOMAN_NOT_FOUND = 2,       /* a file, an index or a document is not there */
  DRAGOMAN_UNREADABLE = 3,      /* it is there and cannot be read or written */
  DRAGOMAN_MALFORMED = 4,       /* it can be read and is not what it should be */
  DRAGOMAN_NOT_AN_INDEX = 5,    /* a directory that Dragoman did not make */
  DRAGOMAN_SCHEMA_MISMATCH = 6, /* an index of another version of Dragoman */
  DRAGOMAN_LOCKED = 7,          /* another process is writing to the index */
  DRAGOMAN_CORRUPT = 8,         /* the index is damaged */
  DRAGOMAN_INDEX_IO = 9,        /* Xapian or the disk failed in another way */
  DRAGOMAN_NO_MEMORY = 10,
  DRAGOMAN_INTERNAL = 11 /* a fault of Dragoman's own */
} dragoman_status;

/* Of the last function of this thread that failed; never NULL. They live until the next one fails in this thread. */
DRAGOMAN_C_API const char* dragoman_error_message(void);
DRAGOMAN_C_API const char* dragoman_error_hint(void); /* what can be done about it; may be empty */

/* "0.1.0". Lives as long as the program. */
DRAGOMAN_C_API const char* dragoman_version(void);

/* Frees a string that came out of a function below. */
DRAGOMAN_C_API void dragoman_free(char* text);

/* --- Searching --- */

/* Answers queries on one or more indexes. */
typedef struct dragoman_searcher dragoman_searcher;

/* Begin with DRAGOMAN_SEARCH_OPTIONS and change what should be otherwise. Flags are 0 or 1. */
typedef struct dragoman_search_options {
  size_t size;       /* of this structure; set by DRAGOMAN_SEARCH_OPTIONS */
  unsigned limit;    /* hits at most */
  unsigned offset;   /* hits left out before the first */
  unsigned passages; /* of each hit; 0: none is fetched */
  const char* sort;  /* "relevance", "date" (oldest first), "date-", "symbol"; NULL: relevance */
  const char*
      facets; /* what is counted over all matches, "org,year": org, year, lang, source, type; or NULL */
  int all_copies; /* else of near copies only the first that matches is a hit */
  int translate;  /* phrases of the glossary are searched in all languages of the index */
  int maybe;      /* an organization's acronym counts where nobody decided what it means */
  int related;    /* an organization counts with those it has to do with */
  int suggest;    /* say what else to search where words or all hits are missing */
  int compiled;   /* Xapian's form of the query in the answer */
} dragoman_search_options;

/* The defaults: ten hits with two passages each, by relevance. */
#define DRAGOMAN_SEARCH_OPTIONS \
  { sizeof(dragoman_search_options), 10, 0, 2, NULL, NULL, 0, 0, 0, 0, 1, 0 }

/* Opens an index: a directory, or tcp://host:port of xapian-tcpsrv. When a writer publishes, the next search sees it.
   Errors: USAGE, NOT_FOUND, NOT_AN_INDEX, SCHEMA_MISMATCH, CORRUPT, INDEX_IO. */
DRAGOMAN_C_API dragoman_status dragoman_searcher_open(const char* path,
                                                      dragoman_searcher** searcher);
/* Opens `count` indexes that are searched as one. Errors: the same. */
DRAGOMAN_C_API dragoman_status dragoman_searcher_open_all(const char* const* paths, size_t count,
                                                          dragoman_searcher** searcher);
/* A search that takes longer ends with what it has found until then, and its answer says "partial"; 0: none does. At
   first ten seconds. */
DRAGOMAN_C_API void dragoman_searcher_set_time_limit(dragoman_searcher* searcher,
                                                     unsigned milliseconds);
/* Closes it; NULL is nothing. */
DRAGOMAN_C_API void dragoman_searcher_close(dragoman_searcher* searcher);

/* Searches; the answer is what dragoman-search --format json prints (docs/json.md). Any query is legal. `options` may
   be NULL. Errors: USAGE (unknown sort or facet), CORRUPT, INDEX_IO. */
DRAGOMAN_C_API dragoman_status dragoman_search(dragoman_searcher* searcher, const char* query,
                                               const dragoman_search_options* options,
                                               char** answer);

/* A document as it was indexed: {id, title, date, …, fields, body, title_marks, body_marks}; marks show what `query`
   finds in it, none when `query` is NULL. Errors: NOT_FOUND, CORRUPT, INDEX_IO. */
DRAGOMAN_C_API dragoman_status dragoman_get_document(dragoman_searcher* searcher, const char* id,
                                                     const char* query, char** document);

/* --- Indexing --- */

/* Adds documents to an index. */
typedef struct dragoman_writer dragoman_writer;

/* Opens the index in a directory, or makes one. `jobs` threads work for it; 0: one for each core.
   Errors: LOCKED, NOT_AN_INDEX, SCHEMA_MISMATCH, UNREADABLE, INDEX_IO. */
DRAGOMAN_C_API dragoman_status dragoman_writer_open(const char* path, unsigned jobs,
                                                    dragoman_writer** writer);
/* Closes it; what was not committed is dropped. */
DRAGOMAN_C_API void dragoman_writer_close(dragoman_writer* writer);

/* Adds the documents in `length` bytes. `format`: "jsonl" (an object a line: id, title, body, date, lang, url, source,
   symbol, type and keys of your own), another that dragoman-index --help names, or NULL: found from the content.
   `name` begins the ids of documents that have none, and may be NULL when all have one. What could not be read is told
   in `report`, which may be NULL: {"documents": 2, "skipped": [{"line": 3, "reason": "…"}]}, line 0 meaning the whole.
   A document whose id the index has replaces that one. Errors: USAGE (unknown format), INDEX_IO. */
DRAGOMAN_C_API dragoman_status dragoman_writer_add(dragoman_writer* writer, const char* bytes,
                                                   size_t length, const char* format,
                                                   const char* name, char** report);

/* Makes what was added visible and durable. `summary`, which may be NULL: {"added", "changed", "moved", "unchanged",
   "removed", "text_bytes"} since the last commit. The writer may go on being used. Errors: INDEX_IO. */
DRAGOMAN_C_API dragoman_status dragoman_writer_commit(dragoman_writer* writer, char** summary);

/* --- Annotating --- */

/* Sees what a text names. Making one costs microseconds. */
typedef struct dragoman_analyzer dragoman_analyzer;

/* Errors: only NO_MEMORY. */
DRAGOMAN_C_API dragoman_status dragoman_analyzer_open(dragoman_analyzer** analyzer);
/* Closes it; NULL is nothing. */
DRAGOMAN_C_API void dragoman_analyzer_close(dragoman_analyzer* analyzer);

/* Organizations, acronyms, definitions, symbols, dates and people in `length` bytes of text, as dragoman-analyze prints
   them (docs/json.md). `lang` (ISO 639-1) and `date` (ISO 8601) of the text may be NULL: not known. */
DRAGOMAN_C_API dragoman_status dragoman_annotate(dragoman_analyzer* analyzer, const char* text,
                                                 size_t length, const char* lang, const char* date,
                                                 char** annotations);

#ifdef __cplusplus
}
#endif

#endif
