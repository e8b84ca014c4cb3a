// Which bytes of a text are spaces, letters, ends of sentences, …: a bit a byte and property.
//
// In C for the sake of `movemask`: Swift's SIMD comparisons compile to code that goes byte by byte. Needs no
// flag: SSE2 is part of every x86-64, AVX2 is asked for at run time; elsewhere plain C does the same.
#ifndef CBYTEMASKS_H
#define CBYTEMASKS_H

#include <stddef.h>
#include <stdint.h>

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

/// Classifies `count` times 64 bytes; says whether any lies beyond ASCII.
int cbm_classify(const uint8_t *bytes, size_t count, cbm_masks masks);

/// The same by the instructions that every machine has; for tests.
int cbm_classify_plainly(const uint8_t *bytes, size_t count, cbm_masks masks);

#pragma clang assume_nonnull end
#endif
