// The values of toml++ as kinds and texts.
#ifndef SITREP_VALUES_H
#define SITREP_VALUES_H

#include <charconv>
#include <string>

#include "ctoml.h"
#include "library.h"

namespace ctoml {

inline std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

inline std::string text_of(const toml::date &date) {
  std::string year = std::to_string(date.year);
  return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + "-" + two_digits(date.month) + "-" +
         two_digits(date.day);
}

inline std::string text_of(const toml::time &time) {
  return two_digits(time.hour) + ":" + two_digits(time.minute) + ":" + two_digits(time.second);
}

inline std::string text_of(const toml::date_time &moment) {
  std::string text = text_of(moment.date) + "T" + text_of(moment.time);
  if (!moment.offset) return text;
  int minutes = moment.offset->minutes;
  unsigned distance = static_cast<unsigned>(minutes < 0 ? -minutes : minutes);
  return text + (minutes < 0 ? "-" : "+") + two_digits(distance / 60) + ":" + two_digits(distance % 60);
}

// The shortest plain decimal that reads back the same: 92.5 stays 92.5.
inline std::string text_of(double number) {
  char buffer[512];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer, end) : std::string();
}

inline ctoml_kind kind_of(const toml::node &node) {
  switch (node.type()) {
    case toml::node_type::table: return CTOML_TABLE;
    case toml::node_type::array: return CTOML_ARRAY;
    case toml::node_type::string: return CTOML_STRING;
    case toml::node_type::integer: return CTOML_INTEGER;
    case toml::node_type::floating_point: return CTOML_FLOAT;
    case toml::node_type::boolean: return CTOML_BOOLEAN;
    default: return CTOML_DATE_TIME;
  }
}

inline std::string text_of(const toml::node &node) {
  if (auto value = node.as_string()) return value->get();
  if (auto value = node.as_integer()) return std::to_string(value->get());
  if (auto value = node.as_floating_point()) return text_of(value->get());
  if (auto value = node.as_boolean()) return value->get() ? "true" : "false";
  if (auto value = node.as_date_time()) return text_of(value->get());
  if (auto value = node.as_date()) return text_of(value->get());
  if (auto value = node.as_time()) return text_of(value->get());
  return std::string();
}

}  // namespace ctoml

#endif
