// Conversion of text to UTF-8 by ICU; included by CICUShims.h.
#ifndef CICUCONVERTER_H
#define CICUCONVERTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Converts from one encoding to UTF-8, piece by piece. Not thread-safe.
typedef struct cicu_converter cicu_converter;

/// Opens a converter from the encoding of that name, by any alias ICU knows; NULL with a status if it knows none.
cicu_converter *_Nullable cicu_converter_create(const char *name, int32_t *status);
void cicu_converter_destroy(cicu_converter *converter);

/// ICU's own name of the converter's encoding, valid while it lives.
const char *cicu_converter_name(const cicu_converter *converter);

/// Whether bytes below 0x80 always are ASCII, so that commas, quotes and line ends can be found unconverted.
bool cicu_converter_is_ascii_compatible(const cicu_converter *converter);

/// Converts what fits of `count` bytes at `source` into `capacity` bytes at `target`.
///
/// `*taken` and `*written` say how much was used; the rest of a character cut at the end is kept inside. With
/// `flush` no more input follows. Bytes that mean nothing become U+FFFD. Returns whether all input was taken
/// and all output written; `false` means that the target was full.
bool cicu_converter_convert(cicu_converter *converter, const uint8_t *_Nullable source, size_t count, bool flush,
                            uint8_t *target, size_t capacity, size_t *taken, size_t *written, int32_t *status);

#pragma clang assume_nonnull end
#endif
