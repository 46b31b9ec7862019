/* The C functions, from C:  c_test FOLDER   makes an index there, searches it, and is wrong in every way it can. */
#include <dragoman.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char *what, int line) {
  if (holds) return;
  fprintf(stderr, "c_test.c:%d: not so: %s\n  last error: %s\n", line, what, dragoman_error_message());
  ++failures;
}
#define CHECK(condition) check(condition, #condition, __LINE__)

/* Whether `text` is there and has `part`; frees it. */
static int has(char *text, const char *part) {
  const int found = text != NULL && strstr(text, part) != NULL;
  if (!found) fprintf(stderr, "no %s in %s\n", part, text == NULL ? "(null)" : text);
  dragoman_free(text);
  return found;
}

static const char kLines[] =
    "{\"id\":\"ru-1\",\"title\":\"Саммит ОДКБ\",\"lang\":\"ru\",\"country\":\"Армения\","
    "\"body\":\"Лидеры стран ОДКБ встретились в Ереване.\"}\n"
    "not JSON\n"
    "{\"id\":\"zh-1\",\"lang\":\"zh\",\"body\":\"上合组织峰会在青岛闭幕。\"}\n";

static void index_documents(const char *path) {
  dragoman_writer *writer = NULL, *second = NULL;
  char *report = NULL, *summary = NULL;
  CHECK(dragoman_writer_open(path, 1, &writer) == DRAGOMAN_OK);
  CHECK(dragoman_writer_open(path, 1, &second) == DRAGOMAN_LOCKED);
  CHECK(second == NULL);
  CHECK(strlen(dragoman_error_message()) > 0);

  CHECK(dragoman_writer_add(writer, kLines, strlen(kLines), "jsonl", NULL, &report) == DRAGOMAN_OK);
  CHECK(has(report, "{\"documents\":2,\"skipped\":[{\"line\":2,"));
  CHECK(dragoman_writer_add(writer, "Le sommet de l'OTSC", 19, NULL, "sommet.txt", NULL) == DRAGOMAN_OK);
  CHECK(dragoman_writer_add(writer, "", 0, "no such", NULL, &report) == DRAGOMAN_USAGE);
  CHECK(report == NULL);
  CHECK(dragoman_writer_commit(writer, &summary) == DRAGOMAN_OK);
  CHECK(has(summary, "\"added\":3,"));

  CHECK(dragoman_writer_add(writer, "dropped", 7, "text", "dropped.txt", NULL) == DRAGOMAN_OK);
  dragoman_writer_close(writer);
}

static void search(const char *path) {
  dragoman_search_options options = DRAGOMAN_SEARCH_OPTIONS;
  dragoman_searcher *searcher = NULL;
  char *answer = NULL;
  CHECK(dragoman_searcher_open(path, &searcher) == DRAGOMAN_OK);
  CHECK(dragoman_search(searcher, "CSTO", NULL, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"total\":2,"));
  CHECK(dragoman_search(searcher, "ШОС", NULL, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"marks\":[[0,4,\"sco\"]]"));
  CHECK(dragoman_search(searcher, "dropped", NULL, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"total\":0,"));
  CHECK(dragoman_search(searcher, "\xFF\"((", NULL, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"hits\":["));

  options.limit = 1;
  options.facets = "lang,org";
  options.compiled = 1;
  CHECK(dragoman_search(searcher, "ОДКБ OR ШОС", &options, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"facets\":{\"lang\":[{"));
  CHECK(dragoman_search(searcher, "ОДКБ", &options, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"compiled\":"));
  options.size = sizeof options.size; /* an older caller, whose structure had nothing else */
  CHECK(dragoman_search(searcher, "ОДКБ", &options, &answer) == DRAGOMAN_OK);
  CHECK(answer != NULL && strstr(answer, "\"compiled\":") == NULL);
  dragoman_free(answer);

  dragoman_searcher_set_time_limit(searcher, 0);
  CHECK(dragoman_search(searcher, "ОДКБ NEAR/5 Ереване", NULL, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"total_exact\":true"));

  options.size = sizeof options;
  options.sort = "colour";
  CHECK(dragoman_search(searcher, "ОДКБ", &options, &answer) == DRAGOMAN_USAGE);
  CHECK(answer == NULL && strstr(dragoman_error_message(), "colour") != NULL);

  CHECK(dragoman_get_document(searcher, "ru-1", "Ереван", &answer) == DRAGOMAN_OK);
  CHECK(answer != NULL && strstr(answer, "\"country\":\"Армения\"") != NULL);
  CHECK(has(answer, "\"body_marks\":[[32,39,"));
  CHECK(dragoman_get_document(searcher, "ru-1", NULL, &answer) == DRAGOMAN_OK);
  CHECK(has(answer, "\"body_marks\":[]"));
  CHECK(dragoman_get_document(searcher, "нет", NULL, &answer) == DRAGOMAN_NOT_FOUND);
  CHECK(answer == NULL);
  dragoman_searcher_close(searcher);
}

static void annotate(void) {
  static const char text[] = "Саммит ОДКБ и S/RES/1540 (2004).";
  dragoman_analyzer *analyzer = NULL;
  char *annotations = NULL;
  CHECK(dragoman_analyzer_open(&analyzer) == DRAGOMAN_OK);
  CHECK(dragoman_annotate(analyzer, text, strlen(text), "ru", NULL, &annotations) == DRAGOMAN_OK);
  CHECK(annotations != NULL && strstr(annotations, "\"id\":\"csto\",\"start\":7,\"text\":\"ОДКБ\"") != NULL);
  CHECK(has(annotations, "\"symbol\":\"S/RES/1540(2004)\""));
  CHECK(dragoman_annotate(analyzer, "ОД\xD0", 5, NULL, NULL, &annotations) == DRAGOMAN_OK);
  CHECK(has(annotations, "\"acronyms\""));
  dragoman_analyzer_close(analyzer);
}

/* Nothing a caller forgets may crash. */
static void forget_everything(const char *path) {
  dragoman_searcher *searcher = NULL;
  char *out = NULL;
  CHECK(dragoman_searcher_open(NULL, &searcher) == DRAGOMAN_USAGE);
  CHECK(dragoman_searcher_open("/нет/такого", &searcher) == DRAGOMAN_NOT_FOUND);
  CHECK(dragoman_searcher_open_all(NULL, 1, &searcher) == DRAGOMAN_USAGE);
  CHECK(dragoman_searcher_open_all(&path, 0, &searcher) == DRAGOMAN_USAGE);
  CHECK(dragoman_searcher_open(path, NULL) == DRAGOMAN_USAGE);
  CHECK(dragoman_search(NULL, "x", NULL, &out) == DRAGOMAN_USAGE);
  CHECK(strcmp(dragoman_error_message(), "searcher is NULL") == 0);
  CHECK(dragoman_get_document(NULL, "x", NULL, &out) == DRAGOMAN_USAGE);
  CHECK(dragoman_writer_open(NULL, 0, NULL) == DRAGOMAN_USAGE);
  CHECK(dragoman_writer_add(NULL, "", 0, NULL, NULL, NULL) == DRAGOMAN_USAGE);
  CHECK(dragoman_writer_commit(NULL, NULL) == DRAGOMAN_USAGE);
  CHECK(dragoman_annotate(NULL, "", 0, NULL, NULL, &out) == DRAGOMAN_USAGE);
  CHECK(dragoman_analyzer_open(NULL) == DRAGOMAN_USAGE);
  dragoman_searcher_set_time_limit(NULL, 1);
  dragoman_searcher_close(NULL);
  dragoman_writer_close(NULL);
  dragoman_analyzer_close(NULL);
  dragoman_free(NULL);
  CHECK(strlen(dragoman_version()) >= 5);
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  index_documents(argv[1]);
  search(argv[1]);
  annotate();
  forget_everything(argv[1]);
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
