#include "CCompressionShims.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct ccomp_decoder {
  ccomp_state state;
  bool is_done; // what follows gzip's members is none, and does not count
  bool has_member;
  const char *message;
  z_stream zlib;
  ZSTD_DStream *zstd;
};

ccomp_decoder *ccomp_decoder_create(ccomp_format format) {
  ccomp_decoder *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->state = ccomp_state_between;
  self->message = "";
  bool is_open;
  if (format == ccomp_format_zstd) {
    self->zstd = ZSTD_createDStream();
    is_open = self->zstd != NULL;
  } else {
    is_open = inflateInit2(&self->zlib, MAX_WBITS + 16) == Z_OK; // 16 more ask for gzip's wrapping
  }
  if (is_open) return self;
  free(self);
  return NULL;
}

void ccomp_decoder_destroy(ccomp_decoder *self) {
  if (self->zstd) {
    ZSTD_freeDStream(self->zstd);
  } else {
    inflateEnd(&self->zlib);
  }
  free(self);
}

static ccomp_state damaged(ccomp_decoder *self, const char *message) {
  self->message = message ? message : "damaged data";
  return self->state = ccomp_state_damaged;
}

static ccomp_state decode_zstd(ccomp_decoder *self, const uint8_t *source, size_t count, uint8_t *target,
                               size_t capacity, size_t *taken, size_t *written) {
  ZSTD_inBuffer input = {source, count, 0};
  ZSTD_outBuffer output = {target, capacity, 0};
  while (input.pos < input.size || self->state == ccomp_state_inside) {
    size_t before = input.pos + output.pos;
    size_t left = ZSTD_decompressStream(self->zstd, &output, &input);
    *taken = input.pos;
    *written = output.pos;
    if (ZSTD_isError(left)) return damaged(self, ZSTD_getErrorName(left));
    self->state = left == 0 ? ccomp_state_between : ccomp_state_inside;
    if (output.pos == output.size || input.pos + output.pos == before) break;
  }
  return self->state;
}

static ccomp_state decode_gzip(ccomp_decoder *self, const uint8_t *source, size_t count, uint8_t *target,
                               size_t capacity, size_t *taken, size_t *written) {
  if (self->is_done) *taken = count;
  while (!self->is_done && *written < capacity) {
    if (self->state == ccomp_state_between && *taken == count) break;
    size_t in = count - *taken < UINT_MAX ? count - *taken : UINT_MAX;
    size_t out = capacity - *written < UINT_MAX ? capacity - *written : UINT_MAX;
    self->zlib.next_in = (Bytef *)(source + *taken);
    self->zlib.avail_in = (uInt)in;
    self->zlib.next_out = target + *written;
    self->zlib.avail_out = (uInt)out;
    int code = inflate(&self->zlib, Z_NO_FLUSH);
    *taken += in - self->zlib.avail_in;
    *written += out - self->zlib.avail_out;
    if (code == Z_STREAM_END) {
      self->state = ccomp_state_between;
      self->has_member = true;
      if (inflateReset(&self->zlib) != Z_OK) return damaged(self, "can't go on");
      continue;
    }
    if (code != Z_OK && code != Z_BUF_ERROR) {
      // As gzip does: what follows the last member and is none, such as zeros from a tape, is passed over.
      self->is_done = self->state == ccomp_state_between && self->has_member;
      if (!self->is_done) return damaged(self, self->zlib.msg);
      *taken = count;
      break;
    }
    self->state = ccomp_state_inside;
    if (code == Z_BUF_ERROR || *taken == count) break;
  }
  return self->state;
}

ccomp_state ccomp_decoder_decode(ccomp_decoder *self, const uint8_t *source, size_t count, uint8_t *target,
                                 size_t capacity, size_t *taken, size_t *written) {
  *taken = *written = 0;
  if (self->state == ccomp_state_damaged) return self->state;
  return (self->zstd ? decode_zstd : decode_gzip)(self, source, count, target, capacity, taken, written);
}

const char *ccomp_decoder_message(const ccomp_decoder *self) { return self->message; }
