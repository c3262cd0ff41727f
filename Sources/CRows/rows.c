#include "crows.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

typedef uint8_t bytes64 __attribute__((ext_vector_type(64), aligned(1), may_alias));
typedef int8_t signed64 __attribute__((ext_vector_type(64)));
typedef _Bool bits64 __attribute__((ext_vector_type(64)));
typedef uint8_t bytes32 __attribute__((ext_vector_type(32), aligned(1), may_alias));
typedef _Bool bits32 __attribute__((ext_vector_type(32)));

#define INLINE TARGET static inline __attribute__((always_inline))
#define JOIN(a, b) a##b
#define JOINED(a, b) JOIN(a, b)

// A bit for each byte of a comparison.
#define MASK(comparison)                                          \
  ({                                                              \
    const bits64 bits = __builtin_convertvector(comparison, bits64); \
    uint64_t mask;                                                \
    memcpy(&mask, &bits, 8);                                      \
    mask;                                                         \
  })
#define ANY(bytes)                                              \
  ({                                                            \
    const bits32 bits = __builtin_convertvector(bytes, bits32); \
    uint32_t mask;                                              \
    memcpy(&mask, &bits, 4);                                    \
    mask;                                                       \
  })

// Sixty-four bytes from a place on; zeros, which are unusual, stand for what is beyond the block. Two bytes before it may
// be looked at where there are any.
static inline __attribute__((always_inline)) const uint8_t *window(
    const uint8_t *block, size_t length, size_t at, uint8_t *spare) {
  if (__builtin_expect(length - at >= 64, 1)) return block + at;
  const size_t before = at < 2 ? at : 2;
  memset(spare, 0, 66);
  memcpy(spare + 2 - before, block + at - before, length - at + before);
  return spare + 2;
}

#define LEVEL 0
#define TARGET
#define NAME(name) JOINED(portable_, name)
#include "template.h"
#undef LEVEL
#undef TARGET
#undef NAME

#if defined(__x86_64__)
static const bytes32 places = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                               16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};

// For each choice of eight bytes where the chosen ones stand, in order; 0x80 for none.
static uint64_t choices[256];

__attribute__((constructor)) static void fill_choices(void) {
  for (int choice = 0; choice < 256; choice++) {
    uint64_t order = 0x8080808080808080ull;
    for (int bit = 7; bit >= 0; bit--)
      if (choice >> bit & 1) order = order << 8 | (uint64_t)bit;
    choices[choice] = order;
  }
}

#define LEVEL 1
#define TARGET __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define NAME(name) JOINED(avx2_, name)
#include "template.h"
#undef LEVEL
#undef TARGET
#undef NAME

#define LEVEL 2
#define TARGET __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt,avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2")))
#define NAME(name) JOINED(avx512_, name)
#include "template.h"

#define CHOSEN(name, ...)                                      \
  (level == CROWS_AVX512 ? JOINED(avx512_, name)(__VA_ARGS__)  \
                         : level == CROWS_AVX2 ? JOINED(avx2_, name)(__VA_ARGS__) : JOINED(portable_, name)(__VA_ARGS__))

crows_level crows_best(void) {
  __builtin_cpu_init();
  const int has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                       __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("lzcnt");
  const int has_avx512 = has_avx2 && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                         __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2");
  return has_avx512 ? CROWS_AVX512 : has_avx2 ? CROWS_AVX2 : CROWS_PORTABLE;
}
#else
#define CHOSEN(name, ...) JOINED(portable_, name)(__VA_ARGS__)

crows_level crows_best(void) { return CROWS_PORTABLE; }
#endif

size_t crows_pass(
    crows_level level, const uint8_t *block, size_t length, size_t *position, const crows_alike *alike,
    crows_stop *stop) {
  return CHOSEN(pass, block, length, position, alike, stop);
}

int crows_fields(
    crows_level level, const uint8_t *block, size_t length, size_t start, size_t fields, size_t *ends) {
  return CHOSEN(fields, block, length, start, fields, ends);
}

int crows_read(
    crows_level level, const uint8_t *block, size_t length, size_t *position, const crows_shape *shape,
    crows_row *row) {
  if (*position < 8 || shape->counts > CROWS_MOST_COUNTS) return 0;
  return CHOSEN(read, block, length, position, shape, row);
}

void crows_add(crows_level level, const crows_row *row, size_t counts, uint32_t *sums) {
  CHOSEN(add, row, counts, sums);
}
