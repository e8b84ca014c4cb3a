#include "CLexicons.h"

static const uint8_t lexicon[] = {
#embed "data/lexicon.bin"
};
const uint8_t *const clexicons_lexicon = lexicon;
const size_t clexicons_lexicon_count = sizeof lexicon;

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
