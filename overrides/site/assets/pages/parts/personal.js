// What is personal in what somebody types into a tool, or in what a file holds.
"use strict";

const Personal = {
  /** Of each sort of personal data the first in a text. */
  find: Privacy(PERSONAL, "").first,
};
