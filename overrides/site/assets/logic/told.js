// What was done in a project, in words: what stood there and what stands there now, where that is known.
"use strict";

/**
 * @typedef {{point: (key: string) => string, role: (slug: string) => string}} Named
 *   What a point says, nothing for one that is not there; what a role is called.
 * @typedef {{key: string, about: string, was: Value | null, value: Value | null}} Turn
 *   What a field is about: the last of its words, and that in words.
 */

const Told = (() => {
  /** @param {string} text */
  const quoted = (text) => `“${text}”`;
  /** @param {Value} day */
  const day = (day) => Dates.inWords(String(day));

  /** Old and new. @param {Turn} turn @param {string} none what there is instead of nothing @param {(value: any) => string} [say] */
  const arrow = ({ was, value }, none, say = String) =>
    [was, value].map((one) => (one === null || one === "" ? none : say(one))).join(" → ");

  /** @param {Turn} turn @param {string | undefined} counted */
  const count = (turn, counted) => turn.about && counted && `${turn.about}, ${counted}: ${arrow(turn, "leeg")}`;

  /** @param {Turn} turn @param {Named} named @param {string} what @param {string} none @param {(value: any) => string} say */
  const task = (turn, { point }, what, none, say) => {
    const words = point(turn.key).replace(/\.$/, "");
    return words && `${quoted(words)}, ${what}: ${arrow(turn, none, say)}`;
  };

  /** @param {Turn} turn @param {PlannerWords | null} planner */
  const phase = ({ key }, planner) => planner?.phases.find(({ slug }) => slug === key)?.name;

  /** Of each kind of field how its change is told; nothing where it is told with others of its kind.
   * @type {Record<string, (turn: Turn, words: ToolWords, named: Named) => string | false | 0 | null | undefined>} */
  const EXACTLY = {
    who: (turn, _, named) => task(turn, named, "wie", "niemand", named.role),
    due: (turn, _, named) => task(turn, named, "uiterlijk", "geen dag", day),
    "row-tenants": (turn, { meter }) => count(turn, meter?.counts.many),
    "row-yes": (turn, { meter }) => count(turn, meter?.answer.yes),
    "row-no": (turn, { meter }) => count(turn, meter?.answer.no),
    start: (turn, { planner }) => planner?.zero && `${planner.zero}: ${arrow(turn, "geen dag", day)}`,
    span: (turn, { planner }) => {
      const name = phase(turn, planner);
      const months = arrow(turn, "die van het handboek", ([first, last]) =>
        [first, last].map(Numbers.written).join(" tot "),
      );
      return name && `${name}, maanden: ${months}`;
    },
    busy: (turn, { planner }) => {
      const name = phase(turn, planner);
      const busy = arrow(turn, "zoals in het handboek", (value) => (value ? "ja" : "nee"));
      return name && `${name}, intensief: ${busy}`;
    },
    amount: (turn, { estimate }) => {
      const amount = estimate?.amounts[turn.key];
      return amount && `${amount.many}: ${arrow(turn, "zoals in het voorbeeld", Numbers.written)}`;
    },
    without: ({ key, value }, { estimate }) => {
      const part = estimate?.rows.find(({ id }) => id === key);
      return part && `${part.what}: ${value ? "telt niet mee" : "telt weer mee"}`;
    },
    "vow-what": (turn) => turn.about && `${turn.about}, belofte: ${arrow(turn, "geen", quoted)}`,
    "vow-kept": ({ about, was, value }) => about && (was || value) && `${about}: ${value ? "gedaan" : "weer open"}`,
    "vow-by": (turn) => turn.about && turn.was && turn.value && `${turn.about}, wie het doet: ${arrow(turn, "")}`,
    "vow-day": (turn) =>
      turn.about && turn.was && turn.value && `${turn.about}, dag van de belofte: ${arrow(turn, "", day)}`,
  };
  const KINDS = Object.keys(EXACTLY);

  /** @param {Change} change */
  const kindOf = ({ field }) => field.split(" ")[0];

  /** What stood somewhere and what stands there now; nothing where that is not known.
   * @param {Change} change @param {ToolWords} words @param {Named} named */
  const exactly = (change, words, named) => {
    const { field, value, was, about = "" } = change;
    const kind = kindOf(change);
    if (was === undefined || !Object.hasOwn(EXACTLY, kind)) return "";
    return EXACTLY[kind]({ key: field.slice(kind.length + 1), about, was, value }, words, named) || "";
  };

  /** @param {number} number @param {string} one @param {string} many @param {string} did */
  const counted = (number, one, many, did) => (number ? [`${Counts.of(number, one, many)} ${did}`] : []);

  /** What was done, in a few words each. Of a project that is new it is not said that nothing stood there.
   * @param {Change[]} events @param {ToolWords} words @param {Named} named @returns {string[]} */
  const inWords = (events, words, named) => {
    const last = [...new Map(events.map((one) => [one.field, one])).values()];
    const fresh = last.some(({ field, was }) => field === "name" && was === null);
    const exact = last
      .map((change) => ({ change, said: fresh ? "" : exactly(change, words, named) }))
      .filter(({ said }) => said)
      .sort((one, other) => KINDS.indexOf(kindOf(one.change)) - KINDS.indexOf(kindOf(other.change)));
    const done = new Set(exact.map(({ change }) => change));
    /** What is left to tell of these kinds. @param {...string} kinds */
    const of = (...kinds) => last.filter((change) => !done.has(change) && kinds.includes(kindOf(change)));
    /** @param {Change[]} those */
    const points = (those) => {
      const said = those
        .map(({ field }) => named.point(field.split(" ").slice(1).join(" ")).replace(/\.$/, ""))
        .filter(Boolean);
      return said.length && said.length <= 3 ? `: ${said.map(quoted).join(", ")}` : "";
    };
    /** At which spots, as far as they are few. @param {Change[]} those */
    const spots = (those) => {
      const said = [...new Set(those.map(({ about }) => about).filter(Boolean))];
      return said.length && said.length <= 3 ? `: ${said.join(", ")}` : "";
    };
    const called = (/** @type {{called: string} | null} */ tool, /** @type {string} */ otherwise) =>
      tool?.called ?? otherwise;
    /** @param {Change[]} those @returns {[Change[], Change[]]} */
    const setOrTaken = (those) => [
      those.filter(({ value }) => value !== null),
      those.filter(({ value }) => value === null),
    ];
    const [set, unset] = setOrTaken(of("tick"));
    const [tried, untried] = setOrTaken(of("try"));
    return [
      ...of(Journal.GONE).map(({ value }) => (value ? "het project gewist" : "het project teruggezet")),
      ...of("name").map(({ value }) => `de naam: ${value}`),
      ...counted(set.length, "vinkje", "vinkjes", "gezet").map((said) => said + points(set)),
      ...counted(unset.length, "vinkje", "vinkjes", "weggehaald").map((said) => said + points(unset)),
      ...(of("who", "due").length ? ["wie wat wanneer doet"] : []),
      ...exact.map(({ said }) => said),
      ...(of("row-at", "row-name", "row-tenants", "row-yes", "row-no").length
        ? [`de telling van ${called(words.meter, "de meter")}`]
        : []),
      ...(of("start", "span", "busy").length ? ["de planning"] : []),
      ...(of("amount", "without").length ? [called(words.estimate, "de raming")] : []),
      ...counted(of("answer").length, "antwoord", "antwoorden", `in ${called(words.scan, "de scan")}`),
      ...counted(tried.length, "poging", "pogingen", `in ${called(words.round, "de ronde")}`).map(
        (said) => said + spots(tried),
      ),
      ...counted(untried.length, "poging", "pogingen", `weggehaald uit ${called(words.round, "de ronde")}`).map(
        (said) => said + spots(untried),
      ),
      ...counted(setOrTaken(of("vow-what"))[0].length, "belofte", "beloften", "opgeschreven"),
      ...counted(of("vow-kept").filter(({ value }) => value).length, "belofte", "beloften", "nagekomen"),
      ...(of("spot-part", "spot-name").length && !tried.length && !untried.length
        ? [called(words.round, "de ronde")]
        : []),
    ];
  };

  return { inWords };
})();
