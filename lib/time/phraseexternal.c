/* SPDX-License-Identifier: MIT
 * phraseexternal: deadlines that lie elsewhere: theo quy định, theo lộ trình …, đúng tiến độ. What is
 * quoted is never looked into for dates. */
#include "time/phrasecore.h"

/* What a deadline may follow. "theo dõi" is a verb, hence a list. */
static const char *const followed[] = {
    "theo đúng? quy định|chế|trình",
    "theo đúng? lộ trình",
    "theo đúng? các? kế hoạch",
    "theo đúng? tiến độ",
    "theo đúng? yêu cầu",
    "theo đúng? thời|kỳ hạn|gian|điểm",
    "theo các? chương trình",
    "theo sự? ý? chỉ|phân đạo|công",
    "theo văn? bản? hướng dẫn",
    "theo quyết|nghị định|quyết",
    "theo thông|công tư|văn|báo|điện",
    "theo chỉ|kết thị|luận",
    "theo văn bản",
    "theo đề nghị|án|xuất|cương",
    "theo tình hình",
    "theo thực tế|tiễn",
    "theo từng",
    "theo lịch",
    "theo nội dung",
    "theo dự án|toán",
    "theo luật|bộ",
    "theo nhiệm vụ",
    "theo phụ lục",
    "theo mục|đợt|giai|thẩm đoạn|quyền?",
    "theo phê duyệt",
    "theo nq|nđ|qđ|tt|cv|kh|ct|tb|kl|đa|ctr",
    "theo phát|nhu sinh|cầu",
    "theo phân công|cấp",
    "đúng thời|kỳ hạn|gian",
    "đúng quy|lộ|kế định|trình|hoạch",
    "đúng tiến độ",
    "đảm|bảo bảo|đảm đúng? thời|tiến gian|hạn|độ",
    "không|chưa xác|quy định thời? hạn|gian?",
    "không thời|kỳ hạn",
    "theo kỳ|mốc",
    "đến khi",
    "tùy theo?",
    "phụ thuộc vào?",
    "căn cứ",
};

/* "Định kỳ" and nothing behind it that says when. */
static size_t bare_rhythm(const struct words *w, size_t i)
{
	size_t n = words_match(w, i, "theo? định kỳ");
	size_t ruled = n ? words_match(w, i + n, "theo? quy định") : 0;
	n += ruled;
	bool end = words_end(w, i + n) || words_is_mark(w, i + n, ",;.)") ||
		   words_match(w, i + n, "và|hoặc|theo");
	return n && (ruled || end) ? n : 0;
}

static bool clause_begins(const struct words *w, size_t i)
{
	while (i > 0) {
		enum gap_kind kind;
		if (words_is_mark(w, i - 1, ",;:.-+(") || w->tokens[i].line_start)
			return true;
		gap_read(w, i - 1, &kind);
		if (kind == GAP_UNKNOWN)
			return false;
		i--;
	}
	return true;
}

size_t external_read(const struct words *w, size_t i, const struct phrase_context *context,
		     struct core *core)
{
	size_t n = words_match_any(w, i, followed, sizeof followed / sizeof *followed, NULL);
	if (!n)
		n = bare_rhythm(w, i);
	if (!n)
		return 0;
	bool attached = i > 0 && (!clause_begins(w, i) || words_mark(w, i - 1, '('));
	size_t end = words_stop(w, i + n, context, true);
	if (end < i + n)
		end = i + n;
	*core = (struct core){.kind = CORE_EXTERNAL, .begin = i, .end = end};
	core->introduced = attached;
	core_add(w, core, (struct part){.kind = PART_EXTERNAL, .words = words_said(w, i, end)});
	return end - i;
}
