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

/// Adds the vectors of some words, each times half its weight (rounded down, so that it fits 15 bits), to `sums`, which
/// holds 192 numbers. Exact, hence the same whatever the instructions used.
void clexicons_add_rows(const uint32_t *rows, size_t count, int64_t *sums);

/// Vectors lie along principal axes: so many of their first numbers hold most of what they say, and lie in one line of
/// the cache.
enum { clexicons_leading_dimensions = 64 };

/// As `clexicons_add_rows`, the first 64 numbers of the vectors only.
void clexicons_add_leading(const uint32_t *rows, size_t count, int64_t *sums);

/// The weights of the model that counts syllables.
extern const int8_t *const clexicons_syllables;
extern const size_t clexicons_syllables_count;

#pragma clang assume_nonnull end
#endif
