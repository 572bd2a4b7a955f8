"""A strict reader of calendar files (RFC 5545), as much of it as we write: what it lets through, calendars read."""

from __future__ import annotations

import datetime
import re

LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[A-Z0-9-]+)*):(?P<value>.*)", re.DOTALL)
TEXTS = {"SUMMARY", "DESCRIPTION"}
CALENDAR = {"VERSION": 1, "PRODID": 1, "CALSCALE": 1}
EVENT = {"UID", "DTSTAMP", "DTSTART"}
UNTIL = {"DTEND", "DURATION"}
"""An event has one of these: till when it is, or how long."""
ALARM = {"ACTION", "TRIGGER", "DESCRIPTION"}


def read(content: bytes) -> list[dict[str, str]]:
    """The events of a file, each its properties by name. Raises `ValueError` for what the standard does not let through."""
    text = content.decode("utf-8")
    if not text.endswith("\r\n"):
        raise ValueError("the last line has no end")
    lines = text.removesuffix("\r\n").split("\r\n")
    for line in lines:
        if len(line.encode()) > 75:
            raise ValueError(f"a line of more than 75 octets: {line}")
        if found := re.search(r"[\x00-\x08\x0a-\x1f\x7f]|\ufffd", line):
            raise ValueError(f"a control character {found[0]!r}: {line}")
        if not line.strip():
            raise ValueError("an empty line")
    unfolded: list[str] = []
    for line in lines:
        if line[0] in " \t":
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    return _calendar([_property(line) for line in unfolded])


def _property(line: str) -> tuple[str, str, str]:
    match = LINE.fullmatch(line)
    if not match:
        raise ValueError(f"no property: {line}")
    name, value = match["name"], match["value"]
    if name in TEXTS:
        if re.search(r"(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])", value) or re.search(r"(?<!\\)(?:\\\\)*\\$", value):
            raise ValueError(f"not escaped: {line}")
        value = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
    return name, match["parameters"], value


def _calendar(properties: list[tuple[str, str, str]]) -> list[dict[str, str]]:
    if properties[0] != ("BEGIN", "", "VCALENDAR") or properties[-1] != ("END", "", "VCALENDAR"):
        raise ValueError("not one calendar")
    events: list[dict[str, str]] = []
    inside: dict[str, str] | None = None
    alarm: dict[str, str] | None = None
    head: dict[str, int] = {}
    for name, parameters, value in properties[1:-1]:
        if (name, value) == ("BEGIN", "VEVENT"):
            if inside is not None:
                raise ValueError("an event in an event")
            inside = {}
        elif (name, value) == ("BEGIN", "VALARM"):
            if inside is None or alarm is not None or "ALARM" in inside:
                raise ValueError("an alarm outside an event, or a second one")
            alarm = {}
        elif (name, value) == ("END", "VALARM"):
            if inside is None or alarm is None or alarm.keys() != ALARM or alarm["ACTION"] != "DISPLAY":
                raise ValueError(f"an alarm that is not whole: {alarm}")
            inside["ALARM"] = alarm["TRIGGER"]
            alarm = None
        elif (name, value) == ("END", "VEVENT"):
            if alarm is not None or inside is None or not inside.keys() >= EVENT:
                raise ValueError(f"an event without {EVENT - (inside or {}).keys()}")
            if len(UNTIL & inside.keys()) != 1:
                raise ValueError(f"an event without an end, or with two: {inside}")
            if inside.get("DTEND", "9") <= inside["DTSTART"]:
                raise ValueError(f"an event that ends before it begins: {inside}")
            events.append(inside)
            inside = None
        elif name in ("BEGIN", "END"):
            raise ValueError(f"an unknown part: {name}:{value}")
        elif inside is None:
            if events:
                raise ValueError(f"a property of the calendar after its events: {name}")
            head[name] = head.get(name, 0) + 1
        else:
            part = inside if alarm is None else alarm
            if name in part:
                raise ValueError(f"twice in one event: {name}")
            part[name] = _valid(name, parameters, value)
    if inside is not None or head != CALENDAR:
        raise ValueError(f"not whole: {head}")
    if len({event["UID"] for event in events}) != len(events):
        raise ValueError("two events with one UID")
    return events


def _valid(name: str, parameters: str, value: str) -> str:
    if name == "DTSTAMP":
        datetime.datetime.strptime(value, "%Y%m%dT%H%M%SZ")
    if name == "DURATION" and not re.fullmatch(r"PT\d+H\d+M", value):
        raise ValueError(f"no length: {value}")
    if name == "DTSTART" and not parameters:
        datetime.datetime.strptime(value, "%Y%m%dT%H%M%S")
    elif name in ("DTSTART", "DTEND"):
        if parameters != ";VALUE=DATE" or not re.fullmatch(r"\d{8}", value):
            raise ValueError(f"no day: {name}{parameters}:{value}")
        day = datetime.datetime.strptime(value, "%Y%m%d").date()
        if not 1900 < day.year < 2200:
            raise ValueError(f"no day of our time: {value}")
    if name == "URL" and not re.fullmatch(r"https?://[!-~]+", value):
        raise ValueError(f"no address: {value}")
    if name == "TRIGGER" and not re.fullmatch(r"-P[1-9]\d?D", value):
        raise ValueError(f"no time before: {value}")
    if name == "UID" and not re.fullmatch(r"[\w.@-]+", value):
        raise ValueError(f"no name: {value}")
    return value
