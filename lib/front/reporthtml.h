/* SPDX-License-Identifier: MIT
 * reporthtml: a report as one page: the leader's picture, or one view of it. It decides what stands on
 * the page; how that looks is htmlpage's. For bands front and above. */
#ifndef PAR_REPORTHTML_H
#define PAR_REPORTHTML_H

#include "front/reportout.h"

/* `view` NULL: the leader's page. EXIT_DONE, or EXIT_NOT_DONE for an unknown column. */
int report_html(struct command *c, const struct report *r, const struct report_view *view);

#endif
