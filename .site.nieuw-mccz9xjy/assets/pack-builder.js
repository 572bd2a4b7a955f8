"use strict";

var Site = (() => {
  const script = typeof document === "object" && document.currentScript;
  const root = script && "src" in script && script.src ? new URL("..", script.src) : null;

  const at = (address) => {
    const url = new URL(`./${address}`, root ?? undefined);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  return { root, at };
})();

"use strict";

var Elements = (() => {
  const filled = (made, attributes, inside) => {
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    made.append(...inside);
    return made;
  };

  const el = (name, attributes = {}, ...inside) => filled(document.createElement(name), attributes, inside);

  const svg = (name, attributes, ...inside) =>
    filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, inside);

  const button = (words, attributes, action) => {
    const made = el("button", { type: "button", ...attributes }, words);
    made.addEventListener("click", action);
    return made;
  };

  const one = (selector, within = document) => {
    const found = within.querySelector(selector);
    if (!found) throw new Error(`Niet op deze bladzijde: ${selector}`);
    return /** @type {T} */ (found);
  };

  const all = (selector, within = document) => /** @type {T[]} */ (Array.from(within.querySelectorAll(selector)));

  return { el, svg, button, one, all };
})();

"use strict";

var Scripts = (() => {
  const load = (name) =>
    new Promise((done, failed) => {
      const script = Elements.el("script", { src: Site.at(`assets/${name}`) });
      script.async = false;
      script.addEventListener("load", () => done());
      script.addEventListener("error", failed);
      document.head.append(script);
    });

  return { load };
})();

"use strict";

var Files = (() => {
  const LONG = 60_000;

  const give = (name, type, content) => {
    const link = Elements.el("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), LONG);
  };

  return { give };
})();

"use strict";

var Slugs = (() => {
  const LONGEST = 60;

  /** The text in small letters, digits and hyphens, as `anchor` in src/handboek/anchors.py writes it; `otherwise` where none
   * is left. @param {string} text @param {string} [otherwise] */
  const slug = (text, otherwise = "") => {
    const flat = text
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .toLowerCase();
    return (
      flat
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, LONGEST)
        .replace(/-+$/, "") || otherwise
    );
  };

  return { slug };
})();

"use strict";


const Letters = (() => {
  const hex = (value) => value.toString(16).toUpperCase().padStart(4, "0");

  const read = (file) => {
    const table = Object.fromEntries(
      Array.from({ length: file.getUint16(4) }, (_, index) => {
        const at = 12 + 16 * index;
        const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => file.getUint8(at + letter)));
        return [tag, file.getUint32(at + 8)];
      }),
    );
    const glyphs = new Map();
    for (let index = 0; index < file.getUint16(table.cmap + 2); index += 1) {
      const map = table.cmap + file.getUint32(table.cmap + 8 + 8 * index);
      if (file.getUint16(map) !== 4) continue;
      const double = file.getUint16(map + 6);
      for (let at = map + 14; at < map + 14 + double; at += 2) {
        const last = file.getUint16(at);
        const [first, delta, offset] = [1, 2, 3].map((row) => file.getUint16(at + 2 + row * double));
        for (let sign = first; sign <= last && sign < 0xffff; sign += 1) {
          const spot = at + 2 + 3 * double + offset + 2 * (sign - first);
          const glyph = offset ? file.getUint16(spot) : sign;
          if (glyph) glyphs.set(sign, (glyph + delta) & 0xffff);
        }
      }
    }
    const unit = file.getUint16(table.head + 18);
    const wide = file.getUint16(table.hhea + 34);
    const scaled = (value) => Math.round((1000 * value) / unit);
    return {
      glyphs,
      width: (/** @type {number} */ glyph) => scaled(file.getUint16(table.hmtx + 4 * Math.min(glyph, wide - 1))),
      box: [36, 38, 40, 42].map((at) => scaled(file.getInt16(table.head + at))),
      ascent: scaled(file.getInt16(table.hhea + 4)),
      descent: scaled(file.getInt16(table.hhea + 6)),
    };
  };

  const face = (lib, context, name, bytes) => {
    const font = read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const used = new Map();
    const ref = context.nextRef();
    const unknown = /** @type {number} */ (font.glyphs.get(63));
    const glyphsOf = (text) =>
      Array.from(text.normalize("NFC"), (sign) => {
        const known = font.glyphs.get(/** @type {number} */ (sign.codePointAt(0)));
        used.set(known ?? unknown, known ? /** @type {number} */ (sign.codePointAt(0)) : 63);
        return known ?? unknown;
      });

    const close = () => {
      const all = [...used].sort(([one], [other]) => one - other);
      const signs = all.map(([glyph, sign]) => `<${hex(glyph)}> <${hex(sign)}>`);
      const blocks = Array.from({ length: Math.ceil(signs.length / 100) }, (_, block) => {
        const own = signs.slice(100 * block, 100 * block + 100);
        return `${own.length} beginbfchar\n${own.join("\n")}\nendbfchar\n`;
      });
      const map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
        `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join("")}endcmap\nend\nend`;
      const add = (value) => context.register(value);
      const described = add(
        context.obj({
          Type: "FontDescriptor",
          FontName: name,
          Flags: 4,
          FontBBox: font.box,
          ItalicAngle: 0,
          Ascent: font.ascent,
          Descent: font.descent,
          CapHeight: font.ascent,
          StemV: 80,
          FontFile2: add(context.flateStream(bytes, { Length1: bytes.length })),
        }),
      );
      const signed = context.obj({
        Type: "Font",
        Subtype: "CIDFontType2",
        BaseFont: name,
        CIDSystemInfo: { Registry: lib.PDFString.of("Adobe"), Ordering: lib.PDFString.of("Identity"), Supplement: 0 },
        FontDescriptor: described,
        CIDToGIDMap: "Identity",
        DW: 0,
        W: all.flatMap(([glyph]) => [glyph, [font.width(glyph)]]),
      });
      context.assign(
        ref,
        context.obj({
          Type: "Font",
          Subtype: "Type0",
          BaseFont: name,
          Encoding: "Identity-H",
          DescendantFonts: [add(signed)],
          ToUnicode: add(context.flateStream(map)),
        }),
      );
    };
    return {
      ref,
      signs: (text) => `<${glyphsOf(text).map(hex).join("")}>`,
      width: (text, size) => (size / 1000) * glyphsOf(text).reduce((sum, glyph) => sum + font.width(glyph), 0),
      close,
    };
  };

  return { face };
})();

"use strict";

/**
 * Where text stands on a page of A4, in millimetres from below: no wider than `width`, or ending at `x` where it is `right`.
 * @typedef {{x: number, y: number, size: number, face?: "bold" | "plain", width?: number, right?: boolean}} TextSpot
 */

const Tagged = (() => {
  const MM = 72 / 25.4;
  const LEADING = 1.2;

  const told = (title) =>
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1">' +
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">' +
    title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`) +
    '</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>';

  const open = async (lib, title, fonts) => {
    const made = await lib.PDFDocument.create({ updateMetadata: false });
    const { context, catalog } = made;
    const name = lib.PDFName.of;
    const faces = {
      plain: Letters.face(lib, context, "Plain", fonts.plain),
      bold: Letters.face(lib, context, "Bold", fonts.bold),
    };
    const [tree, body] = [context.nextRef(), context.nextRef()];
    const elements = [];
    const parents = [];
    let now;
    let contents;

    const finish = () =>
      now && now.page.node.set(name("Contents"), context.register(context.flateStream(now.drawn.join("\n"))));

    const page = () => {
      finish();
      now = { page: made.addPage([210 * MM, 297 * MM]), drawn: [], owners: [] };
      const used = { Font: { plain: faces.plain.ref, bold: faces.bold.ref } };
      now.page.node.set(name("Resources"), context.obj(used));
      now.page.node.set(name("StructParents"), context.obj(parents.push(now.owners) - 1));
      now.page.node.set(name("Tabs"), name("S"));
    };

    const lines = (text, face, { size, width }) => {
      if (!width) return [text];
      const found = [];
      for (const word of text.split(" ")) {
        const longer = found.length ? `${found[found.length - 1]} ${word}` : word;
        if (found.length && face.width(longer, size) <= width * MM) found[found.length - 1] = longer;
        else found.push(word);
      }
      return found;
    };

    const draw = (kind, owner, text, spot) => {
      const face = faces[spot.face ?? "plain"];
      const x = spot.x * MM - (spot.right ? face.width(text, spot.size) : 0);
      const shown = lines(text, face, spot)
        .map((line) => `${face.signs(line)} Tj`)
        .join(" T* ");
      const number = now.owners.push(owner) - 1;
      const set = `/${spot.face ?? "plain"} ${spot.size} Tf ${LEADING * spot.size} TL`;
      now.drawn.push(`/${kind} <</MCID ${number}>> BDC BT ${set} ${x} ${spot.y * MM} Td ${shown} ET EMC`);
      return number;
    };

    const element = (ref, kind, parent, kids) =>
      context.assign(ref, context.obj({ Type: "StructElem", S: kind, P: parent, Pg: now.page.ref, K: kids }));

    const write = (kind, text, spot) => {
      const ref = context.nextRef();
      elements.push(ref);
      element(ref, kind, body, [draw(kind, ref, text, spot)]);
    };

    /** Texts that lead to an address: a line of the contents (`TOCI`), or of what is written. @param {string} kind @param {string} address @param {[string, TextSpot][]} texts */
    const link = (kind, address, texts) => {
      const inside = kind === "TOCI";
      if (inside && !contents) elements.push((contents = { ref: context.nextRef(), kids: [] }).ref);
      const [item, ref] = [context.nextRef(), context.nextRef()];
      (inside ? contents.kids : elements).push(item);
      const said = texts.map(([text, spot]) => draw("Link", ref, text, spot));
      const { x, y } = texts[0][1];
      const annotation = context.register(
        context.obj({
          Type: "Annot",
          Subtype: "Link",
          Rect: [x * MM, y * MM - 4, 190 * MM, y * MM + 12],
          Border: [0, 0, 0],
          F: 4,
          Contents: lib.PDFHexString.fromText(texts.map(([text]) => text).join(" ")),
          A: { S: "URI", URI: lib.PDFString.of(address) },
          StructParent: parents.push(ref) - 1,
        }),
      );
      now.page.node.addAnnot(annotation);
      element(item, kind, inside ? contents.ref : body, [ref]);
      element(ref, "Link", item, [...said, { Type: "OBJR", Obj: annotation, Pg: now.page.ref }]);
    };

    const rule = (y, thick) =>
      now.drawn.push(`/Artifact BMC ${thick} w ${20 * MM} ${y * MM} m ${190 * MM} ${y * MM} l S EMC`);

    const close = () => {
      finish();
      for (const face of Object.values(faces)) face.close();
      if (contents) element(contents.ref, "TOC", body, contents.kids);
      context.assign(body, context.obj({ Type: "StructElem", S: "Document", P: tree, K: elements }));
      const numbers = { Nums: parents.flatMap((value, number) => [number, value]) };
      context.assign(
        tree,
        context.obj({ Type: "StructTreeRoot", K: [body], ParentTree: context.register(context.obj(numbers)) }),
      );
      const metadata = context.stream(unescape(encodeURIComponent(told(title))), { Type: "Metadata", Subtype: "XML" });
      catalog.set(name("StructTreeRoot"), tree);
      catalog.set(name("Metadata"), context.register(metadata));
      made.setLanguage("nl");
      made.setTitle(title);
      return made;
    };

    return { faces, page, write, link, rule, close };
  };

  return { open };
})();

"use strict";

/**
 * A PDF to bind, as the library read it: its bookmark, where it stands on the site, and how often it is printed.
 * @typedef {{source: any, title: string, address: string, level: number, copies: number, front: boolean}} BindPart
 * `front`: whether each copy begins on a front side.
 *
 * What a number is written in: a font of one of the PDFs, the signs of a text in it, and what is said of place and total.
 * @typedef {{source: any, font: any, signs: (text: string) => string, said: (number: number, total: number) => string}} BindFace
 *
 * A page of a binding: which page of which part, or a blank one behind that part.
 * @typedef {{part: number, page: number | null, number: number, copy: number}} BindPlace
 */

const Bind = (() => {
  const TAGGED = /\/\w+\s*<<\s*\/MCID\s+\d+\s*>>\s*BDC/g;
  const DECORATION = "/Artifact <</Type /Pagination>> BDC";
  const MARKED =
    /(\/Artifact\s*<<[^>]*\/Subtype\s*\/PageNum[^>]*>>\s*BDC)([^\]]*?)BT\s+([^\]]*? Tm)\s+\/\S+ (\S+) Tf[^]*?ET\s+EMC/g;
  const FIRST_ONLY = ["StructParents", "Annots", "Tabs", "Contents", "Parent"];

  const order = (parts) => {
    let before = 0;
    return parts.flatMap(({ pages, copies }, part) => {
      const own = [...Array(pages).keys()];
      if (parts[part + 1]?.front && (before + pages) % 2) own.push(null);
      const places = Array.from({ length: copies }, (_, copy) =>
        own.map((page, at) => ({ part, page, number: before + at + 1, copy: copy + 1 })),
      );
      before += own.length;
      return places.flat();
    });
  };

  const bind = async (lib, parts, site, face) => {
    const { PDFArray, PDFHexString, PDFName, PDFNumber, PDFPage, PDFString } = lib;
    const made = await lib.PDFDocument.create({ updateMetadata: false });
    const { context, catalog } = made;
    const name = PDFName.of;

    const get = (dict, key) => dict?.lookup(name(key));
    const each = (value) => (value instanceof PDFArray ? value.asArray() : []);
    const pairs = (value) =>
      each(value).flatMap((one, at, all) => (at % 2 ? [] : [/** @type {[any, any]} */ ([one, all[at + 1]])]));
    const text = (value) =>
      value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : (value?.decodeText?.() ?? "");
    const written = (said) =>
      /^[ -~]*$/.test(said) ? PDFString.of(said.replace(/[\\()]/g, "\\$&")) : PDFHexString.fromText(said);
    const top = (page) => context.obj([page.ref, "XYZ", 0, page.getHeight(), 0]);
    const byName = (named) => ({
      Names: [...named.keys()].sort().flatMap((key) => [PDFString.of(key), named.get(key)]),
    });

    const body = context.nextRef();
    const sections = [];
    const parents = [];
    let following = 0;
    const [ids, spots] = [new Map(), new Map()];
    const links = [];
    const bookmarks = [];
    const copiers = new Map();
    const copierOf = (source) => {
      if (!copiers.has(source)) copiers.set(source, lib.PDFObjectCopier.for(source.context, context));
      return copiers.get(source);
    };

    const drawn = (page) => {
      const streams = [page.node.Contents()].flatMap((one) => (one instanceof PDFArray ? one.asArray() : [one]));
      const bytes = streams.flatMap((one) => [...lib.decodePDFRawStream(context.lookup(one)).decode(), 10]);
      return bytes.map((byte) => String.fromCharCode(byte)).join("");
    };
    const stream = (content) => context.register(context.flateStream(content));
    const addPage = (node) => {
      const page = PDFPage.of(node, context.getObjectRef(node) ?? context.register(node), made);
      made.addPage(page);
      return page;
    };

    const number = (page, said) => {
      const before = drawn(page);
      const after = before.replace(MARKED, `$1$2BT $3 /Number $4 Tf ${face.signs(said)} Tj ET EMC`);
      if (after === before) return;
      page.node.set(name("Contents"), stream(after));
      get(page.node.Resources(), "Font").set(name("Number"), copierOf(face.source).copy(face.font));
    };

    const add = (part, places, total) => {
      const copier = copierOf(part.source);
      const own = [];
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

    const linksOf = (page) => each(get(page.node, "Annots")).map((one) => context.lookup(one));

    const nameSpots = (part, copier, own) => {
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

    const outline = () => {
      const root = { ref: context.nextRef(), level: 0, said: { Type: "Outlines" }, kids: [] };
      const path = [root];
      for (const { level, title, goal } of bookmarks) {
        while (path[path.length - 1].level >= level) path.pop();
        const parent = path[path.length - 1];
        const said = { Title: written(title), Dest: goal, Parent: parent.ref };
        path.push({ ref: context.nextRef(), level, said, kids: [] });
        parent.kids.push(path[path.length - 1]);
      }
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

    const places = order(parts.map((part) => ({ ...part, pages: part.source.getPageCount() })));
    const total = Math.max(...places.map((place) => place.number));
    parts.forEach((part, index) =>
      add(
        part,
        places.filter((place) => place.part === index),
        total,
      ),
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
    const labels = places.flatMap(({ number: place }, at) =>
      at && place === places[at - 1].number + 1 ? [] : [at, { S: "D", St: place }],
    );
    const entries = {
      StructTreeRoot: tree,
      Names: { Dests: byName(spots) },
      Outlines: outline(),
      ...(places.some((place) => place.copy > 1) && { PageLabels: { Nums: labels } }),
      MarkInfo: { Marked: true },
      ViewerPreferences: { DisplayDocTitle: true },
      Metadata: copierOf(first).copy(first.catalog.get(name("Metadata"))),
      Lang: copierOf(first).copy(get(first.catalog, "Lang")),
    };
    for (const [key, value] of Object.entries(entries)) catalog.set(name(key), context.obj(value));
    made.setTitle(first.getTitle() ?? "");
    return made;
  };

  return { bind, order };
})();

"use strict";

/**
 * A piece with a PDF, as `handboek.json` tells it.
 * @typedef {{type: string, slug: string, title: string, url: string, pdf: string, files: {pages: number, paper: string}[]}} Printable
 */

class NoPdf extends Error {}

const PackPdf = (() => {
  const MM = 72 / 25.4;
  const LINES = 34;
  const FOR = "Losse bladen, ook om in te vullen of in grote letters, staan op de website.";
  const FACES = { plain: "atkinson-hyperlegible-next-400-normal", bold: "bricolage-grotesque-700-normal" };

  const said = (number, total) => `bladzijde ${number} van ${total}`;

  const library = async () => {
    if (!("PDFLib" in window)) await Scripts.load("vendor/pdf-lib.js");
    return /** @type {any} */ (window).PDFLib;
  };

  const home = () => {
    const page = document.querySelector("link[rel=canonical]");
    return page instanceof HTMLLinkElement ? new URL("..", page.href).href : Site.at("");
  };

  const fetched = async (address, title) => {
    const answer = await fetch(Site.at(address), { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new NoPdf(`${title} is niet op te halen. Probeer het later nog eens.`);
    return answer.arrayBuffer();
  };

  const make = async (pack, printables, say) => {
    const lib = await library();
    const items = pack.items.filter((item) => printables.has(item.piece));
    const parts = [];
    for (const [index, item] of items.entries()) {
      const piece = /** @type {Printable} */ (printables.get(item.piece));
      say(`${index + 1} van ${items.length}: ${piece.title}`);
      const source = await lib.PDFDocument.load(await fetched(piece.pdf, piece.title), { updateMetadata: false });
      const copies = Pack.copies(item, pack.people);
      parts.push({ source, title: piece.title, address: piece.url, level: 1, copies, front: true });
    }

    const fonts = {
      plain: new Uint8Array(await fetched(`assets/fonts/${FACES.plain}.ttf`, "Het lettertype")),
      bold: new Uint8Array(await fetched(`assets/fonts/${FACES.bold}.ttf`, "Het lettertype")),
    };
    const heading = pack.title || "Mijn werkmap";
    const front = await Tagged.open(lib, heading, fonts);
    cover(front, heading, pack.people);
    front.page();
    const pages = Math.ceil(items.length / LINES);
    let number = 3 + pages + (pages % 2);
    parts.forEach((part, index) => {
      if (index % LINES === 0) {
        front.page();
        if (index === 0) front.write("H1", "Wat erin zit", { x: 20, y: 274, size: 20, face: "bold" });
      }
      const y = 262 - 7 * (index % LINES);
      const { paper } = /** @type {Printable} */ (printables.get(items[index].piece)).files[0];
      front.link("TOCI", home() + part.address, [
        [String(number), { x: 20, y, size: 11, face: "bold" }],
        [part.title, { x: 34, y, size: 11 }],
        [`${part.copies}×, ${paper}`, { x: 190, y, size: 10, right: true }],
      ]);
      number += 2 * Math.ceil(part.source.getPageCount() / 2);
    });

    const { ref, signs } = front.faces.plain;
    signs(said(1234567890, 0)); // what is written when the fonts are closed already
    const source = front.close();
    const all = [{ source, title: heading, address: "", level: 1, copies: 1, front: true }, ...parts];
    return (await Bind.bind(lib, all, home(), { source, font: ref, signs, said })).save();
  };

  const cover = (front, heading, people) => {
    front.page();
    front.rule(240, 2);
    front.write("P", "Werkmap", { x: 20, y: 232, size: 14, face: "bold" });
    front.write("H1", heading, { x: 20, y: 212, size: 32, face: "bold", width: 170 });
    const size = 10;
    if (people) front.write("P", `Voor ${people === 1 ? "1 mens" : `${people} mensen`}`, { x: 20, y: 68, size });
    const method = document.querySelector(".brand")?.textContent?.trim() || "het handboek";
    front.link("P", home(), [[`Samengesteld uit ${method}, ${home()}`, { x: 20, y: 60, size, width: 170 }]]);
    front.write("P", FOR, { x: 20, y: 50, size, width: 170 });
  };

  return { make };
})();

"use strict";

{
  const { el, button } = Elements;
  const builder = /** @type {HTMLElement | null} */ (document.querySelector("[data-pack-builder]"));
  const KINDS = { guide: "Gesprekken", worksheet: "Werkbladen", message: "Berichten", script: "Draaiboeken" };
  const PER = { "": "vast aantal", persoon: "per persoon", tweetal: "per tweetal" };

  const asQuery = (pack) =>
    `#${new URLSearchParams({ ...Pack.toLink(pack) }).toString().replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":")}`;

  /** The pack in an address, behind `?` or `#`; nothing where there is none. @param {string} query @returns {OwnPack | null} */
  function fromQuery(query) {
    const said = Object.fromEntries(new URLSearchParams(query));
    return "stukken" in said ? Pack.fromLink(/** @type {PackLink} */ (said)) : null;
  }

  async function start(root) {
    const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-pack-${name}]`));
    const list = part("list");
    const form = /** @type {HTMLFormElement} */ (part("form"));
    const title = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-titel"));
    const people = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-mensen"));
    const choice = /** @type {HTMLSelectElement} */ (root.querySelector("#werkmap-stuk"));
    const printables = await readPrintables();
    const store = MyPack.open();
    let pack = store.value;

    const say = (text, action, then) => {
      part("status").replaceChildren(text);
      if (!action || !then) return;
      const made = button(action, { class: "small-button" }, then);
      part("status").append(" ", made);
      made.focus();
    };

    const change = (edit) =>
      store.change((now) => {
        Object.assign(now, Pack.clean(edit({ ...now })));
      });

    const changeWithUndo = (edit, text) => {
      const before = pack;
      change(edit);
      const after = pack;
      const since = (item) => ![...before.items, ...after.items].some((one) => one.piece === item.piece);
      say(text, "Zet terug", () => {
        change((now) => ({ ...before, items: [...before.items, ...now.items.filter(since)] }));
        say("Teruggezet.");
      });
    };

    const titleOf = (item) => printables.get(item.piece)?.title || item.piece;

    const move = (piece, step) => {
      change((now) => {
        const items = [...now.items];
        const from = items.findIndex((item) => item.piece === piece);
        items.splice(from + step, 0, ...items.splice(from, 1));
        return { ...now, items };
      });
      const to = pack.items.findIndex((item) => item.piece === piece);
      say(`${titleOf(pack.items[to])} staat nu op plek ${to + 1} van ${pack.items.length}.`);
      const row = /** @type {HTMLElement} */ (list.children[to]);
      const same = row.querySelector(step < 0 ? "[data-up]" : "[data-down]");
      const other = row.querySelector(step < 0 ? "[data-down]" : "[data-up]");
      /** @type {HTMLButtonElement} */ (same instanceof HTMLButtonElement && !same.disabled ? same : other).focus();
    };

    const changeItem = (piece, part) =>
      change((now) => ({
        ...now,
        items: now.items.map((item) => (item.piece === piece ? { ...item, ...part } : item)),
      }));

    let rows = [];

    const row = (item, index) => {
      const { piece } = item;
      const name = titleOf(item);
      const known = printables.get(piece);
      const action = (sign, label, mark, does, off = false) => {
        const made = button(sign, { class: "small-button", "aria-label": label, [mark]: "" }, does);
        made.disabled = off;
        return made;
      };
      const number = el("input", {
        type: "text",
        inputmode: "numeric",
        autocomplete: "off",
        class: "pack-number",
        "aria-label": `Aantal van ${name}`,
      });
      const wrong = el("span", { class: "wrong", id: `werkmap-fout-${index}` });
      const total = el("span", { class: "pack-total" });
      NumberField.listen(number, wrong, [1, 99], (read) => {
        if (!read.wrong && read.value === null) NumberField.mark(number, wrong, "Vul een getal in.");
        if (read.value) changeItem(piece, { copies: read.value });
        else show();
      });
      const per = el(
        "select",
        { "aria-label": `Aantal van ${name}: vast, of per wie` },
        ...Object.entries(PER).map(([value, text]) => el("option", { value }, text)),
      );
      per.addEventListener("change", () => changeItem(piece, { per: /** @type {PackItem["per"]} */ (per.value) }));
      const update = (now) => {
        const bad = NumberField.isWrong(number);
        if (document.activeElement !== number && !bad) number.value = String(now.copies);
        per.value = now.per;
        total.textContent = bad || NumberField.isWrong(people) ? "" : `${Pack.copies(now, pack.people)}×`;
      };
      rows.push({ piece, update });
      const pages = known ? known.files[0].pages : 0;
      return el(
        "li",
        {},
        el(
          "p",
          { class: "pack-name" },
          known ? el("a", { href: Site.at(known.url) }, name) : name,
          el(
            "span",
            {},
            known
              ? ` ${known.files[0].paper}, ${pages === 1 ? "1 bladzijde" : `${pages} bladzijden`}`
              : " dit stuk is er niet meer",
          ),
        ),
        el(
          "p",
          { class: "pack-line" },
          number,
          per,
          total,
          wrong,
          action("↑", `Zet ${name} omhoog`, "data-up", () => move(piece, -1), index === 0),
          action("↓", `Zet ${name} omlaag`, "data-down", () => move(piece, 1), index === pack.items.length - 1),
          action("Haal weg", `Haal ${name} weg`, "data-remove", () =>
            changeWithUndo(
              (now) => ({ ...now, items: now.items.filter((one) => one.piece !== piece) }),
              `${name} is uit je werkmap.`,
            ),
          ),
        ),
      );
    };

    const show = () => {
      if (rows.map(({ piece }) => piece).join() !== pack.items.map(({ piece }) => piece).join()) {
        rows = [];
        list.replaceChildren(...pack.items.map(row));
      }
      rows.forEach(({ update }, index) => update(pack.items[index]));
      part("empty").hidden = pack.items.length > 0;
      form.hidden = pack.items.length === 0;
      list.hidden = pack.items.length === 0;
      if (document.activeElement !== title) title.value = pack.title;
      if (document.activeElement !== people && !NumberField.isWrong(people))
        people.value = pack.people ? String(pack.people) : "";
      for (const option of choice.options) option.disabled = pack.items.some((item) => item.piece === option.value);
      const told = MyPack.told(store.notice);
      part("notice").hidden = !told;
      part("notice").textContent = told && `${told} Kopieer een link om hem te houden.`;
      for (const place of root.ownerDocument.querySelectorAll("[data-pack-kept]"))
        /** @type {HTMLElement} */ (place).hidden = Boolean(told);
    };

    const receive = (given) => {
      history.replaceState(null, "", location.pathname);
      const items = given.items.filter((item) => printables.has(item.piece));
      const lost = given.items.length - items.length;
      const told =
        lost === 0
          ? ""
          : lost === 1
            ? " Eén stuk uit de link is er niet meer."
            : ` ${lost} stukken uit de link zijn er niet meer.`;
      const next = { ...given, items };
      if (!items.length) return say(`In deze link zit geen stuk dat er nog is.`);
      if (!pack.items.length || JSON.stringify(pack) === JSON.stringify(next)) {
        change(() => next);
        return say(`Dit is de werkmap die met je is gedeeld.${told}`);
      }
      const box = part("shared");
      const close = () => {
        box.hidden = true;
      };
      const answer = (text, does) => button(text, { class: "small-button" }, () => (close(), does()));
      const together = (now) => ({
        ...now,
        items: [...now.items, ...next.items.filter((item) => !now.items.some((own) => own.piece === item.piece))],
      });
      box.replaceChildren(
        el(
          "p",
          {},
          `Iemand deelt een werkmap met je: ${next.title || "zonder titel"}, ${items.length === 1 ? "1 stuk" : `${items.length} stukken`}. Je hebt zelf al een werkmap.${told}`,
        ),
        el(
          "p",
          { class: "pack-line" },
          answer("Neem deze", () => changeWithUndo(() => next, "Je hebt nu de werkmap uit de link.")),
          answer("Voeg toe aan de mijne", () => changeWithUndo(together, "Toegevoegd.")),
          answer("Houd de mijne", () => say("Je werkmap is gebleven zoals hij was.")),
        ),
      );
      box.hidden = false;
    };

    for (const [type, label] of Object.entries(KINDS)) {
      const group = el("optgroup", { label });
      for (const [piece, one] of printables)
        if (one.type === type && piece === addressOf(one.url)) group.append(el("option", { value: piece }, one.title));
      if (group.childElementCount) choice.append(group);
    }
    part("choose").addEventListener("submit", (event) => {
      event.preventDefault();
      const piece = choice.value;
      if (!piece) return;
      change((now) => ({ ...now, items: [...now.items, { piece, copies: 1, per: "" }] }));
      choice.value = "";
      const inside = pack.items.some((item) => item.piece === piece);
      say(
        inside
          ? `${printables.get(piece)?.title} zit in je werkmap.`
          : `In een werkmap passen ${Pack.MOST} stukken. Haal er eerst een weg.`,
      );
    });
    title.addEventListener("input", () => change((now) => ({ ...now, title: title.value })));
    NumberField.listen(people, part("people-wrong"), [1, 200], ({ value, wrong }) => {
      if (wrong) show();
      else change((now) => ({ ...now, people: value ?? 0 }));
    });
    part("clear").addEventListener("click", () =>
      changeWithUndo(() => ({ title: "", people: 0, items: [] }), "Je werkmap is leeg."),
    );
    part("link").addEventListener("click", async () => {
      const address = location.origin + location.pathname + asQuery(pack);
      try {
        await navigator.clipboard.writeText(address);
        say("De link is gekopieerd. Wie hem opent, krijgt deze werkmap.");
      } catch {
        say("Kopieer deze link: ");
        part("status").append(el("a", { href: address }, address));
      }
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const wrong = /** @type {HTMLInputElement | null} */ (root.querySelector("[aria-invalid=true]"));
      if (wrong) return (say("Verbeter eerst het aantal dat niet klopt."), wrong.focus());
      const submit = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
      submit.disabled = true;
      try {
        Files.give(
          `${Slugs.slug(pack.title, "werkmap")}.pdf`,
          "application/pdf",
          await PackPdf.make(pack, printables, say),
        );
        say("De PDF is klaar en staat bij je downloads.");
      } catch (error) {
        say(error instanceof NoPdf ? error.message : "De PDF is niet gelukt. Probeer het nog eens.");
      }
      submit.disabled = false;
    });
    root.hidden = false;
    store.follow(window);
    store.listen((now) => {
      pack = now;
      show();
    });
    const arrive = () => {
      const given = fromQuery(location.search) ?? fromQuery(location.hash.slice(1));
      if (given) receive(given);
    };
    arrive();
    window.addEventListener("hashchange", arrive); // a link pasted where this page is already open
  }

  async function readPrintables() {
    const answer = await fetch(Site.at("handboek.json"));
    const all = await answer.json();
    const found = new Map(
      all.pieces.filter((piece) => piece.type in KINDS && piece.pdf).map((piece) => [addressOf(piece.url), piece]),
    );
    for (const [old, now] of Object.entries(all.moved)) {
      const piece = found.get(addressOf(now));
      if (piece) found.set(addressOf(old), piece);
    }
    return found;
  }

  const addressOf = (url) => url.replace(/\/$/, "");

  if (builder)
    start(builder).catch(() => {
      builder.hidden = false;
      builder.replaceChildren(
        el(
          "p",
          {},
          location.protocol === "file:"
            ? "Een eigen werkmap maak je op de website. Vanuit een map op je schijf kan dat niet; print de bladen hier los."
            : "De lijst met stukken is niet op te halen. Laad de bladzijde opnieuw, of print de bladen los.",
        ),
      );
    });
}
