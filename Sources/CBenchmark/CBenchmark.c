#include "CBenchmark.h"

#include <gumbo.h>
#include <md4c.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static int block(MD_BLOCKTYPE type, void *detail, void *context) { return 0; }
static int span(MD_SPANTYPE type, void *detail, void *context) { return 0; }
static int text_of(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) { return 0; }

void attune_bench_markdown(const uint8_t *text, uint32_t length) {
    MD_PARSER parser = {0};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = block;
    parser.leave_block = block;
    parser.enter_span = span;
    parser.leave_span = span;
    parser.text = text_of;
    md_parse((const MD_CHAR *)text, length, &parser, NULL);
}

void attune_bench_html(const uint8_t *text, uint32_t length) {
    gumbo_destroy_output(&kGumboDefaultOptions, gumbo_parse_with_options(&kGumboDefaultOptions, (const char *)text, length));
}

uint16_t *attune_bench_utf16(const uint8_t *text, int32_t length, int32_t *units) {
    UErrorCode status = U_ZERO_ERROR;
    UChar *out = malloc(sizeof(UChar) * (size_t)(length + 1));
    if (out) u_strFromUTF8(out, length + 1, units, (const char *)text, length, &status);
    return out;
}

AttuneBenchBreaker *attune_bench_breaker_open(void) {
    UErrorCode status = U_ZERO_ERROR;
    return (AttuneBenchBreaker *)ubrk_open(UBRK_WORD, "en", NULL, 0, &status);
}

void attune_bench_breaker_close(AttuneBenchBreaker *breaker) { ubrk_close((UBreakIterator *)breaker); }

int32_t attune_bench_words(AttuneBenchBreaker *breaker, const uint16_t *text, int32_t units) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = (UBreakIterator *)breaker;
    ubrk_setText(iterator, text, units, &status);
    int32_t count = 0;
    while (ubrk_next(iterator) != UBRK_DONE) count++;
    return count;
}
