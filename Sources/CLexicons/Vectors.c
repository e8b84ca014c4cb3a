#include "CLexicons.h"

enum { dimensions = 192 };

static int16_t half_weight(uint32_t row) {
  return (int16_t)((clexicons_weights[2 * row] | clexicons_weights[2 * row + 1] << 8) >> 1);
}

static const int8_t *vector(uint32_t row) { return clexicons_vectors + (size_t)dimensions * row; }

#ifdef __SSE2__
#include <immintrin.h>

// The weights of a row and of the next, as one number of 32 bits; an odd row out is paired with itself and nothing.
static inline int32_t pair_of_weights(const uint32_t *rows, size_t r, size_t count, uint32_t *other) {
  *other = rows[r + 1 < count ? r + 1 : r];
  const int16_t second = r + 1 < count ? half_weight(*other) : 0;
  return (int32_t)((uint32_t)(uint16_t)second << 16 | (uint16_t)half_weight(rows[r]));
}

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
      uint32_t other;
      const __m128i weights = _mm_set1_epi32(pair_of_weights(rows, r, count, &other));
      const __m128i *a = (const __m128i *)(vector(rows[r]) + first), *b = (const __m128i *)(vector(other) + first);
      add_pair(_mm_loadu_si128(a), _mm_loadu_si128(b), weights, s);
      add_pair(_mm_loadu_si128(a + 1), _mm_loadu_si128(b + 1), weights, s + 4);
    }
    for (int i = 0; i < 8; i++) _mm_storeu_si128((__m128i *)(sums + first + 4 * i), s[i]);
  }
}

#define AVX2 __attribute__((target("avx2")))

// The same with registers of twice the width, in which 96 dimensions fit at once.
AVX2 static void sum_rows_wide(const uint32_t *rows, size_t count, int32_t *sums) {
  enum { blocks = 6 };
  for (int first = 0; first < dimensions; first += 16 * blocks) {
    // Of each sixteen dimensions: 0–3 and 8–11, then 4–7 and 12–15, as unpacking leaves them.
    __m256i even[blocks], odd[blocks];
    for (int i = 0; i < blocks; i++) even[i] = odd[i] = _mm256_setzero_si256();
    for (size_t r = 0; r < count; r += 2) {
      uint32_t other;
      const __m256i weights = _mm256_set1_epi32(pair_of_weights(rows, r, count, &other));
      const int8_t *a = vector(rows[r]) + first, *b = vector(other) + first;
      for (int i = 0; i < blocks; i++) {
        const __m256i x = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(a + 16 * i)));
        const __m256i y = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(b + 16 * i)));
        even[i] = _mm256_add_epi32(even[i], _mm256_madd_epi16(_mm256_unpacklo_epi16(x, y), weights));
        odd[i] = _mm256_add_epi32(odd[i], _mm256_madd_epi16(_mm256_unpackhi_epi16(x, y), weights));
      }
    }
    for (int i = 0; i < blocks; i++) {
      __m256i *out = (__m256i *)(sums + first + 16 * i);
      _mm256_storeu_si256(out, _mm256_permute2x128_si256(even[i], odd[i], 0x20));
      _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(even[i], odd[i], 0x31));
    }
  }
}

void clexicons_sum_rows(const uint32_t *rows, size_t count, int32_t *sums) {
  if (__builtin_cpu_supports("avx2")) {
    sum_rows_wide(rows, count, sums);
  } else {
    sum_rows(rows, count, dimensions, sums);
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

void clexicons_sum_rows(const uint32_t *rows, size_t count, int32_t *sums) {
  sum_rows(rows, count, dimensions, sums);
}

#endif

void clexicons_sum_rows_plainly(const uint32_t *rows, size_t count, int32_t *sums) {
  sum_rows(rows, count, dimensions, sums);
}

void clexicons_add_leading(const uint32_t *rows, size_t count, int64_t *sums) {
  int32_t part[clexicons_leading_dimensions];
  while (count > 0) {
    const size_t some = count < clexicons_most_rows ? count : clexicons_most_rows;
    sum_rows(rows, some, clexicons_leading_dimensions, part);
    for (int i = 0; i < clexicons_leading_dimensions; i++) sums[i] += part[i];
    rows += some;
    count -= some;
  }
}
