// The little of zlib, libzstd and libzip that the Swift code calls, behind our own types.
#ifndef CCOMPRESSIONSHIMS_H
#define CCOMPRESSIONSHIMS_H

#include <stddef.h>
#include <stdint.h>

#include "CZipArchive.h"

#pragma clang assume_nonnull begin

/// Unpacks one file, piece by piece. Not thread-safe; several may run at once.
typedef struct ccomp_decoder ccomp_decoder;

typedef enum __attribute__((enum_extensibility(closed))) ccomp_format {
  /// Members of gzip, one after the other.
  ccomp_format_gzip = 0,
  /// Frames of Zstandard, one after the other.
  ccomp_format_zstd,
} ccomp_format;

typedef enum __attribute__((enum_extensibility(closed))) ccomp_state {
  /// In the middle of a member or frame.
  ccomp_state_inside = 0,
  /// Between members or frames: the input may end here.
  ccomp_state_between,
  /// The data are damaged.
  ccomp_state_damaged,
} ccomp_state;

/// Opens a decoder; NULL if memory is short.
ccomp_decoder *_Nullable ccomp_decoder_create(ccomp_format format);
void ccomp_decoder_destroy(ccomp_decoder *decoder);

/// Unpacks what fits of `count` bytes at `source` into `capacity` bytes at `target`, which must not be 0.
///
/// `*taken` and `*written` say how much was used. If `*written` is `capacity` there may be more to come without
/// further input.
ccomp_state ccomp_decoder_decode(ccomp_decoder *decoder, const uint8_t *source, size_t count, uint8_t *target,
                                 size_t capacity, size_t *taken, size_t *written);

/// The library's words for the damage.
const char *ccomp_decoder_message(const ccomp_decoder *decoder);

#pragma clang assume_nonnull end
#endif
