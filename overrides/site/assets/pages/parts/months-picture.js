// A picture of months: rows with bars, the start, and today.
"use strict";

const MonthsPicture = (() => {
  const { svg } = Elements;
  const { narrow } = Picture;

  /** Months as stretches. @param {Set<number>} months */
  function stretches(months) {
    /** @type {{from: number, to: number}[]} */
    const found = [];
    for (const month of [...months].sort((one, other) => one - other)) {
      const last = found.at(-1);
      if (last && last.to === month - 1) last.to = month;
      else found.push({ from: month, to: month });
    }
    return found;
  }

  /**
   * Rows with bars on a scale of months.
   * @param {number} zero The calendar month of month 0. @param {number} from @param {number} to
   * @param {{name: string, label: string, css: string, bars: {from: number, to: number, css: string}[], more: boolean}[]} rows
   * @param {number | null} mark The month of a dashed line. @param {string} zeroth what happens there
   * @param {string} told @param {number} today where today is among those months
   */
  function draw(zero, from, to, rows, mark, zeroth, told, today) {
    // On a phone the name of a row stands above its bar.
    const [left, width, row, above, space, most] = narrow.matches
      ? [20, 310, 48, 18, 20, 4]
      : [150, 560, 34, 0, 20, 10];
    const height = row * rows.length + 46;
    /** @param {number} month */
    const at = (month) => left + ((month - from) * width) / (to - from);
    const every = [1, 2, 3, 6, 12, 24].find((step) => (to - from) / step <= most) ?? 60;
    const parts = [];
    for (let month = from; month <= to; month += 1) {
      if ((zero + month) % every) continue;
      const date = zero + month;
      parts.push(svg("line", { class: "grid", x1: at(month), x2: at(month), y1: 24, y2: height - 16 }));
      parts.push(
        svg(
          "text",
          { class: "tick", x: at(month), y: 14, "text-anchor": "middle" },
          `${Dates.monthInWords(date).slice(0, 3)} ’${String(Math.floor(date / 12)).slice(2)}`,
        ),
      );
    }
    rows.forEach(({ name, label, css, bars, more }, index) => {
      const y = 30 + above + index * row;
      const [letters, line] = above ? [40, y - 5] : [20, y + 16];
      parts.push(
        svg("text", { class: "name", x: 0, y: line }, name.length > letters ? `${name.slice(0, letters - 1)}…` : name),
      );
      for (const bar of bars) {
        const group = svg(
          "g",
          { class: css },
          svg("rect", { class: bar.css, x: at(bar.from), y, width: at(bar.to) - at(bar.from), height: 22, rx: 2 }),
        );
        if (label) group.append(svg("text", { class: "number", x: at(bar.from) + 6, y: y + 16 }, label));
        parts.push(group);
        if (more) parts.push(svg("text", { class: "tick", x: at(bar.to) + 4, y: y + 16 }, "…"));
      }
    });
    if (mark !== null) {
      parts.push(svg("line", { class: "zero", x1: at(mark), x2: at(mark), y1: 20, y2: height - 14 }));
      const anchor = at(mark) < 90 ? "start" : at(mark) > left + width - 90 ? "end" : "middle";
      parts.push(svg("text", { class: "tick", x: at(mark), y: height - 2, "text-anchor": anchor }, zeroth));
    }
    if (today >= from && today <= to) {
      parts.push(svg("line", { class: "today", x1: at(today), x2: at(today), y1: 20, y2: height - 14 }));
      const near = mark !== null && Math.abs(at(mark) - at(today)) < 90;
      const anchor = at(today) < 40 ? "start" : "middle";
      if (!near)
        parts.push(svg("text", { class: "tick now", x: at(today), y: height - 2, "text-anchor": anchor }, "vandaag"));
    }
    return svg(
      "svg",
      {
        viewBox: `0 0 ${left + width + space} ${height}`,
        class: narrow.matches ? "picture narrow" : "picture",
        role: "img",
        "aria-label": told,
      },
      ...parts,
    );
  }

  return { draw, stretches };
})();
