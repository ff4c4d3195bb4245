/* SPDX-License-Identifier: MIT
 * place: where something stands in a file. It travels with every struct that was read, so that any
 * stage can say FILE:LINE:COL. Any file may include this. */
#ifndef PAR_PLACE_H
#define PAR_PLACE_H

struct place {
	const char *file; /* as the user named it; "-" is standard input; NULL: nowhere */
	unsigned line;	  /* from 1; 0: the file as a whole */
	unsigned column;  /* from 1, in characters after NFC; 0: the line as a whole */
};

#endif
