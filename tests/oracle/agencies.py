# SPDX-License-Identifier: MIT
"""Names of agencies, for the oracle: their order, what they become, who belongs to a group."""
import unicodedata
from datetime import date

ALPHABET = " ,aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"


def collated(name):
    """Vietnamese order for names of letters, blanks and commas: letters first, then tones."""
    letters, tones = [], []
    for c in unicodedata.normalize("NFC", name.lower()):
        tone = [m for m in unicodedata.normalize("NFD", c) if m in TONES]
        bare = unicodedata.normalize("NFC", "".join(m for m in unicodedata.normalize("NFD", c) if m not in TONES))
        letters.append(ALPHABET.index(bare))
        tones.append(TONES.index(tone[0]) + 1 if tone else 0)
    return letters, tones, name


class Registry:
    """Agencies as dicts id, name, aliases, kind, of, becomes [(id, date)]; groups as dicts name,
    aliases, kinds, of; open names. Group terms of the field known by heart: `terms`."""

    terms = {"Các sở, ban, ngành tỉnh": ("Sở ", "Ban ", "Thanh tra tỉnh", "Văn phòng UBND tỉnh"),
             "UBND cấp huyện": ("UBND huyện ", "UBND thị xã ", "UBND thành phố "),
             "UBND cấp xã": ("UBND xã ", "UBND phường ", "UBND thị trấn ")}

    def __init__(self, agencies=(), groups=(), open_names=("các cơ quan, đơn vị có liên quan",)):
        self.agencies, self.groups, self.open = list(agencies), list(groups), set(open_names)

    def find(self, name, place):
        for a in self.agencies:
            if a.get("of") == place and name in [a["name"], *a.get("aliases", ())]:
                return a
        return None

    def today(self, agency, day):
        moved = True
        while moved:
            moved = False
            for target, since in agency.get("becomes", ()):
                if since <= day:
                    agency = next(a for a in self.agencies if a["id"] == target and a["of"] == agency["of"])
                    moved = True
                    break
        return agency

    def group(self, name, place):
        for g in self.groups:
            if g["of"] == place and name in [g["name"], *g.get("aliases", ())]:
                return g
        return None

    def members(self, group, day):
        """Those that exist as themselves on `day`, at any time for None, in the registry's order."""
        return [a for a in self.agencies if a.get("kind") in group["kinds"] and a.get("of") == group["of"] and (
            not day or (self.today(a, day) is a and a.get("from", day) <= day < a.get("until", date.max)))]

    def is_one(self, name, place):
        return self.find(name, place) or not (self.group(name, place) or name in self.terms or name in self.open)

    def is_member(self, name, term):
        return term in self.open or self.stands_for(term, name)

    def stands_for(self, term, name):
        return any(name.startswith(t) for t in self.terms.get(term, ()))
