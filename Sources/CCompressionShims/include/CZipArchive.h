// Reading of ZIP archives by libzip; included by CCompressionShims.h.
#ifndef CZIPARCHIVE_H
#define CZIPARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// An archive in memory. Not thread-safe; several may be open at once.
typedef struct czip_archive czip_archive;
/// One file in it, being read.
typedef struct czip_entry czip_entry;

/// Opens an archive of `count` bytes, which must stay alive and unchanged until it is closed; NULL if it is none.
czip_archive *_Nullable czip_archive_open(const uint8_t *bytes, size_t count);
void czip_archive_close(czip_archive *archive);

/// Opens the file of that name, whatever its case; NULL if there is none, or it can't be read.
/// It must be closed before the archive.
czip_entry *_Nullable czip_entry_open(czip_archive *archive, const char *name);
void czip_entry_close(czip_entry *entry);

/// Unpacks the next bytes, at most `capacity`; returns their number, 0 at the end, -1 if they are damaged.
int64_t czip_entry_read(czip_entry *entry, uint8_t *target, size_t capacity);

#pragma clang assume_nonnull end
#endif
