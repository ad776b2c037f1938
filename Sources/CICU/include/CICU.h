// The only door to ICU. ICU renames each of its symbols with its version number, which Swift cannot import; these
// functions have stable names, fixed-width integers and opaque handles, and speak UTF-8 throughout.
#ifndef ATTUNE_CICU_H
#define ATTUNE_CICU_H

#include <stdbool.h>
#include <stdint.h>

typedef struct AttuneBreaker AttuneBreaker;

enum { ATTUNE_WORD = 0, ATTUNE_SENTENCE = 1 };

/// Opens a break iterator of English rules. Returns NULL when ICU has none.
AttuneBreaker *attune_breaker_open(int32_t kind);
void attune_breaker_close(AttuneBreaker *breaker);

/// Sets the UTF-8 text to break; it must stay in place until the next call. Returns false when ICU refuses it.
bool attune_breaker_set_text(AttuneBreaker *breaker, const uint8_t *text, int64_t length);

/// Writes the next boundaries after the last ones given: the end of each piece as a byte offset, and whether the piece
/// is a word (letters, digits, kana or ideographs). Returns how many were written; 0 at the end.
int32_t attune_breaker_next(AttuneBreaker *breaker, uint32_t *ends, uint8_t *is_word, int32_t capacity);

enum { ATTUNE_NFC = 0, ATTUNE_NFD = 1, ATTUNE_NFKC_CASEFOLD = 2 };

/// Writes the normal form of UTF-8 text. Returns its length in bytes, or -1 when it does not fit or ICU fails.
int32_t attune_normalize(int32_t form, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// Whether ICU has a converter of a name.
bool attune_encoding_is_known(const char *name);

/// Converts bytes of an encoding to UTF-8, what cannot be converted to U+FFFD, without a byte order mark. Returns the length of
/// the whole in bytes, of which no more than the capacity is written, or -1 when ICU fails.
int32_t attune_to_utf8(const char *encoding, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// Converts UTF-8 to an encoding, what that does not have to a sign of its own. Returns the length of the whole in bytes, of which no
/// more than the capacity is written, or -1 when ICU fails.
int32_t attune_from_utf8(const char *encoding, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// Columns that a code point takes in a terminal: 0 for marks and controls, 2 for wide characters and emoji, else 1.
int32_t attune_display_width(uint32_t code_point);

/// The version of the ICU library in use, and of the Unicode data it carries, as "72.1".
void attune_icu_version(char out[20]);
void attune_unicode_version(char out[20]);

#endif
