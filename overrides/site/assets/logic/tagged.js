// A PDF of a few pages that is written here line by line, with its tags: the cover and the contents of a binding.
"use strict";

/**
 * Where text stands on a page of A4, in millimetres from below: no wider than `width`, or ending at `x` where it is `right`.
 * @typedef {{x: number, y: number, size: number, face?: "bold" | "plain", width?: number, right?: boolean}} TextSpot
 */

const Tagged = (() => {
  const MM = 72 / 25.4;
  const LEADING = 1.2;

  /** What says of a PDF that it can be read out, and what it is called. @param {string} title */
  const told = (title) =>
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1">' +
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">' +
    title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`) +
    '</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>';

  /** An empty PDF with a title and these fonts. @param {any} lib @param {string} title @param {{plain: Uint8Array, bold: Uint8Array}} fonts */
  const open = async (lib, title, fonts) => {
    const made = await lib.PDFDocument.create({ updateMetadata: false });
    const { context, catalog } = made;
    const name = lib.PDFName.of;
    const faces = {
      plain: Letters.face(lib, context, "Plain", fonts.plain),
      bold: Letters.face(lib, context, "Bold", fonts.bold),
    };
    const [tree, body] = [context.nextRef(), context.nextRef()];
    /** @type {any[]} */
    const elements = [];
    /** What each page and each link belongs to, by its number. @type {any[]} */
    const parents = [];
    /** The page that is written. @type {{page: any, drawn: string[], owners: any[]}} */
    let now;
    /** The list of contents, once there is one. @type {any} */
    let contents;

    const finish = () =>
      now && now.page.node.set(name("Contents"), context.register(context.flateStream(now.drawn.join("\n"))));

    /** A new page of A4, on which everything is written from now on. */
    const page = () => {
      finish();
      now = { page: made.addPage([210 * MM, 297 * MM]), drawn: [], owners: [] };
      const used = { Font: { plain: faces.plain.ref, bold: faces.bold.ref } };
      now.page.node.set(name("Resources"), context.obj(used));
      now.page.node.set(name("StructParents"), context.obj(parents.push(now.owners) - 1));
      now.page.node.set(name("Tabs"), name("S"));
    };

    /** @param {string} text @param {Face} face @param {{size: number, width?: number}} spot @returns {string[]} */
    const lines = (text, face, { size, width }) => {
      if (!width) return [text];
      /** @type {string[]} */
      const found = [];
      for (const word of text.split(" ")) {
        const longer = found.length ? `${found[found.length - 1]} ${word}` : word;
        if (found.length && face.width(longer, size) <= width * MM) found[found.length - 1] = longer;
        else found.push(word);
      }
      return found;
    };

    /** How high a text is, in millimetres. @param {string} text @param {Omit<TextSpot, "x" | "y">} spot */
    const height = (text, spot) => (lines(text, faces[spot.face ?? "plain"], spot).length * LEADING * spot.size) / MM;

    /** Draw text that belongs to an element; gives its number on this page. @param {string} kind @param {any} owner @param {string} text @param {TextSpot} spot */
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

    /** @param {any} ref @param {string} kind @param {any} parent @param {any[]} kids */
    const element = (ref, kind, parent, kids) =>
      context.assign(ref, context.obj({ Type: "StructElem", S: kind, P: parent, Pg: now.page.ref, K: kids }));

    /** Write a heading or a paragraph; one may lead in with a word that stands elsewhere. @param {string} kind @param {string} text
     * @param {TextSpot} spot @param {[string, TextSpot][]} lead */
    const write = (kind, text, spot, lead = []) => {
      const ref = context.nextRef();
      elements.push(ref);
      const kids = [...lead, /** @type {[string, TextSpot]} */ ([text, spot])].map((one) => draw(kind, ref, ...one));
      element(ref, kind, body, kids);
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

    /** A line across the page, which says nothing. @param {number} y @param {number} thick */
    const rule = (y, thick) =>
      now.drawn.push(`/Artifact BMC ${thick} w ${20 * MM} ${y * MM} m ${190 * MM} ${y * MM} l S EMC`);

    /** A box to tick, which says nothing. @param {number} x @param {number} y @param {number} size */
    const box = (x, y, size) =>
      now.drawn.push(`/Artifact BMC 0.75 w ${[x, y, size, size].map((one) => one * MM).join(" ")} re S EMC`);

    /** The foot of a page: what it is called, and room for its number in a pack (`MARKED` in bind.js). @param {string} text */
    const foot = (text) => {
      const [size, y] = [8, 12 * MM];
      now.drawn.push(
        `/Artifact <</Type /Pagination>> BDC BT /plain ${size} Tf ${20 * MM} ${y} Td ${faces.plain.signs(text)} Tj ET EMC`,
        `/Artifact <</Type /Pagination /Subtype /PageNum>> BDC BT 1 0 0 1 ${160 * MM} ${y} Tm /plain ${size} Tf ET EMC`,
      );
    };

    /** The PDF, when all is written. */
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

    return { faces, page, height, write, link, rule, box, foot, close };
  };

  return { open };
})();
