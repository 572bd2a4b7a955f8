// Tagged PDFs bound into one, by the same rules as `src/handboek/sheets/bind.py`: `tests/sheets/binding.yml` holds both to
// them.
"use strict";

/**
 * A PDF to bind, as the library read it: its bookmark, where it stands on the site, and how often it is printed.
 * @typedef {{source: any, title: string, address: string, level: number, copies: number, front: boolean}} BindPart
 * `front`: whether each copy begins on a front side.
 *
 * What a number is written in: a font of one of the PDFs, the signs of a text in it, and what is said of place and total.
 * @typedef {{source: any, font: any, signs: (text: string) => string, said: (number: number, total: number) => string}} BindFace
 */

const Bind = (() => {
  const TAGGED = /\/\w+\s*<<\s*\/MCID\s+\d+\s*>>\s*BDC/g;
  const DECORATION = "/Artifact <</Type /Pagination>> BDC";
  const MARKED =
    /(\/Artifact\s*<<[^>]*\/Subtype\s*\/PageNum[^>]*>>\s*BDC)([^\]]*?)BT\s+([^\]]*? Tm)\s+\/\S+ (\S+) Tf[^]*?ET\s+EMC/g;
  const FIRST_ONLY = ["StructParents", "Annots", "Tabs", "Contents", "Parent"];

  /** A part as far as its place in a binding follows from it. @param {BindPart} part @returns {PaperCount} */
  const count = ({ source, copies, front }) => {
    const { width, height } = source.getPage(0).getSize();
    return { pages: source.getPageCount(), copies, front, paper: Paper.named(width, height) };
  };

  /** Bind these into one, called what the first of them is called. @param {any} lib @param {BindPart[]} parts @param {string} site @param {BindFace} face
   * @param {boolean} [oneSide] how it is printed */
  const bind = async (lib, parts, site, face, oneSide = false) => {
    const { PDFArray, PDFHexString, PDFName, PDFNumber, PDFPage, PDFString } = lib;
    const made = await lib.PDFDocument.create({ updateMetadata: false });
    const { context, catalog } = made;
    const name = PDFName.of;

    /** @param {any} dict @param {string} key */
    const get = (dict, key) => dict?.lookup(name(key));
    /** The things in an array, each as it stands there. @param {any} value @returns {any[]} */
    const each = (value) => (value instanceof PDFArray ? value.asArray() : []);
    /** The same, two by two. @param {any} value @returns {[any, any][]} */
    const pairs = (value) =>
      each(value).flatMap((one, at, all) => (at % 2 ? [] : [/** @type {[any, any]} */ ([one, all[at + 1]])]));
    /** @param {any} value @returns {string} */
    const text = (value) =>
      value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : (value?.decodeText?.() ?? "");
    /** @param {string} said */
    const written = (said) =>
      /^[ -~]*$/.test(said) ? PDFString.of(said.replace(/[\\()]/g, "\\$&")) : PDFHexString.fromText(said);
    /** @param {any} page */
    const top = (page) => context.obj([page.ref, "XYZ", 0, page.getHeight(), 0]);
    /** Named things, as a tree in one leaf. @param {Map<string, any>} named */
    const byName = (named) => ({
      Names: [...named.keys()].sort().flatMap((key) => [PDFString.of(key), named.get(key)]),
    });

    const body = context.nextRef();
    /** The tree of each part. @type {any[]} */
    const sections = [];
    /** Which element each text and link belongs to: numbers and elements by turns. @type {any[]} */
    const parents = [];
    let following = 0;
    /** Cells by their id, and what can be led to. @type {[Map<string, any>, Map<string, any>]} */
    const [ids, spots] = [new Map(), new Map()];
    /** @type {any[]} */
    const links = [];
    /** @type {{level: number, title: string, goal: any}[]} */
    const bookmarks = [];
    /** What is taken over from each PDF, so that nothing is taken twice. @type {Map<any, any>} */
    const copiers = new Map();
    /** @param {any} source */
    const copierOf = (source) => {
      if (!copiers.has(source)) copiers.set(source, lib.PDFObjectCopier.for(source.context, context));
      return copiers.get(source);
    };

    /** @param {any} page @returns {string} */
    const drawn = (page) => {
      const streams = [page.node.Contents()].flatMap((one) => (one instanceof PDFArray ? one.asArray() : [one]));
      const bytes = streams.flatMap((one) => [...lib.decodePDFRawStream(context.lookup(one)).decode(), 10]);
      return bytes.map((byte) => String.fromCharCode(byte)).join("");
    };
    /** @param {string} content */
    const stream = (content) => context.register(context.flateStream(content));
    /** @param {any} node */
    const addPage = (node) => {
      const page = PDFPage.of(node, context.getObjectRef(node) ?? context.register(node), made);
      made.addPage(page);
      return page;
    };

    /** Put a number where a page keeps room for one. @param {any} page @param {string} said */
    const number = (page, said) => {
      const before = drawn(page);
      const after = before.replace(MARKED, `$1$2BT $3 /Number $4 Tf ${face.signs(said)} Tj ET EMC`);
      if (after === before) return;
      page.node.set(name("Contents"), stream(after));
      get(page.node.Resources(), "Font").set(name("Number"), copierOf(face.source).copy(face.font));
    };

    /** Add a part: its pages as often as they are printed. @param {BindPart} part @param {PaperPlace[]} places @param {number} total */
    const add = (part, places, total) => {
      const copier = copierOf(part.source);
      /** @type {any[]} */
      const own = [];
      /** The same ink, of which nothing is read out. @type {Map<number, any>} */
      const ink = new Map();
      for (const { page, number: place, copy } of places) {
        if (page === null) {
          made.addPage([own[own.length - 1].getWidth(), own[own.length - 1].getHeight()]);
        } else if (copy === 1) {
          own.push(addPage(context.lookup(copier.copy(part.source.getPage(page).ref))));
          number(own[page], face.said(place, total));
        } else {
          if (!ink.has(page)) ink.set(page, stream(drawn(own[page]).replace(TAGGED, DECORATION)));
          const node = own[page].node.clone();
          for (const key of FIRST_ONLY) node.delete(name(key));
          node.set(name("Contents"), ink.get(page));
          addPage(node);
        }
      }
      hang(part, copier, own);
      nameSpots(part, copier, own);
      bookmarks.push({ level: part.level, title: part.title, goal: top(own[0]) });
    };

    /** Hang the tree of a part under the document, with the numbers that come after those before. @param {BindPart} part @param {any} copier @param {any[]} own */
    const hang = (part, copier, own) => {
      const ref = copier.copy(part.source.catalog.get(name("StructTreeRoot")));
      const tree = context.lookup(ref);
      for (const top of each(get(tree, "K"))) {
        const section = context.lookup(top);
        const said = {
          S: "Sect",
          T: written(part.title),
          P: body,
          Lang: copier.copy(get(part.source.catalog, "Lang")),
        };
        for (const [key, value] of Object.entries(said)) section.set(name(key), context.obj(value));
        sections.push(top);
      }
      let last = -1;
      for (const [at, element] of pairs(get(get(tree, "ParentTree"), "Nums"))) {
        last = at.asNumber();
        parents.push(following + last, element);
      }
      for (const owner of own.flatMap((page) => [page.node, ...linksOf(page)])) {
        for (const key of ["StructParents", "StructParent"]) {
          const at = get(owner, key);
          if (at) owner.set(name(key), PDFNumber.of(at.asNumber() + following));
        }
      }
      following += last + 1;
      for (const [key, element] of pairs(get(get(tree, "IDTree"), "Names")))
        ids.set(text(context.lookup(key)), element);
      for (const key of ["ParentTree", "IDTree"]) {
        const kept = tree.get(name(key));
        if (kept instanceof lib.PDFRef) context.delete(kept);
      }
      context.delete(ref);
    };

    /** @param {any} page @returns {any[]} */
    const linksOf = (page) => each(get(page.node, "Annots")).map((one) => context.lookup(one));

    /** Name what can be led to, the part itself and spots in it, by its address on the site. @param {BindPart} part @param {any} copier @param {any[]} own */
    const nameSpots = (part, copier, own) => {
      /** @param {string} spot */
      const called = (spot) => (!part.address || spot.startsWith(part.address) ? spot : `${part.address}:${spot}`);
      if (part.address) spots.set(part.address, top(own[0]));
      const { source } = part;
      for (const [key, goal] of pairs(get(get(get(source.catalog, "Names"), "Dests"), "Names"))) {
        spots.set(called(text(source.context.lookup(key))), copier.copy(source.context.lookup(goal)));
      }
      for (const link of own.flatMap(linksOf)) {
        const goal = get(link, "Dest");
        if (goal) link.set(name("Dest"), PDFString.of(called(text(goal))));
        links.push(link);
      }
    };

    /** Let a link to the site lead to the same place in the binding, where that is there. @param {any} link */
    const leadInside = (link) => {
      const address = text(get(get(link, "A"), "URI"));
      if (!address.startsWith(site)) return;
      const [page, spot = ""] = address.slice(site.length).split("#");
      const goal = [`${page}:${spot}`, page].find((one) => spots.has(one));
      if (goal === undefined) return;
      link.delete(name("A"));
      link.set(name("Dest"), PDFString.of(goal));
      const said = text(get(link, "Contents"));
      const ending = ` (${address})`;
      link.set(name("Contents"), written(said.endsWith(ending) ? said.slice(0, -ending.length) : said));
    };

    /** The bookmarks as a tree, each under the one before it of a higher level; all of them stand open. @returns {any} */
    const outline = () => {
      /** @typedef {{ref: any, level: number, said: Record<string, any>, kids: Mark[]}} Mark */
      /** @type {Mark} */
      const root = { ref: context.nextRef(), level: 0, said: { Type: "Outlines" }, kids: [] };
      const path = [root];
      for (const { level, title, goal } of bookmarks) {
        while (path[path.length - 1].level >= level) path.pop();
        const parent = path[path.length - 1];
        const said = { Title: written(title), Dest: goal, Parent: parent.ref };
        path.push({ ref: context.nextRef(), level, said, kids: [] });
        parent.kids.push(path[path.length - 1]);
      }
      /** Write a bookmark and those below it; gives how many those are. @param {Mark} mark @returns {number} */
      const write = ({ ref, said, kids }) => {
        kids.forEach((kid, at) => {
          if (at) kid.said.Prev = kids[at - 1].ref;
          if (at + 1 < kids.length) kid.said.Next = kids[at + 1].ref;
        });
        const count = kids.reduce((sum, kid) => sum + 1 + write(kid), 0);
        const below = kids.length && { First: kids[0].ref, Last: kids[kids.length - 1].ref, Count: count };
        context.assign(ref, context.obj({ ...said, ...below }));
        return count;
      };
      write(root);
      return root.ref;
    };

    const counts = parts.map(count);
    const places = Paper.order(counts);
    const total = Math.max(...places.map((place) => place.number));
    for (const index of new Set(places.map(({ part }) => part)))
      add(
        // What lies apart for its paper hangs below no part that it followed.
        counts[index].paper === counts[0].paper ? parts[index] : { ...parts[index], level: 1 },
        places.filter((place) => place.part === index),
        total,
      );
    links.forEach(leadInside);

    const first = parts[0].source;
    const tree = context.nextRef();
    context.assign(body, context.obj({ Type: "StructElem", S: "Document", P: tree, K: sections }));
    context.assign(
      tree,
      context.obj({
        Type: "StructTreeRoot",
        K: [body],
        ParentTree: context.register(context.obj({ Nums: parents })),
        ParentTreeNextKey: following,
        ...(ids.size && { IDTree: byName(ids) }),
      }),
    );
    // Of a copy a label says which one, so that no two pages are called the same.
    /** @type {any[]} */
    const labels = places.flatMap(({ number: place, copy }, at) => {
      /** @type {any[]} */
      const told = [at, copy > 1 ? { P: PDFString.of(`${place}(${copy})`) } : { S: "D", St: place }];
      const before = places[at - 1];
      return copy === 1 && before?.copy === 1 && place === before.number + 1 ? [] : told;
    });
    const entries = {
      StructTreeRoot: tree,
      Names: { Dests: byName(spots) },
      Outlines: outline(),
      ...(places.some((place) => place.copy > 1) && { PageLabels: { Nums: labels } }),
      MarkInfo: { Marked: true },
      ViewerPreferences: {
        DisplayDocTitle: true,
        PrintScaling: "None",
        Duplex: oneSide ? "Simplex" : "DuplexFlipLongEdge",
      },
      Metadata: copierOf(first).copy(first.catalog.get(name("Metadata"))),
      Lang: copierOf(first).copy(get(first.catalog, "Lang")),
    };
    for (const [key, value] of Object.entries(entries)) catalog.set(name(key), context.obj(value));
    made.setTitle(first.getTitle() ?? "");
    return made;
  };

  return { bind, count };
})();
