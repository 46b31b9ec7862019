// What is measured: the least that any program takes that answers from an index: to start, to open it, to end.
// Corpus: an index of Dragoman.
// Notes: for whole_process.py; prints how many documents there are.
//
//   open_index ungdc.db
#include <cstdio>

#include <xapian.h>

int main(int argc, char** argv) {
  try {
    if (argc != 2) return 2;
    const Xapian::Database database(argv[1]);
    std::printf("%u\n", database.get_doccount());
    return 0;
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "open_index: %s\n", error.get_description().c_str());
    return 2;
  }
}
