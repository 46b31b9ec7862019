#include "dragoman/analyzers/symbols.h"
namespace dragoman {
std::string canonical_symbol(std::string_view) { return {}; }
std::string base_symbol(std::string_view canonical) { return std::string(canonical); }
}
