// Which bytes of a text are spaces, letters, ends of sentences, …: a bit a byte and property.
//
// In C for the sake of `movemask`: Swift's SIMD comparisons compile to code that goes byte by byte. Needs no
// flag: SSE2 is part of every x86-64, AVX2 is asked for at run time; elsewhere plain C does the same.
#ifndef CBYTEMASKS_H
#define CBYTEMASKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#pragma clang assume_nonnull begin

/// Where to write the bits of each property: one word for 64 bytes, the first byte lowest.
typedef struct cbm_masks {
  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  uint64_t *space;
  /// `A`–`Z`, `a`–`z`.
  uint64_t *letter;
  /// Everything but spaces, letters and the marks `! " ' ( ) , - . ; ?`.
  uint64_t *special;
  /// Line feed, carriage return.
  uint64_t *line_break;
  /// `.`, `!`, `?`.
  uint64_t *terminator;
  /// Bytes beyond ASCII.
  uint64_t *high;
} cbm_masks;

/// A mask of sixteen bytes whose first `count` are set; of sixteen or more, all. Read from a table, without a branch.
static inline const uint8_t *cbm_first_bytes(size_t count) {
  static const uint8_t table[32] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  return table + 16 - (count < 16 ? count : 16);
}

/// What a mark is that may close a word: bit 0 for `. , : ; ! ? )`, bit 1 for those that a sentence may end at, which
/// are `. ! ? )`; 0 for any other byte.
static inline uint8_t cbm_closing_mark(uint8_t byte) {
  static const uint8_t table[256] = {['.'] = 3, [','] = 1, [':'] = 1, [';'] = 1, ['!'] = 3, ['?'] = 3, [')'] = 3};
  return table[byte];
}

/// A word of up to sixteen letters and apostrophes: its bytes in lower case, and a bit for each capital.
typedef struct cbm_word {
  uint64_t low, high;
  uint32_t capitals;
} cbm_word;

/// Loads the first `count` bytes of a word, sixteen at most; sixteen must be readable.
///
/// Lower case is made by setting a bit: letters and apostrophes come out right, and nothing else comes out as one of
/// them but U+0007 as an apostrophe.
static inline cbm_word cbm_load_word(const uint8_t *form, size_t count) {
  const uint8_t *first = cbm_first_bytes(count);
#ifdef __SSE2__
  const __m128i v = _mm_loadu_si128((const __m128i *)form);
  const __m128i mask = _mm_loadu_si128((const __m128i *)first);
  const __m128i small = _mm_and_si128(mask, _mm_set1_epi8(0x20));
  const __m128i lower = _mm_or_si128(_mm_and_si128(v, mask), small);
  return (cbm_word){
    (uint64_t)_mm_cvtsi128_si64(lower), (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(lower, lower)),
    (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(_mm_andnot_si128(v, small), 2))};
#else
  const uint64_t each = 0x2020202020202020;
  uint64_t v[2], mask[2];
  memcpy(v, form, 16);
  memcpy(mask, first, 16);
  cbm_word word = {(v[0] | each) & mask[0], (v[1] | each) & mask[1], 0};
  // The bits of eight bytes are gathered in the highest byte of a product.
  const uint64_t low = (~v[0] & each & mask[0]) >> 5, high = (~v[1] & each & mask[1]) >> 5;
  const uint64_t gather = 0x0102040810204080;
  word.capitals = (uint32_t)(low * gather >> 56 | (high * gather >> 56) << 8);
  return word;
#endif
}

/// What occurs in a text at all.
typedef struct cbm_found {
  /// A byte beyond ASCII.
  bool high;
  /// U+0007.
  bool bell;
} cbm_found;

/// Classifies `count` times 64 bytes.
cbm_found cbm_classify(const uint8_t *bytes, size_t count, cbm_masks masks);

/// The same by the instructions that every machine has; for tests.
cbm_found cbm_classify_plainly(const uint8_t *bytes, size_t count, cbm_masks masks);

#pragma clang assume_nonnull end
#endif
