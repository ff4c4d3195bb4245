/* SPDX-License-Identifier: MIT
 * planwords: the words for levels and fields of reform, and the field that a heading speaks of. */
#include <string.h>

#include "base/text.h"
#include "data/plan_private.h"

const char *const plan_levels[] = {"state", "province", "district", "commune", "agency", NULL};
const char *const plan_fields[] = {
    "institutions",   "procedures",	    "organisation", "civil-service",
    "public-finance", "digital-government", "steering",	    NULL};

const char *level_word(enum level level)
{
	return level == LEVEL_NONE ? "" : plan_levels[level - 1];
}

const char *field_word(enum field field)
{
	return field == FIELD_NONE ? "" : plan_fields[field - 1];
}

static int find_word(const char *const words[], const char *word)
{
	for (int i = 0; word && words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return i + 1;
	return 0;
}

enum level level_find(const char *word)
{
	return (enum level)find_word(plan_levels, word);
}

enum field field_find(const char *word)
{
	return (enum field)find_word(plan_fields, word);
}

enum field field_of_title(const char *title)
{
	static const struct {
		const char *words; /* accent-blind, at a word's start */
		enum field field;
	} signs[] = {
	    {"thu tuc", FIELD_PROCEDURES},
	    {"the che", FIELD_INSTITUTIONS},
	    {"bo may", FIELD_ORGANISATION},
	    {"cong vu", FIELD_CIVIL_SERVICE},
	    {"doi ngu", FIELD_CIVIL_SERVICE},
	    {"can bo cong chuc", FIELD_CIVIL_SERVICE},
	    {"tai chinh", FIELD_PUBLIC_FINANCE},
	    {"dien tu", FIELD_DIGITAL_GOVERNMENT},
	    {"chinh quyen so", FIELD_DIGITAL_GOVERNMENT},
	    {"chinh phu so", FIELD_DIGITAL_GOVERNMENT},
	    {"chuyen doi so", FIELD_DIGITAL_GOVERNMENT},
	    {"hien dai hoa", FIELD_DIGITAL_GOVERNMENT},
	    {"chi dao", FIELD_STEERING},
	    {"dieu hanh", FIELD_STEERING},
	    {"tuyen truyen", FIELD_STEERING},
	};
	for (size_t i = 0; title && i < sizeof signs / sizeof *signs; i++)
		if (text_match(title, signs[i].words))
			return signs[i].field;
	return FIELD_NONE;
}
