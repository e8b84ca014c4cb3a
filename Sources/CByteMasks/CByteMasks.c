#include "CByteMasks.h"

#ifdef __SSE2__
#include <emmintrin.h>

// Bytes are compared as signed: adding moves the range that is asked for to the bottom.
static inline __m128i in_range(__m128i v, uint8_t first, uint8_t last) {
  const __m128i moved = _mm_add_epi8(v, _mm_set1_epi8((char)(0x80 - first)));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(0x80 + (last - first) + 1)));
}

static inline __m128i is(__m128i v, char c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(c)); }

static inline uint64_t bits(__m128i mask, int shift) { return (uint64_t)(uint32_t)_mm_movemask_epi8(mask) << shift; }

void cbm_classify(const uint8_t *bytes, size_t count, cbm_block *blocks) {
  for (size_t b = 0; b < count; b++) {
    uint64_t space = 0, letter = 0, line_break = 0, terminator = 0, mark = 0, high = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
      const __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 64 * b + 16 * quarter));
      const int shift = 16 * quarter;
      // Setting the bit that tells capitals from small letters moves nothing else into their range.
      letter |= bits(in_range(_mm_or_si128(v, _mm_set1_epi8(0x20)), 'a', 'z'), shift);
      space |= bits(_mm_or_si128(is(v, ' '), in_range(v, 0x09, 0x0D)), shift);
      line_break |= bits(_mm_or_si128(is(v, '\n'), is(v, '\r')), shift);
      terminator |= bits(_mm_or_si128(is(v, '.'), _mm_or_si128(is(v, '!'), is(v, '?'))), shift);
      mark |= bits(
        _mm_or_si128(
          _mm_or_si128(in_range(v, '\'', ')'), in_range(v, ',', '-')), _mm_or_si128(is(v, '"'), is(v, ';'))),
        shift);
      high |= bits(v, shift);
    }
    blocks[b].space = space;
    blocks[b].letter = letter;
    blocks[b].special = ~(space | letter | terminator | mark);
    blocks[b].line_break = line_break;
    blocks[b].terminator = terminator;
    blocks[b].high = high;
  }
}

#else

void cbm_classify(const uint8_t *bytes, size_t count, cbm_block *blocks) {
  for (size_t b = 0; b < count; b++) {
    cbm_block block = {0};
    for (int i = 0; i < 64; i++) {
      const uint8_t c = bytes[64 * b + i];
      const uint64_t bit = (uint64_t)1 << i;
      const int letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      const int space = c == ' ' || (c >= 0x09 && c <= 0x0D);
      const int terminator = c == '.' || c == '!' || c == '?';
      const int mark = (c >= '\'' && c <= ')') || c == ',' || c == '-' || c == '"' || c == ';';
      if (space) block.space |= bit;
      if (letter) block.letter |= bit;
      if (!(space || letter || terminator || mark)) block.special |= bit;
      if (c == '\n' || c == '\r') block.line_break |= bit;
      if (terminator) block.terminator |= bit;
      if (c >= 0x80) block.high |= bit;
    }
    blocks[b] = block;
  }
}

#endif
