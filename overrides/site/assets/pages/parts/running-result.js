// What took how long in the room, to read, to copy and to take along as a table.
"use strict";

const RunningResult = (() => {
  const { el, button } = Elements;
  const { slug, title, parts } = RunningPage;

  /** What took how long. @param {RunningState} session */
  const of = (session) => {
    const rows = Running.report(session, parts());
    const heads = ["Deel", "Gepland", "Duurde", "Verschil"];
    const text = [
      `${title}, ${Dates.momentInWords(session.begun)}`,
      ...rows.map(([part, planned, took, more]) => `${part}: ${took ? `${took} minuten (gepland ${planned})` : more}`),
      ...(session.notes ? ["", "Voor de evaluatie:", session.notes] : []),
    ].join("\n");
    const said = el("span", { role: "status" });
    return el(
      "section",
      { class: "talk-box plain running-result" },
      el("h3", {}, "Zo liep het"),
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
        el(
          "tbody",
          {},
          ...rows.map(([part, ...cells]) =>
            el("tr", {}, el("th", { scope: "row" }, part), ...cells.map((cell) => el("td", {}, cell))),
          ),
        ),
      ),
      ...(session.notes ? [el("p", { class: "running-notes" }, session.notes)] : []),
      el(
        "p",
        { class: "running-ways" },
        button("Kopieer als tekst", {}, async () => {
          try {
            await navigator.clipboard.writeText(text);
            said.textContent = "Gekopieerd.";
          } catch {
            said.textContent = "Kopiëren mag niet van deze browser. Neem het bestand.";
          }
        }),
        " ",
        button("Bewaar als tabel (.csv)", {}, () =>
          Tables.give(
            `${slug}-${Dates.dayOf(session.begun)}`,
            Tables.text([heads, ...rows, ...(session.notes ? [["Voor de evaluatie", session.notes]] : [])]),
          ),
        ),
        " ",
        said,
      ),
    );
  };

  return { of };
})();
