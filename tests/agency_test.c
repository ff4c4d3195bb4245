/* SPDX-License-Identifier: MIT
 * agency_test: registries read and checked, names looked up in them, kinds and groups by name. */
#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "data/agency.h"
#include "form/source.h"
#include "form/yamltree.h"

static struct arena *a;

static struct registry *read_texts(const char *const *texts, struct findings *f)
{
	*f = (struct findings){.arena = a};
	struct registry *r = registry_new(a);
	for (; *texts; texts++) {
		struct node *root =
		    tree_parse(a, "a.yaml", (struct file_bytes){*texts, strlen(*texts)}, f);
		CHECK(root);
		if (root)
			registry_add(r, root, f);
	}
	registry_close(r, f);
	return r;
}

static struct registry *read_text(const char *text, struct findings *f)
{
	const char *const texts[] = {text, NULL};
	return read_texts(texts, f);
}

static const char *answer_text(struct answer answer)
{
	struct buf b = {0};
	switch (answer.kind) {
	case ANSWER_NONE:
		return "none";
	case ANSWER_AGENCY:
		return arena_format(a, "%s/%s", answer.agency->of ? answer.agency->of : "",
				    answer.agency->id);
	case ANSWER_GROUP:
		return arena_format(a, "group %s",
				    answer.group->open ? "open" : answer.group->name);
	case ANSWER_AMBIGUOUS:
		break;
	}
	for (size_t i = 0; i < answer.candidate_count; i++)
		buf_format(&b, "%s%s", i ? " or " : "", answer.candidates[i]);
	return buf_take(&b, a);
}

static const char *members_text(const struct registry *r, const char *name, const char *of, day on)
{
	struct answer answer = registry_find(r, a, name, of);
	const struct agency **list;
	struct buf b = {0};
	if (answer.kind != ANSWER_GROUP)
		return "no group";
	size_t n = registry_members(r, a, answer.group, of, on, &list);
	for (size_t i = 0; i < n; i++)
		buf_format(&b, "%s%s", i ? " " : "", list[i]->id);
	return buf_take(&b, a);
}

static const char two_provinces[] =
    "par: agencies/1\n"
    "agencies:\n"
    "  - {id: binh-phuoc, name: UBND tỉnh Bình Phước, becomes: [{id: dong-nai, from: "
    "2025-07-01}]}\n"
    "  - {id: ubnd-dong-nai, name: UBND tỉnh Đồng Nai}\n"
    "  - {id: dong-nai, name: Ủy ban nhân dân tỉnh Đồng Nai}\n"
    "  - {id: so-noi-vu, name: Sở Nội vụ, aliases: [SNV], kind: department, of: binh-phuoc}\n"
    "  - {id: so-tt-tt, name: Sở Thông tin và Truyền thông, aliases: [Sở TT&TT], kind: "
    "department,\n"
    "     of: binh-phuoc, becomes: [{id: so-kh-cn, from: 2025-03-01}]}\n"
    "  - {id: so-kh-cn, name: Sở Khoa học và Công nghệ, kind: department, of: binh-phuoc,\n"
    "     becomes: [{id: dong-nai/so-kh-cn, from: 2025-07-01}]}\n"
    "  - {id: so-nn-mt, name: Sở Nông nghiệp và Môi trường, kind: department, of: binh-phuoc,\n"
    "     from: 2025-03-01}\n"
    "  - {id: van-phong, name: Văn phòng UBND tỉnh, kind: office, of: binh-phuoc}\n"
    "  - {id: phong-cchc, name: Phòng Cải cách hành chính, kind: unit, of: so-noi-vu}\n"
    "  - {id: so-noi-vu, name: Sở Nội vụ, kind: department, of: dong-nai}\n"
    "  - {id: so-kh-cn, name: Sở Khoa học và Công nghệ, kind: department, of: dong-nai}\n"
    "  - {id: xuan-loc, name: UBND huyện Xuân Lộc, kind: district, of: dong-nai, until: "
    "2025-07-01}\n"
    "  - {id: vp-xl, name: Văn phòng HĐND và UBND huyện, kind: office, of: xuan-loc}\n"
    "  - {id: phong-noi-vu, name: Phòng Nội vụ, kind: unit, of: xuan-loc}\n"
    "  - {id: gia-ray, name: UBND thị trấn Gia Ray, kind: commune, of: xuan-loc}\n"
    "  - {id: bo-noi-vu, name: Bộ Nội vụ, kind: ministry}\n"
    "  - {id: hoa, name: Ban Hoà Bình, kind: department, of: dong-nai}\n"
    "groups:\n"
    "  - {name: \"Các sở, ban, ngành tỉnh\", aliases: [\"Các Sở, Ban, ngành\"],\n"
    "     members: {kind: [department, office], of: binh-phuoc}}\n"
    "  - {name: Tổ biên tập, members: [so-noi-vu, so-tt-tt, so-kh-cn]}\n"
    "  - {name: UBND cấp xã, members: {kind: commune, of: dong-nai}}\n"
    "open: [bên mời thầu]\n";

static void check_finding(void)
{
	static const struct {
		const char *name, *of, *want;
	} rows[] = {
	    {"Sở Nội vụ", "binh-phuoc", "binh-phuoc/so-noi-vu"},
	    {"Sở Nội vụ", "dong-nai", "dong-nai/so-noi-vu"},
	    {"Sở Nội vụ", "xuan-loc", "dong-nai/so-noi-vu"},
	    {"Sở Nội vụ", "lao-cai", "none"},
	    {"Sở Nội vụ", NULL, "binh-phuoc/so-noi-vu or dong-nai/so-noi-vu"},
	    {"  SỞ  NỘI VỤ ", "binh-phuoc", "binh-phuoc/so-noi-vu"},
	    {"so noi vu", "binh-phuoc", "binh-phuoc/so-noi-vu"},
	    {"snv", "binh-phuoc", "binh-phuoc/so-noi-vu"},
	    {"so-noi-vu", "dong-nai", "dong-nai/so-noi-vu"},
	    {"binh-phuoc/so-noi-vu", "dong-nai", "binh-phuoc/so-noi-vu"},
	    {"lao-cai/so-noi-vu", "dong-nai", "none"},
	    {"Sở TT & TT", "binh-phuoc", "binh-phuoc/so-tt-tt"},
	    {"Ban Hòa Bình", "dong-nai", "dong-nai/hoa"},
	    {"Phòng Cải cách hành chính", "binh-phuoc", "so-noi-vu/phong-cchc"},
	    {"Phòng Nội vụ", "dong-nai", "xuan-loc/phong-noi-vu"},
	    {"Bộ Nội vụ", "lao-cai", "/bo-noi-vu"},
	    {"Bộ Nội vụ", "xuan-loc", "/bo-noi-vu"},
	    {"UBND huyện Xuân Lộc", "xuan-loc", "dong-nai/xuan-loc"},
	    {"các sở, ban ngành tỉnh", "binh-phuoc", "group Các sở, ban, ngành tỉnh"},
	    {"Các Sở, Ban, ngành", "tuyen-quang", "group các sở, ban, ngành tỉnh"},
	    {"các đơn vị liên quan", "binh-phuoc", "group open"},
	    {"Bên mời thầu", "binh-phuoc", "group open"},
	    {"UBND các huyện, thị xã", "binh-phuoc", "group UBND cấp huyện"},
	    {"Tổ biên tập", "binh-phuoc", "group Tổ biên tập"},
	    {"Sở Không Có", "binh-phuoc", "none"},
	    {"", "binh-phuoc", "none"},
	    {"/", NULL, "none"},
	};
	struct findings f;
	struct registry *r = read_text(two_provinces, &f);
	findings_print(&f, stderr);
	CHECK(f.count == 0);
	CHECK(!registry_is_empty(r));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_FOR(rows[i].name, answer_text(registry_find(r, a, rows[i].name, rows[i].of)),
			  rows[i].want);
}

static void check_time(void)
{
	struct findings f;
	struct registry *r = read_text(two_provinces, &f);
	const struct agency *tt = registry_find(r, a, "so-tt-tt", "binh-phuoc").agency;
	day before = day_of(2025, 2, 28), on = day_of(2025, 3, 1), later = day_of(2025, 7, 1);
	CHECK(agency_today(tt, before) == tt);
	CHECK_TEXT(agency_today(tt, on)->id, "so-kh-cn");
	CHECK_TEXT(agency_today(tt, on)->of, "binh-phuoc");
	CHECK_TEXT(agency_today(tt, later)->of, "dong-nai");
	CHECK(agency_today(tt, DAY_NONE) == tt);
	CHECK_TEXT(members_text(r, "Các sở, ban, ngành tỉnh", "binh-phuoc", before),
		   "so-kh-cn so-noi-vu so-tt-tt van-phong");
	CHECK_TEXT(members_text(r, "Các sở, ban, ngành tỉnh", "binh-phuoc", on),
		   "so-kh-cn so-nn-mt so-noi-vu van-phong");
	CHECK_TEXT(members_text(r, "Tổ biên tập", "binh-phuoc", before),
		   "so-kh-cn so-noi-vu so-tt-tt");
	CHECK_TEXT(members_text(r, "Tổ biên tập", "binh-phuoc", on), "so-kh-cn so-noi-vu");
	CHECK_TEXT(members_text(r, "Tổ biên tập", "dong-nai", on), "so-kh-cn so-noi-vu");
	CHECK_TEXT(members_text(r, "UBND cấp xã", "dong-nai", on), "gia-ray");
	CHECK_TEXT(members_text(r, "UBND cấp huyện", "binh-phuoc", on), "");
	CHECK_TEXT(members_text(r, "các cơ quan liên quan", "binh-phuoc", on), "");
}

/* Three provinces, one merged; a state's plan; groups by kind, by ids, mixed; two levels since 2025. */
static const char three_provinces[] =
    "par: agencies/1\n"
    "agencies:\n"
    "  - {id: song-thao, name: UBND tỉnh Sông Thao}\n"
    "  - {id: nui-ba, name: UBND tỉnh Núi Bà, becomes: {id: song-thao, from: 2025-07-01}}\n"
    "  - {id: a-duong, name: UBND tỉnh Á Dương}\n"
    "  - {id: so-noi-vu, name: Sở Nội vụ, aliases: [SNV], of: song-thao}\n"
    "  - {id: so-noi-vu, name: Sở Nội vụ, aliases: [SNV], of: nui-ba,\n"
    "     becomes: {id: song-thao/so-noi-vu, from: 2025-07-01}}\n"
    "  - {id: so-noi-vu, name: Sở Nội vụ, of: a-duong}\n"
    "  - {id: so-y-te, name: Sở Y tế, of: song-thao}\n"
    "  - {id: so-ld, name: Sở Lao động, of: song-thao,\n"
    "     becomes: [{id: so-noi-vu, from: 2025-03-01}, {id: so-y-te, from: 2025-03-01}]}\n"
    "  - {id: huyen-x, name: UBND huyện X, of: song-thao}\n"
    "  - {id: huyen-y, name: UBND huyện Y, of: song-thao}\n"
    "  - {id: phong-noi-vu, name: Phòng Nội vụ, of: huyen-x}\n"
    "  - {id: phong-noi-vu, name: Phòng Nội vụ, of: huyen-y}\n"
    "  - {id: xa-m, name: UBND xã M, of: huyen-x}\n"
    "  - {id: xa-k, name: UBND xã K, of: huyen-y}\n"
    "  - {id: xa-n, name: UBND xã N, of: song-thao, from: 2025-07-01}\n"
    "  - {id: mat-tran, name: Uỷ ban MTTQ tỉnh, of: song-thao}\n"
    "  - {id: bo-y-te, name: Bộ Y tế}\n"
    "groups:\n"
    "  - {name: \"Các sở, ban, ngành\", members: {kind: department, of: song-thao}}\n"
    "  - {name: UBND cấp xã, members: {kind: commune, of: song-thao}}\n"
    "  - {name: UBND các tỉnh, members: [song-thao, nui-ba, a-duong]}\n"
    "  - {name: Các bộ, members: {kind: ministry}}\n"
    "  - {name: Tổ đề án, members: [song-thao/so-y-te, bo-y-te, so-noi-vu]}\n";

static void check_three_provinces(void)
{
	static const struct {
		const char *name, *of, *want;
	} rows[] = {
	    {"Sở Nội vụ", "song-thao", "song-thao/so-noi-vu"},
	    {"SNV", "nui-ba", "nui-ba/so-noi-vu"},
	    {"SNV", "a-duong", "none"},
	    {"Sở Nội vụ", "xa-n", "song-thao/so-noi-vu"},
	    {"Sở Nội vụ", "xa-m", "song-thao/so-noi-vu"},
	    {"Sở Nội vụ", NULL, "a-duong/so-noi-vu or nui-ba/so-noi-vu or song-thao/so-noi-vu"},
	    {"Phòng Nội vụ", "huyen-x", "huyen-x/phong-noi-vu"},
	    {"Phòng Nội vụ", "song-thao", "huyen-x/phong-noi-vu or huyen-y/phong-noi-vu"},
	    {"Bộ Y tế", "chinh-phu", "/bo-y-te"},
	    {"Ủy ban MTTQ tỉnh", "song-thao", "song-thao/mat-tran"},
	    {"UBND tỉnh", "song-thao", "/song-thao"},
	    {"Ủy ban nhân dân tỉnh", "xa-m", "/song-thao"},
	    {"UBND tỉnh", "chinh-phu", "none"},
	    {"UBND huyện", "huyen-x", "song-thao/huyen-x"},
	    {"UBND huyện", "xa-m", "song-thao/huyen-x"},
	    {"UBND huyện", "song-thao", "none"},
	    {"Các sở, ban, ngành tỉnh", "song-thao", "group Các sở, ban, ngành"},
	    {"tất cả các Sở, ban ngành", "song-thao", "group Các sở, ban, ngành"},
	    {"Các sở, ban, ngành tỉnh", "nui-ba", "group các sở, ban, ngành tỉnh"},
	    {"các Sở, ban ngành, đoàn thể", "song-thao", "group các sở, ban, ngành, đoàn thể"},
	    {"Các sở, ban, ngành có liên quan", "song-thao", "group open"},
	    {"UBND các xã, phường, đặc khu", "song-thao", "group UBND cấp xã"},
	    {"UBND các xã", "song-thao", "group UBND cấp xã"},
	};
	struct findings f;
	struct registry *r = read_text(three_provinces, &f);
	day before = day_of(2025, 2, 1), on = day_of(2025, 7, 1);
	CHECK(f.count == 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_FOR(rows[i].name, answer_text(registry_find(r, a, rows[i].name, rows[i].of)),
			  rows[i].want);
	CHECK(!registry_find(r, a, "UBND các xã, phường", "song-thao").group->built_in);
	CHECK(registry_find(r, a, "UBND các xã", "song-thao").group->built_in);
	CHECK_TEXT(members_text(r, "Các sở, ban, ngành tỉnh", "song-thao", before),
		   "so-ld so-noi-vu so-y-te");
	CHECK_TEXT(members_text(r, "Các sở, ban, ngành tỉnh", "song-thao", on),
		   "so-noi-vu so-y-te");
	CHECK_TEXT(members_text(r, "UBND cấp xã", "song-thao", before), "xa-k xa-m");
	CHECK_TEXT(members_text(r, "UBND cấp xã", "song-thao", on), "xa-k xa-m xa-n");
	CHECK_TEXT(members_text(r, "UBND cấp xã", "huyen-x", on), "xa-m");
	CHECK_TEXT(members_text(r, "UBND các tỉnh", "chinh-phu", before),
		   "a-duong nui-ba song-thao");
	CHECK_TEXT(members_text(r, "UBND các tỉnh", "chinh-phu", on), "a-duong song-thao");
	CHECK_TEXT(members_text(r, "Các bộ", "chinh-phu", on), "bo-y-te");
	CHECK_TEXT(members_text(r, "Tổ đề án", "nui-ba", before), "bo-y-te so-noi-vu so-y-te");
	CHECK_TEXT(members_text(r, "Tổ đề án", "xa-n", on), "bo-y-te so-noi-vu so-y-te");
}

static void check_known_places(void)
{
	struct findings f;
	struct registry *r = read_text(three_provinces, &f);
	CHECK(registry_knows_place(r, "song-thao") && registry_knows_place(r, "huyen-x"));
	CHECK(registry_knows_place(r, "bo-y-te") && registry_knows_place(r, "chinh-phu"));
	CHECK(registry_knows_place(r, NULL) && !registry_knows_place(r, "lao-cai"));
	CHECK(!registry_knows_place(registry_new(a), NULL));
}

static const char *finding_text(const struct findings *f)
{
	struct buf b = {0};
	for (size_t i = 0; i < f->count; i++)
		buf_format(&b, "%s%u:%u %s %s", i ? "; " : "", f->items[i].at.line,
			   f->items[i].at.column,
			   (const char *const[]){"note", "warning", "error"}[f->items[i].severity],
			   code_info(f->items[i].code)->name);
	return buf_take(&b, a);
}

static void check_faults(void)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
	    {"par: agencies/1\nagencies: []\n", ""},
	    {"par: agencies/1\nagency: []\n", "2:1 warning unknown-key"},
	    {"par: agencies/1\nagencies: none\n", "2:11 error wrong-shape"},
	    {"par: agencies/1\nagencies: [x]\n", "2:12 error wrong-shape"},
	    {"par: agencies/1\nagencies:\n  - {name: Sở A}\n", "3:5 error missing-key"},
	    {"par: agencies/1\nagencies:\n  - {id: a}\n", "3:5 error missing-key"},
	    {"par: agencies/1\nagencies:\n  - {id: Sở A, name: Sở A}\n", "3:10 error bad-value"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, kin: office}\n",
	     "3:22 warning unknown-key"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, kind: offices}\n",
	     "3:28 error bad-value"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A}\n  - {id: a, name: B}\n",
	     "4:10 error duplicate-id"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, of: x}\n  - {id: a, name: B, of: "
	     "y}\n",
	     ""},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, of: x}\n  - {id: b, name: a, of: "
	     "x}\n",
	     "4:5 error alias-clash"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, aliases: [Q]}\n"
	     "  - {id: b, name: B, aliases: [Q]}\n",
	     "4:5 error alias-clash"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, aliases: [A, a]}\n", ""},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, becomes: [{id: b, from: "
	     "2025-03-01}]}\n",
	     "3:32 error agency-unknown"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, becomes: [{id: b, from: "
	     "2025-02-30}]}\n",
	     "3:46 error date-invalid"},
	    {"par: agencies/1\nagencies:\n  - {id: a, name: A, becomes: [{id: b}]}\n",
	     "3:32 error missing-key"},
	    {"par: agencies/1\nagencies:\n"
	     "  - {id: a, name: A, becomes: [{id: b, from: 2025-03-01}]}\n"
	     "  - {id: b, name: B, becomes: [{id: a, from: 2025-03-01}]}\n",
	     "3:5 error bad-value; 4:5 error bad-value"},
	    {"par: agencies/1\ngroups:\n  - {name: Các sở}\n", "3:5 warning group-empty"},
	    {"par: agencies/1\ngroups:\n  - {name: Các sở, members: {kind: department, of: x}}\n",
	     "3:5 warning group-empty"},
	    {"par: agencies/1\ngroups:\n  - {name: Nhóm, members: [a]}\n",
	     "3:5 error agency-unknown; 3:5 warning group-empty"},
	    {"par: agencies/1\ngroups:\n  - {name: Nhóm, members: {kind: offices}}\n",
	     "3:34 error bad-value; 3:5 warning group-empty"},
	    {"par: agencies/1\ngroups:\n  - {members: [a]}\n", "3:5 error missing-key"},
	    {"par: agencies/1\nopen: {a: b}\n", "2:7 error wrong-shape"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct findings f;
		read_text(rows[i].text, &f);
		CHECK_FOR(rows[i].text, finding_text(&f), rows[i].want);
	}
}

static void check_kinds(void)
{
	static const struct {
		const char *name, *kind;
	} rows[] = {
	    {"Sở Nội vụ", "department"},
	    {"so noi vu", "department"},
	    {"Sở Nội vụ tỉnh Bình Phước", "department"},
	    {"Ban Quản lý Khu kinh tế", "department"},
	    {"Ban Dân tộc", "department"},
	    {"Ban Quản lý dự án đầu tư xây dựng", "public-unit"},
	    {"Ban Tổ chức Tỉnh ủy", "party"},
	    {"Ban Tuyên giáo Tỉnh ủy", "party"},
	    {"Thanh tra tỉnh", "department"},
	    {"Thanh tra huyện", "unit"},
	    {"Thanh tra Sở Nội vụ", "unit"},
	    {"Thanh tra Chính phủ", "ministry"},
	    {"Văn phòng UBND tỉnh", "office"},
	    {"VP UBND tỉnh", "office"},
	    {"van phong ubnd tinh", "office"},
	    {"Văn phòng HĐND và UBND huyện", "unit"},
	    {"Văn phòng Sở Nội vụ", "unit"},
	    {"Văn phòng Tỉnh ủy", "party"},
	    {"UBND huyện Bù Đăng", "district"},
	    {"UBND thành phố Đồng Xoài", "district"},
	    {"UBND thành phố Hà Nội", "unknown"},
	    {"UBND tỉnh Bình Phước", "unknown"},
	    {"UBND xã Xuân Phú", "commune"},
	    {"Ủy ban nhân dân phường Tân Phú", "commune"},
	    {"Phòng Nội vụ", "unit"},
	    {"phong noi vu", "unit"},
	    {"Bộ Nội vụ", "ministry"},
	    {"Bộ Chỉ huy quân sự tỉnh", "vertical"},
	    {"Công an tỉnh", "vertical"},
	    {"Kho bạc Nhà nước Bình Phước", "vertical"},
	    {"Trường Chính trị tỉnh", "public-unit"},
	    {"Trung tâm Phục vụ hành chính công", "public-unit"},
	    {"Báo Bình Phước", "media"},
	    {"Bưu điện tỉnh", "enterprise"},
	    {"Hội Nông dân tỉnh", "party"},
	    {"Chủ tịch UBND xã", "unknown"},
	    {"Báo cáo", "unknown"},
	    {"", "unknown"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_FOR(rows[i].name, agency_kind_word(agency_kind_of_name(rows[i].name)),
			  rows[i].kind);
}

static void check_binding(void)
{
	static const struct {
		const char *group, *yes, *no; /* names parted by | */
	} rows[] = {
	    {"Các sở, ban, ngành tỉnh",
	     "Sở Nội vụ|so noi vu|Ban Dân tộc|Thanh tra tỉnh|Văn phòng UBND tỉnh|Ban Quản lý Khu "
	     "kinh tế",
	     "Phòng Nội vụ|UBND huyện Bù Đăng|UBND xã A|Bộ Nội vụ|Công an tỉnh|Ban Tổ chức Tỉnh ủy|"
	     "Văn phòng HĐND và UBND huyện|UBND tỉnh Bình Phước"},
	    {"các sở ban. ngành", "Sở Nội vụ", "Phòng Nội vụ"},
	    {"Các cơ quan chuyên môn thuộc UBND tỉnh",
	     "Sở Nội vụ|Thanh tra tỉnh|Văn phòng UBND tỉnh",
	     "Ban Quản lý Khu kinh tế|Phòng Nội vụ"},
	    {"Các cơ quan chuyên môn thuộc UBND huyện", "Phòng Nội vụ", "Sở Nội vụ"},
	    {"Các phòng, ban, ngành huyện", "Phòng Nội vụ|Thanh tra huyện", "Sở Nội vụ"},
	    {"UBND cấp huyện", "UBND huyện Bù Đăng|ubnd huyen bu dang|UBND thị xã Bình Long",
	     "Sở Nội vụ|UBND xã A|UBND tỉnh Bình Phước|Phòng Nội vụ"},
	    {"UBND huyện/ thành phố", "UBND huyện Na Hang", "UBND xã A"},
	    {"các huyện, thị xã, thành phố", "UBND thành phố Đồng Xoài", "Sở Nội vụ"},
	    {"UBND các xã, phường, thị trấn", "UBND xã A", "UBND huyện Bù Đăng"},
	    {"UBND cấp huyện, cấp xã", "UBND xã A|UBND huyện Bù Đăng", "Sở Nội vụ"},
	    {"UBND các cấp", "UBND xã A|UBND huyện Bù Đăng", "Sở Nội vụ"},
	    {"Các bộ, ngành, địa phương", "Bộ Nội vụ|UBND tỉnh Bình Phước|UBND thành phố Hà Nội",
	     "Sở Nội vụ"},
	    {"Bộ, ngành", "Bộ Nội vụ", "Sở Nội vụ|UBND tỉnh Bình Phước"},
	    {"Các cơ quan, đơn vị", "Phòng Nội vụ|Sở Nội vụ", "UBND xã A|UBND huyện Bù Đăng"},
	    {"Các cơ quan, đơn vị, địa phương", "Phòng Nội vụ|UBND xã A|UBND huyện Bù Đăng",
	     "Bộ Nội vụ"},
	    {"Trường học", "Trường THCS Xuân Phú", "Sở Nội vụ"},
	    {"các cơ quan, đơn vị có liên quan", "", "Sở Nội vụ|Phòng Nội vụ"},
	    {"các đơn vị liên quan", "", "Sở Nội vụ"},
	    {"Các sở, ban, ngành có liên quan", "", "Sở Nội vụ"},
	    {"các cơ quan, đơn vị, địa phương có liên quan", "", "Sở Nội vụ|UBND xã A"},
	    {"Các tổ chức, cá nhân có liên quan", "", "Sở Nội vụ"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct group *g = group_built_in(rows[i].group);
		if (!g)
			fprintf(stderr, "no group: %s\n", rows[i].group);
		CHECK(g);
		for (int want = 0; g && want < 2; want++) {
			const char *s = want ? rows[i].yes : rows[i].no;
			for (size_t n; *s; s += n + (s[n] == '|')) {
				n = strcspn(s, "|");
				const char *name = arena_copy(a, s, n);
				if (group_binds(g, NULL, name) != want)
					fprintf(stderr, "%s / %s\n", rows[i].group, name);
				CHECK(group_binds(g, NULL, name) == want);
			}
		}
	}
	static const char *const none[] = {"Sở Nội vụ",
					   "UBND tỉnh",
					   "UBND huyện Bù Đăng",
					   "",
					   "Cơ quan được giao chủ trì soạn thảo",
					   "Báo cáo",
					   "Các sở, ban, ngành tỉnh; UBND cấp huyện"};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		CHECK(!group_built_in(none[i]));
}

static void check_registry_binding(void)
{
	struct findings f;
	struct registry *r = read_text(two_provinces, &f);
	const struct group *sbn =
	    registry_find(r, a, "Các sở, ban, ngành tỉnh", "binh-phuoc").group;
	const struct group *built =
	    registry_find(r, a, "Các sở, ban, ngành tỉnh", "dong-nai").group;
	const struct agency *bp = registry_find(r, a, "Sở Nội vụ", "binh-phuoc").agency;
	const struct agency *dn = registry_find(r, a, "Sở Nội vụ", "dong-nai").agency;
	const struct agency *vp = registry_find(r, a, "vp-xl", "xuan-loc").agency;
	CHECK(group_binds(sbn, bp, bp->name) && !group_binds(sbn, dn, dn->name));
	CHECK(group_binds(built, dn, dn->name) && !group_binds(built, vp, vp->name));
	CHECK(group_binds(sbn, NULL, "so noi vu"));
}

static void check_places(void)
{
	static const struct {
		const char *issuer, *place;
	} rows[] = {
	    {"UBND tỉnh Bình Phước", "binh-phuoc"},
	    {"Ủy ban nhân dân huyện Xuân Lộc", "xuan-loc"},
	    {"ỦY BAN NHÂN DÂN TỈNH TUYÊN QUANG", "tuyen-quang"},
	    {"UBND huyện Xuân Lộc, tỉnh Đồng Nai", "xuan-loc"},
	    {"UBND tỉnh Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"},
	    {"UBND TP. Hồ Chí Minh", "ho-chi-minh"},
	    {"UBND thành phố Hà Nội", "ha-noi"},
	    {"UBND quận 1", "quan-1"},
	    {"Chủ tịch UBND tỉnh Đồng Nai", "dong-nai"},
	    {"Bộ Nội vụ", "bo-noi-vu"},
	    {"Sở Nội vụ tỉnh Bình Phước", "so-noi-vu-binh-phuoc"},
	    {"Thủ tướng Chính phủ", "thu-tuong-chinh-phu"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_FOR(rows[i].issuer, agency_place(a, rows[i].issuer), rows[i].place);
	CHECK(!agency_place(a, NULL) && !agency_place(a, "") && !agency_place(a, "UBND tỉnh"));
}

static void check_shipped(void)
{
	static const struct {
		const char *name, *of, *want;
	} rows[] = {
	    {"Đài Phát thanh, Truyền hình tỉnh và Báo Bình Phước", "binh-phuoc",
	     "binh-phuoc/dai-bao"},
	    {"Trường chính trị tỉnh", "binh-phuoc", "binh-phuoc/truong-chinh-tri"},
	    {"Sở Thông tin và Truyền Thông", "tuyen-quang", "tuyen-quang/so-tt-tt"},
	    {"Phòng Tư Pháp", "xuan-loc", "xuan-loc/phong-tu-phap"},
	    {"Sở Nội vụ", "xuan-loc", "dong-nai/so-noi-vu"},
	    {"UBND huyện/ thành phố", "tuyen-quang", "group UBND huyện, thành phố"},
	    {"UBND cấp huyện", "tuyen-quang", "group UBND huyện, thành phố"},
	    {"UBND thành phố Tuyên Quang", "tuyen-quang", "tuyen-quang/thanh-pho-tuyen-quang"},
	    {"Các sở, ban, ngành tỉnh", "binh-phuoc", "group các sở, ban, ngành tỉnh"},
	};
	struct findings f = {.arena = a};
	struct file_bytes text;
	const char *name = "plans/agencies.yaml";
	if (!source_read(a, name, &f, &text, NULL)) {
		printf("# skipped: %s is not here\n", name);
		return;
	}
	struct registry *r = registry_new(a);
	struct node *root = tree_parse(a, name, text, &f);
	if (root)
		registry_add(r, root, &f);
	registry_close(r, &f);
	findings_print(&f, stderr);
	CHECK(root && f.count == 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_FOR(rows[i].name, answer_text(registry_find(r, a, rows[i].name, rows[i].of)),
			  rows[i].want);
	CHECK_TEXT(members_text(r, "UBND cấp huyện", "tuyen-quang", day_of(2022, 12, 31)),
		   "chiem-hoa ham-yen lam-binh na-hang son-duong thanh-pho-tuyen-quang yen-son");
	CHECK_TEXT(members_text(r, "UBND cấp huyện", "tuyen-quang", day_of(2025, 12, 31)), "");
	const struct agency *tt = registry_find(r, a, "Sở TT&TT", "binh-phuoc").agency;
	CHECK_TEXT(agency_today(tt, day_of(2025, 12, 31))->of, "dong-nai");
	CHECK_TEXT(agency_today(tt, day_of(2025, 12, 31))->name, "Sở Khoa học và Công nghệ");
}

int main(void)
{
	static const struct {
		const char *says;
		void (*check)(void);
	} tests[] = {
	    {"a name is found under its place, then above it, by ever looser keys", check_finding},
	    {"agencies become others, groups have the members of the day", check_time},
	    {"the same names in several provinces, and groups of every make",
	     check_three_provinces},
	    {"a registry knows the places it has agencies of", check_known_places},
	    {"what is wrong in a registry is found with its place", check_faults},
	    {"a name alone says what an agency is", check_kinds},
	    {"group terms of the field bind agencies by name", check_binding},
	    {"a registry's groups bind the agencies of their place", check_registry_binding},
	    {"an issuer's name gives the id of its place", check_places},
	    {"the shipped registry is sound and knows the agencies of the plans", check_shipped},
	};
	for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
		a = arena_new();
		check_begin(tests[i].says);
		tests[i].check();
		arena_free(a);
	}
	return check_end();
}
