#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own way of changing bytes; comes with the program that it makes.
size_t LLVMFuzzerMutate(uint8_t *data, size_t count, size_t limit);
