/* SPDX-License-Identifier: MIT
 * filledwords: the words of sheets, without accents, each with its meaning. */
#include "duty/filledwords.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "duty/obligation.h"

static const struct {
	enum role role;
	const char *words; /* parted by bars */
} roles[] = {
    {ROLE_ID, "task|task id|id|ma nhiem vu|ma so nhiem vu|so nhiem vu|ma so|ma viec"},
    {ROLE_NUMBER, "stt|tt|so tt|so thu tu|so|no|number"},
    {ROLE_TASK, "nhiem vu|cong viec|viec"},
    {ROLE_TEXT, "text|task text|noi dung|noi dung nhiem vu|noi dung cong viec|ten nhiem vu|"
		"ten cong viec|nhiem vu cong viec|nhiem vu giai phap"},
    {ROLE_PLAN, "plan|ke hoach|ma ke hoach"},
    {ROLE_AGENCY, "agency|co quan|don vi|co quan don vi|co quan bao cao|don vi bao cao|"
		  "co quan thuc hien|don vi thuc hien"},
    {ROLE_LEAD, "lead|chu tri|cq chu tri|co quan chu tri|don vi chu tri|co quan don vi chu tri"},
    {ROLE_PERIOD, "period|ky|ky bao cao"},
    {ROLE_STATUS, "status|trang thai"},
    {ROLE_STATE, "tinh trang|tinh hinh|tinh hinh thuc hien|tien do|tien do thuc hien|"
		 "trang thai thuc hien|tinh trang thuc hien"},
    {ROLE_RESULT, "result|ket qua|ket qua tien do|ket qua thuc hien|ket qua dat duoc"},
    {ROLE_VALUE, "value|percent|gia tri|ty le|ti le|ty le hoan thanh|ti le hoan thanh|phan tram|"
		 "tien do phan tram|ty le thuc hien|so lieu|gia han den|thoi han moi|new date"},
    {ROLE_DATE, "date|done|ngay|ngay hoan thanh|ngay cap nhat|ngay thuc hien|hoan thanh|"
		"thoi gian hoan thanh|ngay hoan thanh thuc te|thoi diem hoan thanh"},
    {ROLE_EVIDENCE, "evidence|minh chung|tai lieu minh chung|tai lieu kiem chung|van ban|"
		    "van ban minh chung|so van ban|so ky hieu van ban|so hieu van ban|so ky hieu "
		    "van ban minh chung|"
		    "so hieu van ban minh chung|so van ban minh chung"},
    {ROLE_NOTE, "note|ghi chu|kho khan vuong mac|vuong mac|de xuat kien nghi"},
    {ROLE_BY, "by|nguoi cap nhat|nguoi bao cao|nguoi nhap"},
    {ROLE_PRINTED,
     "due|days|area|field|via|product|with|start|said|extended from|file|line|logged|state|"
     "thoi han|so ngay|muc|linh vuc|qua nhom|san pham|phoi hop|co quan phoi hop|cq phoi hop|don vi "
     "phoi hop|"
     "bat dau|thoi gian bat dau|thoi han ghi|gia han tu|tep|dong|thoi gian thuc hien|"
     "thoi han hoan thanh|san pham ket qua|ghi luc|trang thai hien tai|tinh trang hien tai|"
     "hien trang|den han|ngay den han"},
};

/* Is the word one of those in the list? */
static bool is_listed(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (const char *s = list; s; s = strchr(s, '|') ? strchr(s, '|') + 1 : NULL)
		if (n && strncmp(s, word, n) == 0 && (s[n] == '|' || !s[n]))
			return true;
	return false;
}

enum role role_of_heading(struct arena *a, const char *heading)
{
	const char *squeezed = text_squeeze(a, heading);
	if (strcmp(squeezed, "%") == 0 || strcmp(squeezed, "(%)") == 0)
		return ROLE_VALUE;
	const char *word = text_plain(a, squeezed);
	/* "Tiến độ (%)" is a number, "Tiến độ" a state. */
	bool percent = strchr(squeezed, '%') != NULL;
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (is_listed(roles[i].words, word))
			return percent &&
				       (roles[i].role == ROLE_STATE ||
					roles[i].role == ROLE_RESULT || roles[i].role == ROLE_DATE)
				   ? ROLE_VALUE
				   : roles[i].role;
	return ROLE_UNKNOWN;
}

static const struct {
	enum says says;
	enum event_kind kind;
	const char *words;
} statuses[] = {
    {SAYS_EVENT, EVENT_DONE,
     "hoan thanh|da hoan thanh|da xong|xong|hoan thanh dung han|hoan thanh truoc han|"
     "hoan thanh dung tien do|hoan thanh qua han|hoan thanh tre han|hoan thanh cham|"
     "da hoan thanh dung han|da hoan thanh qua han|da hoan thanh tre han|hoan thanh som|finished|"
     "completed"},
    {SAYS_EVENT, EVENT_PROGRESS,
     "dang thuc hien|dang trien khai|dang trien khai thuc hien|dang thuc hien trong han|"
     "dang thuc hien qua han|trong han|dang thuc hien dung tien do|dang lam"},
    {SAYS_EVENT, EVENT_STARTED, "bat dau|da bat dau|da trien khai|da khoi dong"},
    {SAYS_EVENT, EVENT_EXTENDED, "gia han|da gia han|duoc gia han"},
    {SAYS_EVENT, EVENT_CANCELLED, "huy|da huy|huy bo|khong thuc hien nua"},
    {SAYS_NOTHING, EVENT_KINDS,
     "chua thuc hien|chua trien khai|chua bat dau|chua den han|chua lam|chua den ky|"
     "chua thuc hien qua han"},
};

/* A number before a percent sign; NULL. */
static const char *find_percent(struct arena *a, const char *words)
{
	const char *sign = strchr(words, '%'), *end = sign;
	if (!sign)
		return NULL;
	while (end > words && end[-1] == ' ')
		end--;
	const char *start = end;
	while (start > words && (strchr("0123456789,.", start[-1])))
		start--;
	return start < end ? arena_copy(a, start, (size_t)(end - start)) : NULL;
}

static enum event_kind kind_of_status(enum status status)
{
	switch (status) {
	case STATUS_IN_PROGRESS:
	case STATUS_IN_PROGRESS_OVERDUE:
		return EVENT_PROGRESS;
	case STATUS_DONE:
	case STATUS_DONE_LATE:
	case STATUS_DONE_ON_TIME:
		return EVENT_DONE;
	case STATUS_CANCELLED:
		return EVENT_CANCELLED;
	default:
		return EVENT_KINDS;
	}
}

/* "Hoàn thành 60 %", "đạt 60 %". All of it is done only where the words say so. */
static struct said_status with_percent(struct arena *a, const char *words, const char *percent)
{
	const char *plain = text_plain(a, words);
	bool all = strtol(percent, NULL, 10) == 100 && strstr(plain, "hoan thanh") &&
		   !strstr(plain, "chua");
	return (struct said_status){SAYS_EVENT, all ? EVENT_DONE : EVENT_PROGRESS,
				    all ? NULL : percent};
}

struct said_status status_of_words(struct arena *a, const char *words)
{
	const char *percent = find_percent(a, words), *plain = text_plain(a, words);
	/* "Chưa hoàn thành 100%": a number beside a denial may be what is done or what is not. */
	if (percent && (text_match(words, "chua") || text_match(words, "khong")))
		return (struct said_status){SAYS_UNKNOWN, EVENT_KINDS, NULL};
	if (percent)
		return with_percent(a, words, percent);
	enum event_kind kind = event_find(words);
	if (kind != EVENT_KINDS)
		return (struct said_status){SAYS_EVENT, kind, NULL};
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		if (is_listed(statuses[i].words, plain))
			return (struct said_status){statuses[i].says, statuses[i].kind, NULL};
	const char *code = words_code("status", words);
	enum status status = code ? status_find(code) : STATUS_COUNT;
	if (status == STATUS_COUNT)
		return (struct said_status){SAYS_UNKNOWN, EVENT_KINDS, NULL};
	kind = kind_of_status(status);
	return (struct said_status){kind == EVENT_KINDS ? SAYS_NOTHING : SAYS_EVENT, kind, NULL};
}
