// What toml++ 3.3 must not be given: keys of very many parts, for each of which it builds, and recursively destroys, a
// table; and letters beyond ASCII outside quotes, on which its tables of white space run into undefined behaviour.
#ifndef SITREP_PRECHECK_H
#define SITREP_PRECHECK_H

#include <cstdint>
#include <optional>
#include <string_view>

namespace ctoml {

struct fault {
  const char *message;
  uint32_t line;
  uint32_t column;
};

// A fault at a byte of the text; columns count characters, not bytes.
inline fault fault_at(std::string_view text, size_t at, const char *message) {
  fault found{message, 1, 1};
  for (char byte : text.substr(0, at)) {
    bool is_continuation = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
    if (byte == '\n') {
      found.line += 1;
      found.column = 1;
    } else if (!is_continuation) {
      found.column += 1;
    }
  }
  return found;
}

// Steps over a string that starts at `from`: to behind its closing quotes, or to where it cannot go on.
inline size_t after_string(std::string_view text, size_t from) {
  char quote = text[from];
  std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
  bool is_long = text.substr(from, 3) == triple;
  size_t at = from + (is_long ? 3 : 1);
  while (at < text.size()) {
    if (quote == '"' && text[at] == '\\') {
      at += 2;
    } else if (is_long && text.substr(at, 3) == triple) {
      at += 3;
      // One or two quotes may stand before the closing three.
      for (int more = 0; more < 2 && at < text.size() && text[at] == quote; more += 1) at += 1;
      return at;
    } else if (!is_long && text[at] == quote) {
      return at + 1;
    } else if (!is_long && text[at] == '\n') {
      return at;
    } else {
      at += 1;
    }
  }
  return text.size();
}

// The first thing that toml++ must not be given; nothing when it may have the text.
inline std::optional<fault> precheck(std::string_view text) {
  constexpr int most_dots = 32;
  int dots = 0;
  size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  while (at < text.size()) {
    switch (text[at]) {
      case '"':
      case '\'': at = after_string(text, at); continue;
      case '#':
        while (at < text.size() && text[at] != '\n') at += 1;
        continue;
      case '\n':
      case '=':
      case ',':
      case '{':
      case '[': dots = 0; break;
      case '.': dots += 1; break;
      default: break;
    }
    if (dots > most_dots) return fault_at(text, at, "the key has too many parts");
    if (static_cast<unsigned char>(text[at]) >= 0x80) {
      return fault_at(text, at, "a letter beyond A to Z stands outside quotes");
    }
    at += 1;
  }
  return std::nullopt;
}

}  // namespace ctoml

#endif
