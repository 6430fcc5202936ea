// Times RE2::Set on the phrases and texts that native-peers.ts wrote: phrases a line each, texts as 4-byte lengths and bytes.
// Prints {"bytes", "seconds" (of the median pass), "hits"}. A set tells which phrases a text has, not how often, so a hit is a
// phrase and a text.
#include <re2/re2.h>
#include <re2/set.h>
#include "passes.h"

int main(int count, char** arguments) {
  const Input input = read_input(count, arguments);
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_max_mem(int64_t{1} << 30);
  RE2::Set set(options, RE2::UNANCHORED);
  std::string error;
  for (const std::string& phrase : input.phrases) {
    if (set.Add("\\b" + RE2::QuoteMeta(phrase) + "\\b", &error) < 0) return std::fprintf(stderr, "%s\n", error.c_str()), 1;
  }
  if (!set.Compile()) return std::fprintf(stderr, "too large for RE2::Set\n"), 1;
  std::vector<int> found;
  return time_passes(input, [&](const std::string& text) {
    found.clear();
    set.Match(text, &found);
    return found.size();
  });
}
