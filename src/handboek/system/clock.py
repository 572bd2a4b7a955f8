"""The day of today. Only the check looks at the clock; pages print dates and never an age."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """Today, or the day of `SOURCE_DATE_EPOCH` where a build has to give the same result every day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).astimezone().date()
