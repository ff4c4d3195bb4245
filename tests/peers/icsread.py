# SPDX-License-Identifier: MIT
"""Does python3-icalendar read the calendar, and are its entries what we meant?"""
import datetime, sys
import icalendar

with open(sys.argv[1], "rb") as f:
    calendar = icalendar.Calendar.from_ical(f.read())
events = calendar.walk("VEVENT")
assert not any(part.errors for part in calendar.walk()), "a property it cannot read"
for event in events:
    assert type(event.decoded("DTSTART")) is datetime.date
    assert event.decoded("DTSTAMP").utcoffset() == datetime.timedelta(0)
    assert int(event["SEQUENCE"]) >= 0 and event["UID"] and event["SUMMARY"]
    alarms = [a.decoded("TRIGGER") for a in event.walk("VALARM")]
    assert alarms in ([], [datetime.timedelta(-7), datetime.timedelta(-1)])
assert len({e["UID"] for e in events}) == len(events)
