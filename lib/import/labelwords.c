/* SPDX-License-Identifier: MIT
 * labelwords: the words labels are made of. It knows no text around them. */
#include "import/labelwords.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { LABEL_BYTES = 120 };

#define WHO                                                                                        \
	"co quan|don vi|cac co quan|cac don vi|co quan don vi|cac co quan don vi|to chuc|"         \
	"phong ban|phong|so nganh|bo nganh|bo phan|co quan to chuc|don vi co quan|dia phuong"
#define WHEN "thoi gian|thoi han|tien do|moc thoi gian|lo trinh|thoi diem|thoi gian tien do"
#define DONE                                                                                       \
	"hoan thanh|thuc hien|trien khai|ban hanh|trinh|ket thuc|bao cao|gui bao cao|"             \
	"trinh ban hanh|thuc hien hoan thanh|thuc hien va hoan thanh|hoan thanh nhiem vu|"         \
	"thuc hien nhiem vu|hoan tat|phe duyet|trinh phe duyet|to chuc|to chuc thuc hien|"         \
	"trien khai thuc hien|du kien|du kien hoan thanh|thuc hien du kien|hoan thanh du kien"

/* A label is one of the first words, then one of the second; an empty alternative says that they may
 * be absent. Without accents. */
static const struct form {
	enum role role;
	const char *first, *second;
} forms[] = {
    {ROLE_LEAD, "|" WHO,
     "chu tri|dau moi|chu tri thuc hien|chu tri tham muu|chu tri xay dung|chu tri soan thao|"
     "chu tri trien khai|chu tri chinh|dau moi chu tri|chu tri to chuc thuc hien"},
    {ROLE_LEAD, WHO,
     "thuc hien|trinh|soan thao|tham muu|chiu trach nhiem|phu trach|duoc giao|thuc hien chinh|"
     "trien khai|trien khai thuc hien|to chuc thuc hien|chiu trach nhiem chinh|dau moi thuc hien"},
    {ROLE_LEAD, "phan cong|phan cong thuc hien|trach nhiem thuc hien|giao chu tri", ""},
    {ROLE_WITH, "|" WHO,
     "phoi hop|phoi hop thuc hien|phoi hop chinh|phoi hop tham muu|phoi hop xay dung|"
     "phoi hop trien khai|phoi hop to chuc thuc hien|cung phoi hop"},
    {ROLE_WITH, WHO, "tham gia|tham gia phoi hop|cung thuc hien|tham gia thuc hien"},
    {ROLE_DUE, WHEN, "|" DONE},
    {ROLE_DUE, "han|ngay", "hoan thanh|cuoi cung|cuoi|ban hanh|trinh"},
    {ROLE_DUE, "hoan thanh|du kien hoan thanh|thoi gian va tien do", "|thuc hien"},
    {ROLE_START, "thoi gian|thoi diem|ngay", "bat dau|bat dau thuc hien|bat dau trien khai"},
    {ROLE_PRODUCT,
     "san pham|ket qua|dau ra|san pham dau ra|ket qua dau ra|san pham ket qua|ket qua san pham|"
     "san pham hoac ket qua",
     "|du kien|dat duoc|can dat|hoan thanh|thuc hien|chu yeu|cu the|phai dat|mong doi|yeu cau"},
    {ROLE_PRODUCT, "hinh thuc", "van ban|san pham"},
    {ROLE_TEXT, "noi dung|nhiem vu|cong viec|hoat dong|noi dung nhiem vu|noi dung cong viec",
     "|cu the|thuc hien|trien khai|chinh|chu yeu|hoat dong|giai phap|yeu cau|can thuc hien"},
    {ROLE_TEXT, "ten", "nhiem vu|cong viec|hoat dong|de an|du an"},
    {ROLE_TARGET, "muc tieu|chi tieu", "|cu the|can dat"},
    {ROLE_NOTE, "ghi chu|luu y", ""},
    {ROLE_OTHER, "kinh phi|nguon kinh phi|du toan kinh phi|nguon luc|dia diem|du toan",
     "|thuc hien|to chuc|du kien|bao dam"},
    {ROLE_OTHER, "thanh phan|doi tuong|so luong|can cu|hinh thuc|phuong thuc|cach thuc",
     "|thuc hien|tham gia|tham du|phap ly|to chuc|trien khai"},
    {ROLE_OTHER, "lanh dao|nguoi|dong chi|lanh dao ubnd tinh|lanh dao uy ban",
     "phu trach|chi dao|chiu trach nhiem|dung dau|theo doi|truc tiep chi dao|"
     "dung dau chiu trach nhiem"},
    {ROLE_OTHER, WHO, "theo doi|giam sat|tham dinh|phe duyet|ban hanh|tong hop|don doc|giai quyet"},
    {ROLE_OTHER, "thoi han|thoi gian", "giai quyet|tra ket qua|tiep nhan"},
    {ROLE_OTHER, "cap|co quan", "trinh phe duyet|co tham quyen"},
};

static const char *const procedures[] = {
    "thanh phan ho so",
    "trinh tu thuc hien",
    "cach thuc thuc hien",
    "thoi han giai quyet",
    "le phi",
    "phi le phi",
    "mau don to khai",
    "can cu phap ly",
    "so luong ho so",
    "doi tuong thuc hien",
    "ten mau don",
    "phi",
    "yeu cau dieu kien",
    "thoi gian giai quyet",
    "co quan giai quyet",
    "can cu phap ly cua tthc",
};

/* Is `words` one of the alternatives? */
static bool is_one_of(const char *words, const char *alternatives)
{
	for (const char *s = alternatives;; s += *s == '|') {
		size_t n = strcspn(s, "|");
		if (strlen(words) == n && strncmp(words, s, n) == 0)
			return true;
		s += n;
		if (!*s)
			return false;
	}
}

/* Does one of the first words open the label, and one of the second end it? */
static bool has_form(const char *plain, const struct form *form)
{
	for (const char *s = form->first;; s += *s == '|') {
		size_t n = strcspn(s, "|");
		if (strncmp(plain, s, n) == 0 && (n == 0 || !plain[n] || plain[n] == ' ') &&
		    is_one_of(plain + n + (n > 0 && plain[n] == ' '), form->second))
			return true;
		s += n;
		if (!*s)
			return false;
	}
}

static enum role role_of(const char *plain)
{
	for (size_t i = 0; *plain && i < sizeof forms / sizeof *forms; i++)
		if (has_form(plain, &forms[i]))
			return forms[i].role;
	return ROLE_UNKNOWN;
}

enum role label_role(struct arena *a, const char *words)
{
	return strlen(words) > LABEL_BYTES ? ROLE_UNKNOWN : role_of(text_plain(a, words));
}

bool label_is_hard(enum role role)
{
	return role == ROLE_LEAD || role == ROLE_WITH || role == ROLE_DUE;
}

bool label_is_procedure(struct arena *a, const char *words)
{
	const char *plain = text_plain(a, words);
	for (size_t i = 0; i < sizeof procedures / sizeof *procedures; i++)
		if (strcmp(plain, procedures[i]) == 0)
			return true;
	return false;
}
