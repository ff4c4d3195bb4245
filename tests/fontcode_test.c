/* SPDX-License-Identifier: MIT
 * fontcode_test: every Vietnamese letter comes back from the fonts .VnTime and VNI-Times, and Unicode
 * in such a font is left alone. */
#include "check.h"

#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/syllable.h"
#include "base/utf8.h"
#include "read/fontcode.h"
#include "read/legacy.h"

static const char *const letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợ"
				   "uùủũúụưừửữứựyỳỷỹýỵđ";

/* The letters above as VNI writes them, in the same order. */
static const char *const vni = "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä "
			       "e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò "
			       "o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï "
			       "u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ";

static const char *upper(struct arena *a, const char *s)
{
	struct buf out = {0};
	while (*s) {
		char bytes[4];
		buf_bytes(&out, bytes, utf8_put(bytes, utf8_upper(utf8_next(&s))));
	}
	return buf_take(&out, a);
}

/* The text in an encoding of iconv's, those bytes taken for Windows-1252. The system's table is
 * another than ours. */
static const char *misread(struct arena *a, const char *text, const char *encoding)
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	char *bytes = arena_alloc(a, 4 * strlen(text) + 1), *to = bytes;
	char *in = (char *)(uintptr_t)text;
	size_t left = strlen(text), room = 4 * left;
	iconv(cd, &in, &left, &to, &room);
	iconv(cd, NULL, NULL, &to, &room);
	iconv_close(cd);
	CHECK(left == 0);
	struct buf out = {0};
	legacy_widen(&out, bytes, (size_t)(to - bytes));
	return buf_take(&out, a);
}

static const char *decode(struct arena *a, enum font_code code, const char *s)
{
	return font_decode(a, code, s, strlen(s));
}

/* Each letter in a syllable that shows which font it is in. */
static void check_tcvn3(struct arena *a)
{
	for (const char *s = letters; *s;) {
		const char *start = s;
		utf8_next(&s);
		const char *letter = arena_copy(a, start, (size_t)(s - start));
		const char *word = arena_format(a, "Quyết định %s", letter);
		const char *seen = misread(a, word, "TCVN");
		CHECK_FOR(seen, decode(a, FONT_TCVN3, seen), word);
		CHECK_FOR(seen, decode(a, FONT_TCVN3_CAPITALS, seen), upper(a, word));
	}
	const char *capitals = "ĂÂÊÔƠƯĐ";
	CHECK_TEXT(decode(a, FONT_TCVN3, misread(a, capitals, "TCVN")), capitals);
}

static void check_vni(struct arena *a, bool capital)
{
	const char *code = vni;
	for (const char *s = letters; *s;) {
		const char *start = s;
		utf8_next(&s);
		size_t n = strcspn(code, " ");
		const char *letter = arena_copy(a, start, (size_t)(s - start));
		const char *seen = arena_copy(a, code, n);
		if (capital) {
			letter = upper(a, letter);
			seen = upper(a, seen);
		}
		CHECK_FOR(seen, decode(a, FONT_VNI, arena_format(a, "caùn boä %s", seen)),
			  arena_format(a, "cán bộ %s", letter));
		code += n + (code[n] == ' ');
	}
	CHECK(*code == '\0');
}

static void check_words(struct arena *a)
{
	static const char *const words = "Rà soát, cập nhật cơ sở dữ liệu một cửa, Sở Nội vụ; "
					 "hướng dẫn thường xuyên, quyền và nghĩa vụ";
	CHECK_TEXT(decode(a, FONT_TCVN3, misread(a, words, "TCVN")), words);
	CHECK_TEXT(decode(a, FONT_TCVN3, "Rµ so¸t, cËp nhËt c¬ së"), "Rà soát, cập nhật cơ sở");
	CHECK_TEXT(decode(a, FONT_TCVN3_CAPITALS, "kÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2024"),
		   "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024");
	CHECK_TEXT(decode(a, FONT_TCVN3_CAPITALS, "so noi vu"), "SO NOI VU");
	CHECK_TEXT(decode(a, FONT_TCVN3, "h­íng dÉn"), "hướng dẫn");
	CHECK_TEXT(decode(a, FONT_TCVN3, "h\uf0ad\uf0edng d\uf0c9n"), "hướng dẫn");
	CHECK_TEXT(decode(a, FONT_TCVN3, "“Mét\u00a0cöa” – 50 %…"), "“Một\u00a0cửa” – 50 %…");
	CHECK_TEXT(
	    decode(a, FONT_VNI, "Raø soaùt, caäp nhaät cô sôû döõ lieäu; UÛy ban nhaân daân"),
	    "Rà soát, cập nhật cơ sở dữ liệu; Ủy ban nhân dân");
	CHECK_TEXT(decode(a, FONT_VNI, "ÑEÀ AÙN, QUYEÁT ÑÒNH, KYÛ LUAÄT"),
		   "ĐỀ ÁN, QUYẾT ĐỊNH, KỶ LUẬT");
}

static void check_unicode(struct arena *a)
{
	static const char *const rows[] = {
	    "Sở Nội vụ",
	    "Các cơ quan, đơn vị",
	    "Báo cáo",
	    "Giám đốc",
	    "tài chính và công nghệ",
	    "KÊ KHAI TÀI CHÍNH",
	    "Quý I năm 2024",
	    "31/10/2024",
	    "",
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		CHECK_FOR(rows[i], decode(a, FONT_TCVN3, rows[i]), rows[i]);
		CHECK_FOR(rows[i], decode(a, FONT_VNI, rows[i]), rows[i]);
		CHECK_FOR(rows[i], decode(a, FONT_UNICODE, rows[i]), rows[i]);
	}
	CHECK_TEXT(decode(a, FONT_TCVN3, "Kế hoạch"), "Kế hoạch"); /* NFD */
	CHECK_TEXT(decode(a, FONT_UNICODE, "Kế hoạch"), "Kế hoạch");
}

static const char *read_font(struct arena *a, const char *s, struct font_evidence *seen,
			     const char **other)
{
	return font_read(a, FONT_TCVN3, s, strlen(s), seen, other);
}

/* Words that are Vietnamese both ways: the document decides, and where it does not, nobody. */
static void check_either(struct arena *a)
{
	const char *other;
	struct font_evidence none = {0}, font = {0}, unicode = {0};
	CHECK_TEXT(read_font(a, "mét sè", &none, &other), "một số");
	CHECK(other && strcmp(other, "mét sè") == 0);
	read_font(a, "Rµ so¸t", &font, &other);
	CHECK_TEXT(read_font(a, "mét sè", &font, &other), "một số");
	CHECK(!other && font.font == 1 && font.unicode == 0);
	read_font(a, "Sở Nội vụ", &unicode, &other);
	CHECK_TEXT(read_font(a, "Trong tháng", &unicode, &other), "Trong tháng");
	CHECK(!other && unicode.font == 0 && unicode.unicode == 1);
	read_font(a, "Sở Nội vụ", &font, &other);
	CHECK_TEXT(read_font(a, "Trong tháng", &font, &other), "Trong thỏng");
	CHECK(other && strcmp(other, "Trong tháng") == 0);
	CHECK_TEXT(read_font(a, "Quý 3/2024", &none, &other), "Quý 3/2024");
	CHECK(!other);
}

static void check_fonts(void)
{
	static const struct {
		const char *font;
		enum font_code code;
	} rows[] = {
	    {".VnTime", FONT_TCVN3},
	    {".VnTimeH", FONT_TCVN3_CAPITALS},
	    {"'.VnTimeH', serif", FONT_TCVN3_CAPITALS},
	    {" \".VnArial NarrowH\",sans-serif", FONT_TCVN3_CAPITALS},
	    {".VnArialH Bold", FONT_TCVN3_CAPITALS},
	    {".vntimeh", FONT_TCVN3_CAPITALS},
	    {".VnBlack", FONT_TCVN3},
	    {"VNI-Times", FONT_VNI},
	    {"vni-helve, arial", FONT_VNI},
	    {"VNI Times", FONT_VNI},
	    {"Times New Roman", FONT_UNICODE},
	    {"Times New Roman, .VnTime", FONT_UNICODE},
	    {"Vnitimes", FONT_UNICODE},
	    {"UVN Ai Cap", FONT_UNICODE},
	    {"", FONT_UNICODE},
	    {"''", FONT_UNICODE},
	    {NULL, FONT_UNICODE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (font_code(rows[i].font) != rows[i].code)
			check_fail(__FILE__, __LINE__, rows[i].font, NULL, NULL);
}

static void check_syllables(void)
{
	static const char *const good[] = {
	    "nghiêng", "Nghiêng", "NGHIÊNG", "gì",   "giếng", "quyết", "quốc",	"thuở",	 "khuỷu",
	    "hoà",     "hòa",	  "ủy",	     "uỷ",   "y",     "ý",     "đường", "ngoằn", "ĐổI",
	    "khuya",   "xoong",	  "yêu",     "thuế", "tuyến", "a",     "nhiệm", "vụ",	 "phường",
	};
	static const char *const bad[] = {
	    "Kế1", "cËp", "thÔnh", "tiềng1", "nhậtt", "cắp3", "bx",  "tàc", "một2", "àá",
	    "bạá", "học̣", "ƠƯA",   "áp2",    "tấtt",  "lạc̃",  "bàt", "óch", "",	    "nghiêngg",
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!syllable_valid(good[i], strlen(good[i])))
			check_fail(__FILE__, __LINE__, good[i], NULL, NULL);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (syllable_valid(bad[i], strlen(bad[i])))
			check_fail(__FILE__, __LINE__, bad[i], NULL, NULL);
}

int main(void)
{
	struct arena *a = arena_new();
	check_begin("what a syllable is");
	check_syllables();
	check_begin("a font's name says its letters");
	check_fonts();
	check_begin("every letter of TCVN3");
	check_tcvn3(a);
	check_begin("every letter of VNI, small and capital");
	check_vni(a, false);
	check_vni(a, true);
	check_begin("words");
	check_words(a);
	check_begin("Unicode in such a font stays");
	check_unicode(a);
	check_begin("what reads both ways");
	check_either(a);
	arena_free(a);
	return check_end();
}
