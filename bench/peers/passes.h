// What the native peers share: reading the input and timing passes over all texts.
#pragma once
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

struct Input {
  std::vector<std::string> phrases;
  std::vector<std::string> texts;
  double seconds = 1;
};

// A letter, a figure or a low line: what RE2 takes for part of a word.
inline bool is_word(char one) {
  const unsigned char byte = static_cast<unsigned char>(one);
  return (byte | 0x20) - 'a' < 26u || byte - '0' < 10u || byte == '_';
}

// PHRASES TEXTS SECONDS
inline Input read_input(int count, char** arguments) {
  if (count != 4) std::exit(64);
  Input input;
  std::ifstream phrases(arguments[1]);
  for (std::string line; std::getline(phrases, line);) input.phrases.push_back(line);
  std::ifstream texts(arguments[2], std::ios::binary);
  for (uint32_t length = 0; texts.read(reinterpret_cast<char*>(&length), sizeof length);) {
    std::string text(length, '\0');
    texts.read(text.data(), length);
    input.texts.push_back(std::move(text));
  }
  input.seconds = std::atof(arguments[3]);
  return input;
}

// Passes over all texts until the time is up, two of them to warm up; the median pass counts, in processor time as clock.ts has it.
template <typename Scan>
int time_passes(const Input& input, Scan scan) {
  size_t bytes = 0;
  for (const std::string& text : input.texts) bytes += text.size();
  std::vector<double> passes;
  size_t hits = 0;
  double spent = 0;
  for (int pass = 0; pass < 5 || spent < input.seconds; ++pass) {
    hits = 0;
    const std::clock_t began = std::clock();
    for (const std::string& text : input.texts) hits += scan(text);
    const double took = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    spent += took;
    if (pass >= 2) passes.push_back(took);
  }
  std::sort(passes.begin(), passes.end());
  std::printf("{\"bytes\": %zu, \"seconds\": %.9f, \"hits\": %zu}\n", bytes, passes[passes.size() / 2], hits);
  return 0;
}
