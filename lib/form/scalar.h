/* SPDX-License-Identifier: MIT
 * scalar: how a text can stand in YAML. It knows no trees and no library. For yamlout only. */
#ifndef PAR_SCALAR_H
#define PAR_SCALAR_H

#include <stdbool.h>

enum scalar_style { SCALAR_PLAIN, SCALAR_SINGLE, SCALAR_DOUBLE, SCALAR_BLOCK };

/* The style that reads best and is read back the same. In flow style (`flow`) fewer texts can stand
 * plain and none as a block. `quoted`: what others read as a number or the like gets quotes. */
enum scalar_style scalar_choose(const char *text, bool quoted, bool flow);

bool scalar_is_one_line(const char *text); /* no line break of any kind */

#endif
