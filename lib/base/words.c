/* SPDX-License-Identifier: MIT
 * words: the words of the field in Vietnamese and English, each beside its code. */
#include "base/words.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct word {
	const char *kind, *code, *english, *vietnamese;
};

static const struct word words[] = {
    {"status", "not-started", "not started", "chưa thực hiện"},
    {"status", "in-progress", "in progress", "đang thực hiện"},
    {"status", "not-started-overdue", "not started, overdue", "chưa thực hiện, quá hạn"},
    {"status", "in-progress-overdue", "in progress, overdue", "đang thực hiện, quá hạn"},
    {"status", "done-on-time", "done on time", "hoàn thành đúng hạn"},
    {"status", "done-late", "done late", "hoàn thành quá hạn"},
    {"status", "done", "done", "hoàn thành"},
    {"status", "waiting", "waiting for its event", "chờ điều kiện"},
    {"status", "ongoing", "ongoing", "thường xuyên"},
    {"status", "no-date", "no date", "không có thời hạn"},
    {"status", "invalid-date", "date not readable", "thời hạn không đọc được"},
    {"status", "cancelled", "cancelled", "đã hủy"},
    {"status", "recurring", "recurring", "định kỳ"},
    {"event", "started", "started", "bắt đầu"},
    {"event", "progress", "progress", "đang thực hiện"},
    {"event", "done", "done", "hoàn thành"},
    {"event", "measured", "measured", "số liệu"},
    {"event", "triggered", "triggered", "đã phát sinh"},
    {"event", "extended", "extended", "gia hạn"},
    {"event", "cancelled", "cancelled", "hủy"},
    {"event", "reopened", "reopened", "mở lại"},
    {"event", "void", "void", "thu hồi"},
    {"event", "note", "note", "ghi chú"},
    {"verdict", "to-add", "to add", "sẽ ghi"},
    {"verdict", "added", "added", "đã ghi"},
    {"verdict", "known", "there already", "đã có"},
    {"verdict", "empty", "not filled in", "chưa điền"},
    {"verdict", "unusable", "unusable", "không dùng được"},
    {"log", "date", "date", "ngày"},
    {"log", "plan", "plan", "kế hoạch"},
    {"log", "task", "task", "nhiệm vụ"},
    {"log", "agency", "agency", "cơ quan"},
    {"log", "period", "period", "kỳ"},
    {"log", "status", "status", "trạng thái"},
    {"log", "value", "value", "giá trị"},
    {"log", "evidence", "evidence", "minh chứng"},
    {"log", "note", "note", "ghi chú"},
    {"log", "by", "by", "người cập nhật"},
    {"log", "logged", "logged", "ghi lúc"},
    /* kind~: other ways to write what has its word above; read, never written */
    {"event~", "started", "begun", "đã bắt đầu"},
    {"event~", "started", "start", "bắt đầu thực hiện"},
    {"event~", "progress", "in progress", "đang triển khai"},
    {"event~", "progress", "ongoing", "đang làm"},
    {"event~", "done", "completed", "đã hoàn thành"},
    {"event~", "done", "finished", "đã xong"},
    {"event~", "triggered", "happened", "phát sinh"},
    {"event~", "extended", "postponed", "được gia hạn"},
    {"event~", "cancelled", "canceled", "đã hủy"},
    {"event~", "cancelled", "dropped", "hủy bỏ"},
    {"log~", "date", "day", "ngày cập nhật"},
    {"log~", "period", "term", "kỳ báo cáo"},
    {"log~", "period", "term", "kì"},
    {"log~", "agency", "lead", "cơ quan chủ trì"},
    {"log~", "agency", "unit", "đơn vị"},
    {"log~", "task", "task no", "số nhiệm vụ"},
    {"log~", "status", "state", "tình trạng"},
    {"log~", "value", "percent", "tỷ lệ"},
    {"log~", "evidence", "document", "văn bản minh chứng"},
    {"log~", "by", "author", "người ghi"},
    {"head", "name", "name", "họ tên"},
    {"head", "post", "post", "chức vụ"},
    {"head", "agency", "agency", "cơ quan"},
    {"head", "level", "level", "cấp"},
    {"head", "group", "group", "đối tượng"},
    {"head", "year", "year", "năm"},
    {"head", "last-grade", "last year's grade", "xếp loại năm trước"},
    {"head", "override", "override", "xem xét trách nhiệm"},
    {"head", "override-grade", "grade decided", "mức quyết định"},
    {"head", "reason", "reason", "lý do"},
    {"head", "note", "note", "ghi chú"},
    {"head~", "name", "head", "họ và tên"},
    {"head~", "name", "full name", "người đứng đầu"},
    {"head~", "post", "position", "chức danh"},
    {"head~", "agency", "unit", "cơ quan, đơn vị"},
    {"head~", "agency", "office", "đơn vị"},
    {"head~", "agency", "organisation", "tên cơ quan"},
    {"head~", "agency", "body", "cơ quan, đơn vị, địa phương"},
    {"head~", "level", "tier", "cấp hành chính"},
    {"head~", "group", "scope", "nhóm đối tượng"},
    {"head~", "year", "year assessed", "năm đánh giá"},
    {"head~", "last-grade", "last grade", "kết quả năm trước"},
    {"heading", "due", "due", "thời hạn"},
    {"heading", "status", "status", "trạng thái"},
    {"heading", "days", "days", "số ngày"},
    {"heading", "plan", "plan", "kế hoạch"},
    {"heading", "task", "task", "nhiệm vụ"},
    {"heading", "period", "period", "kỳ"},
    {"heading", "area", "area", "mục"},
    {"heading", "field", "field", "lĩnh vực"},
    {"heading", "lead", "lead", "chủ trì"},
    {"heading", "agency", "agency", "cơ quan"},
    {"heading", "via", "via", "qua nhóm"},
    {"heading", "product", "product", "sản phẩm"},
    {"heading", "text", "task text", "nội dung"},
    {"heading", "with", "with", "phối hợp"},
    {"heading", "start", "start", "bắt đầu"},
    {"heading", "said", "as printed", "thời hạn ghi"},
    {"heading", "extended_from", "extended from", "gia hạn từ"},
    {"heading", "done", "done", "hoàn thành"},
    {"heading", "percent", "percent", "%"},
    {"heading", "evidence", "evidence", "minh chứng"},
    {"heading", "verdict", "verdict", "kết luận"},
    {"heading", "reason", "reason", "lý do"},
    {"heading", "table", "table", "bảng"},
    {"heading", "name", "name", "tên"},
    {"heading", "at", "at", "từ dòng"},
    {"heading", "rows", "rows", "số hàng"},
    {"heading", "columns", "columns", "số cột"},
    {"heading", "tasks", "tasks", "nhiệm vụ"},
    {"heading", "groups", "groups", "nhóm"},
    {"heading", "headings", "headings", "các cột là"},
    {"heading", "file", "file", "tệp"},
    {"heading", "line", "line", "dòng"},
    {"heading", "column", "column", "cột"},
    {"heading", "severity", "severity", "mức"},
    {"heading", "code", "code", "mã"},
    {"heading", "sentence", "finding", "phát hiện"},
    {"heading", "no", "no", "STT"},
    {"heading", "note", "note", "ghi chú"},
    {"heading", "level", "level", "cấp"},
    {"heading", "quarter", "quarter", "quý"},
    {"heading", "month", "month", "tháng"},
    {"heading", "week", "week", "tuần"},
    {"heading", "total", "total", "tổng số"},
    {"heading", "rate_all", "done, % of all", "tỷ lệ % trên tổng số"},
    {"heading", "rate_dated", "done, % of dated", "tỷ lệ % trên số có thời hạn"},
    {"heading", "in_time", "within time", "đang thực hiện, trong hạn"},
    {"heading", "overdue", "overdue", "quá hạn, chưa xong"},
    {"heading", "due_soon", "of it due in 7 days", "trong đó sắp đến hạn"},
    {"heading", "done_in_period", "done in the period", "hoàn thành trong kỳ"},
    {"heading", "result", "result", "kết quả"},
    {"heading", "chart", "time", "tiến trình"},
    {"heading", "late", "late", "quá hạn"},
    {"heading", "open", "open, in time", "chưa xong, trong hạn"},
    {"heading", "other", "other", "khác"},
    {"heading", "kind", "kind", "loại"},
    {"heading", "last", "last entry", "cập nhật gần nhất"},
    {"heading", "date", "date", "ngày"},
    {"heading", "value", "value", "giá trị"},
    {"heading", "state", "state now", "hiện trạng"},
    {"heading", "target", "target", "chỉ tiêu"},
    {"heading", "indicator", "indicator", "chỉ số"},
    {"heading", "goal", "goal", "mức phải đạt"},
    {"heading", "base", "last year", "năm trước"},
    {"heading", "previous", "value before", "lần đo trước"},
    {"heading", "difference", "against last year", "so với năm trước"},
    {"heading", "met", "met", "kết quả"},
    {"heading", "missing", "missing", "còn thiếu"},
    {"heading", "scope", "scope", "phạm vi"},
    {"heading", "year", "year", "năm"},
    {"heading", "name", "name", "họ tên"},
    {"heading", "post", "post", "chức vụ"},
    {"heading", "group", "group", "đối tượng"},
    {"heading", "grade", "grade", "mức"},
    {"heading", "grade_name", "grade", "xếp loại"},
    {"heading", "article", "article", "căn cứ"},
    {"heading", "final", "grade that stands", "mức quyết định"},
    {"heading", "override", "override", "xem xét trách nhiệm"},
    {"heading", "consequence", "consequence", "hệ quả"},
    {"heading", "met_count", "met", "số tiêu chí đạt"},
    {"heading", "failed_count", "not met", "số tiêu chí không đạt"},
    {"heading", "aside_count", "not applicable", "số tiêu chí không áp dụng"},
    {"heading", "failed", "conditions that failed", "điều kiện không đạt"},
    {"heading", "conditions", "conditions", "các điều kiện"},
    {"heading", "decided_by", "rated by", "thẩm quyền"},
    {"heading", "policy", "policy", "cách áp dụng"},
    {"heading", "warning", "warning", "lưu ý"},
    {"heading", "title", "title", "tên"},
    {"heading", "outcome", "result", "kết quả"},
    {"heading", "why", "why", "vì sao"},
    {"heading", "owner", "scored by", "nơi chấm"},
    {"heading", "maximum", "max", "tối đa"},
    {"heading", "points", "points", "điểm"},
    {"heading", "lost", "lost", "mất"},
    {"heading", "criterion", "criterion", "tiêu chí"},
    {"heading", "at_least", "% at least", "% ít nhất"},
    {"heading", "at_most", "% at most", "% nhiều nhất"},
    {"heading", "change_month", "± month", "± tháng trước"},
    {"heading", "change_year", "± year", "± năm trước"},
    {"heading", "rules", "rules", "quy tắc"},
    {"heading", "part", "of", "thuộc"},
    {"heading", "condition", "condition", "điều kiện"},
    {"heading", "say", "in words", "nội dung"},
    {"heading", "source", "from", "nguồn"},
    {"heading", "held", "held", "kết quả"},
    {"level", "state", "state", "trung ương"},
    {"level", "province", "province", "tỉnh"},
    {"level", "district", "district", "huyện"},
    {"level", "commune", "commune", "xã"},
    {"level", "agency", "agency", "cơ quan"},
    {"silence", "silent-agency", "agency without an entry", "cơ quan chưa cập nhật"},
    {"silence", "silent-task", "task without an entry", "nhiệm vụ chưa cập nhật"},
    {"silence", "no-evidence", "done without evidence", "báo hoàn thành, chưa có minh chứng"},
    {"met", "yes", "yes", "đạt"},
    {"met", "no", "no", "chưa đạt"},
    {"met", "not-enough-data", "not enough data", "chưa đủ số liệu"},
    {"rating", "graded", "graded", "có xếp loại"},
    {"rating", "undetermined", "undetermined: the rules give no grade",
     "không xác định: quy định không cho mức nào"},
    {"rating", "not-enough-data", "not enough data", "chưa đủ số liệu"},
    {"rating", "met", "all met", "đạt đủ"},
    {"rating", "not-met", "not met", "chưa đạt"},
    {"rating", "not-in-scope", "not in scope", "không thuộc đối tượng"},
    {"held", "yes", "yes", "đúng"},
    {"held", "no", "no", "không đúng"},
    {"held", "unknown", "unknown", "thiếu số liệu"},
    {"held", "not-applicable", "not applicable", "không áp dụng"},
    {"held", "dropped", "left out by the policy", "bỏ theo cách áp dụng"},
    {"criterion", "yes", "met", "đạt"},
    {"criterion", "no", "not met", "không đạt"},
    {"criterion", "unknown", "unknown", "thiếu số liệu"},
    {"criterion", "not-applicable", "not applicable", "không áp dụng"},
    {"source", "sheet", "sheet", "bảng nhập"},
    {"source", "log", "log", "nhật ký"},
    {"source", "plan", "plan and log", "kế hoạch, nhật ký"},
    {"cell", "no", "no", "số thứ tự"},
    {"cell", "area", "area", "mục"},
    {"cell", "target", "target", "mục tiêu"},
    {"cell", "text", "text", "nội dung"},
    {"cell", "product", "product", "sản phẩm"},
    {"cell", "lead", "lead", "cơ quan chủ trì"},
    {"cell", "with", "with", "cơ quan phối hợp"},
    {"cell", "start", "start", "thời gian bắt đầu"},
    {"cell", "due", "due", "thời hạn"},
    {"cell", "note", "note", "ghi chú"},
    {"field", "institutions", "institutions", "thể chế"},
    {"field", "procedures", "procedures", "thủ tục hành chính"},
    {"field", "organisation", "organisation", "tổ chức bộ máy"},
    {"field", "civil-service", "civil service", "chế độ công vụ"},
    {"field", "public-finance", "public finance", "tài chính công"},
    {"field", "digital-government", "digital government", "chính quyền điện tử, chính quyền số"},
    {"field", "steering", "steering", "chỉ đạo, điều hành"},
};

enum { WORDS = sizeof words / sizeof *words };

static enum language chosen = LANGUAGE_VI;

void words_speak(enum language language)
{
	chosen = language;
}

enum language words_language(void)
{
	return chosen;
}

const char *words_pick(const char *english, const char *vietnamese)
{
	return chosen == LANGUAGE_EN ? english : vietnamese;
}

const char *words_say(const char *kind, const char *code)
{
	for (size_t i = 0; i < WORDS; i++)
		if (strcmp(words[i].kind, kind) == 0 && strcmp(words[i].code, code) == 0)
			return words_pick(words[i].english, words[i].vietnamese);
	/* A column that counts a state is headed by its word. */
	return strcmp(kind, "heading") == 0 ? words_say("status", code) : code;
}

static bool is_word(const struct word *w, const char *key,
		    char *(*fold)(struct arena *, const char *), struct arena *a)
{
	return strcmp(key, w->code) == 0 || strcmp(key, fold(a, w->english)) == 0 ||
	       strcmp(key, fold(a, w->vietnamese)) == 0;
}

static bool is_kind(const char *have, const char *kind)
{
	size_t n = strlen(kind);
	return strncmp(have, kind, n) == 0 && (!have[n] || strcmp(have + n, "~") == 0);
}

const char *words_code(const char *kind, const char *word)
{
	struct arena *a = arena_new();
	static char *(*const folds[])(struct arena *, const char *) = {text_lower, text_key,
								       text_plain};
	const char *code = NULL;
	for (size_t f = 0; f < 3 && !code; f++) {
		const char *key = folds[f](a, word);
		for (size_t i = 0; i < WORDS && !code; i++)
			if (is_kind(words[i].kind, kind) && is_word(&words[i], key, folds[f], a))
				code = words[i].code;
	}
	arena_free(a);
	return code;
}

const char *words_system(int error)
{
	static const struct {
		int error;
		const char *vietnamese;
	} known[] = {
	    {ENOENT, "không có tệp hay thư mục này"},
	    {EACCES, "không có quyền"},
	    {EROFS, "ổ đĩa chỉ cho đọc"},
	    {EFBIG, "tệp quá lớn"},
	    {EDQUOT, "hết dung lượng được cấp"},
	    {EPERM, "không được phép"},
	    {EISDIR, "đây là thư mục"},
	    {ENOTDIR, "đường dẫn đi qua một tệp"},
	    {ENOSPC, "hết chỗ trên đĩa"},
	    {EIO, "lỗi thiết bị"},
	    {EPIPE, "bên nhận đã đóng"},
	    {EBADF, "đầu ra đã đóng"},
	    {EMFILE, "mở quá nhiều tệp"},
	    {ENFILE, "mở quá nhiều tệp"},
	    {EAGAIN, "quá nhiều tiến trình"},
	    {ENOMEM, "hết bộ nhớ"},
	};
	for (size_t i = 0; chosen == LANGUAGE_VI && i < sizeof known / sizeof *known; i++)
		if (known[i].error == error)
			return known[i].vietnamese;
	return strerror(error);
}
