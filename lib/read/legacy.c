/* SPDX-License-Identifier: MIT
 * legacy: tables of old encodings, and VNI, whose letters are two bytes. It knows no documents. */
#include "read/legacy.h"

#include <uchar.h>

#include "base/buf.h"
#include "base/utf8.h"

/* 80..9F; a blank where Windows-1252 has nothing. */
static const char32_t cp1252[] = U"€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/* A1..FF of TCVN 5712. Its capitals with a tone in 00..1F and 80..9F and its marks in B0..B4 were not
 * in use: there people saw and typed the signs of Windows-1252. */
static const char32_t tcvn3[] = U"ĂÂÊÔƠƯĐăâêôơưđẰ"
				U"°±²³´àảãáạẲằẳẵắẴ"
				U"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
				U"éẹềểễếệìỉỄẾỒĩíịò"
				U"Ổỏõóọồổỗốộờởỡớợù"
				U"ỖủũúụừửữứựỳỷỹýỵỐ";

/* 80..FF of VISCII. */
static const char32_t viscii[] = U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
				 U"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
				 U"Õắằặấầẩậẽẹếềểễệố"
				 U"ồổỗỠƠộờởịỰỨỪỬơớƯ"
				 U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
				 U"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
				 U"àáâãảăữẫèéêẻìíĩỉ"
				 U"đựòóôõỏọụùúũủýợỮ";

struct pair {
	unsigned char byte;
	char32_t letter;
};

static const struct pair viscii_low[] = {{0x02, U'Ẳ'}, {0x05, U'Ẵ'}, {0x06, U'Ẫ'},
					 {0x14, U'Ỷ'}, {0x19, U'Ỹ'}, {0x1e, U'Ỵ'}};

/* Where Windows-1258 is not Windows-1252. */
static const struct pair cp1258[] = {
    {0xc3, U'Ă'},      {0xcc, U'\u0300'}, {0xd0, U'Đ'}, {0xd2, U'\u0309'}, {0xd5, U'Ơ'},
    {0xdd, U'Ư'},      {0xde, U'\u0303'}, {0xe3, U'ă'}, {0xec, U'\u0301'}, {0xf0, U'đ'},
    {0xf2, U'\u0323'}, {0xf5, U'ơ'},	  {0xfd, U'ư'}, {0xfe, U'₫'},
};

/* Letters of one byte that VNI has by itself. ơ and ư take a mark behind them; í ì are where Latin-1
 * has them. */
static const struct pair vni[] = {
    {0xd4, U'Ơ'}, {0xd6, U'Ư'}, {0xd1, U'Đ'}, {0xc6, U'Ỉ'}, {0xd3, U'Ĩ'},
    {0xd2, U'Ị'}, {0xce, U'Ỵ'}, {0xf4, U'ơ'}, {0xf6, U'ư'}, {0xf1, U'đ'},
    {0xe6, U'ỉ'}, {0xf3, U'ĩ'}, {0xf2, U'ị'}, {0xee, U'ỵ'},
};

/* The mark behind a vowel: what it adds, and to which vowels. Lower case; capitals are 20 less. */
static const struct mark {
	unsigned char byte;
	const char *vowels; /* o and u stand for ơ and ư too when the mark is a tone */
	char32_t first, second;
} marks[] = {
    {0xf9, "aeouy", U'\u0301', 0},	 {0xf8, "aeouy", U'\u0300', 0},
    {0xfb, "aeouy", U'\u0309', 0},	 {0xf5, "aeouy", U'\u0303', 0},
    {0xef, "aeou", U'\u0323', 0},	 {0xe2, "aeo", U'\u0302', 0},
    {0xe1, "aeo", U'\u0302', U'\u0301'}, {0xe0, "aeo", U'\u0302', U'\u0300'},
    {0xe5, "aeo", U'\u0302', U'\u0309'}, {0xe3, "aeo", U'\u0302', U'\u0303'},
    {0xe4, "aeo", U'\u0302', U'\u0323'}, {0xea, "a", U'\u0306', 0},
    {0xe9, "a", U'\u0306', U'\u0301'},	 {0xe8, "a", U'\u0306', U'\u0300'},
    {0xfa, "a", U'\u0306', U'\u0309'},	 {0xfc, "a", U'\u0306', U'\u0303'},
    {0xeb, "a", U'\u0306', U'\u0323'},
};

static void put(struct buf *out, char32_t c)
{
	char bytes[4];
	buf_bytes(out, bytes, utf8_put(bytes, c));
}

void legacy_widen(struct buf *out, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];
		bool sign = c >= 0x80 && c <= 0x9f && cp1252[c - 0x80] != ' ';
		put(out, sign ? cp1252[c - 0x80] : c);
	}
}

int legacy_byte(uint32_t c)
{
	if (c <= 0xff)
		return (int)c;
	if (c >= 0xf020 && c <= 0xf0ff)
		return (int)(c - 0xf000);
	for (int i = 0; i < 0x20; i++)
		if (cp1252[i] == c)
			return 0x80 + i;
	return -1;
}

static char32_t find(const struct pair *pairs, size_t count, int byte)
{
	for (size_t i = 0; i < count; i++)
		if (pairs[i].byte == byte)
			return pairs[i].letter;
	return 0;
}

#define FIND(pairs, byte) find(pairs, sizeof(pairs) / sizeof *(pairs), byte)

/* The letter for a byte; 0: none of the encoding's own. */
static char32_t letter_of(enum legacy code, int byte)
{
	switch (code) {
	case LEGACY_WINDOWS_1258:
		return FIND(cp1258, byte);
	case LEGACY_TCVN3:
		return byte >= 0xa1 ? tcvn3[byte - 0xa1] : 0;
	case LEGACY_VISCII:
		return byte >= 0x80 ? viscii[byte - 0x80] : FIND(viscii_low, byte);
	case LEGACY_VNI:
		return FIND(vni, byte);
	case LEGACY_WINDOWS_1252:
		break;
	}
	return 0;
}

/* The mark that the byte is behind that vowel of VNI (a byte too); NULL when it is none. */
static const struct mark *mark_of(int vowel, int byte)
{
	int low = byte >= 0xc0 && byte < 0xe0 ? byte + 0x20 : byte;
	bool horn = vowel == 0xf4 || vowel == 0xf6 || vowel == 0xd4 || vowel == 0xd6;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (marks[i].byte != low)
			continue;
		for (const char *v = marks[i].vowels; *v; v++)
			if (*v == (vowel | 0x20))
				return &marks[i];
		return horn && !marks[i].second && marks[i].first != U'\u0302' &&
			       marks[i].first != U'\u0306'
			   ? &marks[i]
			   : NULL;
	}
	return NULL;
}

void legacy_letters(struct buf *out, enum legacy code, const char *s, size_t n)
{
	int before = -1;
	for (const char *end = s + n; s < end;) {
		uint32_t c = utf8_next(&s);
		int byte = legacy_byte(c);
		const struct mark *mark = code == LEGACY_VNI ? mark_of(before, byte) : NULL;
		char32_t letter = mark ? mark->first : byte >= 0 ? letter_of(code, byte) : 0;
		put(out, letter ? letter : c >= 0xf020 && c <= 0xf0ff ? (char32_t)byte : c);
		if (mark && mark->second)
			put(out, mark->second);
		before = mark ? -1 : byte;
	}
}
