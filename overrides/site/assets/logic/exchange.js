// Projects as a file: to take along, to give to a colleague, and to read again beside what is there already.
"use strict";

/**
 * @typedef {Project & {id: string}} Given A project in a file; its id is "" in files that were made before it was told.
 * @typedef {{given: Given, id: string, differs: string[]}} Meeting
 *   A project of a file with the one here that it meets ("" for none), and in what they differ, in words.
 */

/** A file that is not read, with the reason for people. */
class Unreadable extends Error {}

const Exchange = (() => {
  const FORMAT = "handboek-projecten";
  const OLDEST = 2;
  /** As much as a file may hold. The largest real project is a hundredth of it. */
  const MOST = {
    bytes: 1_000_000,
    projects: 50,
    parts: 200,
    keys: 5_000,
    letters: 200,
    people: 99_999,
    spots: 2_000,
    tries: 20,
  };
  const NOTHING = "Er is niets veranderd.";
  const STRANGE = `Dit is geen bestand met projecten uit dit handboek. ${NOTHING}`;

  /** The text of an export. @param {[string, Project][]} projects @param {string} day */
  const text = (projects, day) =>
    JSON.stringify(
      {
        format: FORMAT,
        version: Store.VERSION,
        exported: day,
        projects: projects.map(([id, one]) => ({ id, ...one })),
      },
      null,
      1,
    );

  /** @param {boolean} holds @param {string} words */
  const must = (holds, words) => {
    if (!holds) throw new Unreadable(`${words} ${NOTHING}`);
  };

  /** @param {any} value @returns {number} */
  const size = (value) => (typeof value === "object" && value !== null ? Object.keys(value).length : 0);

  /** Whether a file of this size is read at all. @param {number} bytes */
  const weigh = (bytes) =>
    must(bytes <= MOST.bytes, `Dit bestand is te groot: ${Files.size(bytes)}, en er past hoogstens 1 MB in.`);

  /** Refuse more than a page can show or a device can keep. @param {any} one @param {ToolWords} words */
  const measure = (one, { meter: counted }) => {
    const { name, ticks, meter, plan, scan, round } = Object(one);
    must(
      size(meter) <= MOST.parts,
      `Een project in dit bestand heeft te veel ${counted?.part.many ?? "rijen"}: ${size(meter)}, en er passen er ${MOST.parts}.`,
    );
    const spots = Object.values(Object(round));
    must(
      spots.length <= MOST.spots && spots.every((spot) => size(spot?.tries) <= MOST.tries),
      `Een project in dit bestand heeft een te lange ronde: er passen ${MOST.spots} plekken in, met elk ${MOST.tries} pogingen.`,
    );
    const maps = [
      ticks,
      plan?.spans,
      plan?.busy,
      scan,
      ...(size(scan) <= MOST.keys ? Object.values(Object(scan)) : []),
    ];
    const most = maps.reduce((all, map) => all + size(map), 0);
    must(
      most <= MOST.keys,
      `Een project in dit bestand heeft te veel vinkjes en antwoorden: ${most}, en er passen er ${MOST.keys}.`,
    );
    const words = [
      name,
      plan?.start,
      ...(Array.isArray(meter) ? meter.map((row) => row?.name) : []),
      ...spots.flatMap((spot) => [spot?.part, spot?.name, spot?.vow?.what, spot?.vow?.by, spot?.vow?.day]),
      ...maps.flatMap((map) => Object.entries(Object(map)).flat()),
    ];
    must(
      !words.some((word) => typeof word === "string" && word.length > MOST.letters),
      `In dit bestand staat een naam of antwoord van meer dan ${MOST.letters} tekens.`,
    );
    for (const row of Array.isArray(meter) ? meter : []) {
      for (const number of [row?.tenants, row?.yes, row?.no]) {
        must(
          typeof number !== "number" || (number >= 0 && number <= MOST.people),
          `In dit bestand staat een aantal dat niet kan: ${number}.`,
        );
      }
    }
  };

  /**
   * The projects in a text; throws `Unreadable` where it is none of ours, or holds too much.
   * @param {string} kept @param {Record<string, string>} moved @param {ToolWords} words @returns {Given[]}
   */
  const read = (kept, moved, words) => {
    weigh(kept.length);
    /** @type {any} */
    let data;
    try {
      data = JSON.parse(kept);
    } catch {
      throw new Unreadable(STRANGE);
    }
    if (data?.format !== FORMAT || !Array.isArray(data.projects)) throw new Unreadable(STRANGE);
    must(
      data.version >= OLDEST && data.version <= Store.VERSION,
      "Dit bestand komt uit een andere uitgave van dit handboek. Deze uitgave kan het niet lezen.",
    );
    must(data.projects.length > 0, "In dit bestand staat geen project.");
    must(
      data.projects.length <= MOST.projects,
      `In dit bestand staan te veel projecten: ${data.projects.length}, en er passen er ${MOST.projects}.`,
    );
    return data.projects.map((/** @type {any} */ one) => {
      measure(one, words);
      try {
        return { ...Store.followed(Store.shaped(one), moved), id: /^[a-z0-9]{1,40}$/i.test(one.id) ? one.id : "" };
      } catch {
        throw new Unreadable(STRANGE);
      }
    });
  };

  /** @param {number} number @param {string} one @param {string} more */
  const counted = (number, one, more) => `${number} ${number === 1 ? one : more}`;

  /** A value as text, whatever the order of its keys. @param {unknown} value @returns {string} */
  const flat = (value) =>
    JSON.stringify(value, (_, inner) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    );

  /** In what a project of a file differs from ours, in words. @param {Project} given @param {Project} ours @param {ToolWords} words @returns {string[]} */
  const difference = (given, ours, words) => {
    const said = [];
    if (!Store.same(given.name, ours.name)) said.push(`in het bestand heet het ${given.name}`);
    const [theirs, mine] = [given.ticks, ours.ticks].map(
      (ticks, index, both) => Object.keys(ticks).filter((key) => !Object.hasOwn(both[1 - index], key)).length,
    );
    if (theirs)
      said.push(
        `in het bestand ${theirs === 1 ? "staat" : "staan"} ${counted(theirs, "vinkje", "vinkjes")} die hier niet ${theirs === 1 ? "staat" : "staan"}`.replace(
          "vinkje die",
          "vinkje dat",
        ),
      );
    if (mine)
      said.push(
        `hier ${mine === 1 ? "staat" : "staan"} ${counted(mine, "vinkje", "vinkjes")} die in het bestand niet ${mine === 1 ? "staat" : "staan"}`.replace(
          "vinkje die",
          "vinkje dat",
        ),
      );
    if (flat(given.meter) !== flat(ours.meter))
      said.push(words.meter ? `de telling van ${words.meter.called} is anders` : "de telling is anders");
    if (flat(given.plan) !== flat(ours.plan)) said.push("de planning is anders");
    if (flat(given.scan) !== flat(ours.scan)) said.push(`${words.scan?.called ?? "de scan"} is anders`);
    if (flat(given.round) !== flat(ours.round)) said.push(`${words.round?.called ?? "de ronde"} is anders`);
    if (!said.length && flat(given.ticks) !== flat(ours.ticks))
      said.push("sommige vinkjes zijn op een andere dag gezet");
    return said;
  };

  /** The project here that a given one meets: the same one, else one with the same name. @param {State} state @param {Given} given @param {ToolWords} words @returns {Meeting} */
  const meet = (state, given, words) => {
    const { id, ...project } = given;
    const found =
      id && Object.hasOwn(state.projects, id)
        ? id
        : Object.keys(state.projects).find((key) => Store.same(state.projects[key].name, given.name));
    return { given, id: found ?? "", differs: found ? difference(project, state.projects[found], words) : [] };
  };

  return { MOST, text, weigh, read, meet };
})();
