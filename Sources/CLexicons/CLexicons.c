#include "CLexicons.h"

static const uint8_t words[] = {
#embed "data/words.txt"
};
const uint8_t *const clexicons_words = words;
const size_t clexicons_words_count = sizeof words;

// Rows are read 16 bytes at a time.
_Alignas(64) static const uint8_t vectors[] = {
#embed "data/vectors.i8"
};
const int8_t *const clexicons_vectors = (const int8_t *)vectors;
const size_t clexicons_vectors_count = sizeof vectors;

static const uint8_t weights[] = {
#embed "data/weights.u16"
};
const uint8_t *const clexicons_weights = weights;
const size_t clexicons_weights_count = sizeof weights;

static const uint8_t zipf[] = {
#embed "data/zipf10.u8"
};
const uint8_t *const clexicons_zipf = zipf;
const size_t clexicons_zipf_count = sizeof zipf;

// Read as 32-bit numbers, low byte first.
_Alignas(64) static const uint8_t packs[] = {
#embed "data/packs.bin"
};
const uint32_t *const clexicons_packs = (const uint32_t *)packs;
const size_t clexicons_packs_count = sizeof packs / sizeof(uint32_t);

static const uint8_t syllables[] = {
#embed "data/syllables.i8"
};
const int8_t *const clexicons_syllables = (const int8_t *)syllables;
const size_t clexicons_syllables_count = sizeof syllables;

static const uint8_t syllable_exceptions[] = {
#embed "data/syllable-exceptions.txt"
};
const uint8_t *const clexicons_syllable_exceptions = syllable_exceptions;
const size_t clexicons_syllable_exceptions_count = sizeof syllable_exceptions;
