// toml++, so set up that no file can end the process.
#ifndef SITREP_LIBRARY_H
#define SITREP_LIBRARY_H

#include <stdexcept>
#include <string_view>

namespace ctoml {

// What toml++ asserts. A bad file must end in a problem, not in abort() as with assert, nor in undefined behaviour as
// in its release builds, which take every assertion for granted.
inline void check(bool holds, std::string_view assertion) {
  // `[[[a]]]` breaks this one, and toml++ 3.3 has a good message for it a few lines on.
  if (holds || assertion == "is_bare_key_character(*cp) || is_string_delimiter(*cp)") return;
  throw std::logic_error("it cannot be read");
}

}  // namespace ctoml

#undef NDEBUG
#define TOML_ASSERT(expression) ctoml::check(static_cast<bool>(expression), #expression)
#define TOML_ENABLE_FORMATTERS 0
// A settings file needs three levels; deeper ones only cost stack.
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/toml.h>

#endif
