/* SPDX-License-Identifier: MIT
 * workspacerules: files of rules taken into a workspace, and whom their faults concern. For
 * workspace.c only. */
#ifndef PAR_WORKSPACERULES_H
#define PAR_WORKSPACERULES_H

#include "front/workspace.h"

struct node;

/* `named`: it is the file of --rules. */
void workspace_take_rules(struct workspace *w, const struct workspace_request *request,
			  const struct node *root, bool named);

#endif
