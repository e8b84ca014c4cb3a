#include "CByteMasks.h"

#ifdef __SSE2__
#include <immintrin.h>

// Bytes are compared as signed: adding moves the range that is asked for to the bottom.
static inline __m128i in_range(__m128i v, uint8_t first, uint8_t last) {
  const __m128i moved = _mm_add_epi8(v, _mm_set1_epi8((char)(0x80 - first)));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(0x80 + (last - first) + 1)));
}

static inline __m128i is(__m128i v, char c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(c)); }

static inline uint64_t bits(__m128i mask, int shift) { return (uint64_t)(uint32_t)_mm_movemask_epi8(mask) << shift; }

cbm_found cbm_classify_plainly(const uint8_t *bytes, size_t count, cbm_masks masks) {
  uint64_t any_high = 0;
  __m128i bells = _mm_setzero_si128();
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
      bells = _mm_or_si128(bells, is(v, '\a'));
    }
    masks.space[b] = space;
    masks.letter[b] = letter;
    masks.special[b] = ~(space | letter | terminator | mark);
    masks.line_break[b] = line_break;
    masks.terminator[b] = terminator;
    masks.high[b] = high;
    any_high |= high;
  }
  return (cbm_found){any_high != 0, bits(bells, 0) != 0};
}

// A byte's classes are `low[byte & 15] & high[byte >> 4]`: each bit stands for some columns of some rows of the ASCII
// table. Bytes beyond ASCII have none.
enum {
  control_space = 1,    // row 0: tab … carriage return
  blank = 2,            // row 2: space
  letter_to_o = 4,      // rows 4 and 6: A … O
  letter_from_p = 8,    // rows 5 and 7: P … Z
  point_or_shout = 16,  // row 2: . !
  asks = 32,            // row 3: ?
  other_mark = 64,      // row 2: " ' ( ) , -
  semicolon = 128,      // row 3: ;
};

static const uint8_t low_half[16] = {
  blank | letter_from_p,                                                 // 0
  letter_to_o | letter_from_p | point_or_shout,                          // 1
  letter_to_o | letter_from_p | other_mark,                              // 2
  letter_to_o | letter_from_p, letter_to_o | letter_from_p,              // 3, 4
  letter_to_o | letter_from_p, letter_to_o | letter_from_p,              // 5, 6
  letter_to_o | letter_from_p | other_mark,                              // 7
  letter_to_o | letter_from_p | other_mark,                              // 8
  letter_to_o | letter_from_p | other_mark | control_space,              // 9
  letter_to_o | letter_from_p | control_space,                           // A
  letter_to_o | control_space | semicolon,                               // B
  letter_to_o | control_space | other_mark,                              // C
  letter_to_o | control_space | other_mark,                              // D
  letter_to_o | point_or_shout,                                          // E
  letter_to_o | asks,                                                    // F
};

static const uint8_t high_half[16] = {
  control_space, 0, blank | point_or_shout | other_mark, asks | semicolon,
  letter_to_o,   letter_from_p, letter_to_o, letter_from_p,
};

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline uint64_t bits32(__m256i mask) { return (uint32_t)_mm256_movemask_epi8(mask); }

AVX2 static inline uint64_t without(__m256i classes, int wanted) {
  return bits32(_mm256_cmpeq_epi8(_mm256_and_si256(classes, _mm256_set1_epi8((char)wanted)), _mm256_setzero_si256()));
}

AVX2 static cbm_found classify_by_table(const uint8_t *bytes, size_t count, cbm_masks masks) {
  const __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)low_half));
  const __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)high_half));
  uint64_t any_high = 0;
  __m256i bells = _mm256_setzero_si256();
  for (size_t b = 0; b < count; b++) {
    uint64_t no_space = 0, no_letter = 0, special = 0, line_break = 0, no_terminator = 0, beyond = 0;
    for (int half = 1; half >= 0; half--) {
      const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + 64 * b + 32 * half));
      const __m256i row = _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15));
      const __m256i classes = _mm256_and_si256(_mm256_shuffle_epi8(low, v), _mm256_shuffle_epi8(high, row));
      no_space = no_space << 32 | without(classes, control_space | blank);
      no_letter = no_letter << 32 | without(classes, letter_to_o | letter_from_p);
      no_terminator = no_terminator << 32 | without(classes, point_or_shout | asks);
      special = special << 32 | bits32(_mm256_cmpeq_epi8(classes, _mm256_setzero_si256()));
      line_break = line_break << 32
        | bits32(_mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')), _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r'))));
      beyond = beyond << 32 | bits32(v);
      bells = _mm256_or_si256(bells, _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\a')));
    }
    masks.space[b] = ~no_space;
    masks.letter[b] = ~no_letter;
    masks.special[b] = special;
    masks.line_break[b] = line_break;
    masks.terminator[b] = ~no_terminator;
    masks.high[b] = beyond;
    any_high |= beyond;
  }
  return (cbm_found){any_high != 0, bits32(bells) != 0};
}

cbm_found cbm_classify(const uint8_t *bytes, size_t count, cbm_masks masks) {
  return __builtin_cpu_supports("avx2") ? classify_by_table(bytes, count, masks)
                                        : cbm_classify_plainly(bytes, count, masks);
}

#else

cbm_found cbm_classify_plainly(const uint8_t *bytes, size_t count, cbm_masks masks) {
  cbm_found found = {false, false};
  for (size_t b = 0; b < count; b++) {
    uint64_t space = 0, letter = 0, special = 0, line_break = 0, terminator = 0, high = 0;
    for (int i = 0; i < 64; i++) {
      const uint8_t c = bytes[64 * b + i];
      const uint64_t is_letter = (uint8_t)((c | 0x20) - 'a') < 26;
      const uint64_t is_space = c == ' ' || (c >= 0x09 && c <= 0x0D);
      const uint64_t is_terminator = c == '.' || c == '!' || c == '?';
      const uint64_t is_mark = (c >= '\'' && c <= ')') || c == ',' || c == '-' || c == '"' || c == ';';
      space |= is_space << i;
      letter |= is_letter << i;
      special |= (uint64_t)!(is_space | is_letter | is_terminator | is_mark) << i;
      line_break |= (uint64_t)(c == '\n' || c == '\r') << i;
      terminator |= is_terminator << i;
      high |= (uint64_t)(c >> 7) << i;
      found.bell |= c == '\a';
    }
    masks.space[b] = space;
    masks.letter[b] = letter;
    masks.special[b] = special;
    masks.line_break[b] = line_break;
    masks.terminator[b] = terminator;
    masks.high[b] = high;
    found.high |= high != 0;
  }
  return found;
}

cbm_found cbm_classify(const uint8_t *bytes, size_t count, cbm_masks masks) {
  return cbm_classify_plainly(bytes, count, masks);
}

#endif
