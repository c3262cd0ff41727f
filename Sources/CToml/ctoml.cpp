#include "ctoml.h"

#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "library.h"
#include "precheck.h"
#include "values.h"

namespace {

struct entry {
  ctoml_kind kind;
  int32_t parent;
  std::string key;
  std::string text;
  toml::source_position place;
};

}  // namespace

struct ctoml_document {
  std::vector<entry> entries;
  std::string error;
  bool failed = false;
  toml::source_position error_place{};

  void fail(std::string_view message, toml::source_position place) {
    entries.clear();
    error = message;
    failed = true;
    error_place = place;
  }

  void add(const toml::node &node, int32_t parent, std::string_view key, toml::source_position place) {
    auto self = static_cast<int32_t>(entries.size());
    entries.push_back({ctoml::kind_of(node), parent, std::string(key), ctoml::text_of(node), place});
    if (auto table = node.as_table()) {
      for (auto &&[child_key, child] : *table) add(child, self, child_key.str(), child_key.source().begin);
    } else if (auto array = node.as_array()) {
      for (auto &&child : *array) add(child, self, {}, child.source().begin);
    }
  }
};

namespace {

// Whether toml++ stumbles over its own assertions in this text.
bool breaks_assertions(std::string_view text) {
  try {
    toml::table ignored = toml::parse(text);
  } catch (const toml::parse_error &) {
  } catch (const std::logic_error &) {
    return true;
  }
  return false;
}

// The line an assertion broke on, which toml++ does not say: the last of the shortest run of lines that breaks one.
uint32_t line_of_broken_assertion(std::string_view text) {
  std::vector<size_t> ends;
  for (size_t at = 0; at < text.size(); at += 1) {
    if (text[at] == '\n') ends.push_back(at + 1);
  }
  ends.push_back(text.size());
  size_t low = 0, high = ends.size() - 1;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (breaks_assertions(text.substr(0, ends[middle]))) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return static_cast<uint32_t>(low + 1);
}

void read(ctoml_document &document, std::string_view text) {
  if (auto fault = ctoml::precheck(text)) {
    document.fail(fault->message, {fault->line, fault->column});
    return;
  }
  try {
    toml::table root = toml::parse(text);
    document.add(root, -1, {}, {1, 1});
  } catch (const toml::parse_error &error) {
    document.fail(error.description(), error.source().begin);
  } catch (const std::logic_error &) {
    document.fail("a value is not complete", {line_of_broken_assertion(text), 1});
  }
}

}  // namespace

ctoml_document *ctoml_parse(const char *bytes, size_t length) {
  auto *document = new (std::nothrow) ctoml_document;
  if (!document) return nullptr;
  try {
    read(*document, std::string_view(bytes ? bytes : "", bytes ? length : 0));
  } catch (...) {
    // There was no memory for the document, or for the words of its failure.
    delete document;
    return nullptr;
  }
  return document;
}

void ctoml_free(ctoml_document *document) { delete document; }

size_t ctoml_count(const ctoml_document *document) { return document->entries.size(); }

ctoml_node ctoml_node_at(const ctoml_document *document, size_t place) {
  const entry &entry = document->entries[place];
  return {entry.kind,        entry.parent,      entry.key.data(), entry.key.size(), entry.text.data(),
          entry.text.size(), entry.place.line, entry.place.column};
}

const char *ctoml_error(const ctoml_document *document) {
  return document->failed ? document->error.c_str() : nullptr;
}

uint32_t ctoml_error_line(const ctoml_document *document) { return document->error_place.line; }

uint32_t ctoml_error_column(const ctoml_document *document) { return document->error_place.column; }
