// The parameters of a request by their names. What is wrong with them is told in words.
//
//   Parameters parameters(request.parameters);
//   Result<unsigned> limit = parameters.number("n", 10, 100);
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "web_message.h"

namespace dragoman {

class Parameters {
 public:
  // `given` must outlive the object.
  explicit Parameters(const WebParameters& given) : given_(given) {}

  // Errors: kUsage, for a name that is not among `known`.
  Result<void> check_names(std::span<const std::string_view> known) const;

  bool has(std::string_view name) const;
  // The first value; empty where there is none.
  std::string text(std::string_view name) const;
  // All values that are not empty.
  std::vector<std::string> texts(std::string_view name) const;
  // All values, cut at commas.
  std::vector<std::string> list(std::string_view name) const;
  // Errors: kUsage, for what is no number from 0 to `most`.
  Result<unsigned> number(std::string_view name, unsigned preset, unsigned most) const;
  // Errors: kUsage, for what is neither 0, 1, true nor false.
  Result<bool> flag(std::string_view name) const;

 private:
  const WebParameters& given_;
};

}  // namespace dragoman
