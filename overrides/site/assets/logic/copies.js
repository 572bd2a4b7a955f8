// How many copies of a sheet a group needs: for each person, pair or table, or one for all. As `workshop.copies` in Python.
"use strict";

var Copies = (() => {
  /** For whom a copy is, as somebody chooses it; "" for a number that does not grow with a group. @type {Record<string, string>} */
  const FOR = { "": "vast aantal", persoon: "per persoon", tweetal: "per tweetal", groep: "per groepje of tafel" };

  /** @param {string} per @param {number} number @param {number} people 0 where nobody counted yet @param {number} perGroup */
  const needed = (per, number, people, perGroup) => {
    /** @type {Record<string, number>} */
    const size = { persoon: 1, tweetal: 2, groep: perGroup, tafel: perGroup };
    return number * (size[per] ? Math.max(Math.ceil(people / size[per]), 1) : 1);
  };

  return { FOR, needed };
})();
