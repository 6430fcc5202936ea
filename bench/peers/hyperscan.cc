// Times Hyperscan in block mode on the phrases and texts that native-peers.ts wrote; the same output as re2-set.cc. It finds phrases
// inside words too; what stands beside a find is looked at as it is found, which is quicker than asking for \b in the patterns.
#include <hs/hs.h>
#include "passes.h"

namespace {
struct Finds {
  const Input& input;
  const std::string& text;
  size_t hits;
};

int on_match(unsigned int phrase, unsigned long long, unsigned long long end, unsigned int, void* context) {
  Finds& finds = *static_cast<Finds*>(context);
  const size_t start = end - finds.input.phrases[phrase].size();
  const bool inside = (start > 0 && is_word(finds.text[start - 1])) || (end < finds.text.size() && is_word(finds.text[end]));
  if (!inside) ++finds.hits;
  return 0;
}
}  // namespace

int main(int count, char** arguments) {
  const Input input = read_input(count, arguments);
  std::vector<const char*> phrases;
  std::vector<size_t> lengths;
  std::vector<unsigned int> flags(input.phrases.size(), HS_FLAG_CASELESS);
  std::vector<unsigned int> ids;
  for (const std::string& phrase : input.phrases) {
    phrases.push_back(phrase.c_str());
    lengths.push_back(phrase.size());
    ids.push_back(static_cast<unsigned int>(ids.size()));
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_lit_multi(phrases.data(), flags.data(), ids.data(), lengths.data(),
                           static_cast<unsigned int>(phrases.size()), HS_MODE_BLOCK, nullptr, &database,
                           &error) != HS_SUCCESS) {
    return std::fprintf(stderr, "%s\n", error->message), 1;
  }
  hs_scratch_t* scratch = nullptr;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 1;
  return time_passes(input, [&](const std::string& text) {
    Finds finds{input, text, 0};
    hs_scan(database, text.data(), static_cast<unsigned int>(text.size()), 0, scratch, on_match, &finds);
    return finds.hits;
  });
}
