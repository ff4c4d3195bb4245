/* SPDX-License-Identifier: MIT
 * jail_private: how a child of jail gives up what it does not need. For lib/front/jail*.c only. */
#ifndef PAR_JAIL_PRIVATE_H
#define PAR_JAIL_PRIVATE_H

#include <stdbool.h>

#include "front/jail.h"

/* From here on this process can do no more than the limits say. With `program` it may open and run what
 * the system's own folders hold, else nothing. False: it could not be confined. */
bool jail_confine(const struct jail_limits *limits, bool program);

#endif
