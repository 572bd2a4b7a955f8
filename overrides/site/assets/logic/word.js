// A letter for Word with what somebody typed in the places for it, and with a logo. A Word file is a ZIP: the parts that change
// are read and put back, the others go along as they are.
"use strict";

var Word = (() => {
  const PART = "word/document.xml";
  const RELATIONS = "word/_rels/document.xml.rels";
  const TYPES = "[Content_Types].xml";
  const LOGO = "word/media/eigen-logo.png";
  const SPACE = "http://schemas.openxmlformats.org";
  const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
  /** Of the head of a part: where its sum, its sizes and the length of its name stand; and how long the head is. */
  const [LOCAL_HEAD, CENTRAL_HEAD, END_HEAD] = [30, 46, 22];
  const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
  /** Around words that run to the right in a line that runs to the left, so that a sign at their end stays there. */
  const TO_THE_RIGHT = "\u200e";
  const CONTROL = /<w:sdt>.*?<\/w:sdt>/gs;

  /** @typedef {{name: string, head: Uint8Array, data: Uint8Array, method: number}} Part A part, with its row of the list. */

  /** @param {Uint8Array} bytes */
  const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

  /** The parts of a ZIP as Python writes it: no comment at its end, and every size where it belongs. @param {Uint8Array} file @returns {Part[]} */
  const parts = (file) => {
    const all = view(file);
    const end = file.length - END_HEAD;
    if (all.getUint32(end, true) !== END) throw new Error("no ZIP");
    /** @type {Part[]} */
    const found = [];
    let at = all.getUint32(end + 16, true);
    for (let left = all.getUint16(end + 10, true); left; left -= 1) {
      if (all.getUint32(at, true) !== CENTRAL) throw new Error("no ZIP");
      const long = all.getUint16(at + 28, true);
      const size = CENTRAL_HEAD + long + all.getUint16(at + 30, true) + all.getUint16(at + 32, true);
      const local = all.getUint32(at + 42, true);
      if (all.getUint32(local, true) !== LOCAL) throw new Error("no ZIP");
      const from = local + LOCAL_HEAD + all.getUint16(local + 26, true) + all.getUint16(local + 28, true);
      found.push({
        name: new TextDecoder().decode(file.subarray(at + CENTRAL_HEAD, at + CENTRAL_HEAD + long)),
        head: file.slice(at, at + size),
        data: file.subarray(from, from + all.getUint32(at + 20, true)),
        method: all.getUint16(at + 10, true),
      });
      at += size;
    }
    return found;
  };

  /** @param {Part} part */
  const text = async (part) => {
    const packed = new Blob([/** @type {BlobPart} */ (part.data)]).stream();
    const open = part.method ? packed.pipeThrough(new DecompressionStream("deflate-raw")) : packed;
    return await new Response(open).text();
  };

  /** The sum by which a ZIP knows whether a part is whole. @param {Uint8Array} bytes */
  const sum = (bytes) => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };

  /** A part as it is, not packed, of no time of its own. @param {string} name @param {Uint8Array} data @returns {Part} */
  const stored = (name, data) => {
    const called = new TextEncoder().encode(name);
    const head = new Uint8Array(CENTRAL_HEAD + called.length);
    const row = view(head);
    row.setUint32(0, CENTRAL, true);
    row.setUint16(4, 20, true);
    row.setUint16(6, 20, true);
    row.setUint16(14, 0x21, true); // the first day that a ZIP knows
    row.setUint32(16, sum(data), true);
    row.setUint32(20, data.length, true);
    row.setUint32(24, data.length, true);
    row.setUint16(28, called.length, true);
    head.set(called, CENTRAL_HEAD);
    return { name, head, data, method: 0 };
  };

  /** @param {Part[]} all @returns {Uint8Array} */
  const packed = (all) => {
    const [locals, rows] = [/** @type {Uint8Array[]} */ ([]), /** @type {Uint8Array[]} */ ([])];
    let at = 0;
    for (const part of all) {
      const name = new TextEncoder().encode(part.name);
      const local = new Uint8Array(LOCAL_HEAD + name.length);
      view(local).setUint32(0, LOCAL, true);
      local.set(part.head.subarray(6, 28), 4); // what both say of it: from the version to the sizes
      view(local).setUint16(26, name.length, true);
      local.set(name, LOCAL_HEAD);
      view(part.head).setUint32(42, at, true);
      locals.push(local, part.data);
      rows.push(part.head);
      at += local.length + part.data.length;
    }
    const end = new Uint8Array(END_HEAD);
    const last = view(end);
    last.setUint32(0, END, true);
    last.setUint16(8, all.length, true);
    last.setUint16(10, all.length, true);
    last.setUint32(
      12,
      rows.reduce((size, row) => size + row.length, 0),
      true,
    );
    last.setUint32(16, at, true);
    const whole = [...locals, ...rows, end];
    const made = new Uint8Array(whole.reduce((size, one) => size + one.length, 0));
    whole.reduce((place, one) => {
      made.set(one, place);
      return place + one.length;
    }, 0);
    return made;
  };

  /** Signs that a document may not hold fall out: a line that was pasted from Word can bring one along. @param {string} value */
  const escaped = (value) =>
    value
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/\n/g, '</w:t><w:br/><w:t xml:space="preserve">');

  /** The text of a document with what is known in its controls; one that says the same again has a number behind its name.
   * @param {string} xml @param {Record<string, string>} values */
  const filled = (xml, values) =>
    xml.replace(CONTROL, (control) => {
      const name = /<w:tag w:val="([^"]*)"/.exec(control)?.[1] ?? "";
      const value = values[name] || values[name.replace(/-\d+$/, "")];
      if (!value) return control;
      const turned = control.includes("<w:rtl/>") && !RIGHT_TO_LEFT.test(value);
      const said = turned ? `${TO_THE_RIGHT}${value}${TO_THE_RIGHT}` : value;
      const [before, inside] = control.split("<w:sdtContent>");
      return `${before.replace("<w:showingPlcHdr/>", "")}<w:sdtContent>${inside
        .replace(/<w:rStyle w:val="[^"]*"\/>/, "")
        .replace(/<w:rtl\/>/, RIGHT_TO_LEFT.test(value) ? "$&" : "")
        .replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/, () => `<w:t xml:space="preserve">${escaped(said)}</w:t>`)}`;
    });

  /** The widest and the highest that a logo is, and what stays free above an address, in millimetres; as `office/word/source.py` has it. */
  const [WIDEST, HIGHEST, LEAST] = [55, 15, 6];
  const EMU = 36000;
  const TWIPS = 1440 / 25.4;

  /** The text of a document with a logo above all else; the address below it stays where the window of an envelope is.
   * @param {string} xml @param {Uint8Array} png @param {string} alt */
  const withLogo = (xml, png, alt) => {
    const [wide, high] = [view(png).getUint32(16), view(png).getUint32(20)];
    const scale = Math.min(WIDEST / wide, HIGHEST / high);
    const size = `cx="${Math.round(wide * scale * EMU)}" cy="${Math.round(high * scale * EMU)}"`;
    const said = `id="9999" name="Logo" descr="${escaped(alt).replace(/"/g, "&quot;")}"`;
    const [drawing, main] = [`${SPACE}/drawingml/2006`, `${SPACE}/drawingml/2006/main`];
    const picture =
      `<w:p><w:pPr><w:pStyle w:val="Logo"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"` +
      ` distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${said}/><a:graphic xmlns:a="${main}">` +
      `<a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr ${said}/>` +
      `<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${SPACE}/officeDocument/2006/relationships"` +
      ' r:embed="eigenLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>' +
      `<a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>` +
      "</a:graphic></wp:inline></w:drawing></w:r></w:p>";
    const taken = (high * scale + 2) * TWIPS;
    return xml
      .replace(
        /(<w:pStyle w:val="Adres"\/>(?:<w:bidi\/>)?<w:spacing w:before=")(\d+)/,
        (_, before, room) => `${before}${Math.round(Math.max(LEAST * TWIPS, Number(room) - taken))}`,
      )
      .replace("<w:body>", () => `<w:body>${picture}`);
  };

  /** The file with what is known in the places for it, and with a logo (a PNG as an address) where there is one. Rejects where
   * this browser cannot read it.
   * @param {Uint8Array} file @param {Record<string, string>} values @param {{address: string, alt: string}} [logo]
   * @returns {Promise<Uint8Array>} */
  const fill = async (file, values, logo) => {
    const all = parts(file);
    /** @param {string} name @param {(xml: string) => string} change */
    const put = async (name, change) => {
      const at = all.findIndex((one) => one.name === name);
      if (at < 0) throw new Error(`no ${name}`);
      all[at] = stored(name, new TextEncoder().encode(change(await text(all[at]))));
    };
    await put(PART, (xml) => filled(xml, values));
    if (logo) {
      const png = Uint8Array.from(atob(logo.address.split(",")[1]), (sign) => sign.charCodeAt(0));
      const relation = `<Relationship Id="eigenLogo" Type="${SPACE}/officeDocument/2006/relationships/image" Target="media/eigen-logo.png"/>`;
      await put(PART, (xml) => withLogo(xml, png, logo.alt));
      await put(RELATIONS, (xml) => xml.replace("</Relationships>", `${relation}$&`));
      await put(TYPES, (xml) =>
        /Extension="png"/i.test(xml)
          ? xml
          : xml.replace("</Types>", '<Default Extension="png" ContentType="image/png"/>$&'),
      );
      all.push(stored(LOGO, png));
    }
    return packed(all);
  };

  return { fill, filled };
})();
