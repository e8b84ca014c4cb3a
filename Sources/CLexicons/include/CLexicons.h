// Word lists, vectors and compiled packs as read-only bytes of the binary.
#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>

#pragma clang assume_nonnull begin

#pragma clang assume_nonnull end
#endif
