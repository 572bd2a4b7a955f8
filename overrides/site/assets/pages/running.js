// A workshop in the room: now, next, minutes left, and what to do when it runs late. It shows what already stands on the
// page. Which screen it is stands in the address: `#zaal` for who leads, `#beeld` for the wall, in a window of its own.
// What runs is kept on this device, so that a reload, a phone that slept and the second window show the same.
"use strict";

if (document.querySelector("[data-running]")) {
  const { el, button, one } = Elements;
  const { inMinutes, leftInWords } = Running;
  const { title, saysNow, parts, kept, state, edit } = RunningPage;
  const LEADS = "#zaal";
  const WALL = "#beeld";
  const MORE = 5;
  const WINDOW = "handboek-beeld";
  const LONGEST = 16 * 60 * Running.MINUTE;
  /** A shape beside the words, for who does not see a colour. */
  const SIGNS = /** @type {Record<string, [string, string]>} */ ({
    nearly: ["◔", "Bijna tijd"],
    off: ["●", "Rond af"],
    over: ["■", "De tijd is om"],
  });

  // The screen that stays on

  /** @type {{release: () => Promise<void>} | null} */
  let awake = null;
  const stayOn = async () => {
    const lock = /** @type {any} */ (navigator).wakeLock;
    if (!lock || awake || document.hidden || !state().at) return;
    try {
      awake = await lock.request("screen");
      /** @type {any} */ (awake).addEventListener("release", () => {
        awake = null;
      });
    } catch {
      // the device says no: then the screen sleeps, and what runs goes on
    }
  };

  // The screens

  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  let shown = "";

  const leave = () => {
    history.replaceState(history.state, "", location.pathname + location.search);
    route();
  };

  /** @param {string} name @param {string} label */
  const opened = (name, label) => {
    if (dialog && shown === name) return dialog;
    dialog?.remove();
    const made = el("dialog", { class: `talk-screen running ${name}`, "aria-label": label });
    made.addEventListener("cancel", (event) => {
      event.preventDefault();
      leave();
    });
    document.body.append(made);
    dialog = made;
    shown = name;
    made.showModal();
    return made;
  };

  /** @param {string} label @param {string} text */
  const box = (label, text, css = "talk-box") =>
    text ? [el("section", { class: css }, el("h3", {}, label), el("p", {}, text))] : [];

  /** The head: back to the page, and where we are. @param {string} count */
  const top = (count) => {
    const close = button("", { class: "talk-close" }, leave);
    close.append(
      el("span", { "aria-hidden": "true" }, "‹ "),
      el("span", { class: "screen-reader" }, "Terug naar de bladzijde: "),
      `${title} · in de zaal`,
    );
    return el("div", { class: "talk-top" }, close, ...(count ? [el("p", { class: "talk-count" }, count)] : []));
  };

  /** A way back from the last tap, where there was one. */
  const back = () => {
    const again = RunningPage.before();
    if (!again) return [];
    return [
      button("Zet terug", { class: "talk-back" }, () => {
        edit((mine) => Object.assign(mine, again, { notes: mine.notes || again.notes }), false);
        RunningPage.settle();
        route();
        dialog?.querySelector("h2")?.focus();
      }),
    ];
  };

  /** Before it begins: when it has to be over. */
  const start = () => {
    const own = parts();
    const minutes = own.reduce((all, part) => all + part.minutes, 0);
    /** What the page says of when it is held. @param {string} name */
    const planned = (name) => PageWords.of(document.querySelector(`[data-held=${name}]`)).padStart(5, "0");
    const ends = el("input", {
      type: "time",
      id: "zaal-eind",
      value: Dates.clock(Running.proposed(planned("begins"), planned("ends"), minutes, Date.now())),
    });
    const said = el("p", { id: "zaal-hulp", role: "status" });
    /** When it has to be over: at the end of the minute that somebody typed. */
    const moment = () => Dates.next(ends.value, Date.now()) + Running.MINUTE - 1;
    /** Whether that time was earlier today: nobody leads a workshop for so many hours. */
    const past = () => moment() - Date.now() > LONGEST;
    const last = () => {
      const room = Math.floor((moment() - Date.now()) / Running.MINUTE);
      const least = own.reduce((all, part) => all + part.least, 0);
      const drops = Running.givenUp(own.slice(1), least - room).map(({ title }) => `“${title}”`);
      const helps = drops.length ? `laat straks ${Counts.listed(drops)} vallen` : "kies een later einde";
      said.textContent = !ends.value
        ? "Vul in hoe laat je klaar moet zijn."
        : past()
          ? "Die tijd is al voorbij."
          : room < least
            ? `Dat is over ${inMinutes(room)}. Op zijn kortst duurt dit ${inMinutes(least)}: ${helps}.`
            : room < minutes
              ? `Dat is ${inMinutes(minutes - room)} korter dan het hele draaiboek. De delen worden korter, geen deel te kort.`
              : `Het hele draaiboek duurt ${inMinutes(minutes)}.`;
    };
    ends.addEventListener("input", last);
    last();
    const screen = opened("start", `${title}: in de zaal`);
    screen.replaceChildren(
      top(""),
      el(
        "div",
        { class: "talk-body", tabindex: 0 },
        el("h2", { tabindex: -1 }, "Start in de zaal"),
        el("p", { class: "running-field" }, el("label", { for: ends.id }, "Hoe laat ben je klaar?"), ends),
        said,
        ...box("Eerst", own[0] ? `${own[0].title}, ${inMinutes(own[0].minutes)}` : ""),
      ),
      el(
        "div",
        { class: "talk-foot" },
        ...back(),
        button("Begin nu", { class: "talk-next" }, () => {
          if (!ends.value || past()) return ends.focus();
          edit((mine) => Running.begin(mine, parts(), Date.now(), moment()), false);
          RunningPage.settle();
          stayOn();
        }),
      ),
    );
    screen.querySelector("h2")?.focus();
  };

  /** After the last part: what took how long, to take along. */
  const end = () => {
    const screen = opened("end", `${title}: in de zaal`);
    screen.replaceChildren(
      top(""),
      el("div", { class: "talk-body", tabindex: 0 }, el("h2", { tabindex: -1 }, "Klaar"), RunningResult.of(state())),
      el(
        "div",
        { class: "talk-foot" },
        button("Nog een keer", { class: "talk-back" }, () => edit((mine) => Object.assign(mine, Running.fresh()))),
        ...back(),
        button("Sluit", { class: "talk-next" }, leave),
      ),
    );
    screen.querySelector("h2")?.focus();
  };

  /** Who leads: now, next, what is left. */
  const lead = () => {
    const fresh = shown !== "leads";
    const screen = opened("leads", `${title}: in de zaal`);
    if (fresh) {
      on = "";
      const notes = el("textarea", { id: "zaal-notitie", rows: 3, maxlength: Running.LONGEST_NOTE });
      notes.value = state().notes;
      notes.addEventListener("input", () =>
        edit((mine) => {
          mine.notes = notes.value;
        }, false),
      );
      screen.replaceChildren(
        el("div", { "data-running-top": "" }),
        el(
          "div",
          { class: "talk-body", tabindex: 0 },
          el("h2", { tabindex: -1, "data-running-part": "" }),
          el(
            "p",
            { class: "running-clock" },
            el("span", { class: "running-sign", "data-running-sign": "" }),
            el("strong", { role: "timer", "data-running-left": "" }),
            el("span", { "data-running-until": "" }),
          ),
          el("p", { class: "running-pace", "data-running-pace": "" }),
          el("div", { "data-running-drops": "" }),
          el("div", { "data-running-boxes": "" }),
          el(
            "details",
            { class: "running-more" },
            el("summary", {}, "Alle delen"),
            el("ol", { "data-running-coming": "" }),
          ),
          el("p", { class: "running-field" }, el("label", { for: notes.id }, "Voor de evaluatie, zonder namen"), notes),
          el(
            "p",
            { class: "running-ways" },
            button("Beeld voor de zaal", {}, () => {
              window.open(location.pathname + location.search + WALL, WINDOW, "popup,width=1280,height=720");
            }),
            " ",
            el("span", { "data-running-undo": "" }),
            " ",
            button("Stop", {}, () =>
              edit((mine) => {
                mine.took.push({ id: mine.at, took: Date.now() - mine.since });
                mine.at = "";
                mine.ended = Date.now();
              }),
            ),
          ),
          el("p", { class: "screen-reader", role: "status", "data-running-said": "" }),
        ),
        el(
          "div",
          { class: "talk-foot" },
          button(`+${MORE} minuten`, { class: "talk-back" }, () =>
            edit((mine) => Running.extend(mine, Date.now(), MORE)),
          ),
          button("Ga door", { class: "talk-next" }, () => edit((mine) => Running.goOn(mine, parts(), Date.now()))),
        ),
      );
    }
    fill(screen);
    if (fresh) screen.querySelector("h2")?.focus();
  };

  /** The part for which the screen was filled, and the sign that was told for it. */
  let on = "";
  let told = "";

  /** @param {HTMLDialogElement} screen */
  const fill = (screen) => {
    const own = parts();
    const now = Running.standing(state(), own, Date.now());
    const part = now.part;
    if (!part) return;
    /** @param {string} name */
    const place = (name) => one(`[data-running-${name}]`, screen);
    const filled = `${part.id}${RunningPage.isBrief(part) ? " brief" : ""}`;
    if (on !== filled) {
      const words = saysNow(part);
      place("top").replaceChildren(top(`${now.number} van ${own.length}`));
      place("part").textContent = part.title;
      place("boxes").replaceChildren(
        ...box("Jij", words.trainer),
        ...box("Zij", words.participants, "talk-box plain"),
        ...box("Vraag op tafel", words.question),
        ...box("Op tafel", part.sheets),
        el("section", { class: "talk-box" }, el("h3", {}, "Straks"), el("p", { "data-running-next": "" })),
      );
      if (on) one(".talk-body", screen).scrollTop = 0;
      on = filled;
    }
    const [next] = now.coming;
    place("next").textContent = next
      ? `${next.part.title}, ${inMinutes(next.minutes)}${next.minutes < next.part.minutes ? ` in plaats van ${next.part.minutes}` : ""}`
      : "Dit is het laatste deel.";
    place("undo").replaceChildren(...back());
    place("coming").replaceChildren(
      ...now.coming.map(({ part: one, minutes }) =>
        el("li", {}, `${one.title}, ${inMinutes(minutes)}${minutes < one.minutes ? ` (was ${one.minutes})` : ""}`),
      ),
    );
    drops = null;
    tick(screen);
  };

  /** The parts that were offered to leave out; nothing as long as nobody looked. @type {string | null} */
  let drops = null;

  /** What changes by itself: only words, so that nobody loses the place where they are. @param {HTMLElement} screen */
  const tick = (screen) => {
    const now = Running.standing(state(), parts(), Date.now());
    if (!now.part) return;
    const [shape, sign] = SIGNS[now.sign] ?? ["", ""];
    /** @param {string} name @param {string} text */
    const say = (name, text) => {
      const place = screen.querySelector(`[data-running-${name}]`);
      if (place && place.textContent !== text) place.textContent = text;
    };
    screen.dataset.sign = now.sign;
    say("left", leftInWords(now.left));
    say("sign", sign ? `${shape} ${sign}` : "");
    say("until", `tot ${Dates.clock(state().since + state().given)}`);
    say("pace", Running.pace(now));
    if (told !== `${now.part.id} ${now.sign}`) {
      say("said", sign ? `${sign}: ${now.part.title}` : "");
      told = `${now.part.id} ${now.sign}`;
    }
    const offered = now.drops.map(({ id }) => id).join(" ");
    const place = screen.querySelector("[data-running-drops]");
    if (place && offered !== drops) {
      drops = offered;
      place.replaceChildren(
        ...now.drops.map((part) =>
          button(`Laat weg: ${part.title} (${inMinutes(part.least)})`, { class: "running-drop" }, () => {
            edit((mine) => Running.drop(mine, parts(), part.id));
            one("[data-running-part]", screen).focus();
          }),
        ),
      );
    }
  };

  /** The wall: one instruction, large, with a clock that can be hidden. */
  const wall = () => {
    const screen = opened("wall", `${title}: beeld voor de zaal`);
    const now = Running.standing(state(), parts(), Date.now());
    const words = now.part && saysNow(now.part);
    const hidden = screen.classList.contains("no-clock");
    const clock = button(hidden ? "Toon de klok" : "Verberg de klok", { class: "running-toggle" }, () => {
      screen.classList.toggle("no-clock");
      wall();
      one(".running-toggle", screen).focus();
    });
    screen.replaceChildren(
      el(
        "div",
        { class: "talk-body", tabindex: 0 },
        el("h2", { tabindex: -1 }, now.part ? now.part.title : state().ended ? "Bedankt" : title),
        el("p", { class: "running-task" }, words?.participants ?? ""),
        el("p", { class: "running-task running-question" }, words?.question ?? ""),
        el("p", { class: "running-sheets" }, now.part?.shared ?? ""),
      ),
      el(
        "div",
        { class: "talk-foot" },
        el(
          "p",
          { class: "running-clock" },
          el("span", { class: "running-sign", "data-running-sign": "" }),
          el("strong", { role: "timer", "data-running-left": "" }),
        ),
        clock,
        button("Sluit", { class: "running-toggle" }, () => {
          leave();
          window.close();
        }),
      ),
    );
    tick(screen);
  };

  /** Show the screen of the address, or the page where the address names none. */
  function route() {
    const { hash } = location;
    if (hash !== LEADS && hash !== WALL) {
      dialog?.close();
      dialog?.remove();
      dialog = null;
      shown = on = told = "";
      return;
    }
    if (hash === WALL) wall();
    else if (state().at) lead();
    else if (state().ended) end();
    else start();
  }

  document.addEventListener("click", (event) => {
    if (!(/** @type {Element} */ (event.target).closest("[data-running-open]"))) return;
    history.pushState(history.state, "", LEADS);
    route();
  });
  window.addEventListener("popstate", route);
  window.addEventListener("hashchange", route);
  document.addEventListener("visibilitychange", stayOn);
  kept.follow(window);
  /** What the screen shows of what is kept, but for the notes. */
  let known = "";
  kept.listen(() => {
    const { notes: _, ...rest } = state();
    const now = JSON.stringify(rest);
    if (now === known) return;
    known = now;
    one("[data-running-open]").textContent = state().at ? "Ga verder in de zaal" : "Start in de zaal";
    if (dialog || location.hash === LEADS || location.hash === WALL) route();
  });
  setInterval(() => dialog && state().at && tick(dialog), 1000);
  stayOn();
}
