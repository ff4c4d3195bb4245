/* SPDX-License-Identifier: MIT
 * icsread: does libical read the calendar on standard input without an error, and is it whole? */
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

static char *next_line(char *s, size_t size, void *file)
{
	return fgets(s, (int)size, file);
}

int main(void)
{
	icalparser *parser = icalparser_new();
	icalcomponent *calendar = NULL;
	icalparser_set_gen_data(parser, stdin);
	while (!calendar) {
		char *line = icalparser_get_line(parser, next_line);
		if (!line)
			break;
		calendar = icalparser_add_line(parser, line);
		icalmemory_free_buffer(line);
	}
	if (!calendar || icalcomponent_count_errors(calendar)) {
		fprintf(stderr, "libical: cannot read it\n");
		return 1;
	}
	if (!icalrestriction_check(calendar) || icalcomponent_count_errors(calendar) ||
	    !icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT)) {
		fprintf(stderr, "libical: not valid\n%s", icalcomponent_as_ical_string(calendar));
		return 1;
	}
	icalcomponent_free(calendar);
	icalparser_free(parser);
	return 0;
}
