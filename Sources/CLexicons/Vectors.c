#include "CLexicons.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
  dimensions = 192,
  /// So many products of 15 and 8 bits fit a sum of 32 bits.
  most_rows = 512,
};

static int16_t half_weight(uint32_t row) {
  return (int16_t)((clexicons_weights[2 * row] | clexicons_weights[2 * row + 1] << 8) >> 1);
}

static const int8_t *vector(uint32_t row) { return clexicons_vectors + (size_t)dimensions * row; }

#ifdef __SSE2__

// Sixteen dimensions of two rows: bytes are paired, widened, and multiplied by the pair of weights.
static inline void add_pair(__m128i a, __m128i b, __m128i weights, __m128i sums[4]) {
  const __m128i low = _mm_unpacklo_epi8(a, b), high = _mm_unpackhi_epi8(a, b);
  const __m128i parts[4] = {
    _mm_srai_epi16(_mm_unpacklo_epi8(low, low), 8), _mm_srai_epi16(_mm_unpackhi_epi8(low, low), 8),
    _mm_srai_epi16(_mm_unpacklo_epi8(high, high), 8), _mm_srai_epi16(_mm_unpackhi_epi8(high, high), 8)};
  for (int i = 0; i < 4; i++) sums[i] = _mm_add_epi32(sums[i], _mm_madd_epi16(parts[i], weights));
}

static void sum_rows(const uint32_t *rows, size_t count, int size, int32_t *sums) {
  for (int first = 0; first < size; first += 32) {
    __m128i s[8];
    for (int i = 0; i < 8; i++) s[i] = _mm_setzero_si128();
    for (size_t r = 0; r < count; r += 2) {
      // An odd row out is paired with itself and a weight of zero.
      const uint32_t one = rows[r], other = rows[r + 1 < count ? r + 1 : r];
      const int16_t second = r + 1 < count ? half_weight(other) : 0;
      const __m128i weights = _mm_set1_epi32((int32_t)((uint32_t)(uint16_t)second << 16 | (uint16_t)half_weight(one)));
      const __m128i *a = (const __m128i *)(vector(one) + first), *b = (const __m128i *)(vector(other) + first);
      add_pair(_mm_loadu_si128(a), _mm_loadu_si128(b), weights, s);
      add_pair(_mm_loadu_si128(a + 1), _mm_loadu_si128(b + 1), weights, s + 4);
    }
    for (int i = 0; i < 8; i++) _mm_storeu_si128((__m128i *)(sums + first + 4 * i), s[i]);
  }
}

#else

static void sum_rows(const uint32_t *rows, size_t count, int size, int32_t *sums) {
  for (int i = 0; i < size; i++) sums[i] = 0;
  for (size_t r = 0; r < count; r++) {
    const int32_t weight = half_weight(rows[r]);
    const int8_t *row = vector(rows[r]);
    for (int i = 0; i < size; i++) sums[i] += weight * row[i];
  }
}

#endif

static void add_rows(const uint32_t *rows, size_t count, int size, int64_t *sums) {
  int32_t part[dimensions];
  while (count > 0) {
    const size_t some = count < most_rows ? count : most_rows;
    sum_rows(rows, some, size, part);
    for (int i = 0; i < size; i++) sums[i] += part[i];
    rows += some;
    count -= some;
  }
}

void clexicons_add_rows(const uint32_t *rows, size_t count, int64_t *sums) { add_rows(rows, count, dimensions, sums); }

void clexicons_add_leading(const uint32_t *rows, size_t count, int64_t *sums) {
  add_rows(rows, count, clexicons_leading_dimensions, sums);
}
