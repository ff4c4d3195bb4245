/* SPDX-License-Identifier: MIT
 * floor_yaml: what libyaml alone takes for the files: its bare event loop. */
#include <stdio.h>
#include <yaml.h>

int main(int argc, char *argv[])
{
	unsigned long events = 0;
	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");
		yaml_parser_t parser;
		yaml_event_t event;
		yaml_event_type_t type = YAML_NO_EVENT;
		if (!f || !yaml_parser_initialize(&parser))
			return 1;
		yaml_parser_set_input_file(&parser, f);
		while (type != YAML_STREAM_END_EVENT) {
			if (!yaml_parser_parse(&parser, &event))
				return 1;
			type = event.type;
			events++;
			yaml_event_delete(&event);
		}
		yaml_parser_delete(&parser);
		fclose(f);
	}
	printf("%lu events\n", events);
	return 0;
}
