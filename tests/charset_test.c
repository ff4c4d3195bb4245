/* SPDX-License-Identifier: MIT
 * charset_test: one text in every encoding is the same text, and what may be two is refused. */
#include "check.h"

#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/legacy.h"
#include "read/reader.h"

static const char *const plan =
    "ỦY BAN NHÂN DÂN TỈNH SÔNG THAO\nKẾ HOẠCH\nCải cách hành chính năm 2024\n"
    "1\tRà soát, cập nhật quy trình nội bộ\tSở Nội vụ\tTrước ngày 31/10/2024\n"
    "2\tHướng dẫn sử dụng hệ thống một cửa\tVăn phòng Ủy ban\tThường xuyên trong năm\n";

/* How VNI writes each letter of the alphabet below. */
static const char *const letters =
    "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ "
    "ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ ";
static const char *const vni =
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä "
    "ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï "
    "uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ ";

static void put(struct buf *out, uint32_t c)
{
	char bytes[4];
	buf_bytes(out, bytes, utf8_put(bytes, c));
}

/* The letter in VNI's two bytes (as Latin-1 characters); a letter that VNI shares with ASCII as is. */
static void put_vni(struct buf *out, uint32_t c)
{
	const char *at = letters, *code = vni;
	uint32_t low = utf8_lower(c);
	while (*at && *code) {
		if (utf8_next(&at) == low) {
			while (*code != ' ') {
				uint32_t part = utf8_next(&code);
				put(out, c == low ? part : utf8_upper(part));
			}
			return;
		}
		at++;
		code += strcspn(code, " ") + 1;
	}
	put(out, c);
}

static const char *to_vni(struct arena *a, const char *s)
{
	struct buf out = {0};
	while (*s)
		put_vni(&out, utf8_next(&s));
	return buf_take(&out, a);
}

static struct file_bytes encode(struct arena *a, const char *s, const char *encoding)
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	size_t left = strlen(s), room = 4 * left + 4;
	char *bytes = arena_alloc(a, room + 1), *to = bytes, *in = (char *)(uintptr_t)s;
	CHECK(cd != (iconv_t)-1 && iconv(cd, &in, &left, &to, &room) != (size_t)-1);
	iconv(cd, NULL, NULL, &to, &room);
	iconv_close(cd);
	return (struct file_bytes){bytes, (size_t)(to - bytes)};
}

/* TCVN3's capitals are in the font; as the program reads them they are small. */
static const char *lower(struct arena *a, const char *s)
{
	struct buf out = {0};
	while (*s)
		put(&out, utf8_lower(utf8_next(&s)));
	return buf_take(&out, a);
}

/* What is read, or the code of the refusal; *note: what was told, or "". */
static const char *read_as(struct arena *a, struct file_bytes bytes, const char *charset,
			   const char **note)
{
	struct findings findings = {.arena = a};
	struct document document = {.name = "x", .bytes = bytes, .charset = charset};
	struct file_bytes text = {0};
	bool well = charset_text(a, &document, false, &findings, &text);
	*note = findings.count ? code_info(findings.items[0].code)->name : "";
	return well ? text.bytes : *note;
}

static const char *read_bytes(struct arena *a, struct file_bytes bytes, const char **note)
{
	return read_as(a, bytes, NULL, note);
}

static struct file_bytes text_bytes(const char *s)
{
	return (struct file_bytes){s, strlen(s)};
}

static void check_encodings(struct arena *a)
{
	static const struct {
		const char *encoding, *note;
	} rows[] = {
	    {"UTF-8", ""},
	    {"UTF-16", ""},
	    {"UTF-16LE", "charset-guessed"},
	    {"UTF-16BE", "charset-guessed"},
	    {"UTF-32", ""},
	    {"WINDOWS-1258", "charset-guessed"},
	    {"VISCII", "charset-guessed"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *note;
		struct file_bytes bytes = encode(a, plan, rows[i].encoding);
		CHECK_FOR(rows[i].encoding, read_bytes(a, bytes, &note), plan);
		CHECK_FOR(rows[i].encoding, note, rows[i].note);
	}
	const char *note, *small = lower(a, plan);
	CHECK_TEXT(read_bytes(a, encode(a, small, "TCVN"), &note), small);
	CHECK_TEXT(note, "charset-guessed");
	CHECK_TEXT(read_bytes(a, encode(a, to_vni(a, plan), "WINDOWS-1252"), &note), plan);
	CHECK_TEXT(note, "charset-guessed");
}

/* The last letter has its mark, without a line end behind it. */
static void check_end_of_text(struct arena *a)
{
	const char *note, *text = "Sở Nội vụ tỉnh: một số việc";
	CHECK_TEXT(read_bytes(a, encode(a, text, "WINDOWS-1258"), &note), text);
	CHECK_TEXT(read_bytes(a, encode(a, text, "UTF-16LE"), &note), text);
}

static void check_marks(struct arena *a)
{
	const char *note;
	CHECK_TEXT(read_bytes(a, text_bytes("\xef\xbb\xbfSở\r\nNội\rvụ\n"), &note),
		   "Sở\nNội\nvụ\n");
	CHECK_TEXT(note, "");
	CHECK_TEXT(read_bytes(a, text_bytes("Kế hoạch"), &note), "Kế hoạch"); /* NFD */
	CHECK_TEXT(read_bytes(a, text_bytes("a\fb\x1a"), &note), "a b");
	CHECK_TEXT(read_bytes(a, (struct file_bytes){"\xff\xfeS\0\xdf\x1e", 6}, &note), "Sở");
	CHECK_TEXT(read_bytes(a, (struct file_bytes){"\xff\xfeS\0\xdf\x1e!", 7}, &note),
		   "document-damaged");
	CHECK_TEXT(read_bytes(a, (struct file_bytes){"\xfe\xff\xd8\x00\0a", 6}, &note),
		   "document-damaged");
	CHECK_TEXT(read_as(a, (struct file_bytes){"\xff\xfe\0\0a\0", 6}, "tcvn3", &note),
		   "document-damaged");
	CHECK_TEXT(read_as(a,
			   (struct file_bytes){"\xff\xfe"
					       "b\0\0\0",
					       6},
			   "tcvn3", &note),
		   "file-binary");
	CHECK_TEXT(read_bytes(a, (struct file_bytes){"\xff\xfe", 2}, &note), "file-empty");
	CHECK_TEXT(read_bytes(a, (struct file_bytes){"", 0}, &note), "file-empty");
}

/* UTF-8 whose letters were taken for others and saved again. */
static void check_mended(struct arena *a)
{
	const char *note, *small = lower(a, plan);
	struct buf text = {0};
	struct file_bytes bytes = encode(a, small, "TCVN");
	legacy_widen(&text, bytes.bytes, bytes.size);
	CHECK_TEXT(read_bytes(a, text_bytes(buf_take(&text, a)), &note), small);
	CHECK_TEXT(note, "charset-guessed");
	CHECK_TEXT(read_bytes(a, text_bytes(to_vni(a, plan)), &note), plan);
	CHECK_TEXT(note, "charset-guessed");
	legacy_widen(&text, plan, strlen(plan));
	CHECK_TEXT(read_bytes(a, text_bytes(buf_take(&text, a)), &note), plan);
	CHECK_TEXT(note, "charset-guessed");
	bytes = encode(a, plan, "WINDOWS-1258");
	legacy_widen(&text, bytes.bytes, bytes.size);
	CHECK_TEXT(read_bytes(a, text_bytes(buf_take(&text, a)), &note), plan);
	CHECK_TEXT(note, "charset-guessed");
}

static void check_mixed(struct arena *a)
{
	const char *note;
	CHECK_TEXT(
	    read_bytes(a,
		       text_bytes("Sở Nội vụ tỉnh Sông Thao\nRµ so¸t, cËp nhËt c¬ së d÷ liÖu\n"
				  "Trong tháng, có một số việc\n"),
		       &note),
	    "Sở Nội vụ tỉnh Sông Thao\nRà soát, cập nhật cơ sở dữ liệu\n"
	    "Trong tháng, có một số việc\n");
	CHECK_TEXT(note, "charset-mixed");
}

static void check_refused(struct arena *a)
{
	static const struct {
		const char *bytes, *code;
	} rows[] = {
	    /* French, few accents, another language, one word */
	    {"Le d\xe9lai est pass\xe9, le r\xe9sum\xe9 aussi", "charset-unknown"},
	    {"S\xeb N\xe9i v\xf4", "charset-unknown"},
	    {"Stra\xdf"
	     "e und Gr\xfc\xdf"
	     "e aus M\xfcnchen f\xfcr K\xf6ln",
	     "charset-unknown"},
	    /* spoilt UTF-8, cut in a letter, and no text at all */
	    {"Sở Nội vụ\xe1\xbb, một số việc", "not-utf8"},
	    {"Sở Nội v\xe1\xbb", "not-utf8"},
	    {"\x89PNG\x01\x02", "file-binary"},
	    {"h\x01\xe9", "file-binary"},
	    /* what a bad scan leaves */
	    {"Kẽ họach cäi cäch hänh chinh nhä nươc nãm; ñơn vl, thẩm quyên, thờl hạnn, cơqụan, "
	     "chủtrí, phôịhợp, kêtquả, báocáo",
	     "text-garbled"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *note;
		CHECK_FOR(rows[i].bytes, read_bytes(a, text_bytes(rows[i].bytes), &note),
			  rows[i].code);
	}
}

static void check_named(struct arena *a)
{
	const char *note;
	struct file_bytes bytes = text_bytes("S\xeb N\xe9i v\xf4");
	CHECK_TEXT(read_as(a, bytes, "tcvn3", &note), "Sở Nội vụ");
	CHECK_TEXT(note, "");
	CHECK_TEXT(read_as(a, text_bytes("Së Néi vô"), "tcvn3", &note), "Sở Nội vụ");
	CHECK_TEXT(read_as(a, bytes, "utf-8", &note), "not-utf8");
	CHECK_TEXT(read_as(a, text_bytes("Sở Nội vụ, một số việc\xf0"), "tcvn3", &note),
		   "not-utf8");
	CHECK_TEXT(read_as(a, bytes, "windows-1252", &note), "Së Néi vô");
	CHECK_TEXT(read_as(a, (struct file_bytes){"S\0\xdf\x1e", 4}, "UTF-16", &note), "Sở");
	CHECK_TEXT(read_as(a, (struct file_bytes){"\x1e\xdf", 2}, "utf-16be", &note), "ở");
	CHECK_TEXT(read_as(a,
			   text_bytes("\x93"
				      "a\x94"),
			   NULL, &note),
		   "“a”");
	CHECK_TEXT(note, "charset-guessed");
	CHECK(charset_known("TCVN3") && charset_known("windows-1258") && !charset_known("tcvn4"));
}

/* What a page says of itself holds unless its words show another encoding. */
static void check_own(struct arena *a)
{
	static const struct {
		const char *bytes, *own, *text, *note;
	} rows[] = {
	    {"S\xeb N\xe9i v\xf4", "x-viet-tcvn5712", "Sở Nội vụ", ""},
	    {"S\xeb N\xe9i v\xf4", "iso-8859-1", "Së Néi vô", ""},
	    {"Rµ so¸t c¬ së d÷ liÖu", "utf-8", "Rµ so¸t c¬ së d÷ liÖu", ""},
	    {"R\xb5 so\xb8t, c\xcbp nh\xcbt c\xac s\xeb d\xf7 li\xd6u", "utf-8",
	     "Rà soát, cập nhật cơ sở dữ liệu", "charset-guessed"},
	    {"Sở Nội vụ", "windows-1258", "Sở Nội vụ", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct findings findings = {.arena = a};
		struct document document = {.name = "x", .bytes = text_bytes(rows[i].bytes)};
		struct file_bytes text = {0};
		CHECK(charset_decode(a, &document, rows[i].own, &findings, &text));
		CHECK_FOR(rows[i].bytes, text.bytes, rows[i].text);
		CHECK_FOR(rows[i].bytes,
			  findings.count ? code_info(findings.items[0].code)->name : "",
			  rows[i].note);
	}
}

int main(void)
{
	struct arena *a = arena_new();
	check_begin("one text in every encoding");
	check_encodings(a);
	check_begin("the last letter keeps its mark");
	check_end_of_text(a);
	check_begin("marks, line ends, form feeds");
	check_marks(a);
	check_begin("UTF-8 that is misread is mended");
	check_mended(a);
	check_begin("a pasted line among others");
	check_mixed(a);
	check_begin("what is not clear is refused");
	check_refused(a);
	check_begin("an encoding the user names");
	check_named(a);
	check_begin("an encoding the document names");
	check_own(a);
	arena_free(a);
	return check_end();
}
