/* SPDX-License-Identifier: MIT
 * odfnames: the elements of OpenDocument that its readers tell apart. Only for lib/read's odf, odt and
 * ods files. */
#ifndef PAR_ODFNAMES_H
#define PAR_ODFNAMES_H

enum odf_name {
	ODF_BODY,
	/* styles */
	ODF_FONT_FACE,
	ODF_STYLE,
	ODF_DEFAULT_STYLE,
	ODF_TEXT_PROPERTIES,
	ODF_TABLE_PROPERTIES,
	ODF_LIST_STYLE,
	ODF_OUTLINE_STYLE,
	ODF_LEVEL_NUMBER,
	ODF_LEVEL_BULLET,
	ODF_LEVEL_IMAGE,
	ODF_LEVEL_OUTLINE,
	/* text */
	ODF_P,
	ODF_H,
	ODF_SPAN,
	ODF_S,
	ODF_TAB,
	ODF_LINE_BREAK,
	ODF_PAGE_BREAK,
	ODF_NOTE,
	ODF_HIDDEN_TEXT,
	ODF_HIDDEN_PARAGRAPH,
	ODF_LIST,
	ODF_LIST_ITEM,
	ODF_LIST_HEADER,
	ODF_SECTION,
	ODF_TRACKED,
	ODF_REGION,
	ODF_DELETION,
	ODF_CHANGE,
	ODF_CHANGE_START,
	ODF_CHANGE_END,
	ODF_TEXT_BOX,
	ODF_SHAPE,
	ODF_IMAGE,
	ODF_OBJECT,
	/* tables */
	ODF_TABLE,
	ODF_TABLE_COLUMN,
	ODF_HEADER_ROWS,
	ODF_ROW,
	ODF_CELL,
	ODF_COVERED,
	ODF_SHAPES,
	/* what is no text of the document; all names from here on */
	ODF_SKIPPED,
	ODF_SKIPPED_LAST = ODF_SKIPPED + 20,
};

extern const char *const odf_names[];

#endif
