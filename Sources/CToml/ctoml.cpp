#include "ctoml.h"
#include <toml++/toml.h>
int ctoml_placeholder(void) { auto t = toml::parse("a=1"); return (int)t.size(); }
