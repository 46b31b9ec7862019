/* Searches an index and prints the answer as JSON:  search_c news.db 'SCO cooperation' */
#include <dragoman.h>
#include <stdio.h>

int main(int argc, char **argv) {
  dragoman_search_options options = DRAGOMAN_SEARCH_OPTIONS;
  dragoman_searcher *searcher = NULL;
  char *answer = NULL;
  dragoman_status status;

  if (argc != 3) {
    fputs("usage: search_c INDEX QUERY\n", stderr);
    return 2;
  }
  options.limit = 3;
  options.facets = "org,lang";

  status = dragoman_searcher_open(argv[1], &searcher);
  if (status == DRAGOMAN_OK) status = dragoman_search(searcher, argv[2], &options, &answer);
  if (status == DRAGOMAN_OK)
    puts(answer);
  else
    fprintf(stderr, "%s (%s)\n", dragoman_error_message(), dragoman_error_hint());

  dragoman_free(answer);
  dragoman_searcher_close(searcher);
  return status == DRAGOMAN_OK ? 0 : 2;
}
