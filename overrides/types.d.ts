// What other scripts and the build put beside ours, for the check of their types.

/** Old addresses and where they went. */
declare const MOVED: Record<string, string>;

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
    { one: string; many: string; number: number | null; of: string | null; times: number; by: number }
  >;
  /** The parts that count: for each of an amount so often and by so many, so many minutes. */
  rows: {
    id: string;
    what: string;
    told: string;
    address: string;
    per: string;
    each: number;
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

/** A piece, page or list as the search knows it: `Document` in src/handboek/search/documents.py. */
interface SearchDocument {
  kind: string;
  title: string;
  address: string;
  phases: number[];
  weight: number;
  summary: string;
  names: string[];
  wants: string[];
  heads: string[];
  text: string[];
  /** Where a part of the page begins: the first of its lines, its anchor and its heading. */
  parts: [number, string, string][];
}

/** All that the search needs: `data` in src/handboek/search/documents.py. */
interface SearchData {
  documents: SearchDocument[];
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

/** A part of a text, with whether it is a word that was asked for. */
interface Marked {
  text: string;
  hit: boolean;
}

/** A document that answers a query, with the stems by which it does. */
interface Hit {
  document: SearchDocument;
  terms: Set<string>;
  score: number;
}

interface SearchIndex {
  find(query: string): Hit[];
  line(hit: Hit): Marked[];
  place(hit: Hit): { address: string; head: string };
  absent(query: string): string[];
  mark(text: string, terms: Set<string>): Marked[];
  nearest(query: string): string[];
}

declare var handboekDocuments: SearchData;
declare var handboekSearch: { open(): void };

/** The Dutch Snowball stemmer, vendor/stemmer-nl.js. */
declare var dutchStemmer: (word: string) => string;

/** As much as we use of vendor/minisearch.js. */
declare var MiniSearch: new (options: object) => {
  addAll(rows: object[]): void;
  search(query: object): { id: number; score: number; terms: string[] }[];
};

/** As much as we use of vendor/markdown-it.js. */
declare var markdownit: (preset: string, options: object) => { enable(rule: string): any };
