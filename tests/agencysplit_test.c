/* SPDX-License-Identifier: MIT
 * agencysplit_test: cells of agencies parted into names, and cells told from other texts. */
#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "data/agency.h"
#include "data/agency_private.h"
#include "form/yamltree.h"

struct row {
	const char *cell, *names, *doubts;
};

/* Names joined with " | ", a role in brackets; doubts by their codes. */
static const struct row plain_rows[] = {
    {"Sở Nội vụ", "Sở Nội vụ", ""},
    {"", "", ""},
    {" ; , - ", "", ""},
    {"Các sở, ban, ngành tỉnh; UBND cấp huyện", "Các sở, ban, ngành tỉnh | UBND cấp huyện", ""},
    {"Sở Y tế và các sở, ban, ngành tỉnh; UBND cấp huyện",
     "Sở Y tế | các sở, ban, ngành tỉnh | UBND cấp huyện", ""},
    {"Sở Kế hoạch và Đầu tư, Cục Thuế và các đơn vị liên quan",
     "Sở Kế hoạch và Đầu tư | Cục Thuế | các đơn vị liên quan", ""},
    {"Văn phòng UBND tỉnh, các Sở: Tài chính, Thông tin và Truyền thông, Khoa học và Công nghệ và "
     "các cơ quan, đơn vị có liên quan",
     "Văn phòng UBND tỉnh | Sở Tài chính | Sở Thông tin và Truyền thông | Sở Khoa học và Công nghệ "
     "| các cơ quan, đơn vị có liên quan",
     ""},
    {"các Sở Tài chính, Tư pháp và Nội vụ", "Sở Tài chính | Sở Tư pháp | Sở Nội vụ", ""},
    {"các Sở: Tài chính; Tư pháp; UBND cấp xã", "Sở Tài chính | Sở Tư pháp | UBND cấp xã", ""},
    {"Các Bộ: Công an, Quốc phòng", "Bộ Công an | Bộ Quốc phòng", ""},
    {"Các Cục: Báo chí; Xuất bản, In và Phát hành", "Cục Báo chí | Cục Xuất bản, In và Phát hành",
     ""},
    {"các Sở: Văn hóa và Thể thao, Du lịch", "Sở Văn hóa và Thể thao | Sở Du lịch", ""},
    {"UBND các huyện: Bù Đăng, Lộc Ninh", "UBND huyện Bù Đăng | UBND huyện Lộc Ninh", ""},
    {"Sở Tài chính, Tư pháp", "Sở Tài chính | Sở Tư pháp", "agency-typo"},
    {"UBND huyện Xuân Lộc, huyện Long Thành", "UBND huyện Xuân Lộc | UBND huyện Long Thành",
     "agency-typo"},
    {"UBND huyện Xuân Lộc, tỉnh Đồng Nai", "UBND huyện Xuân Lộc, tỉnh Đồng Nai", ""},
    {"UBND tỉnh Bà Rịa - Vũng Tàu", "UBND tỉnh Bà Rịa - Vũng Tàu", ""},
    {"UBND TP. Hồ Chí Minh; UBND TX. Bình Long", "UBND TP. Hồ Chí Minh | UBND TX. Bình Long", ""},
    {"Đài Phát thanh - Truyền hình và Báo Bình Phước",
     "Đài Phát thanh - Truyền hình và Báo Bình Phước", ""},
    {"Sở Nội vụ, Đài Phát thanh và Truyền hình và Báo Bình Phước",
     "Sở Nội vụ | Đài Phát thanh và Truyền hình và Báo Bình Phước", ""},
    {"Đài Phát thanh - Truyền hình tỉnh và Báo Lào Cai",
     "Đài Phát thanh - Truyền hình tỉnh | Báo Lào Cai", "group-ambiguous"},
    {"Văn phòng HĐND và UBND huyện", "Văn phòng HĐND và UBND huyện", ""},
    {"Văn phòng\nHĐND và UBND huyện", "Văn phòng HĐND và UBND huyện", ""},
    {"Văn phòng Đoàn ĐBQH và HĐND tỉnh; Văn phòng Tỉnh ủy",
     "Văn phòng Đoàn ĐBQH và HĐND tỉnh | Văn phòng Tỉnh ủy", ""},
    {"Văn phòng HĐND và UBND huyện: Phòng Kinh tế và Hạ tầng; Văn phòng đăng ký đất đai tỉnh Đồng "
     "Nai - chi nhánh Xuân Lộc",
     "Văn phòng HĐND và UBND huyện | Phòng Kinh tế và Hạ tầng | Văn phòng đăng ký đất đai tỉnh "
     "Đồng "
     "Nai - chi nhánh Xuân Lộc",
     ""},
    {"Các cơ quan, đơn vị, UBND các xã, thị trấn; Trường học",
     "Các cơ quan, đơn vị | UBND các xã, thị trấn | Trường học", ""},
    {"Các cơ quan, đơn vị UBND các xã, thị trấn", "Các cơ quan, đơn vị | UBND các xã, thị trấn",
     "agency-typo"},
    {"Sở Nội vụ thẩm định", "Sở Nội vụ (thẩm định)", "agency-role"},
    {"Sở Nội vụ (thẩm định)", "Sở Nội vụ (thẩm định)", ""},
    {"Sở Nội vụ (chủ trì), Sở Tư pháp (phối hợp)", "Sở Nội vụ (chủ trì) | Sở Tư pháp (phối hợp)",
     ""},
    {"Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp", "Sở Nội vụ (chủ trì, phối hợp) | Sở Tư pháp",
     "agency-role"},
    {"Sở Nội vụ - cơ quan thường trực", "Sở Nội vụ (cơ quan thường trực)", "agency-role"},
    {"Chủ trì: Sở Nội vụ; Phối hợp: Sở Y tế", "Sở Nội vụ (Chủ trì) | Sở Y tế (Phối hợp)",
     "agency-role,agency-role"},
    {"Đề nghị phối hợp với các Bộ, ngành liên quan",
     "các Bộ, ngành liên quan (Đề nghị phối hợp với)", "agency-role"},
    {"- Văn phòng UBND tỉnh in ấn\ntài liệu;\n- Sở Y tế lập danh sách, gửi\nSở Nội vụ.",
     "Văn phòng UBND tỉnh (in ấn tài liệu) | Sở Y tế (lập danh sách, gửi) | Sở Nội vụ",
     "agency-role,agency-role"},
    {"Ban Tổ chức Tỉnh ủy\nSở Nội vụ", "Ban Tổ chức Tỉnh ủy | Sở Nội vụ", ""},
    {"Sở Văn hóa,\nThể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch", ""},
    {"Sở Lao động\n- Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội", ""},
    {"Các cơ quan chuyên môn thuộc\nUBND tỉnh;\nBan Quản lý các khu công nghiệp tỉnh",
     "Các cơ quan chuyên môn thuộc UBND tỉnh | Ban Quản lý các khu công nghiệp tỉnh", ""},
    {"Các cơ quan chuyên môn thuộc UBND tỉnh, UBND cấp huyện",
     "Các cơ quan chuyên môn thuộc UBND tỉnh | UBND cấp huyện", "group-ambiguous"},
    {"Các cơ quan chuyên môn thuộc UBND tỉnh; UBND cấp huyện",
     "Các cơ quan chuyên môn thuộc UBND tỉnh | UBND cấp huyện", ""},
    {"UBND huyện/ thành phố", "UBND huyện/ thành phố", ""},
    {"UBND các huyện, thị xã, thành phố", "UBND các huyện, thị xã, thành phố", ""},
    {"UBND cấp huyện, cấp xã", "UBND cấp huyện, cấp xã", ""},
    {"UBND cấp huyện và UBND cấp xã", "UBND cấp huyện | UBND cấp xã", ""},
    {"các Sở, ban, ngành, UBND các\nhuyện, TP; Viễn thông Tuyên Quang",
     "các Sở, ban, ngành | UBND các huyện, TP | Viễn thông Tuyên Quang", ""},
    {"Các sở, ban. ngành tỉnh", "Các sở, ban. ngành tỉnh", "agency-typo"},
    {"Các sở ban, ngành", "Các sở ban, ngành", ""},
    {"UBND cấp huyện.", "UBND cấp huyện", ""},
    {"phòng Tư pháp huyện, thành phố; công chức tư pháp- hộ tịch",
     "phòng Tư pháp huyện, thành phố | công chức tư pháp- hộ tịch", ""},
    {"Cơ quan được giao chủ trì, phối hợp soạn thảo văn bản",
     "Cơ quan được giao chủ trì, phối hợp soạn thảo văn bản", ""},
    {"Cơ quan chuyên môn quản lý ngành, lĩnh vực được giao rà soát, tổng hợp",
     "Cơ quan chuyên môn quản lý ngành, lĩnh vực được giao rà soát, tổng hợp", ""},
    {"Ban Tuyên giáo Trung ương; các bộ, ngành, địa phương; VTV, VOV",
     "Ban Tuyên giáo Trung ương | các bộ, ngành, địa phương | VTV | VOV", ""},
    {"Bộ Công an Bộ Quốc phòng", "Bộ Công an | Bộ Quốc phòng", "agency-typo"},
    {"Sở Tư pháp Văn phòng UBND tỉnh", "Sở Tư pháp | Văn phòng UBND tỉnh", "agency-typo"},
    {"Bộ Tài chính, bộ, ngành liên quan", "Bộ Tài chính | bộ, ngành liên quan", ""},
    {"Doanh nghiệp, Sở, ban, ngành có liên quan", "Doanh nghiệp | Sở, ban, ngành có liên quan", ""},
    {"Các Sở, ban, ngành và các cơ quan, đơn vị liên quan",
     "Các Sở, ban, ngành | các cơ quan, đơn vị liên quan", ""},
    {"các bộ, cơ quan ngang bộ và Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
     "các bộ, cơ quan ngang bộ | Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương", ""},
    {"Sở Xây dựng/các công ty liên quan", "Sở Xây dựng | các công ty liên quan", ""},
    {"Sở Nội vụ + Sở Tài chính", "Sở Nội vụ | Sở Tài chính", ""},
    {"1. Sở Nội vụ; 2. Sở Tài chính", "Sở Nội vụ | Sở Tài chính", ""},
    {"- Sở Nội vụ\n- Sở Tài chính", "Sở Nội vụ | Sở Tài chính", ""},
    {"• Sở Nội vụ • Sở Tài chính", "Sở Nội vụ | Sở Tài chính", ""},
    {"Sở Nội vụ; Sở  Nội vụ, sở nội vụ", "Sở Nội vụ", ""},
    {"Sở Nội vụ; Sở Nội vụ (chủ trì)", "Sở Nội vụ | Sở Nội vụ (chủ trì)", ""},
    {"Sở KH&ĐT, Sở NN&PTNT, Sở LĐ-TB&XH", "Sở KH&ĐT | Sở NN&PTNT | Sở LĐ-TB&XH", ""},
    {"Bộ Công an (Trung tâm Dữ liệu quốc gia)", "Bộ Công an (Trung tâm Dữ liệu quốc gia)", ""},
    {"Vụ Khoa học công nghệ, Đào tạo và Môi trường", "Vụ Khoa học công nghệ, Đào tạo và Môi trường",
     ""},
    {"Trung tâm Chuyển đổi số Văn hóa, Thể thao và Du lịch; Văn phòng Bộ",
     "Trung tâm Chuyển đổi số Văn hóa, Thể thao và Du lịch | Văn phòng Bộ", ""},
    {"Liên hiệp các Hội Khoa học và Kỹ thuật", "Liên hiệp các Hội Khoa học và Kỹ thuật", ""},
    {"Chi cục Thuế khu vực Xuân Lộc - Cẩm Mỹ", "Chi cục Thuế khu vực Xuân Lộc - Cẩm Mỹ", ""},
    {"so noi vu, so tu phap", "so noi vu | so tu phap", ""},
    {"VP. UBND tỉnh", "VP. UBND tỉnh", ""},
    {"UBND các huyện, thị xã và thành phố Huế", "UBND các huyện, thị xã | UBND thành phố Huế",
     "agency-typo"},
    {"UBND quận, huyện, thị xã; các quận - huyện", "UBND quận, huyện, thị xã | các quận - huyện",
     ""},
    {"Ban Quản lý dự án đầu tư xây dựng các công trình giao thông, dân dụng",
     "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông, dân dụng", ""},
    {"Công chức Văn phòng - Thống kê xã", "Công chức Văn phòng - Thống kê xã", ""},
    {"Sở Nội vụ phối hợp Sở Y tế", "Sở Nội vụ (phối hợp) | Sở Y tế", "agency-role"},
    {"SỞ NỘI VỤ; CÁC SỞ, BAN, NGÀNH", "SỞ NỘI VỤ | CÁC SỞ, BAN, NGÀNH", ""},
    {"Các cơ quan, đơn vị thuộc, trực thuộc UBND tỉnh",
     "Các cơ quan, đơn vị thuộc, trực thuộc UBND tỉnh", ""},
    {"Rà soát hồ sơ; Sở Nội vụ", "Rà soát hồ sơ | Sở Nội vụ", "agency-unknown"},
    {"các tiêu chuẩn kỹ thuật", "các tiêu chuẩn kỹ thuật", "agency-unknown"},
    {"Sở Nội vụ (", "Sở Nội vụ", ""},
    {"Sở Nội vụ (chủ trì", "Sở Nội vụ (chủ trì)", ""},
    {"1. Sở Nội vụ 2. Sở Tài chính", "Sở Nội vụ | Sở Tài chính", ""},
    {"1. Sở Nội vụ\n2. Sở Tài chính\n3. UBND các huyện, thị xã",
     "Sở Nội vụ | Sở Tài chính | UBND các huyện, thị xã", ""},
    {"(1) Sở Nội vụ (2) Sở Tài chính", "Sở Nội vụ | Sở Tài chính", ""},
    {"a) Sở Nội vụ b) Sở Tài chính; c) Sở Y tế", "Sở Nội vụ | Sở Tài chính | Sở Y tế", ""},
    {"UBND quận 1; UBND quận 3", "UBND quận 1 | UBND quận 3", ""},
    {"Đảng ủy, HĐND, UBND xã", "Đảng ủy | HĐND | UBND xã", ""},
    {"HĐND và UBND các xã", "HĐND và UBND các xã", ""},
    {"Văn phòng HĐND, UBND huyện", "Văn phòng HĐND, UBND huyện", ""},
    {"Ban Quản lý khu kinh tế, khu công nghiệp tỉnh; Sở Xây dựng",
     "Ban Quản lý khu kinh tế, khu công nghiệp tỉnh | Sở Xây dựng", ""},
    {"UBND các huyện: Bù Đăng, Lộc Ninh và thị xã Bình Long",
     "UBND huyện Bù Đăng | UBND huyện Lộc Ninh | UBND thị xã Bình Long", ""},
    {"UBND các huyện Bù Đăng, Lộc Ninh", "UBND huyện Bù Đăng | UBND huyện Lộc Ninh", ""},
    {"UBND các xã, phường, đặc khu", "UBND các xã, phường, đặc khu", ""},
    {"UBND các huyện: và thị xã Bình Long", "UBND các huyện | UBND thị xã Bình Long",
     "agency-typo"},
    {"Sở Nội vụ 2. Sở Tài chính", "Sở Nội vụ 2 | Sở Tài chính", "agency-unknown"},
    {"1. Chi cục Thuế khu vực 5. Sở Tài chính", "Chi cục Thuế khu vực 5 | Sở Tài chính", ""},
    {"UBND H. Xuân Lộc; UBND Q. Tân Bình", "UBND H. Xuân Lộc | UBND Q. Tân Bình", ""},
    {"P. Nội vụ, P. Tư pháp", "P. Nội vụ | P. Tư pháp", ""},
    {"CA tỉnh; CA xã", "CA tỉnh | CA xã", ""},
    {"Sở Nội vụ và Sở Tài chính cùng chủ trì", "Sở Nội vụ | Sở Tài chính (cùng chủ trì)",
     "agency-role"},
    {"Sở Nội vụ: chủ trì; Sở Tài chính: bố trí kinh phí",
     "Sở Nội vụ (chủ trì) | Sở Tài chính (bố trí kinh phí)", "agency-role,agency-role"},
    {"Chủ trì: Sở Nội vụ\nPhối hợp: Các sở, ban, ngành; UBND cấp xã",
     "Sở Nội vụ (Chủ trì) | Các sở, ban, ngành (Phối hợp) | UBND cấp xã (Phối hợp)",
     "agency-role,agency-role"},
    {"Bộ Công an (chủ trì), các bộ: Tư pháp, Nội vụ; cơ quan liên quan",
     "Bộ Công an (chủ trì) | Bộ Tư pháp | Bộ Nội vụ | cơ quan liên quan", ""},
    {"Các Phòng Nội vụ, Tư pháp huyện", "Phòng Nội vụ | Phòng Tư pháp huyện", ""},
    {"Các Sở Nội vụ", "Các Sở Nội vụ", ""},
    {"CÁC SỞ: TÀI CHÍNH, TƯ PHÁP", "SỞ TÀI CHÍNH | SỞ TƯ PHÁP", ""},
    {"cac So: Tai chinh, Tu phap", "So Tai chinh | So Tu phap", ""},
    {"Phòng Pháp chế và Cải cách hành chính", "Phòng Pháp chế và Cải cách hành chính",
     "agency-unknown"},
    {"Sở Nội vụ và Tài chính", "Sở Nội vụ | Sở Tài chính", "agency-typo"},
    {"Sở Du lịch và Thể thao", "Sở Du lịch và Thể thao", "agency-unknown"},
    {"Phòng Nội vụ - Lao động, TB&XH", "Phòng Nội vụ - Lao động, TB&XH", ""},
    {"Văn phòng Điều phối nông thôn mới tỉnh", "Văn phòng Điều phối nông thôn mới tỉnh", ""},
    {"Ban Tuyên giáo và Dân vận Tỉnh ủy, Ban Tổ chức - Nội vụ",
     "Ban Tuyên giáo và Dân vận Tỉnh ủy | Ban Tổ chức - Nội vụ", ""},
    {"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam, Trung ương Đoàn TNCS Hồ Chí Minh",
     "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam | Trung ương Đoàn TNCS Hồ Chí Minh", ""},
    {"Hội Luật gia, Nhà Văn hóa", "Hội Luật gia, Nhà Văn hóa", "group-ambiguous"},
    {"Tập đoàn Công nghiệp - Viễn thông Quân đội; VCCI",
     "Tập đoàn Công nghiệp - Viễn thông Quân đội | VCCI", ""},
    {"Các doanh nghiệp cung cấp dịch vụ viễn thông", "Các doanh nghiệp cung cấp dịch vụ viễn thông",
     ""},
    {"Các sở, ban, nghành", "Các sở, ban, nghành", ""},
    {"Liên minh HTX; Tổ công nghệ số cộng đồng", "Liên minh HTX | Tổ công nghệ số cộng đồng",
     "agency-unknown"},
    {"Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công "
     "xã",
     "Phòng Kinh tế, Hạ tầng và Đô thị | Phòng Văn hóa - Xã hội | Trung tâm Phục vụ hành chính "
     "công xã",
     ""},
    {"Phòng Kinh tế (đối với xã, đặc khu) và Phòng Kinh tế, Hạ tầng và Đô thị (đối với phường)",
     "Phòng Kinh tế (đối với xã, đặc khu) | Phòng Kinh tế, Hạ tầng và Đô thị (đối với phường)", ""},
    {"Thuế tỉnh, Kho bạc Nhà nước khu vực XIV; BHXH tỉnh",
     "Thuế tỉnh | Kho bạc Nhà nước khu vực XIV | BHXH tỉnh", ""},
    {"Sở Nội vụ (chủ trì phần tổ chức); Sở Tài chính (phần kinh phí)",
     "Sở Nội vụ (chủ trì phần tổ chức) | Sở Tài chính (phần kinh phí)", ""},
    {"Thủ trưởng các cơ quan, đơn vị; Chủ tịch UBND các xã",
     "Thủ trưởng các cơ quan, đơn vị | Chủ tịch UBND các xã", ""},
    {"Giám đốc các Sở: Tài chính, Tư pháp", "Giám đốc Sở Tài chính | Giám đốc Sở Tư pháp", ""},
    {"Sở Nội vụ (Phòng CCHC), Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội",
     "Sở Nội vụ (Phòng CCHC) | Ủy ban MTTQ Việt Nam tỉnh | các tổ chức chính trị - xã hội", ""},
    {"Cục C06 - Bộ Công an", "Cục C06 | Bộ Công an", ""},
    {"VNPT Huế lắp đặt thiết bị", "VNPT Huế (lắp đặt thiết bị)", "agency-role"},
};

static const char *names_text(struct arena *a, const struct cell_names *n)
{
	struct buf b = {0};
	for (size_t i = 0; i < n->count; i++) {
		buf_format(&b, "%s%s", i ? " | " : "", n->names[i].name);
		if (n->names[i].role)
			buf_format(&b, " (%s)", n->names[i].role);
	}
	return buf_take(&b, a);
}

static const char *doubts_text(struct arena *a, const struct cell_names *n)
{
	struct buf b = {0};
	for (size_t i = 0; i < n->doubt_count; i++)
		buf_format(&b, "%s%s", i ? "," : "", code_info(n->doubts[i].code)->name);
	return buf_take(&b, a);
}

static void check_rows(const struct row *rows, size_t count, const struct registry *r)
{
	for (size_t i = 0; i < count; i++) {
		struct arena *a = arena_new();
		struct cell_names n = agency_split(a, rows[i].cell, r, "binh-phuoc");
		CHECK_FOR(rows[i].cell, names_text(a, &n), rows[i].names);
		CHECK_FOR(rows[i].cell, doubts_text(a, &n), rows[i].doubts);
		arena_free(a);
	}
}

/* A document's lines are cut anywhere: at each blank in turn, the names stay what they are. */
static const char *const wrapped[] = {
    "Các sở, ban, ngành, UBND các huyện, TP; Viễn thông Tuyên Quang",
    "UBND các xã, phường, đặc khu",
    "UBND các huyện Bù Đăng, Lộc Ninh",
    "HĐND, UBND các cấp",
    "Đảng ủy các xã, phường",
    "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thị xã, thành phố",
    "Chánh Văn phòng UBND tỉnh, Giám đốc các sở",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy, Ban Kinh tế - Ngân sách HĐND tỉnh",
    "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh; các hiệp hội doanh nghiệp",
    "1. Sở Nội vụ 2. Sở Tài chính",
    "Sở Tài chính, Ban Quản lý các khu công nghệ cao và khu công nghiệp thành phố Hà Nội",
    "Sở Lao động - Thương binh và Xã hội, các Sở: Tài chính, Tư pháp và các cơ quan có liên quan",
    "các bộ, cơ quan ngang bộ; UBND các tỉnh, thành phố trực thuộc trung ương",
};

static void check_wrapped(const char *cell)
{
	struct arena *a = arena_new();
	struct cell_names whole = agency_split(a, cell, NULL, NULL);
	char *cut = arena_text(a, cell);
	for (char *s = cut; *s; s++) {
		if (*s != ' ')
			continue;
		*s = '\n';
		struct cell_names n = agency_split(a, cut, NULL, NULL);
		CHECK_FOR(cut, names_text(a, &n), names_text(a, &whole));
		*s = ' ';
	}
	arena_free(a);
}

/* Cells as a page of hard-wrapped lines has them. */
static const char *const narrow[] = {
    "Các phòng, ban; UBND các xã, thị trấn",
    "UBND các huyện, thị xã, thành phố; UBND các xã, phường, thị trấn",
    "Các cơ quan chuyên môn thuộc UBND huyện; UBND các xã, phường, thị trấn",
    "Sở Kế hoạch và Đầu tư, Sở Tài chính, Văn phòng UBND tỉnh",
    "Sở Thông tin và Truyền thông, các Sở: Tài chính, Tư pháp; các sở, ban, ngành",
    "Các Sở, Ban, ngành; UBND huyện, thành phố",
    "Ban Quản lý các Khu công nghiệp, Ban Dân tộc và UBND cấp huyện",
    "Văn phòng HĐND và UBND huyện; Phòng Tài chính - Kế hoạch",
    "Đài Phát thanh - Truyền hình và Báo Bình Phước",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các tổ chức chính trị - xã hội",
    "Thanh tra tỉnh, Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh",
    "Trung tâm Phục vụ hành chính công tỉnh, Sở Giáo dục và Đào tạo, Bảo hiểm xã hội tỉnh",
    "Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ",
    "Sở Văn hóa, Thể thao và Du lịch; Sở Lao động - Thương binh và Xã hội",
};

/* The last blank before the width is full becomes a line's end. */
static void wrap(char *cell, size_t width)
{
	char *blank = NULL;
	size_t column = 0;
	for (char *s = cell; *s; s++) {
		blank = *s == ' ' ? s : blank;
		column += ((unsigned char)*s & 0xc0) != 0x80;
		if (column <= width || !blank)
			continue;
		*blank = '\n';
		column = 0;
		for (const char *p = blank + 1; p <= s; p++)
			column += ((unsigned char)*p & 0xc0) != 0x80;
		blank = NULL;
	}
}

static void check_widths(const char *cell)
{
	struct arena *a = arena_new();
	struct cell_names whole = agency_split(a, cell, NULL, NULL);
	for (size_t width = 8; width <= 45; width++) {
		char *lines = arena_text(a, cell);
		wrap(lines, width);
		struct cell_names n = agency_split(a, lines, NULL, NULL);
		CHECK_FOR(lines, names_text(a, &n), names_text(a, &whole));
	}
	arena_free(a);
}

/* What no grammar could know parts otherwise once a registry says so. */
static const struct row registry_rows[] = {
    {"Đài Phát thanh - Truyền hình tỉnh và Báo Bình Phước; Sở Nội vụ",
     "Đài Phát thanh - Truyền hình tỉnh và Báo Bình Phước | Sở Nội vụ", ""},
    {"Tổ giúp việc, Ban điều phối; Sở Nội vụ", "Tổ giúp việc, Ban điều phối | Sở Nội vụ", ""},
    {"Nhóm Xanh và Nhóm Đỏ", "Nhóm Xanh | Nhóm Đỏ", ""},
    {"Sở Nội vụ tỉnh", "Sở Nội vụ tỉnh", ""},
};

static void check_registry(void)
{
	static const char yaml[] =
	    "par: agencies/1\nagencies:\n"
	    "  - {id: snv, name: Sở Nội vụ}\n"
	    "  - {id: db, name: \"Đài Phát thanh - Truyền hình tỉnh và Báo Bình Phước\"}\n"
	    "  - {id: to, name: \"Tổ giúp việc, Ban điều phối\"}\n"
	    "  - {id: xanh, name: Nhóm Xanh}\n"
	    "  - {id: do, name: Nhóm Đỏ}\n";
	struct arena *a = arena_new();
	struct findings f = {.arena = a};
	struct node *root = tree_parse(a, "a.yaml", (struct file_bytes){yaml, sizeof yaml - 1}, &f);
	struct registry *r = registry_new(a);
	CHECK(root);
	if (root)
		registry_add(r, root, &f);
	registry_close(r, &f);
	CHECK(f.count == 0);
	check_rows(registry_rows, sizeof registry_rows / sizeof *registry_rows, r);
	arena_free(a);
}

static const struct {
	const char *text;
	int least, most;
} likeness_rows[] = {
    {"Sở Nội vụ", 70, 100},
    {"Các sở, ban, ngành tỉnh; UBND cấp huyện", 70, 100},
    {"Sở Nội vụ thẩm định", 70, 100},
    {"Trường học", 70, 100},
    {"Doanh nghiệp", 70, 100},
    {"Các cơ quan liên quan", 70, 100},
    {"Cơ quan được giao chủ trì soạn thảo dự thảo văn bản QPPL", 70, 100},
    {"Cơ quan chuyên môn quản lý ngành, lĩnh vực được giao kiểm tra, rà soát, hệ thống hóa", 70,
     100},
    {"- Văn phòng UBND tỉnh in tài liệu;\n- Sở Y tế gửi danh sách những người được mời về dự hội "
     "nghị",
     70, 100},
    {"phòng Tư pháp huyện, thành phố; công chức tư pháp- hộ tịch", 70, 100},
    {"VTV, VOV, TTXVN, các địa phương", 70, 100},
    {"", 0, 0},
    {"Toàn thể cán bộ, công chức, viên chức", 70, 100},
    {"Sở Nội vụ (chủ trì phần tổ chức); Sở Tài chính (phần kinh phí)", 70, 100},
    {"Ban Quản lý khu kinh tế, khu công nghiệp", 70, 100},
    {"Quyết định của UBND tỉnh", 0, 20},
    {"Báo cáo của Sở Nội vụ", 0, 20},
    {"Kế hoạch của UBND tỉnh", 0, 20},
    {"Văn bản của các sở, ban, ngành, UBND cấp huyện", 0, 20},
    {"Tờ trình của Sở Tài chính; Quyết định của UBND tỉnh", 0, 20},
    {"Báo cáo kết quả của các sở, ban, ngành, địa phương", 0, 20},
    {"Báo cáo", 0, 20},
    {"Kế hoạch", 0, 20},
    {"Quyết định", 0, 20},
    {"Danh mục", 0, 20},
    {"Kế hoạch, báo cáo", 0, 20},
    {"Cơ quan chủ trì", 0, 20},
    {"Đơn vị tính", 0, 20},
    {"Hồ sơ mẫu số hóa, Báo cáo kết quả thực hiện năm 2023", 0, 20},
    {"Nghị quyết của HĐND tỉnh", 0, 20},
    {"Quyết định của Thủ tướng Chính phủ", 0, 20},
    {"Bộ chỉ số được ban hành", 0, 20},
    {"Ban hành quy chế", 0, 20},
    {"Tổ chức hội nghị tổng kết", 0, 20},
    {"Thường xuyên trong năm", 0, 20},
    {"Trong năm 2024", 0, 20},
    {"31/10/2023", 0, 20},
    {"Chủ tịch UBND tỉnh ký trước ngày 31/01/2022", 0, 20},
    {"- Phòng Tư pháp, 100% xã dùng chữ ký số", 0, 20},
    {"Sở Nội vụ tham mưu UBND tỉnh ban hành kế hoạch tinh giản biên chế hằng năm", 0, 20},
    {"Các đơn vị xây dựng phương án tự chủ tài chính, báo cáo cơ quan quản lý cấp trên tổng hợp để "
     "gửi "
     "cơ quan tài chính cùng cấp",
     0, 20},
    {"Xây dựng và phát triển Chính phủ điện tử", 0, 20},
};

static void check_vocabulary(const char *phrase)
{
	struct arena *a = arena_new();
	struct buf b = {0};
	for (const char *p = phrase; *p; p++)
		if (!strchr(",", *p) && !(p[0] == '-' && p[1] == ' ' && p > phrase && p[-1] == ' '))
			buf_char(&b, *p);
	CHECK_FOR(phrase, text_key(a, phrase), text_squeeze(a, buf_take(&b, a)));
	arena_free(a);
}

static void check_list(const char *const *list)
{
	for (; list && *list; list++)
		check_vocabulary(*list);
}

int main(void)
{
	check_begin("a printed cell parts into its names, roles and doubts");
	check_rows(plain_rows, sizeof plain_rows / sizeof *plain_rows, NULL);

	check_begin("a line's end in a name does not part it");
	for (size_t i = 0; i < sizeof wrapped / sizeof *wrapped; i++)
		check_wrapped(wrapped[i]);

	check_begin("lines of any width do not part a name");
	for (size_t i = 0; i < sizeof narrow / sizeof *narrow; i++)
		check_widths(narrow[i]);

	check_begin("a registry's names win over separators");
	check_registry();

	check_begin("cells of agencies are told from tasks, products and deadlines");
	for (size_t i = 0; i < sizeof likeness_rows / sizeof *likeness_rows; i++) {
		int value = agency_likeness(likeness_rows[i].text);
		if (value < likeness_rows[i].least || value > likeness_rows[i].most)
			fprintf(stderr, "%d for: %s\n", value, likeness_rows[i].text);
		CHECK(value >= likeness_rows[i].least && value <= likeness_rows[i].most);
	}

	check_begin("the vocabulary is written as text_key writes");
	for (const struct head *h = vocabulary_heads; h->phrase; h++) {
		check_vocabulary(h->phrase);
		check_list(h->domains);
	}
	for (const struct noun *n = vocabulary_nouns; n->phrase; n++)
		check_vocabulary(n->phrase);
	for (const struct area_word *w = vocabulary_areas; w->phrase; w++)
		check_vocabulary(w->phrase);
	check_list(vocabulary_not_heads);
	check_list(vocabulary_not_nouns);
	check_list(vocabulary_not_areas);
	check_list(vocabulary_roles);
	check_list(vocabulary_sure_roles);
	check_list(vocabulary_labels);
	check_list(vocabulary_tails);
	check_list(vocabulary_many);
	check_list(vocabulary_great_cities);
	return check_end();
}
