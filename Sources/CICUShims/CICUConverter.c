#include "CICUConverter.h"

#include <stdlib.h>
#include <unicode/ucnv.h>

enum { pivot_units = 1024 };

struct cicu_converter {
  UConverter *from;
  UConverter *utf8;
  UChar pivot[pivot_units]; // what was decoded and not yet encoded lies between the two pointers
  UChar *pivot_source;
  UChar *pivot_target;
  bool started;
};

cicu_converter *cicu_converter_create(const char *name, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_converter *self = calloc(1, sizeof *self);
  if (!self) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  self->from = ucnv_open(name, &code);
  self->utf8 = ucnv_open("UTF-8", &code);
  self->pivot_source = self->pivot_target = self->pivot;
  *status = code;
  if (U_FAILURE(code)) {
    cicu_converter_destroy(self);
    return NULL;
  }
  return self;
}

void cicu_converter_destroy(cicu_converter *self) {
  ucnv_close(self->from);
  ucnv_close(self->utf8);
  free(self);
}

const char *cicu_converter_name(const cicu_converter *self) {
  UErrorCode code = U_ZERO_ERROR;
  const char *name = ucnv_getName(self->from, &code);
  return name ? name : "";
}

bool cicu_converter_is_ascii_compatible(const cicu_converter *self) {
  // Only encodings of one byte a character: in others a second byte may look like a comma.
  if (ucnv_getMaxCharSize(self->from) != 1) return false;
  UErrorCode code = U_ZERO_ERROR;
  UConverter *copy = ucnv_open(ucnv_getName(self->from, &code), &code);
  if (U_FAILURE(code)) return false;
  bool same = true;
  for (int byte = 0; byte < 0x80 && same; byte++) {
    char in = (char)byte;
    const char *source = &in;
    same = ucnv_getNextUChar(copy, &source, source + 1, &code) == byte && U_SUCCESS(code);
  }
  ucnv_close(copy);
  return same;
}

bool cicu_converter_convert(cicu_converter *self, const uint8_t *source, size_t count, bool flush, uint8_t *target,
                            size_t capacity, size_t *taken, size_t *written, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const char *from = (const char *)source;
  char *to = (char *)target;
  ucnv_convertEx(self->utf8, self->from, &to, to + capacity, &from, from + count, self->pivot, &self->pivot_source,
                 &self->pivot_target, self->pivot + pivot_units, !self->started, flush, &code);
  self->started = true;
  *taken = (size_t)(from - (const char *)source);
  *written = (size_t)(to - (char *)target);
  bool full = code == U_BUFFER_OVERFLOW_ERROR;
  *status = full ? U_ZERO_ERROR : code;
  return !full;
}
