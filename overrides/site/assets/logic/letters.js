// Letters for a PDF that is written here: a font file read for its signs and widths, and put into the PDF whole.
"use strict";

/**
 * A font in a PDF: its reference, and how text is written in it. A sign that it lacks becomes a question mark.
 * @typedef {{ref: any, signs: (text: string) => string, width: (text: string, size: number) => number, close: () => void}} Face
 */

const Letters = (() => {
  /** @param {number} value */
  const hex = (value) => value.toString(16).toUpperCase().padStart(4, "0");

  /** What a TrueType file says of its signs: the table of format 4, which every font of ours has. @param {DataView} file */
  const read = (file) => {
    const table = Object.fromEntries(
      Array.from({ length: file.getUint16(4) }, (_, index) => {
        const at = 12 + 16 * index;
        const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => file.getUint8(at + letter)));
        return [tag, file.getUint32(at + 8)];
      }),
    );
    /** @type {Map<number, number>} */
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
    /** In thousandths of the size of the letter. @param {number} value */
    const scaled = (value) => Math.round((1000 * value) / unit);
    return {
      glyphs,
      width: (/** @type {number} */ glyph) => scaled(file.getUint16(table.hmtx + 4 * Math.min(glyph, wide - 1))),
      box: [36, 38, 40, 42].map((at) => scaled(file.getInt16(table.head + at))),
      ascent: scaled(file.getInt16(table.hhea + 4)),
      descent: scaled(file.getInt16(table.hhea + 6)),
    };
  };

  /** A font of a PDF, from the bytes of a TrueType file. @param {any} lib @param {any} context @param {string} name @param {Uint8Array} bytes @returns {Face} */
  const face = (lib, context, name, bytes) => {
    const font = read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    /** The signs that were written. @type {Map<number, number>} */
    const used = new Map();
    const ref = context.nextRef();
    const unknown = /** @type {number} */ (font.glyphs.get(63));
    /** @param {string} text */
    const glyphsOf = (text) =>
      Array.from(text.normalize("NFC"), (sign) => {
        const known = font.glyphs.get(/** @type {number} */ (sign.codePointAt(0)));
        used.set(known ?? unknown, known ? /** @type {number} */ (sign.codePointAt(0)) : 63);
        return known ?? unknown;
      });

    /** Write down what the PDF needs to know of the signs that were used; once, when all text is there. */
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
      /** @param {any} value */
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
