#include "CZipArchive.h"

#include <zip.h>

// The opaque types stand for libzip's own, so that nothing need be allocated.
static zip_t *archive_of(czip_archive *archive) { return (zip_t *)archive; }
static zip_file_t *file_of(czip_entry *entry) { return (zip_file_t *)entry; }

czip_archive *czip_archive_open(const uint8_t *bytes, size_t count) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, &error);
  zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
  if (source && !archive) zip_source_free(source);
  zip_error_fini(&error);
  return (czip_archive *)archive;
}

void czip_archive_close(czip_archive *archive) { zip_discard(archive_of(archive)); }

czip_entry *czip_entry_open(czip_archive *archive, const char *name) {
  return (czip_entry *)zip_fopen(archive_of(archive), name, ZIP_FL_NOCASE);
}

void czip_entry_close(czip_entry *entry) { zip_fclose(file_of(entry)); }

int64_t czip_entry_read(czip_entry *entry, uint8_t *target, size_t capacity) {
  return zip_fread(file_of(entry), target, capacity);
}
