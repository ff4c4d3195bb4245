/* SPDX-License-Identifier: MIT
 * odttable: the tables of an OpenDocument text, whose cells say how far they reach and whose covered
 * cells stand where others reach. Only for lib/read's odt files. */
#ifndef PAR_ODTTABLE_H
#define PAR_ODTTABLE_H

struct arena;
struct docx_tables;
struct odt_tables;
struct xml_part;

/* The elements of tables become rows and cells of `tables`. */
struct odt_tables *odt_tables_new(struct arena *a, struct docx_tables *tables);

/* ODF_TABLE and the names behind it, as they are met. `at` is the place of a paragraph of the body,
 * `page` counts page breaks. What stands in a covered cell is to be passed over, its end too. */
void odt_table_start(struct odt_tables *t, const struct xml_part *x, int name, long at);
void odt_table_end(struct odt_tables *t, int name, long page);

#endif
