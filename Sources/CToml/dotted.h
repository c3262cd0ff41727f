// Finds keys of absurdly many parts (a.a.a.…) before toml++ 3.3 builds, and recursively destroys, a table for each.
#ifndef SITREP_DOTTED_H
#define SITREP_DOTTED_H

#include <cstdint>
#include <optional>
#include <string_view>

namespace ctoml {

struct place {
  uint32_t line;
  uint32_t column;
};

// Steps over a string that starts at `from`; its end, or the end of the text where it is not closed.
inline size_t after_string(std::string_view text, size_t from) {
  char quote = text[from];
  std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
  bool is_long = text.substr(from, 3) == triple;
  size_t at = from + (is_long ? 3 : 1);
  while (at < text.size()) {
    if (quote == '"' && text[at] == '\\') {
      at += 2;
    } else if (is_long ? text.substr(at, 3) == triple : text[at] == quote) {
      return at + (is_long ? 3 : 1);
    } else if (!is_long && text[at] == '\n') {
      return at;
    } else {
      at += 1;
    }
  }
  return text.size();
}

// Where a key has more parts than any settings file needs; nothing when none has.
inline std::optional<place> too_deep(std::string_view text) {
  constexpr int most_dots = 32;
  int dots = 0;
  size_t at = 0;
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
    if (dots > most_dots) {
      std::string_view before = text.substr(0, at);
      uint32_t line = 1;
      for (char byte : before) line += byte == '\n';
      size_t start = before.rfind('\n') + 1;
      return place{line, static_cast<uint32_t>(at - start + 1)};
    }
    at += 1;
  }
  return std::nullopt;
}

}  // namespace ctoml

#endif
