// Old addresses and where they went. The build writes this file anew; what was kept under an old address follows.
"use strict";

/** @type {Record<string, string>} */
const MOVED = {};
