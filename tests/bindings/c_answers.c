/* Answers queries through the C functions, one a line of standard input:  c_answers INDEX < queries */
#include <dragoman.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  dragoman_search_options options = DRAGOMAN_SEARCH_OPTIONS;
  dragoman_searcher *searcher = NULL;
  dragoman_status status = DRAGOMAN_OK;
  char line[65536];

  if (argc != 2) return 2;
  options.facets = "org,year,lang";
  status = dragoman_searcher_open(argv[1], &searcher);
  while (status == DRAGOMAN_OK && fgets(line, sizeof line, stdin) != NULL) {
    char *answer = NULL;
    line[strcspn(line, "\n")] = '\0';
    status = dragoman_search(searcher, line, &options, &answer);
    if (status == DRAGOMAN_OK) puts(answer);
    dragoman_free(answer);
  }
  if (status != DRAGOMAN_OK) fprintf(stderr, "%s\n", dragoman_error_message());
  dragoman_searcher_close(searcher);
  return status == DRAGOMAN_OK ? 0 : 1;
}
