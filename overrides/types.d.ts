// What other scripts and the build put beside ours, for the check of their types.

/** Old addresses and where they went. */
declare const MOVED: Record<string, string>;

/** What finds personal data: `exported` in src/handboek/privacy/. */
declare const PERSONAL: PrivacyTable;

/** The words of the tools of a method: `tool_words` in src/handboek/render/onscreen.py. */
interface MeterWords {
  called: string;
  threshold: number;
  counts: { one: string; many: string };
  part: { one: string; many: string; the: string; whole: string };
  answer: { one: string; many: string; yes: string; no: string };
  silence: { name: string; short: string; one: string; many: string; none: string };
  out_of_reach: string;
}
interface PlannerWords {
  slug: string;
  title: string;
  asks: string;
  will: string;
  did: string;
  runs: { one: string; many: string };
  /** What happens in month 0, and the same with its article. */
  zero: string;
  the_zero: string;
  /** What a plan leaves out below so many months, with what is done instead and the risk. */
  short: { title: string; address: string; below: number; instead: string | null; risk: string }[];
  /** Its phases as the handbook has them, with their addresses from the root of the site. */
  phases: PlanPhase[];
}
interface ScanWords {
  slug: string;
  title: string;
  called: string;
  moments: { id: string; name: string }[];
}
interface RoundWords {
  slug: string;
  title: string;
  called: string;
  spot: { one: string; many: string };
  part: { one: string; many: string; the: string; whole: string };
  tries: number;
  outcomes: { id: string; name: string; done: boolean; opened: boolean; promises: boolean; then: string | null }[];
  dayparts: { id: string; name: string; until: number; weekend: boolean }[];
  by: string[];
  never: string;
}
interface EstimateWords {
  /** The planner of the method: what it counts back from, and where it stands. */
  planned: { the_zero: string; called: string; address: string } | null;
  slug: string;
  title: string;
  called: string;
  /** What somebody fills in; what an hour costs; the weeks of the whole; the weeks in which people visit, how many hours a week each. */
  asks: string[];
  rate: string;
  week: string;
  visit_weeks: string;
  visit_hours: number;
  visitors: { one: string; many: string };
  amounts: Record<
    string,
    { one: string; many: string; number: number | null; of: string | null; times: number; by: number; why: string }
  >;
  /** The parts that count: for each of an amount so often and by so many, so many minutes. */
  rows: {
    id: string;
    what: string;
    told: string;
    address: string;
    per: string;
    each: number;
    people: number;
    minutes: [number, number];
    visit: boolean;
  }[];
}
/** Nothing for a tool that the method does not describe. */
interface ToolWords {
  meter: MeterWords | null;
  planner: PlannerWords | null;
  scan: ScanWords | null;
  estimate: EstimateWords | null;
  round: RoundWords | null;
}

/** What a reader sees of a piece, page or list in a list of results. */
interface SearchText {
  title: string;
  address: string;
  summary: string;
  text: string[];
  /** Where a part of the page begins: the first of its lines, its anchor and its heading. */
  parts: [number, string, string][];
}

/** A piece, page or list as the search knows it: `Document` in src/handboek/search/documents.py. */
interface SearchDocument extends SearchText {
  kind: string;
  phases: number[];
  weight: number;
  names: string[];
  wants: string[];
  heads: string[];
}

/** What a search says of itself, whatever is asked. */
interface SearchAbout {
  synonyms: { from: string[]; to: string[]; absent?: string }[];
  /** What one and several of a kind are called. */
  kinds: Record<string, [string, string]>;
  /** Words in a query that ask for a kind. */
  called: Record<string, string[]>;
  /** Where to look further when nothing is found: an address and its title. */
  ways: [string, string][];
  /** The names of the phases by number. */
  phases: Record<string, string>;
  /** What somebody can search here, as an example. */
  tries: string[];
  /** How the method calls one of its people. */
  somebody: string;
}

interface RunningWords {
  trainer: string;
  participants: string;
  question: string;
}

/** A part of a workshop, with its usual and its least minutes; `drop` says in which order it is given up, 0 for never. */
interface RunningPart {
  id: string;
  title: string;
  minutes: number;
  least: number;
  drop: number;
  /** How many minutes its usual words need. */
  enough: number;
  says: RunningWords;
  /** What it says in less time than usual. */
  shorter: RunningWords;
  sheets: string;
  /** Those without what is for who leads. */
  shared: string;
}

/** A workshop that runs. All moments and lengths are in milliseconds. */
interface RunningState {
  begun: number;
  /** When it has to be over. */
  ends: number;
  /** The part that is on; nothing before it begins and after it ended. */
  at: string;
  /** When that part began, and how long it gets. */
  since: number;
  given: number;
  /** The parts that were left out on the way. */
  out: string[];
  took: { id: string; took: number }[];
  ended: number;
  notes: string;
}

/** All that the search needs: `data` in src/handboek/search/documents.py. */
interface SearchData extends SearchAbout {
  documents: SearchDocument[];
  /** In which words somebody asks for whom these addresses are written. */
  voices: { said: string[]; at: string[] }[];
}

/** What is fetched when the search opens: overrides/making/search-index.js. */
interface SearchBegin extends SearchAbout {
  documents: { kind: string; phases: number[]; weight: number }[];
  /** How many names each document has. */
  names: number[];
  /** In which words somebody asks for whom these documents are written, by number. */
  voices: { said: string[]; documents: number[] }[];
  /** The words with their stems: `told` of the words in logic/search-words.js. */
  forms: string;
  /** The first stem of each part with words, and the first document of each part with texts. */
  words: string[];
  texts: number[];
  /** Of which edition these parts are. */
  version: string;
}

/** The index: by stem where it stands with how much it says, and in which names; and the texts. */
interface SearchParts {
  begin: Omit<SearchBegin, "version">;
  words: Record<string, number[]>[];
  texts: SearchText[][];
}

/** How much a word says of a document, by the number of the document. */
type Said = Map<number, { score: number; named: boolean }>;

/** A part of a text, with whether it is a word that was asked for. */
interface Marked {
  text: string;
  hit: boolean;
}

/** A document that answers a query, with the stems by which it does. */
interface Hit {
  id: number;
  kind: string;
  phases: number[];
  terms: Set<string>;
  /** How well it fits, by its words alone and with what it is called. */
  fits: number;
  score: number;
}

/** A hit as a reader sees it: its title, where the answer stands, the heading above it and the line itself. */
interface Shown {
  title: Marked[];
  address: string;
  place: string;
  head: Marked[];
  line: Marked[];
}

interface SearchIndex {
  find(query: string): Hit[];
  show(hit: Hit): Shown | undefined;
  /** The names of the parts that the last answers lacked. */
  lacking(): string[];
  absent(query: string): string[];
  nearest(query: string): string[];
  /** How many letters of a query are read. */
  longest: number;
}

/** The search of the site: its index as far as it was fetched, and how to open it. */
declare var handboekSearch: { begin: SearchBegin; parts: Record<string, any>; open(): void };

/** The Dutch Snowball stemmer, vendor/stemmer-nl.js. */
declare var dutchStemmer: (word: string) => string;

/** As much as we use of vendor/markdown-it.js. */
declare var markdownit: (preset: string, options: object) => { enable(rule: string): any };
