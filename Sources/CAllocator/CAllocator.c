#include "CAllocator.h"

#include <limits.h>
#include <malloc.h>

void callocator_return_blocks_from(size_t bytes) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, bytes > INT_MAX ? INT_MAX : (int)bytes);
#else
  (void)bytes;
#endif
}
