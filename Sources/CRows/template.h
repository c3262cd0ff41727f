// The functions of crows.h for one level of instructions: NAME(x) names them, LEVEL says which.

typedef struct {
  uint64_t commas;
  // Quotes, control characters, and what is not ASCII.
  uint64_t unusual;
} NAME(marks);

INLINE NAME(marks) NAME(look)(const uint8_t *at) {
  NAME(marks) marks;
  const bytes64 bytes = *(const bytes64 *)at;
  // Signed, what is below a space is a control character or not ASCII.
  marks.unusual = MASK((__builtin_convertvector(bytes, signed64) < 0x20) | (signed64)(bytes == '"'));
  marks.commas = MASK(bytes == ',');
  return marks;
}

// Where the line after an end of line starts, LF or CRLF, that stands here; 0 where none does.
INLINE size_t NAME(line_end)(const uint8_t *block, size_t length, size_t at) {
  if (block[at] == '\n') return at + 1;
  return block[at] == '\r' && at + 1 < length && block[at + 1] == '\n' ? at + 2 : 0;
}

INLINE int NAME(begins)(const uint8_t *row, const uint8_t *prefix, size_t length) {
  if (length < 32) return length && memcmp(row, prefix, length) == 0;
  bytes32 difference = *(const bytes32 *)(row + length - 32) ^ *(const bytes32 *)(prefix + length - 32);
  for (size_t i = 0; i + 32 < length; i += 32)
    difference |= *(const bytes32 *)(row + i) ^ *(const bytes32 *)(prefix + i);
  return ANY(difference) == 0;
}

// Where the next row starts, after exactly so many commas; 0 where that is not what stands there.
INLINE size_t NAME(end_of_row)(const uint8_t *block, size_t length, size_t start, size_t commas) {
  uint8_t spare[66];
  size_t found = 0;
  for (size_t i = start; i < length; i += 64) {
    const NAME(marks) marks = NAME(look)(window(block, length, i, spare));
    if (marks.unusual) {
      found += (size_t)__builtin_popcountll(marks.commas & (marks.unusual ^ (marks.unusual - 1)));
      const size_t at = i + (size_t)__builtin_ctzll(marks.unusual);
      return found == commas && at < length ? NAME(line_end)(block, length, at) : 0;
    }
    found += (size_t)__builtin_popcountll(marks.commas);
  }
  return 0;
}

TARGET static size_t NAME(pass)(
    const uint8_t *block, size_t length, size_t *position, const crows_alike *alike, crows_stop *stop) {
  const crows_alike rows = *alike;
  size_t passed = 0, at = *position;
  *stop = CROWS_UNUSUAL;
  while (at + rows.prefix_length + 8 <= length) {
    if (!NAME(begins)(block + at, rows.prefix, rows.prefix_length)) {
      *stop = CROWS_PREFIX;
      break;
    }
    uint64_t word;
    memcpy(&word, block + at + rows.prefix_length, 8);
    if ((word & rows.word_mask) != rows.word) {
      *stop = CROWS_WORD;
      break;
    }
    const size_t next = NAME(end_of_row)(block, length, at + rows.prefix_length, rows.commas);
    if (!next) break;
    at = next;
    passed++;
  }
  *position = at;
  return passed;
}

TARGET static int NAME(fields)(const uint8_t *block, size_t length, size_t start, size_t fields, size_t *ends) {
  uint8_t spare[66];
  size_t found = 0, field = start, i = start, skipped = 0;
  int quoted = 0;
  for (; i < length; i += 64) {
    const uint8_t *at = window(block, length, i, spare);
    const NAME(marks) marks = NAME(look)(at);
    for (uint64_t left = marks.commas | marks.unusual; left; left &= left - 1) {
      const size_t here = i + (size_t)__builtin_ctzll(left);
      if (here >= length) return 0;
      if (here < skipped) continue;
      const uint8_t byte = block[here];
      if (byte == ',') {
        if (quoted) continue;
        ends[found++] = here;
        field = here + 1;
        if (found == fields) return 1;
      } else if (byte != '"') {
        return 0;
      } else if (!quoted) {
        if (here != field) return 0;
        quoted = 1;
      } else if (here + 1 >= length) {
        return 0;
      } else if (block[here + 1] == '"') {
        skipped = here + 2;
      } else if (block[here + 1] == ',') {
        quoted = 0;
      } else {
        return 0;
      }
    }
  }
  return 0;
}

// The counts that end at these commas, as their last two digits, into a row of bytes.
#if LEVEL == 0
INLINE void NAME(low_digits)(const uint8_t *at, uint64_t commas, uint64_t digits, uint8_t *low) {
  for (uint64_t ends = digits & ~(digits >> 1); ends; ends &= ends - 1) {
    const int end = __builtin_ctzll(ends);
    const uint64_t before = (1ull << end) - 1;
    const uint8_t tens = end > 0 && digits >> (end - 1) & 1 ? (uint8_t)(10 * (at[end - 1] - '0')) : 0;
    low[__builtin_popcountll(commas & before)] = (uint8_t)(at[end] - '0' + tens);
  }
}
#else
INLINE void NAME(low_digits)(const uint8_t *at, uint64_t commas, uint64_t digits, uint8_t *low) {
  (void)digits;
  // What stands one and two bytes before each byte.
  const bytes64 ones = *(const bytes64 *)(at - 1) - '0', tens = *(const bytes64 *)(at - 2) - '0';
  const bytes64 tens_or_none = tens & (bytes64)(tens <= 9), doubled = tens_or_none + tens_or_none;
  const bytes64 fourfold = doubled + doubled;
  const bytes64 counts = (ones + doubled + fourfold + fourfold) & (bytes64)(ones <= 9);
#if LEVEL == 2
  _mm512_storeu_si512(low, _mm512_maskz_compress_epi8(commas, (__m512i)counts));
#else
  bytes64 held = counts;
  const uint8_t *bytes = (const uint8_t *)&held;
  for (int i = 0; i < 64; i += 8) {
    const uint64_t chosen = commas >> i & 0xFF;
    const __m128i eight = _mm_loadl_epi64((const __m128i *)(bytes + i));
    const __m128i order = _mm_loadl_epi64((const __m128i *)&choices[chosen]);
    _mm_storel_epi64((__m128i *)low, _mm_shuffle_epi8(eight, order));
    low += __builtin_popcountll(chosen);
  }
#endif
}
#endif

// Notes the counts of more than two digits; 0 where one has more than seven.
INLINE int NAME(large)(
    const uint8_t *at, uint64_t commas, uint64_t digits, size_t place, crows_row *row) {
  for (uint64_t ends = digits & digits << 1 & digits << 2 & ~(digits >> 1); ends; ends &= ends - 1) {
    const int end = __builtin_ctzll(ends);
    uint32_t amount = 0, scale = 100;
    for (int i = end - 2; i >= 0 && digits >> i & 1; i--) {
      if (end - i >= 7) return 0;
      amount += scale * (uint32_t)(at[i] - '0');
      scale *= 10;
    }
    row->large_places[row->large_count] = (uint8_t)(place + (size_t)__builtin_popcountll(commas & ((1ull << end) - 1)));
    row->large[row->large_count++] = amount;
  }
  return 1;
}

// Reads the counts; where the first of the other fields starts, 0 where something else stands there.
INLINE size_t NAME(counts)(
    const uint8_t *block, size_t length, size_t start, const crows_shape *shape, crows_row *row) {
  uint8_t spare[66];
  size_t i = start, place = 0;
  memset(row->low, 0, CROWS_MOST_COUNTS);
  row->large_count = 0;
  while (place < shape->counts) {
    if (i >= length) return 0;
    const uint8_t *at = window(block, length, i, spare);
    const bytes64 bytes = *(const bytes64 *)at;
    uint64_t commas = MASK(bytes == ',');
    uint64_t digits = MASK((bytes - '0') <= 9);
    const uint64_t neither = ~(commas | digits);
    if (neither) commas &= (neither & -neither) - 1;
    if (!commas) return 0;
    size_t found = (size_t)__builtin_popcountll(commas);
    if (place + found > shape->counts + shape->others) return 0;
    while (place + found > shape->counts) {
      commas ^= 1ull << (63 - __builtin_clzll(commas));
      found--;
    }
    const int last = 63 - __builtin_clzll(commas);
    digits &= (1ull << last) - 1;
    NAME(low_digits)(at, commas, digits, row->low + place);
    if (digits & digits << 1 & digits << 2 && !NAME(large)(at, commas, digits, place, row)) return 0;
    place += found;
    i += (size_t)last + 1;
  }
  return i;
}

// Reads the other fields and the total; where the next row starts, 0 where something else stands there.
INLINE size_t NAME(total)(const uint8_t *block, size_t length, size_t start, size_t others, crows_row *row) {
  uint8_t spare[66];
  if (start >= length) return 0;
  const NAME(marks) marks = NAME(look)(window(block, length, start, spare));
  if (!marks.unusual) return 0;
  const size_t end = (size_t)__builtin_ctzll(marks.unusual);
  const uint64_t commas = marks.commas & ((1ull << end) - 1);
  if (start + end >= length || (size_t)__builtin_popcountll(commas) != others) return 0;
  const size_t digits = commas ? end - (size_t)(64 - __builtin_clzll(commas)) : end;
  if (digits == 0) {
    row->stated = -1;
    return NAME(line_end)(block, length, start + end);
  }
  if (digits > 8) return 0;
  uint64_t text;
  memcpy(&text, block + start + end - 8, 8);
  // What stands before the number becomes zeros.
  const unsigned before = (unsigned)(8 - digits) * 8;
  const uint64_t zeros = 0x3030303030303030ull;
  text = ((text >> before << before) | (zeros & ((1ull << before) - 1))) - zeros;
  if (((text + 0x7676767676767676ull) | text) & 0x8080808080808080ull) return 0;
  text = (text * 10 + (text >> 8)) & 0x00FF00FF00FF00FFull;
  text = (text * 100 + (text >> 16)) & 0x0000FFFF0000FFFFull;
  row->stated = (int64_t)((text * 10000 + (text >> 32)) & 0xFFFFFFFF);
  return NAME(line_end)(block, length, start + end);
}

#if LEVEL > 0
INLINE int64_t NAME(lanes)(__m256i lanes) {
  const __m128i two = _mm_add_epi64(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
  return _mm_cvtsi128_si64(two) + _mm_extract_epi64(two, 1);
}
#endif

INLINE void NAME(sums)(const crows_shape *shape, crows_row *row) {
  int64_t within = 0, over = 0, sum = 0;
#if LEVEL == 0
  for (size_t i = 0; i < shape->within; i++) within += row->low[i];
  for (size_t i = shape->over; i < shape->counts; i++) over += row->low[i];
  for (size_t i = 0; i < shape->counts; i++) sum += row->low[i];
#else
  const __m256i zero = _mm256_setzero_si256();
  __m256i first = zero, last = zero, all = zero;
  for (int i = 0; i < CROWS_MOST_COUNTS; i += 32) {
    const bytes32 low = *(const bytes32 *)(row->low + i), place = places + (uint8_t)i;
    const bytes32 is_within = (bytes32)(place < (uint8_t)shape->within), is_over = (bytes32)(place >= (uint8_t)shape->over);
    first = _mm256_add_epi64(first, _mm256_sad_epu8((__m256i)(low & is_within), zero));
    last = _mm256_add_epi64(last, _mm256_sad_epu8((__m256i)(low & is_over), zero));
    all = _mm256_add_epi64(all, _mm256_sad_epu8((__m256i)low, zero));
  }
  within = NAME(lanes)(first);
  over = NAME(lanes)(last);
  sum = NAME(lanes)(all);
#endif
  for (size_t i = 0; i < row->large_count; i++) {
    const size_t place = row->large_places[i];
    sum += row->large[i];
    if (place < shape->within) within += row->large[i];
    if (place >= shape->over) over += row->large[i];
  }
  row->within = within;
  row->over = over;
  row->sum = sum;
}

// Finds the key among the fields before the counts; where the counts start, 0 where something else stands there.
INLINE size_t NAME(key)(
    const uint8_t *block, size_t length, size_t start, const crows_shape *shape, crows_row *row) {
  uint8_t spare[66];
  size_t found = 0, field = start;
  for (size_t i = start; i < length; i += 64) {
    const NAME(marks) marks = NAME(look)(window(block, length, i, spare));
    const uint64_t ordinary = marks.unusual ? (marks.unusual & -marks.unusual) - 1 : ~0ull;
    for (uint64_t left = marks.commas & ordinary; left; left &= left - 1) {
      const size_t here = i + (size_t)__builtin_ctzll(left);
      if (found == shape->key) {
        row->key_start = field;
        row->key_end = here;
      }
      field = here + 1;
      if (++found == shape->fields) return field;
    }
    if (marks.unusual) return 0;
  }
  return 0;
}

TARGET static int NAME(read)(
    const uint8_t *block, size_t length, size_t *position, const crows_shape *shape, crows_row *row) {
  size_t at = NAME(key)(block, length, *position, shape, row);
  if (at) at = NAME(counts)(block, length, at, shape, row);
  if (at) at = NAME(total)(block, length, at, shape->others, row);
  if (!at) return 0;
  NAME(sums)(shape, row);
  *position = at;
  return 1;
}

TARGET static void NAME(add)(const crows_row *row, size_t counts, uint32_t *sums) {
  for (size_t i = 0; i < counts; i++) sums[i] += row->low[i];
  for (size_t i = 0; i < row->large_count; i++) sums[row->large_places[i]] += row->large[i];
}
