// Counts the calls of malloc and its kin in the whole process. glibc only: its own functions do the work.
#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

#include <stdint.h>

/// Calls so far.
int64_t callocations_count(void);

#endif
