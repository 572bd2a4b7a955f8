// A letter for Word with what somebody typed in the places for it. A Word file is a ZIP: one part of it is read and put back,
// the others go along as they are.
"use strict";

var Word = (() => {
  const PART = "word/document.xml";
  const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
  /** Of the head of a part: where its sum, its sizes and the length of its name stand; and how long the head is. */
  const [LOCAL_HEAD, CENTRAL_HEAD, END_HEAD] = [30, 46, 22];
  const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
  const CONTROL = /<w:sdt>.*?<\/w:sdt>/gs;

  /** @typedef {{name: string, head: Uint8Array, data: Uint8Array, method: number, at: number}} Part A part, with its row of the list. */

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
        at: local,
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

  /** @param {string} value */
  const escaped = (value) =>
    value
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
      const [before, inside] = control.split("<w:sdtContent>");
      return `${before.replace("<w:showingPlcHdr/>", "")}<w:sdtContent>${inside
        .replace(/<w:rStyle w:val="[^"]*"\/>/, "")
        .replace(/<w:rtl\/>/, RIGHT_TO_LEFT.test(value) ? "$&" : "")
        .replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/, () => `<w:t xml:space="preserve">${escaped(value)}</w:t>`)}`;
    });

  /** The file with what is known in the places for it. Rejects where this browser cannot read it.
   * @param {Uint8Array} file @param {Record<string, string>} values @returns {Promise<Uint8Array>} */
  const fill = async (file, values) => {
    const all = parts(file);
    const part = all.find((one) => one.name === PART);
    if (!part) throw new Error("no document");
    part.data = new TextEncoder().encode(filled(await text(part), values));
    const head = view(part.head);
    head.setUint16(10, 0, true); // as it is, not packed
    head.setUint32(16, sum(part.data), true);
    head.setUint32(20, part.data.length, true);
    head.setUint32(24, part.data.length, true);
    return packed(all);
  };

  return { fill, filled };
})();
