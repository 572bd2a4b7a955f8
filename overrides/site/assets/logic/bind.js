// Tagged PDFs bound into one, by the same rules as `src/handboek/sheets/bind.py`: pages, tags, links, bookmarks, copies.
"use strict";

/**
 * One PDF in a binding: read by the library, what it is called, where it stands on the site, and how often it is printed.
 * @typedef {{source: any, title: string, address: string, copies: number}} BindPart
 *
 * What the whole is called, its language, where the site stands, whether each copy begins on a front side; and what draws
 * the number on each page behind the first part, with a font of that part that is called `N` there.
 * @typedef {{title: string, lang: string, site: string, blank: boolean, stamp?: Stamp}} Binding
 * @typedef {{font: any, draw: (number: number, width: number, height: number) => string}} Stamp
 */

const Bind = (() => {
  /**
   * Bind these parts. What leads to a part leads there inside the binding. A copy is the same ink on another page, under
   * the same number: it is read out once.
   * @param {any} lib @param {BindPart[]} parts @param {Binding} about
   */
  const bind = async (lib, parts, about) => {
    const { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFObjectCopier, PDFPage, PDFRef, PDFString } = lib;
    const made = await lib.PDFDocument.create({ updateMetadata: false });
    const { context, catalog } = made;
    const name = PDFName.of;
    /** @param {any} dict @param {string} key */
    const get = (dict, key) => dict.lookup(name(key));
    /** @param {any} value */
    const add = (value) => context.register(context.obj(value));
    /** The things in an array, each as it stands there; one thing is an array of one. @param {any} value @returns {any[]} */
    const each = (value) => (value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value]);
    /** @param {any} value @returns {string} */
    const text = (value) => (value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "");
    /** @param {string} said */
    const written = (said) => PDFHexString.fromText(said);

    const body = context.nextRef();
    /** @type {any[]} */
    const sections = [];
    /** Page or link by its number in the tree of tags. @type {any[]} */
    const parents = [];
    /** Cells by their name. @type {[string, any][]} */
    const ids = [];
    /** @type {{part: BindPart, pages: any[], names: Map<string, any>}[]} */
    const bound = [];
    /** The number of each page in order; the pages of a copy have those of the first. @type {number[]} */
    const numbers = [];
    let next = 0;

    /** Number the tags of a page or a link anew. @param {any} dict @param {string} key */
    const renumber = (dict, key) => {
      const own = get(dict, key);
      if (own) dict.set(name(key), PDFNumber.of(own.asNumber() + next));
    };

    /** The names of the cells in a part are made its own. @param {any} value @param {string} own */
    const renameCells = (value, own) => {
      const element = context.lookup(value);
      if (!(element instanceof PDFDict) || !get(element, "S")) return;
      /** @param {any} said */
      const renamed = (said) => PDFString.of(own + text(context.lookup(said)));
      const id = get(element, "ID");
      if (id) {
        element.set(name("ID"), renamed(id));
        ids.push([own + text(id), value]);
      }
      for (const attribute of each(get(element, "A")).map((one) => context.lookup(one))) {
        const headers = attribute instanceof PDFDict ? get(attribute, "Headers") : undefined;
        if (headers) attribute.set(name("Headers"), context.obj(each(headers).map(renamed)));
      }
      for (const kid of each(get(element, "K"))) renameCells(kid, own);
    };

    /** Take over the tags of a part as a section. @param {any} copier @param {BindPart} part @param {any[]} pages */
    const takeTags = (copier, part, pages) => {
      const tree = part.source.catalog.get(name("StructTreeRoot"));
      if (!tree) return;
      const ref = copier.copy(tree);
      const root = context.lookup(ref);
      const tops = each(get(root, "K"));
      for (const top of tops) {
        const element = context.lookup(top);
        element.set(name("S"), name("Sect"));
        element.set(name("T"), written(part.title));
        element.set(name("P"), body);
        renameCells(top, `p${bound.length + 1}.`);
        sections.push(top);
      }
      const own = each(get(get(root, "ParentTree"), "Nums"));
      for (let at = 0; at < own.length; at += 2) parents[next + own[at].asNumber()] = own[at + 1];
      for (const page of pages) {
        renumber(page.node, "StructParents");
        for (const link of each(get(page.node, "Annots"))) renumber(context.lookup(link), "StructParent");
      }
      next = parents.length;
      context.delete(root.get(name("ParentTree")));
      context.delete(ref);
    };

    /** The places in a part that have a name, by that name. @param {any} copier @param {any} source */
    const namesOf = (copier, source) => {
      const all = each(source.catalog.lookup(name("Names"))?.lookup(name("Dests"))?.lookup(name("Names")));
      /** @type {Map<string, any>} */
      const found = new Map();
      for (let at = 0; at < all.length; at += 2) {
        found.set(text(source.context.lookup(all[at])), () => copier.copy(source.context.lookup(all[at + 1])));
      }
      return found;
    };

    /** The same drawing, of which nothing is read out. @param {any} page */
    const asInk = (page) => {
      const streams = each(get(page.node, "Contents")).map((one) => context.lookup(one));
      const drawn = streams.map((stream) => {
        const bytes =
          stream instanceof lib.PDFRawStream ? lib.decodePDFRawStream(stream).decode() : stream.getUnencodedContents();
        return Array.from(bytes, (/** @type {number} */ byte) => String.fromCharCode(byte)).join("");
      });
      const ink = drawn
        .join("\n")
        .replace(/\/\w+\s*<<\s*\/MCID \d+\s*>>\s*BDC/g, "/Artifact <</Type /Pagination>> BDC");
      return context.register(context.flateStream(ink));
    };

    /** @param {any} node */
    const addPage = (node) => {
      const page = PDFPage.of(node, context.getObjectRef(node) ?? context.register(node), made);
      made.addPage(page);
      return page;
    };

    /** A number on a page, which belongs to the page and not to what it says. @param {any} page @param {number} number @param {Stamp} stamp */
    const number = (page, number, { draw }) => {
      const { width, height } = page.getSize();
      const drawn = `Q /Artifact <</Type /Pagination>> BDC ${draw(number, width, height)} EMC`;
      const before = context.register(context.flateStream("q"));
      page.node.set(
        name("Contents"),
        context.obj([before, ...each(page.node.get(name("Contents"))), context.register(context.flateStream(drawn))]),
      );
      const resources = page.node.Resources();
      if (!get(resources, "Font")) resources.set(name("Font"), context.obj({}));
      get(resources, "Font").set(name("N"), font);
    };
    /** @type {any} */
    let font;

    for (const part of parts) {
      const copier = PDFObjectCopier.for(part.source.context, context);
      const pages = part.source
        .getPages()
        .map((/** @type {any} */ page) => addPage(context.lookup(copier.copy(page.ref))));
      font ??= about.stamp && copier.copy(about.stamp.font);
      takeTags(copier, part, pages);
      const first = numbers.length ? Math.max(...numbers) + 1 : 1;
      pages.forEach((/** @type {any} */ page, /** @type {number} */ index) => {
        numbers.push(first + index);
        if (about.stamp && bound.length) number(page, first + index, about.stamp);
      });
      const sheet = [...pages];
      const { width, height } = pages[pages.length - 1].getSize();
      const odd = about.blank && pages.length % 2;
      if (odd) {
        made.addPage([width, height]);
        numbers.push(first + pages.length);
      }
      const ink = part.copies > 1 ? pages.map(asInk) : [];
      for (let copy = 1; copy < part.copies; copy += 1) {
        sheet.forEach((page, index) => {
          const node = page.node.clone();
          node.set(name("Contents"), ink[index]);
          for (const key of ["StructParents", "Annots", "Tabs"]) node.delete(name(key));
          addPage(node);
          numbers.push(first + index);
        });
        if (odd) {
          made.addPage([width, height]);
          numbers.push(first + pages.length);
        }
      }
      bound.push({ part, pages, names: namesOf(copier, part.source) });
    }

    /** @param {any} page */
    const top = (page) => context.obj([page.ref, "XYZ", null, null, null]);

    /** Where an address of the site is found in this binding; nothing for what is elsewhere. @param {string} address */
    const inside = (address) => {
      const [page, spot] = address.split("#");
      const there = bound.find(
        ({ part }) => part.address && part.address.replace(/\/$/, "") === page.replace(/\/$/, ""),
      );
      return there && (there.names.get(spot ?? "")?.() ?? top(there.pages[0]));
    };

    for (const { pages, names } of bound) {
      for (const link of pages.flatMap((page) => each(get(page.node, "Annots"))).map((one) => context.lookup(one))) {
        const uri = text(link.lookup(name("A"))?.lookup(name("URI")));
        const goal = uri
          ? uri.startsWith(about.site) && inside(uri.slice(about.site.length))
          : names.get(text(get(link, "Dest")))?.();
        if (!goal) continue;
        link.delete(name("A"));
        link.set(name("Dest"), goal);
        const said = text(get(link, "Contents"));
        if (uri && said.endsWith(` (${uri})`)) link.set(name("Contents"), written(said.slice(0, -uri.length - 3)));
      }
    }

    const outline = context.nextRef();
    const marks = bound.map(() => context.nextRef());
    bound.forEach(({ part, pages }, index) => {
      const mark = { Title: written(part.title), Parent: outline, Dest: top(pages[0]) };
      const sides = {
        ...(index && { Prev: marks[index - 1] }),
        ...(index + 1 < marks.length && { Next: marks[index + 1] }),
      };
      context.assign(marks[index], context.obj({ ...mark, ...sides }));
    });
    context.assign(
      outline,
      context.obj({ Type: "Outlines", First: marks[0], Last: marks[marks.length - 1], Count: marks.length }),
    );

    const labels = numbers.flatMap((number, at) =>
      number === (numbers[at - 1] ?? NaN) + 1 ? [] : [at, { S: "D", St: number }],
    );
    const tree = add({
      Type: "StructTreeRoot",
      K: [body],
      ParentTree: add({ Nums: parents.flatMap((value, number) => [number, value]) }),
      ParentTreeNextKey: next,
      ...(ids.length && {
        IDTree: add({
          Names: ids
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .flatMap(([id, element]) => [PDFString.of(id), element]),
        }),
      }),
    });
    context.assign(body, context.obj({ Type: "StructElem", S: "Document", P: tree, K: sections }));
    const escaped = about.title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const told =
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1">' +
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title>` +
      '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>';
    const metadata = context.stream(unescape(encodeURIComponent(told)), { Type: "Metadata", Subtype: "XML" });
    const entries = {
      StructTreeRoot: tree,
      Outlines: outline,
      PageLabels: { Nums: labels },
      MarkInfo: { Marked: true },
      ViewerPreferences: { DisplayDocTitle: true },
      Metadata: context.register(metadata),
      Lang: written(about.lang),
    };
    for (const [key, value] of Object.entries(entries)) catalog.set(name(key), context.obj(value));
    made.setTitle(about.title);
    return made;
  };

  return { bind };
})();
