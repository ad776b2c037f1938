#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct AttuneBreaker {
    UBreakIterator *iterator;
    UText *text;
};

AttuneBreaker *attune_breaker_open(int32_t kind) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIteratorType type = kind == ATTUNE_SENTENCE ? UBRK_SENTENCE : UBRK_WORD;
    UBreakIterator *iterator = ubrk_open(type, "en", NULL, 0, &status);
    if (U_FAILURE(status)) return NULL;
    AttuneBreaker *breaker = malloc(sizeof *breaker);
    if (!breaker) {
        ubrk_close(iterator);
        return NULL;
    }
    breaker->iterator = iterator;
    breaker->text = NULL;
    return breaker;
}

void attune_breaker_close(AttuneBreaker *breaker) {
    if (!breaker) return;
    ubrk_close(breaker->iterator);
    utext_close(breaker->text);
    free(breaker);
}

bool attune_breaker_set_text(AttuneBreaker *breaker, const uint8_t *text, int64_t length) {
    UErrorCode status = U_ZERO_ERROR;
    breaker->text = utext_openUTF8(breaker->text, (const char *)text, length, &status);
    ubrk_setUText(breaker->iterator, breaker->text, &status);
    if (U_FAILURE(status)) return false;
    ubrk_first(breaker->iterator);
    return true;
}

int32_t attune_breaker_next(AttuneBreaker *breaker, uint32_t *ends, uint8_t *is_word, int32_t capacity) {
    int32_t count = 0;
    while (count < capacity) {
        int32_t end = ubrk_next(breaker->iterator);
        if (end == UBRK_DONE) break;
        ends[count] = (uint32_t)end;
        is_word[count] = ubrk_getRuleStatus(breaker->iterator) >= UBRK_WORD_NONE_LIMIT;
        count++;
    }
    return count;
}

static const UNormalizer2 *normalizer(int32_t form, UErrorCode *status) {
    switch (form) {
    case ATTUNE_NFC: return unorm2_getNFCInstance(status);
    case ATTUNE_NFD: return unorm2_getNFDInstance(status);
    default: return unorm2_getNFKCCasefoldInstance(status);
    }
}

int32_t attune_normalize(int32_t form, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    // A UTF-8 byte yields at most one UTF-16 unit; no character grows more than eighteenfold under these forms.
    int32_t room = length * 18 + 1;
    UChar *source = malloc(sizeof(UChar) * (size_t)(length + 1));
    UChar *result = malloc(sizeof(UChar) * (size_t)room);
    int32_t units = 0, written = -1;
    if (source && result) {
        u_strFromUTF8WithSub(source, length + 1, &units, (const char *)text, length, 0xFFFD, NULL, &status);
        const UNormalizer2 *form_in_use = normalizer(form, &status);
        int32_t normalized = unorm2_normalize(form_in_use, source, units, result, room, &status);
        u_strToUTF8((char *)out, capacity, &written, result, normalized, &status);
        if (U_FAILURE(status) || written > capacity) written = -1;
    }
    free(source);
    free(result);
    return written;
}

bool attune_encoding_is_known(const char *name) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return false;
    ucnv_close(converter);
    return true;
}

int32_t attune_to_utf8(const char *encoding, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    if (U_FAILURE(status)) return -1;
    int32_t written = ucnv_toAlgorithmic(UCNV_UTF8, converter, (char *)out, capacity, (const char *)text, length, &status);
    ucnv_close(converter);
    return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : written;
}

int32_t attune_from_utf8(const char *encoding, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    if (U_FAILURE(status)) return -1;
    int32_t written = ucnv_fromAlgorithmic(converter, UCNV_UTF8, (char *)out, capacity, (const char *)text, length, &status);
    ucnv_close(converter);
    return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : written;
}

int32_t attune_display_width(uint32_t code_point) {
    UChar32 c = (UChar32)code_point;
    switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR: return 0;
    default: break;
    }
    switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE: return 2;
    default: return 1;
    }
}

void attune_icu_version(char out[20]) {
    UVersionInfo version;
    u_getVersion(version);
    u_versionToString(version, out);
}

void attune_unicode_version(char out[20]) {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    u_versionToString(version, out);
}
