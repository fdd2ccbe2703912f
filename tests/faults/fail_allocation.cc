// Loaded with LD_PRELOAD: from the n-th `operator new` on, so many of them find no memory. They are
// counted from where the program has said, by std::set_new_handler, what is to happen then.
//
//   FAIL_AT=N           the first one that throws, from 1; 0 or absent: none
//   FAIL_TIMES=K        so many throw; 0: all that follow
//   FAIL_COUNT=FILE     at the end the number of calls seen is written there
#include <atomic>
#include <new>
#include <stdio.h>
#include <stdlib.h>

namespace {

long number(const char* name) {
  const char* text = getenv(name);
  return text == nullptr ? 0 : atol(text);
}

std::atomic<long> calls{0};

bool fails() {
  if (std::get_new_handler() == nullptr) return false;
  static const long at = number("FAIL_AT");
  static const long times = number("FAIL_TIMES");
  const long call = ++calls;
  return at != 0 && call >= at && (times == 0 || call < at + times);
}

struct Report {
  ~Report() {
    const char* file = getenv("FAIL_COUNT");
    if (file == nullptr) return;
    if (FILE* out = fopen(file, "w")) {
      fprintf(out, "%ld\n", calls.load());
      fclose(out);
    }
  }
} report;

}  // namespace

void* operator new(size_t size) {
  while (true) {
    void* memory = fails() ? nullptr : malloc(size == 0 ? 1 : size);
    if (memory != nullptr) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void* operator new[](size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { free(memory); }
void operator delete(void* memory, size_t) noexcept { free(memory); }
void operator delete[](void* memory) noexcept { free(memory); }
void operator delete[](void* memory, size_t) noexcept { free(memory); }
