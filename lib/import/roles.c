/* SPDX-License-Identifier: MIT
 * roles: what one heading says, by the words of the field. It knows no tables. */
#include "import/headings.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static const char *const words[ROLE_COUNT] = {
    [ROLE_UNKNOWN] = "?", [ROLE_NO] = "no",	      [ROLE_TARGET] = "target",
    [ROLE_TEXT] = "text", [ROLE_PRODUCT] = "product", [ROLE_LEAD] = "lead",
    [ROLE_WITH] = "with", [ROLE_START] = "start",     [ROLE_DUE] = "due",
    [ROLE_NOTE] = "note", [ROLE_OTHER] = "-",	      [ROLE_MARK] = "",
};

const char *role_word(enum role role)
{
	return words[role];
}

const char *role_words(struct arena *a)
{
	const char *all = words[ROLE_NO];
	for (enum role r = ROLE_NO + 1; r < ROLE_MARK; r++)
		all = arena_format(a, "%s, %s", all, words[r]);
	return all;
}

enum role role_find(const char *word)
{
	if (text_same(word, "task"))
		return ROLE_TEXT;
	for (enum role r = ROLE_NO; r < ROLE_MARK; r++)
		if (text_same(words[r], word))
			return r;
	return ROLE_UNKNOWN;
}

/* Phrases of headings without accents. A whole heading that is one of them counts more than one
 * that holds it; the longer phrase counts more than the shorter. One behind = must be the whole. */
static const struct phrase {
	enum role role;
	const char *words;
} phrases[] = {
    {ROLE_NO, "tt"},
    {ROLE_NO, "stt"},
    {ROLE_NO, "so tt"},
    {ROLE_NO, "so thu tu"},
    {ROLE_NO, "thu tu"},
    {ROLE_TARGET, "muc tieu"},
    {ROLE_TARGET, "chi tieu"},
    {ROLE_TARGET, "muc tieu chi tieu"},
    {ROLE_TEXT, "nhiem vu"},
    {ROLE_TEXT, "ten nhiem vu"},
    {ROLE_TEXT, "nhiem vu cu the"},
    {ROLE_TEXT, "nhiem vu trong tam"},
    {ROLE_TEXT, "nhiem vu giai phap"},
    {ROLE_TEXT, "nhiem vu va giai phap"},
    {ROLE_TEXT, "nhiem vu muc tieu"},
    {ROLE_TEXT, "noi dung"},
    {ROLE_TEXT, "noi dung nhiem vu"},
    {ROLE_TEXT, "noi dung thuc hien"},
    {ROLE_TEXT, "noi dung cong viec"},
    {ROLE_TEXT, "noi dung hoat dong"},
    {ROLE_TEXT, "noi dung trien khai"},
    {ROLE_TEXT, "noi dung chi dao"},
    {ROLE_TEXT, "cong viec"},
    {ROLE_TEXT, "ten cong viec"},
    {ROLE_TEXT, "hoat dong"},
    {ROLE_TEXT, "giai phap"},
    {ROLE_TEXT, "viec phai lam"},
    {ROLE_TEXT, "ten de an"},
    {ROLE_TEXT, "ten du an"},
    {ROLE_TEXT, "dau viec"},
    {ROLE_TEXT, "dau muc cong viec"},
    {ROLE_TEXT, "=viec"},
    {ROLE_TEXT, "nhiem vu duoc giao"},
    {ROLE_TEXT, "nhiem vu hoat dong"},
    {ROLE_TEXT, "hoat dong nhiem vu"},
    {ROLE_TEXT, "noi dung cong tac"},
    {ROLE_TEXT, "noi dung yeu cau"},
    {ROLE_TEXT, "mo ta nhiem vu"},
    {ROLE_TEXT, "mo ta cong viec"},
    {ROLE_TEXT, "nhiem vu de an"},
    {ROLE_TEXT, "de an nhiem vu"},
    {ROLE_TEXT, "ten van ban de an"},
    {ROLE_TEXT, "noi dung giai phap"},
    {ROLE_PRODUCT, "san pham"},
    {ROLE_PRODUCT, "san pham du kien"},
    {ROLE_PRODUCT, "san pham dau ra"},
    {ROLE_PRODUCT, "san pham hoan thanh"},
    {ROLE_PRODUCT, "san pham chu yeu"},
    {ROLE_PRODUCT, "dau ra"},
    {ROLE_PRODUCT, "ket qua"},
    {ROLE_PRODUCT, "ket qua san pham"},
    {ROLE_PRODUCT, "ket qua du kien"},
    {ROLE_PRODUCT, "ket qua thuc hien"},
    {ROLE_PRODUCT, "ket qua dat duoc"},
    {ROLE_PRODUCT, "du kien san pham"},
    {ROLE_PRODUCT, "du kien ket qua"},
    {ROLE_PRODUCT, "hinh thuc van ban"},
    {ROLE_PRODUCT, "san pham dat duoc"},
    {ROLE_PRODUCT, "san pham ket qua"},
    {ROLE_PRODUCT, "san pham can dat"},
    {ROLE_PRODUCT, "ket qua dau ra"},
    {ROLE_PRODUCT, "ket qua can dat"},
    {ROLE_PRODUCT, "ket qua cu the"},
    {ROLE_PRODUCT, "yeu cau ket qua"},
    {ROLE_PRODUCT, "hinh thuc san pham"},
    {ROLE_PRODUCT, "van ban san pham"},
    {ROLE_PRODUCT, "san pham ban giao"},
    {ROLE_LEAD, "chu tri"},
    {ROLE_LEAD, "co quan chu tri"},
    {ROLE_LEAD, "don vi chu tri"},
    {ROLE_LEAD, "co quan don vi chu tri"},
    {ROLE_LEAD, "co quan chu tri thuc hien"},
    {ROLE_LEAD, "don vi chu tri thuc hien"},
    {ROLE_LEAD, "don vi dau moi"},
    {ROLE_LEAD, "co quan dau moi"},
    {ROLE_LEAD, "dau moi thuc hien"},
    {ROLE_LEAD, "co quan thuc hien"},
    {ROLE_LEAD, "don vi thuc hien"},
    {ROLE_LEAD, "co quan don vi thuc hien"},
    {ROLE_LEAD, "co quan trinh"},
    {ROLE_LEAD, "co quan chiu trach nhiem"},
    {ROLE_LEAD, "don vi chiu trach nhiem"},
    {ROLE_LEAD, "trach nhiem thuc hien"},
    {ROLE_LEAD, "phan cong thuc hien"},
    {ROLE_LEAD, "co quan tham muu"},
    {ROLE_LEAD, "don vi tham muu"},
    {ROLE_LEAD, "so chu tri"},
    {ROLE_LEAD, "phong chu tri"},
    {ROLE_LEAD, "phong ban chu tri"},
    {ROLE_LEAD, "bo phan chu tri"},
    {ROLE_LEAD, "don vi phu trach"},
    {ROLE_LEAD, "co quan phu trach"},
    {ROLE_LEAD, "bo phan phu trach"},
    {ROLE_LEAD, "bo phan thuc hien"},
    {ROLE_LEAD, "phong thuc hien"},
    {ROLE_LEAD, "phong ban thuc hien"},
    {ROLE_LEAD, "don vi trien khai"},
    {ROLE_LEAD, "co quan trien khai"},
    {ROLE_LEAD, "don vi duoc giao"},
    {ROLE_LEAD, "co quan duoc giao"},
    {ROLE_LEAD, "don vi duoc phan cong"},
    {ROLE_LEAD, "co quan duoc phan cong"},
    {ROLE_LEAD, "co quan soan thao"},
    {ROLE_LEAD, "don vi soan thao"},
    {ROLE_LEAD, "co quan chu quan"},
    {ROLE_LEAD, "to chuc chu tri"},
    {ROLE_LEAD, "=phan cong"},
    {ROLE_LEAD, "phan cong trach nhiem"},
    {ROLE_LEAD, "phan cong nhiem vu"},
    {ROLE_LEAD, "=trach nhiem"},
    {ROLE_LEAD, "trach nhiem chinh"},
    {ROLE_LEAD, "don vi chinh"},
    {ROLE_LEAD, "chu the thuc hien"},
    {ROLE_LEAD, "don vi bao cao"},
    {ROLE_WITH, "phoi hop"},
    {ROLE_WITH, "co quan phoi hop"},
    {ROLE_WITH, "don vi phoi hop"},
    {ROLE_WITH, "co quan don vi phoi hop"},
    {ROLE_WITH, "co quan phoi hop thuc hien"},
    {ROLE_WITH, "don vi phoi hop thuc hien"},
    {ROLE_WITH, "co quan tham gia"},
    {ROLE_WITH, "don vi tham gia"},
    {ROLE_WITH, "=tham gia"},
    {ROLE_WITH, "phoi hop thuc hien"},
    {ROLE_WITH, "cac don vi phoi hop"},
    {ROLE_WITH, "thanh phan phoi hop"},
    {ROLE_WITH, "don vi lien quan"},
    {ROLE_WITH, "co quan lien quan"},
    {ROLE_WITH, "cac don vi lien quan"},
    {ROLE_WITH, "co quan don vi lien quan"},
    {ROLE_START, "bat dau"},
    {ROLE_START, "ngay bat dau"},
    {ROLE_START, "thoi gian bat dau"},
    {ROLE_START, "thoi diem bat dau"},
    {ROLE_START, "thoi gian khoi dong"},
    {ROLE_START, "khoi cong"},
    {ROLE_DUE, "thoi gian"},
    {ROLE_DUE, "thoi gian hoan thanh"},
    {ROLE_DUE, "thoi gian thuc hien hoan thanh"},
    {ROLE_DUE, "thoi han"},
    {ROLE_DUE, "thoi han hoan thanh"},
    {ROLE_DUE, "thoi han thuc hien"},
    {ROLE_DUE, "thoi diem hoan thanh"},
    {ROLE_DUE, "ngay hoan thanh"},
    {ROLE_DUE, "hoan thanh"},
    {ROLE_DUE, "ket thuc"},
    {ROLE_DUE, "thoi gian ket thuc"},
    {ROLE_DUE, "thoi gian trinh"},
    {ROLE_DUE, "tien do"},
    {ROLE_DUE, "tien do hoan thanh"},
    {ROLE_DUE, "tien do thuc hien"},
    {ROLE_DUE, "lo trinh"},
    {ROLE_DUE, "lo trinh thuc hien"},
    {ROLE_DUE, "moc thoi gian"},
    {ROLE_DUE, "han hoan thanh"},
    {ROLE_DUE, "thoi gian thuc hien"}, /* a start where another column says the end */
    {ROLE_DUE, "thoi gian trien khai"},
    {ROLE_DUE, "thoi han trinh"},
    {ROLE_DUE, "thoi gian ban hanh"},
    {ROLE_DUE, "thoi gian bao cao"},
    {ROLE_DUE, "thoi gian du kien"},
    {ROLE_DUE, "thoi gian thuc hien du kien"},
    {ROLE_DUE, "du kien hoan thanh"},
    {ROLE_DUE, "du kien thoi gian"},
    {ROLE_DUE, "thoi gian hoan thanh du kien"},
    {ROLE_DUE, "thoi diem thuc hien"},
    {ROLE_DUE, "thoi diem trinh"},
    {ROLE_DUE, "thoi diem ban hanh"},
    {ROLE_DUE, "thoi han bao cao"},
    {ROLE_DUE, "thoi han ban hanh"},
    {ROLE_DUE, "han chot"},
    {ROLE_DUE, "han cuoi"},
    {ROLE_DUE, "han"},
    {ROLE_DUE, "nam hoan thanh"},
    {ROLE_DUE, "ngay ket thuc"},
    {ROLE_DUE, "thoi diem ket thuc"},
    {ROLE_DUE, "thoi gian den han"},
    {ROLE_DUE, "moc hoan thanh"},
    {ROLE_DUE, "thoi gian to chuc"},
    {ROLE_NOTE, "ghi chu"},
    {ROLE_NOTE, "luu y"},
    {ROLE_NOTE, "ghi chu khac"},
    {ROLE_OTHER, "kinh phi"},
    {ROLE_OTHER, "nguon kinh phi"},
    {ROLE_OTHER, "kinh phi thuc hien"},
    {ROLE_OTHER, "don vi"},
    {ROLE_OTHER, "don vi tinh"},
    {ROLE_OTHER, "lanh dao phu trach"},
    {ROLE_OTHER, "lanh dao chi dao"},
    {ROLE_OTHER, "nguoi phu trach"},
    {ROLE_OTHER, "nguoi dung dau"},
    {ROLE_OTHER, "nguoi dung dau chiu trach nhiem"},
    {ROLE_OTHER, "nguoi chiu trach nhiem"},
    {ROLE_OTHER, "can cu"},
    {ROLE_OTHER, "can cu phap ly"},
    {ROLE_OTHER, "thoi gian giai quyet"},
    {ROLE_OTHER, "thoi han giai quyet"},
    {ROLE_OTHER, "ten thu tuc hanh chinh"},
    {ROLE_OTHER, "dia diem thuc hien"},
    {ROLE_OTHER, "co quan giai quyet"},
    {ROLE_OTHER, "co quan theo doi"},
    {ROLE_OTHER, "=chi tiet"},
    {ROLE_OTHER, "don vi theo doi"},
    {ROLE_OTHER, "don vi kiem tra"},
    {ROLE_OTHER, "co quan kiem tra"},
    {ROLE_OTHER, "nguon luc"},
    {ROLE_OTHER, "nguon von"},
    {ROLE_OTHER, "du toan"},
    {ROLE_OTHER, "du toan kinh phi"},
    {ROLE_OTHER, "kinh phi du kien"},
    {ROLE_OTHER, "du kien kinh phi"},
    {ROLE_OTHER, "tong kinh phi"},
    {ROLE_OTHER, "tong muc dau tu"},
    {ROLE_OTHER, "can cu thuc hien"},
    {ROLE_OTHER, "can cu ban hanh"},
    {ROLE_OTHER, "van ban can cu"},
    {ROLE_OTHER, "van ban giao nhiem vu"},
    {ROLE_OTHER, "nguon giao nhiem vu"},
    {ROLE_OTHER, "van ban giao"},
    {ROLE_OTHER, "van ban chi dao"},
    {ROLE_OTHER, "so ky hieu"},
    {ROLE_OTHER, "so ky hieu van ban"},
    {ROLE_OTHER, "co so phap ly"},
    {ROLE_OTHER, "linh vuc"},
    {ROLE_OTHER, "nhom nhiem vu"},
    {ROLE_OTHER, "loai nhiem vu"},
    {ROLE_OTHER, "dia diem"},
    {ROLE_OTHER, "dia ban"},
    {ROLE_OTHER, "dia ban thuc hien"},
    {ROLE_OTHER, "doi tuong"},
    {ROLE_OTHER, "so luong"},
    {ROLE_OTHER, "khoi luong"},
    {ROLE_OTHER, "=trang thai"},
    {ROLE_OTHER, "=ty le"},
    {ROLE_OTHER, "muc do hoan thanh"},
    {ROLE_OTHER, "muc do uu tien"},
    {ROLE_OTHER, "=uu tien"},
    {ROLE_OTHER, "=ma so"},
    {ROLE_OTHER, "ma nhiem vu"},
    {ROLE_OTHER, "ma"},
    {ROLE_OTHER, "=danh gia"},
    {ROLE_OTHER, "tinh hinh thuc hien"},
    {ROLE_OTHER, "kho khan vuong mac"},
    {ROLE_OTHER, "ton tai han che"},
    {ROLE_OTHER, "kien nghi"},
    {ROLE_OTHER, "=de xuat"},
    {ROLE_OTHER, "luy ke"},
    {ROLE_OTHER, "cap trinh"},
    {ROLE_OTHER, "cap ban hanh"},
    {ROLE_OTHER, "cap co tham quyen"},
    {ROLE_OTHER, "cap phe duyet"},
    {ROLE_OTHER, "tham quyen ban hanh"},
    {ROLE_OTHER, "nguoi thuc hien"},
    {ROLE_OTHER, "ca nhan thuc hien"},
    {ROLE_OTHER, "ca nhan phu trach"},
    {ROLE_OTHER, "ca nhan chu tri"},
    {ROLE_OTHER, "can bo thuc hien"},
    {ROLE_OTHER, "can bo phu trach"},
    {ROLE_OTHER, "can bo theo doi"},
    {ROLE_OTHER, "chuyen vien thuc hien"},
    {ROLE_OTHER, "chuyen vien theo doi"},
    {ROLE_OTHER, "lanh dao chu tri"},
    {ROLE_OTHER, "lanh dao theo doi"},
    {ROLE_OTHER, "lanh dao uy ban phu trach"},
    {ROLE_OTHER, "dong chi phu trach"},
    {ROLE_OTHER, "don vi do"},
    {ROLE_OTHER, "=phuong thuc"},
    {ROLE_OTHER, "cach thuc thuc hien"},
    {ROLE_OTHER, "=quy mo"},
};

enum { HEADING_WORDS = 14, HEADING_BYTES = 240, HEADING_ENOUGH = 60 };

static size_t word_count(const char *plain)
{
	size_t n = *plain != '\0';
	for (; *plain; plain++)
		n += *plain == ' ';
	return n;
}

static bool holds_words(const char *plain, const char *phrase)
{
	size_t n = strlen(phrase);
	for (const char *s = plain; (s = strstr(s, phrase)) != NULL; s++)
		if ((s == plain || s[-1] == ' ') && (s[n] == '\0' || s[n] == ' '))
			return true;
	return false;
}

/* Is the phrase there but for a slip? The words that stand where it would are compared. */
static bool holds_nearly(struct arena *a, const char *plain, const char *phrase, size_t slips)
{
	size_t want = word_count(phrase);
	for (const char *s = plain; s; s = strchr(s, ' ')) {
		s += *s == ' ';
		const char *end = s;
		for (size_t k = 0; k < want && *end; k++)
			end += strcspn(end + (*end == ' '), " ") + (*end == ' ');
		size_t n = (size_t)(end - s), k = strlen(phrase);
		if (n <= k + slips && k <= n + slips &&
		    text_distance(arena_copy(a, s, n), phrase, slips) <= slips)
			return true;
	}
	return false;
}

/* 0..100 how well a heading says the phrase. */
static size_t phrase_weight(struct arena *a, const char *plain, const char *phrase, bool *typo)
{
	bool whole = *phrase == '=';
	phrase += whole;
	*typo = false;
	if (whole)
		return strcmp(plain, phrase) == 0 ? 100 : 0;
	size_t n = strlen(plain), k = strlen(phrase);
	size_t slips = k < 7 ? 0 : k < 16 ? 1 : 2;
	*typo = false;
	if (strcmp(plain, phrase) == 0)
		return 100;
	if (k > 3 && holds_words(plain, phrase))
		return 58 + 36 * k / n;
	*typo = true;
	/* both are ASCII: a slip is a byte */
	bool near = n <= k + slips && k <= n + slips;
	if (slips > 0 && near && text_distance(plain, phrase, slips) <= slips)
		return 95;
	if (slips > 0 && k * 2 >= n && holds_nearly(a, plain, phrase, slips))
		return 50 + 36 * k / n;
	return 0;
}

enum role heading_role(struct arena *a, const char *text, bool *typo)
{
	enum role best = ROLE_UNKNOWN;
	size_t weight = 0;
	*typo = false;
	/* "Cơ quan chủ trì: Sở Y tế" is a line of text */
	const char *colon = strstr(text, ": ");
	if (strlen(text) > HEADING_BYTES || (colon && colon[2]))
		return ROLE_UNKNOWN;
	const char *plain = text_plain(a, text);
	if (!*plain || word_count(plain) > HEADING_WORDS)
		return ROLE_UNKNOWN;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		bool slip;
		size_t w = phrase_weight(a, plain, phrases[i].words, &slip);
		if (w > weight) {
			weight = w;
			best = phrases[i].role;
			*typo = slip;
		}
	}
	return weight >= HEADING_ENOUGH ? best : ROLE_UNKNOWN;
}
