// Word lists, vectors and compiled packs as read-only bytes of the binary.
//
// `data/NOTICE` says where each comes from and under which licence.
#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// The English lexicon, compiled from the lists in `data` (`LexiconArchive` in `TextAnalysis` reads it).
extern const uint8_t *const clexicons_lexicon;
extern const size_t clexicons_lexicon_count;

/// A row of 192 signed bytes for each word of `data/words.txt`: the direction of its vector.
extern const int8_t *const clexicons_vectors;
extern const size_t clexicons_vectors_count;

/// For each word what to multiply its row by, as little-endian 16-bit numbers.
extern const uint8_t *const clexicons_weights;
extern const size_t clexicons_weights_count;

/// The compiled packs, as numbers (`PackImage` in `Rules` reads them).
extern const uint32_t *const clexicons_packs;
extern const size_t clexicons_packs_count;

/// So many products of 15 and 8 bits fit a sum of 32 bits.
enum { clexicons_most_rows = 512 };

/// Sums up the vectors of up to `clexicons_most_rows` words, each times half its weight (rounded down, so that it fits
/// 15 bits), into 192 numbers. Exact, hence the same whatever the instructions used.
void clexicons_sum_rows(const uint32_t *rows, size_t count, int32_t *sums);

/// The same by the instructions that every machine has; for tests.
void clexicons_sum_rows_plainly(const uint32_t *rows, size_t count, int32_t *sums);

/// Asks the memory for a word's vector, which is about to be summed up.
static inline void clexicons_prefetch_row(uint32_t row) {
  const int8_t *vector = clexicons_vectors + (size_t)192 * row;
  __builtin_prefetch(vector);
  __builtin_prefetch(vector + 64);
  __builtin_prefetch(vector + 128);
}

/// Vectors lie along principal axes: so many of their first numbers hold most of what they say, and lie in one line of
/// the cache.
enum { clexicons_leading_dimensions = 64 };

/// Adds the first 64 numbers of the vectors of any number of words to `sums`, weighted as in `clexicons_sum_rows`.
void clexicons_add_leading(const uint32_t *rows, size_t count, int64_t *sums);

/// The weights of the model that counts syllables.
extern const int8_t *const clexicons_syllables;
extern const size_t clexicons_syllables_count;

#pragma clang assume_nonnull end
#endif
