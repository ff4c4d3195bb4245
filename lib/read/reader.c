/* SPDX-License-Identifier: MIT
 * reader: the table of all kinds of documents: who reads each, or what to do with one that nobody
 * reads. */
#include "read/reader.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/package.h"
#include "read/recognise_private.h"

/* A kind with a reader: what to call it, and the endings of names that promise it; names of plain
 * text promise nothing more. */
static const struct {
	const char *format;
	document_read *read;
	const char *endings, *english, *vietnamese;
} readers[] = {
    {"text", text_read, "", "plain text", "văn bản thuần"},
    {"tsv", tsv_read, "", "tab-separated text", "văn bản phân cách bằng tab"},
    {"markdown", markdown_read, "", "Markdown", "văn bản Markdown"},
    {"csv", csv_read, "", "comma-separated text", "văn bản CSV"},
    {"docx", docx_read, "docx docm dotx dotm", "a Word document", "văn bản Word"},
    {"xlsx", xlsx_read, "xlsx xlsm xltx xltm", "an Excel workbook", "bảng tính Excel"},
    {"odt", odt_read, "odt ott fodt", "an OpenDocument text", "văn bản OpenDocument"},
    {"ods", ods_read, "ods ots fods", "an OpenDocument sheet", "bảng tính OpenDocument"},
    {"pdf", pdftsv_read, "pdf", "a PDF", "tệp PDF"},
    {"pdf-tsv", pdftsv_read, "", "what pdftotext -tsv prints", "kết quả của pdftotext -tsv"},
    {"layout", layout_read, "", "what pdftotext -layout prints", "kết quả của pdftotext -layout"},
    {"html", html_read, "html htm xhtml shtml", "a web page", "trang web"},
    {"mhtml", html_read, "mht mhtml eml", "a web page in one file", "trang web lưu một tệp"},
};

/* A kind without one: the finding's code, what it is, the way out. */
static const struct {
	const char *kind;
	enum code code;
	const char *english, *vietnamese, *way_out, *loi_ra;
} refused[] = {
    {"doc", CODE_DOCUMENT_OLD, "a Word document (.doc)", "văn bản Word (.doc)", ".docx", ".docx"},
    {"xls", CODE_DOCUMENT_OLD, "an Excel workbook (.xls)", "bảng tính Excel (.xls)", ".xlsx",
     ".xlsx"},
    {"ppt", CODE_DOCUMENT_OLD, "a PowerPoint slide show (.ppt)",
     "bản trình chiếu PowerPoint (.ppt)", "a Word document (.docx) that holds its tables",
     "văn bản Word (.docx) có các bảng đó"},
    {"locked", CODE_DOCUMENT_LOCKED, NULL, NULL, NULL, NULL},
    {"compound", CODE_DOCUMENT_KIND, "a compound file without a Word or Excel document in it",
     "tệp gộp của Office không chứa văn bản Word hay bảng tính Excel",
     "save the document that it belongs to as .docx, .xlsx or PDF",
     "hãy lưu văn bản gốc thành .docx, .xlsx hoặc PDF"},
    {"xlsb", CODE_DOCUMENT_KIND, "a binary Excel workbook (.xlsb)",
     "bảng tính Excel nhị phân (.xlsb)", "save it as .xlsx and import that",
     "hãy lưu thành .xlsx rồi nhập tệp đó"},
    {"slides", CODE_DOCUMENT_KIND, "a slide show", "bản trình chiếu",
     "copy its tables into a Word document (.docx) and import that",
     "hãy chép các bảng sang văn bản Word (.docx) rồi nhập tệp đó"},
    {"drawing", CODE_DOCUMENT_KIND, "a drawing", "bản vẽ",
     "save the document with the tables as .docx, .odt or PDF and import that",
     "hãy lưu văn bản có bảng thành .docx, .odt hoặc PDF rồi nhập tệp đó"},
    {"book", CODE_DOCUMENT_KIND, "an electronic book (.epub)", "sách điện tử (.epub)",
     "save it as .docx or .html and import that", "hãy lưu thành .docx hoặc .html rồi nhập tệp đó"},
    {"iwork", CODE_DOCUMENT_KIND, "an Apple Pages or Numbers document",
     "văn bản Apple Pages hoặc Numbers", "export it as Word or Excel and import that",
     "hãy xuất sang Word hoặc Excel rồi nhập tệp đó"},
    {"zip", CODE_DOCUMENT_KIND, "a zip archive", "tệp nén zip",
     "unpack it and import the document in it", "hãy giải nén rồi nhập văn bản bên trong"},
    {"archive", CODE_DOCUMENT_KIND, "a packed archive", "tệp nén",
     "unpack it and import the document in it", "hãy giải nén rồi nhập văn bản bên trong"},
    {"image", CODE_DOCUMENT_KIND, "a picture", "ảnh",
     "pictures are not read; ask the issuer for the Word file or a PDF with text, or make text of "
     "it "
     "(OCR), check that and import it",
     "chương trình không đọc ảnh; hãy xin bản Word hoặc PDF có chữ, hoặc nhận dạng chữ (OCR), soát "
     "lại "
     "rồi nhập"},
    {"rtf", CODE_DOCUMENT_KIND, "an RTF document", "văn bản RTF",
     "open it, save it as .docx and import that", "hãy mở ra, lưu thành .docx rồi nhập tệp đó"},
    {"wordperfect", CODE_DOCUMENT_KIND, "a WordPerfect document", "văn bản WordPerfect",
     "open it, save it as .docx and import that", "hãy mở ra, lưu thành .docx rồi nhập tệp đó"},
    {"postscript", CODE_DOCUMENT_KIND, "a PostScript file", "tệp PostScript",
     "make a PDF of it (ps2pdf) and import that", "hãy chuyển thành PDF (ps2pdf) rồi nhập tệp đó"},
    {"program", CODE_DOCUMENT_KIND, "a program", "một chương trình máy tính",
     "do not open it; give the document itself", "đừng mở tệp này; hãy đưa đúng tệp văn bản"},
    {"flat-odf", CODE_DOCUMENT_KIND, "a flat OpenDocument file that is no text and no sheet",
     "tệp OpenDocument dạng phẳng, không phải văn bản hay bảng tính",
     "save it as .odt or .ods and import that", "hãy lưu thành .odt hoặc .ods rồi nhập tệp đó"},
    {"word-xml", CODE_DOCUMENT_KIND, "a Word document in one XML file",
     "văn bản Word dạng một tệp XML", "open it in Word, save it as .docx and import that",
     "hãy mở bằng Word, lưu thành .docx rồi nhập tệp đó"},
    {"excel-xml", CODE_DOCUMENT_KIND, "an Excel workbook in one XML file (2003)",
     "bảng tính Excel dạng một tệp XML (2003)",
     "open it in Excel, save it as .xlsx and import that",
     "hãy mở bằng Excel, lưu thành .xlsx rồi nhập tệp đó"},
    {"xml", CODE_DOCUMENT_KIND, "an XML file of no kind that is known here",
     "tệp XML không thuộc loại nào đã biết", "save the document as .docx, .xlsx or PDF",
     "hãy lưu văn bản thành .docx, .xlsx hoặc PDF"},
    {"json", CODE_DOCUMENT_KIND, "JSON data", "dữ liệu JSON",
     "make a CSV file of its rows, with a heading row, and import that",
     "hãy chuyển các hàng thành tệp CSV có hàng tiêu đề rồi nhập tệp đó"},
    {"mail", CODE_DOCUMENT_KIND, "an e-mail", "thư điện tử",
     "save the document that is attached to it, or its text, and import that",
     "hãy lưu tệp đính kèm hoặc nội dung thư rồi nhập tệp đó"},
    {"plan", CODE_DOCUMENT_KIND, "a plan file already", "một tệp kế hoạch",
     "check it with par-check", "hãy kiểm tra bằng par-check"},
    {"own", CODE_DOCUMENT_KIND, "a registry, a calendar or rules of these tools",
     "sổ cơ quan, lịch nghỉ hoặc quy tắc của bộ công cụ này", "check it with par-check",
     "hãy kiểm tra bằng par-check"},
};

enum {
	READERS = sizeof readers / sizeof *readers,
	REFUSED = sizeof refused / sizeof *refused,
};

static size_t find(const char *format)
{
	size_t i = 0;
	while (i < READERS && strcmp(readers[i].format, format) != 0)
		i++;
	return i;
}

document_read *reader_find(const char *format)
{
	size_t i = find(format);
	return i < READERS ? readers[i].read : NULL;
}

const char *reader_formats(struct arena *a)
{
	struct buf b = {0};
	for (size_t i = 0; i < READERS; i++)
		buf_format(&b, "%s%s", i ? ", " : "", readers[i].format);
	return buf_take(&b, a);
}

/* Is `word` among the words of the list? */
static bool listed(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (const char *s = list; n > 0 && *s; s += strspn(s, " ")) {
		size_t m = strcspn(s, " ");
		if (m == n && memcmp(s, word, n) == 0)
			return true;
		s += m;
	}
	return false;
}

/* Word writes web pages and Excel text under other names, and so do sites: read all the same. */
static void tell_name(struct arena *a, const struct document *document, size_t reader,
		      struct findings *findings)
{
	const char *ending = name_ending(a, document->name);
	bool promised = false;
	for (size_t i = 0; i < READERS; i++)
		promised = promised || listed(readers[i].endings, ending);
	promised = promised || listed("doc dot xls xlt ppt pptx rtf odp zip jpg png", ending);
	if (promised && !listed(readers[reader].endings, ending))
		findings_add(findings, (struct place){document->name, 0, 0}, CODE_DOCUMENT_NAME,
			     arena_format(a, ".%s", ending),
			     words_pick(readers[reader].english, readers[reader].vietnamese), NULL);
}

/* A torn archive is no archive to be unpacked: what is wrong with it is told by who opens it. */
static bool opens(struct arena *a, const struct document *document, struct findings *findings)
{
	struct package *p = package_open(a, document, findings);
	package_close(p);
	return p != NULL;
}

static void refuse(struct arena *a, const struct document *document, const char *kind,
		   struct findings *findings)
{
	struct place whole = {document->name, 0, 0};
	if (strcmp(kind, "zip") == 0 && !opens(a, document, findings))
		return;
	for (size_t i = 0; i < REFUSED; i++)
		if (strcmp(refused[i].kind, kind) == 0) {
			findings_add(findings, whole, refused[i].code,
				     words_pick(refused[i].english, refused[i].vietnamese),
				     words_pick(refused[i].way_out, refused[i].loi_ra), NULL);
			return;
		}
	findings_add(findings, whole, CODE_DOCUMENT_KIND, kind,
		     words_pick("no reader is for it", "chưa có bộ đọc"), NULL);
}

struct grid *reader_read(struct arena *a, const struct document *document, const char *format,
			 struct findings *findings)
{
	const char *kind = format ? format : reader_recognise(a, document);
	size_t i = find(kind);
	if (i == READERS) {
		refuse(a, document, kind, findings);
		return NULL;
	}
	if (!format)
		tell_name(a, document, i, findings);
	struct grid *grid = readers[i].read(a, document, findings);
	if (grid && strcmp(kind, "mhtml") == 0) /* the web page's reader serves both */
		grid->format = kind;
	return grid;
}
