// Projects as a file: to take along, to give to a colleague, and to read again beside what is there already.
"use strict";

/**
 * @typedef {{id: string, project: Project, events: Happening[], old: boolean, gone: boolean, left: Left[]}} Given
 *   A project in a file: as it is there, and the events that made it; `old` where the file is of before events were kept; whether
 *   somebody deleted it; what was left out, since it is personal.
 * @typedef {{value: string, field: string, found: PrivacyFind}} Left A text that is personal, and where it stood.
 * @typedef {(text: string) => PrivacyFind[]} Find Of each sort of personal data the first in a text.
 * @typedef {"new" | "equal" | "differs" | "gone"} Standing
 * @typedef {{given: Given, id: string, standing: Standing, differs: string[]}} Meeting
 *   A project of a file with the one here that it meets ("" for none), and in what they differ, in words.
 */

/** A file that is not read, with the reason for people. */
class Unreadable extends Error {}

const Exchange = (() => {
  const OLDEST = 2;
  /** The first version that holds events. */
  const EVENTS = 4;
  /** As much as a file may hold. The largest real project is a hundredth of it. */
  const MOST = {
    bytes: 2_000_000,
    events: 20_000,
    projects: 50,
    parts: 200,
    keys: 5_000,
    letters: 200,
    people: 99_999,
    spots: 2_000,
    tries: 20,
    vows: 20,
  };
  const NOTHING = "Er is niets veranderd.";
  /** What stands where something personal was left out. */
  const LEFT = "(weggelaten)";
  const STRANGE = `Dit is geen bestand met projecten uit dit handboek. ${NOTHING}`;

  /** What is personal in what an event says: a page lets nobody type that, but a file is a text that anybody can change.
   * @param {Happening} event @param {Find} find @returns {Left[]} */
  const wrong = ({ field, value }, find) =>
    [field === Journal.INTO ? null : value].flat().flatMap((text) => {
      const [found] = typeof text === "string" && !Dates.isDay(text) ? find(text) : [];
      return found ? [{ value: String(text), field, found }] : [];
    });

  /** What is personal in what was done: where that stands, nothing leaves the device. What was written over is kept nowhere.
   * @param {Happening[]} events @param {Find} find */
  const personal = (events, find) => events.flatMap((event) => wrong(event, find));

  /** A project of a file without what is personal; all the rest of it stays.
   * @param {Given} given @param {Find} find @param {Record<string, string>} moved @returns {Given} */
  const spared = (given, find, moved) => {
    const left = personal(given.events, find);
    if (!left.length) return given;
    const events = given.events.map((event) => {
      const { length } = wrong(event, find);
      return length ? { ...event, value: Array.isArray(event.value) ? event.value.map(() => "") : LEFT } : event;
    });
    const cells = Journal.seen(Journal.merged(events, []), moved).cells.get(given.id);
    return { ...given, events, project: cells ? Journal.project(cells) : given.project, left };
  };

  /** Where a text stood, in words. @param {string} field @param {ToolWords} words */
  const where = (field, { meter, round }) => {
    const [kind] = field.split(" ");
    return (
      {
        name: "de naam van het project",
        "row-name": `de naam van een ${meter?.part.one ?? "deel"}`,
        "spot-part": `de naam van een ${round?.part.one ?? "deel"}`,
        "spot-name": `de naam van een ${round?.spot.one ?? "plek"}`,
        [Journal.LABEL]: "de naam van een apparaat",
      }[kind] ?? (kind.startsWith("vow-") ? "een belofte" : "een antwoord")
    );
  };

  /** @param {boolean} holds @param {string} words */
  const must = (holds, words) => {
    if (!holds) throw new Unreadable(`${words} ${NOTHING}`);
  };

  /** @param {any} value @returns {number} */
  const size = (value) => (typeof value === "object" && value !== null ? Object.keys(value).length : 0);

  /** Whether a file of this size is read at all. @param {number} bytes */
  const weigh = (bytes) =>
    must(
      bytes <= MOST.bytes,
      `Dit bestand is te groot: ${Files.size(bytes)}, en er past hoogstens ${MOST.bytes / 1_000_000} MB in.`,
    );

  /** Refuse more than a page can show or a device can keep. @param {any} one @param {ToolWords} words */
  const measure = (one, { meter: counted }) => {
    const { name, ticks, meter, plan, scan, round, tasks, estimate } = Object(one);
    must(
      size(meter) <= MOST.parts,
      `Een project in dit bestand heeft te veel ${counted?.part.many ?? "rijen"}: ${size(meter)}, en er passen er ${MOST.parts}.`,
    );
    const spots = Object.values(Object(round));
    must(
      spots.length <= MOST.spots &&
        spots.every((spot) => size(spot?.tries) <= MOST.tries && size(spot?.vows) <= MOST.vows),
      `Een project in dit bestand heeft een te lange ronde: er passen ${MOST.spots} plekken in, met elk ${MOST.tries} pogingen en ${MOST.vows} beloften.`,
    );
    const maps = [
      ticks,
      plan?.spans,
      plan?.busy,
      scan,
      tasks,
      estimate?.amounts,
      estimate?.without,
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
      ...spots.flatMap((spot) => [spot?.part, spot?.name, ...Object.values(Object(spot?.vow))]),
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
   * The projects in a text, without what is personal; throws `Unreadable` where it is none of ours, or holds too much.
   * @param {string} kept @param {Record<string, string>} moved @param {ToolWords} words @param {Find} find @returns {Given[]}
   */
  const read = (kept, moved, words, find) => {
    weigh(kept.length);
    /** @type {any} */
    let data;
    try {
      data = JSON.parse(kept);
    } catch {
      throw new Unreadable(STRANGE);
    }
    if (data?.format !== ProjectStore.FORMAT) throw new Unreadable(STRANGE);
    must(
      data.version >= OLDEST && data.version <= ProjectStore.VERSION,
      "Dit bestand komt uit een andere uitgave van dit handboek. Deze uitgave kan het niet lezen.",
    );
    const found = data.version < EVENTS ? ofBefore(data.projects, words) : ofNow(data.events, moved);
    must(found.length > 0, "In dit bestand staat geen project.");
    limit(found.length);
    found.forEach(({ project }) => measure(project, words));
    return found.map((one) => spared(one, find, moved));
  };

  /** The projects of files that somebody chose, by their names; throws where one is not read.
   * @param {File[]} files @param {(text: string) => Given[]} reading @returns {Promise<[string, Given[]][]>} */
  const opened = async (files, reading) => {
    files.forEach(({ size }) => weigh(size));
    const texts = await Promise.all(files.map((one) => one.text()));
    return files.map(({ name }, index) => [name, reading(texts[index])]);
  };

  /** Why a file is not read, for people. @param {unknown} error */
  const reason = (error) => (error instanceof Unreadable ? error.message : `Dit bestand is niet te lezen. ${NOTHING}`);

  /** @param {number} projects */
  const limit = (projects) =>
    must(
      projects <= MOST.projects,
      `In dit bestand staan te veel projecten: ${projects}, en er passen er ${MOST.projects}.`,
    );

  /** Projects of a file of before events were kept; one that has no id goes by its name. @param {any} projects @param {ToolWords} words @returns {Given[]} */
  const ofBefore = (projects, words) => {
    if (!Array.isArray(projects)) throw new Unreadable(STRANGE);
    limit(projects.length);
    return projects.map((one) => {
      measure(one, words);
      try {
        const project = ProjectShape.shaped(one);
        const id = /^[a-z0-9]{1,40}$/i.test(one.id ?? "") ? one.id : `n${Hashes.of(ProjectShape.read(project.name))}`;
        return { id, project, events: Journal.founded(id, project), old: true, gone: false, left: [] };
      } catch {
        throw new Unreadable(STRANGE);
      }
    });
  };

  /** Projects of a file that holds events. @param {any} packed @param {Record<string, string>} moved @returns {Given[]} */
  const ofNow = (packed, moved) => {
    must(
      size(packed?.rows) <= MOST.events,
      `In dit bestand staat te veel: ${size(packed?.rows)} wijzigingen, en er passen er ${MOST.events}.`,
    );
    /** @type {Happening[]} */
    let events;
    try {
      events = Journal.unpacked(packed);
    } catch {
      throw new Unreadable(STRANGE);
    }
    must(
      !events.some(({ field, value }) => [field, value].flat().some((one) => String(one).length > MOST.letters)),
      `In dit bestand staat een naam of antwoord van meer dan ${MOST.letters} tekens.`,
    );
    const { cells, home } = Journal.seen(events, moved);
    return [...cells].map(([id, mine]) => ({
      id,
      project: Journal.project(mine),
      events: events.filter((one) => home(one.project) === id),
      old: false,
      gone: Boolean(mine.get(Journal.GONE)?.value),
      left: [],
    }));
  };

  /** So many ticks that stand in one place and not in the other. @param {number} number @param {string} where @param {string} not */
  const ticksIn = (number, where, not) => {
    const stand = Counts.word(number, "staat", "staan");
    return `${where} ${stand} ${Counts.of(number, "vinkje dat", "vinkjes die")} ${not} niet ${stand}`;
  };

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
    if (!ProjectShape.same(given.name, ours.name)) said.push(`in het bestand heet het ${given.name}`);
    const [theirs, mine] = [given.ticks, ours.ticks].map(
      (ticks, index, both) => Object.keys(ticks).filter((key) => !Object.hasOwn(both[1 - index], key)).length,
    );
    if (theirs) said.push(ticksIn(theirs, "in het bestand", "hier"));
    if (mine) said.push(ticksIn(mine, "hier", "in het bestand"));
    if (flat(given.meter) !== flat(ours.meter))
      said.push(words.meter ? `de telling van ${words.meter.called} is anders` : "de telling is anders");
    if (flat(given.plan) !== flat(ours.plan)) said.push("de planning is anders");
    if (flat(given.scan) !== flat(ours.scan)) said.push(`${words.scan?.called ?? "de scan"} is anders`);
    if (flat(given.round) !== flat(ours.round)) said.push(`${words.round?.called ?? "de ronde"} is anders`);
    if (flat(given.tasks) !== flat(ours.tasks)) said.push("wie wat wanneer doet, is anders");
    if (flat(given.estimate) !== flat(ours.estimate)) said.push(`${words.estimate?.called ?? "de raming"} is anders`);
    if (!said.length && flat(given.ticks) !== flat(ours.ticks))
      said.push("sommige vinkjes zijn op een andere dag gezet");
    return said;
  };

  /** The project here that a given one meets: the same one, else one with the same name. @param {State} state @param {Given} given @param {ToolWords} words @returns {Meeting} */
  const meet = (state, given, words) => {
    const { home, gone, cells } = Journal.seen(state.events, state.moved);
    const here = home(given.id);
    if (gone[here]) return { given, id: here, standing: given.gone ? "equal" : "gone", differs: [] };
    const id = cells.has(here)
      ? here
      : Object.keys(state.projects).find((key) => ProjectShape.same(state.projects[key].name, given.project.name));
    if (!id) return { given, id: "", standing: "new", differs: [] };
    const ours = state.projects[id];
    const differs = given.gone ? ["in het bestand is het gewist"] : difference(given.project, ours, words);
    return { given, id, standing: differs.length ? "differs" : "equal", differs };
  };

  /** The events that put a given project together with one that is here: where that has another id, the two are one from now on.
   * @param {State} state @param {Given} given @param {string} id */
  const together = (state, given, id) => {
    const { home } = Journal.seen(state.events, state.moved);
    if (home(given.id) === id) return given.events;
    const all = Journal.merged(state.events, given.events);
    return [...given.events, Journal.joined(all, given.id, id, { device: state.device || "a", day: Dates.today() })];
  };

  /** A given project beside what is here, right behind it, the same one however often it is read.
   * @param {Given} given @returns {Happening[]} */
  const beside = (given) => {
    const id = `b${Hashes.of(given.id + flat(given.project))}`;
    const events = given.events.map((event) => ({ ...event, project: id }));
    for (const one of events) if (one.field === Journal.SINCE) one.value = Number(one.value) + 0.5;
    return Journal.merged(events, []);
  };

  return { MOST, LEFT, personal, where, read, opened, reason, meet, together, beside };
})();
