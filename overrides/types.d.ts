// What other scripts and the build put beside ours, for the check of their types.

/** Old addresses and where they went. */
declare const MOVED: Record<string, string>;

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
}

/** All that the search needs: `data` in src/handboek/search/documents.py. */
interface SearchData {
  documents: SearchDocument[];
  synonyms: { from: string[]; to: string[] }[];
  /** What one and several of a kind are called. */
  kinds: Record<string, [string, string]>;
  /** Words in a query that ask for a kind. */
  called: Record<string, string[]>;
  /** The names of the phases by number. */
  phases: Record<string, string>;
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
