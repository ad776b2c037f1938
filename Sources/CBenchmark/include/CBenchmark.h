// What the benchmark compares with: the libraries alone, doing nothing with what they find.
#ifndef ATTUNE_CBENCHMARK_H
#define ATTUNE_CBENCHMARK_H

#include <stdint.h>

/// Parses Markdown with md4c and ignores what it says.
void attune_bench_markdown(const uint8_t *text, uint32_t length);

/// Parses HTML with gumbo and ignores what comes of it.
void attune_bench_html(const uint8_t *text, uint32_t length);

/// Text in UTF-16, to be freed by the caller; writes its length in units.
uint16_t *attune_bench_utf16(const uint8_t *text, int32_t length, int32_t *units);

typedef struct AttuneBenchBreaker AttuneBenchBreaker;

AttuneBenchBreaker *attune_bench_breaker_open(void);
void attune_bench_breaker_close(AttuneBenchBreaker *breaker);

/// Walks ICU's word boundaries of UTF-16 text; returns how many there are.
int32_t attune_bench_words(AttuneBenchBreaker *breaker, const uint16_t *text, int32_t units);

#endif
