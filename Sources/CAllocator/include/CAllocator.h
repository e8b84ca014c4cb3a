// What the C library's allocator can be told, for which Swift's Glibc module has no header.
#ifndef CALLOCATOR_H
#define CALLOCATOR_H

#include <stddef.h>

/// Takes every block of so many bytes and more from the system, and gives it back as soon as it is freed.
///
/// Without it the allocator keeps what has been freed, up to blocks of 32 MB, in case it is wanted again.
void callocator_return_blocks_from(size_t bytes);

#endif
