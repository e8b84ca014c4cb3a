// The least that a program can do with libxml2's SAX2 push parser: what our reader is compared with.
#ifndef CBAREXML_H
#define CBAREXML_H

#include <stddef.h>
#include <stdint.h>

/// Parses a document of `count` bytes in pieces of 64 KiB and adds the bytes of its texts up.
/// Returns -1 if it is not well-formed.
int64_t cbarexml_sum_texts(const void *_Nonnull bytes, size_t count);

#endif
