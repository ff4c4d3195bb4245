/* SPDX-License-Identifier: MIT
 * phrasegap: the words between the pieces that speak of time: which say nothing, which name the
 * thing that is due, which are agencies. */
#include "time/phrasecore.h"

/* Words without which the deadline would be the same. */
static const char *const glue[] = {
    "thời gian hoàn thành",
    "thời gian thực hiện",
    "thời gian triển khai",
    "thời hạn hoàn thành",
    "thời hạn thực hiện",
    "thời gian|hạn|điểm",
    "tiến độ thực? hiện?",
    "bắt đầu",
    "hoàn thành|tất",
    "kết thúc",
    "thực hiện",
    "triển khai",
    "tổ chức",
    "xong",
    "dự kiến",
    "phấn đấu",
    "cơ bản",
    "kịp thời",
    "định kỳ",
    "trong khoảng",
    "nhiệm vụ",
    "kế hoạch này",
    "nếu có",
    "đối với báo? cáo?",
    "từ ngày|khi ký|ban ban? hành?",
    "ít nhất",
    "tối thiểu",
    "vào lúc",
    "hạn chót|cuối",
    "chậm|muộn nhất là?",
    "sáng|chiều|tối|buổi",
    "năm nay|này",
    "đồng thời",
    "cụ thể",
    "như sau",
    "trong|vào|của|là|tại|và|hoặc|các|cho|từ|đến|ngay|cả|hạn|chỉ|được|phải|ở|với|lần|này|chậm|theo",
};

/* Words that say what is due, and nothing doubtful. */
static const char *const content[] = {
    "báo cáo kết? quả?", "ban hành kế? hoạch?",
    "gửi báo? cáo?",	 "trình",
    "tổng hợp",		 "sơ|tổng kết",
    "đăng ký",		 "xây dựng kế? hoạch?",
    "lấy ý kiến",	 "phê duyệt",
    "thẩm định",	 "kiểm tra",
    "công bố",		 "đánh giá",
    "rà soát",
};

static const char *const actors[] = {
    "chủ tịch",
    "phó chủ tịch",
    "ủy ban",
    "ubnd",
    "hđnd",
    "hội đồng",
    "sở",
    "bộ",
    "phòng",
    "văn phòng",
    "giám đốc",
    "thủ trưởng",
    "các sở",
    "các cơ quan",
    "cơ quan",
    "đơn vị",
    "các đơn vị",
    "thủ tướng",
    "chính phủ",
    "tỉnh ủy",
    "huyện ủy",
    "thành ủy",
    "đảng ủy",
    "thường trực",
    "lãnh đạo",
    "các bộ",
    "địa phương",
    "các địa phương",
    "người đứng đầu",
    "vp",
    "thanh tra",
    "công an",
    "cục",
    "chi cục",
    "trung tâm",
    "ban chỉ|quản|tổ|dân|tiếp",
};

bool actor_at(const struct words *w, size_t i)
{
	return words_match_any(w, i, actors, sizeof actors / sizeof *actors, NULL) > 0;
}

/* "1.", "a)", "[2]", "(1)": the number of an element or a footnote. */
static size_t enumerator_read(const struct words *w, size_t i)
{
	/* the hour that a spreadsheet puts behind a date */
	if (words_number(w, i, 1, 2) && words_mark(w, i + 1, ':') && words_number(w, i + 2, 2, 2))
		return 3 + (words_mark(w, i + 3, ':') && words_number(w, i + 4, 2, 2) ? 2 : 0);
	if (words_is_mark(w, i, "[(") && words_number(w, i + 1, 1, 2) &&
	    words_is_mark(w, i + 2, "])"))
		return 3;
	bool first = i == 0 || w->tokens[i].line_start || words_is_mark(w, i - 1, ";(");
	if (!first || words_end(w, i + 2) || w->tokens[i].cited)
		return 0;
	if (words_number(w, i, 1, 2) && words_is_mark(w, i + 1, ".)") &&
	    w->tokens[i + 2].kind == TOKEN_WORD)
		return 2;
	bool letter = w->tokens[i].kind == TOKEN_WORD && w->tokens[i].end - w->tokens[i].begin <= 2;
	return letter && words_is_mark(w, i + 1, ")") ? 2 : 0;
}

size_t gap_read(const struct words *w, size_t i, enum gap_kind *kind)
{
	size_t n = enumerator_read(w, i);
	*kind = GAP_GLUE;
	if (n)
		return n;
	if (w->tokens[i].kind == TOKEN_MARK && !w->tokens[i].cited) {
		*kind = words_is_mark(w, i, "%$#&!<=>") ? GAP_UNKNOWN : GAP_GLUE;
		return 1;
	}
	n = words_match(w, i, "giai|đợt|lần|bước|kỳ đoạn?");
	if (n && words_number(w, i + n, 1, 2) && !words_is_mark(w, i + n + 1, "/-.")) {
		*kind = GAP_CONTENT; /* "đợt 1: …" */
		return n + 1;
	}
	n = words_match_any(w, i, content, sizeof content / sizeof *content, NULL);
	if (n) {
		*kind = GAP_CONTENT;
		return n;
	}
	n = words_match_any(w, i, glue, sizeof glue / sizeof *glue, NULL);
	if (n)
		return n;
	*kind = GAP_UNKNOWN;
	return 1;
}

static enum gap_kind gap_worst(const struct words *w, size_t begin, size_t end)
{
	enum gap_kind worst = GAP_GLUE;
	while (begin < end) {
		enum gap_kind kind;
		begin += gap_read(w, begin, &kind);
		worst = kind > worst ? kind : worst;
	}
	return worst;
}

bool gap_is_soft(const struct words *w, size_t begin, size_t end)
{
	return gap_worst(w, begin, end) < GAP_UNKNOWN;
}

bool gap_is_glue(const struct words *w, size_t begin, size_t end)
{
	return gap_worst(w, begin, end) == GAP_GLUE;
}

static void label_extend(const struct words *w, struct gap *g, size_t first, size_t begin,
			 size_t end)
{
	if (g->label_begin == g->label_end) {
		g->label_begin = begin;
		if (begin > first && words_match(w, begin - 1, "các|cả"))
			g->label_begin--;
	}
	g->label_end = end;
}

/* Is token i next to the begin or end of the gap, marks and "và" aside? */
static bool at_edge(const struct words *w, size_t begin, size_t end, size_t i)
{
	size_t before = i, behind = i + 1;
	while (before > begin &&
	       (words_is_mark(w, before - 1, ",;:-/.&+") || words_match(w, before - 1, "và")))
		before--;
	while (behind < end &&
	       (words_is_mark(w, behind, ",;:-/.&+") || words_match(w, behind, "và")))
		behind++;
	return (before == begin && begin > 0) || (behind == end && !words_end(w, end));
}

/* "Quý I/2024 (báo cáo: 15/3/2024)": a bracket that names what its date is of. */
static bool bracket_names(const struct words *w, size_t begin, size_t end)
{
	return end > begin + 2 && words_mark(w, begin, '(') && words_mark(w, end - 1, ':');
}

static bool separates(const struct words *w, size_t i, size_t begin)
{
	if (words_is_mark(w, i, ";") || (w->tokens[i].line_start && i > begin))
		return true;
	return words_is_mark(w, i, ",") || words_is_mark(w, i, ".") ||
	       words_match(w, i, "và|đồng") > 0;
}

struct gap gap_measure(const struct words *w, size_t begin, size_t end)
{
	struct gap g = {.separated = begin == 0 || bracket_names(w, begin, end)};
	for (size_t i = begin; i < end;) {
		enum gap_kind kind;
		size_t n = gap_read(w, i, &kind);
		if (separates(w, i, begin) ||
		    (i == begin && !words_end(w, i) && w->tokens[i].line_start)) {
			/* a comma inside a label goes on with it */
			bool fresh = g.label_begin == g.label_end || words_is_mark(w, i, ";");
			if (fresh && begin > 0) {
				g.trailing |= g.unknown;
				g.unknown = g.content = false;
				g.label_begin = g.label_end = 0;
			}
			g.separated |= fresh;
		}
		if (kind == GAP_UNKNOWN && words_number(w, i, 1, 1000) && at_edge(w, begin, end, i))
			g.number = true;
		if (kind != GAP_GLUE)
			label_extend(w, &g, begin, i, i + n);
		g.unknown |= kind == GAP_UNKNOWN;
		g.content |= kind == GAP_CONTENT;
		i += n;
	}
	return g;
}
