/* The home page: big figures, charts, NAPs and the server, from what live.js brings. */
(() => {
  "use strict";
  const home = document.getElementById("home");
  const texts = document.getElementById("home-texts").dataset;
  const lang = document.documentElement.lang;
  const zone = home.dataset.zone;
  const byId = (id) => document.getElementById(id);
  const put = (id, text) => { const one = byId(id); if (one && one.textContent !== text) one.textContent = text; };
  const NOTHING = "–";

  const number = (digits) => {
    const format = new Intl.NumberFormat(lang, { maximumFractionDigits: digits });
    return (value) => (value === null || value === undefined ? NOTHING : format.format(value));
  };
  const whole = number(0);
  const tenth = number(1);
  const percent = (value) => (value === null || value === undefined ? NOTHING : tenth(value) + " %");
  const clock = (value) => {
    if (value === null || value === undefined) return NOTHING;
    const seconds = Math.round(value);
    const two = (part) => String(part).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    return (hours ? hours + ":" + two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)) + ":" + two(seconds % 60);
  };
  const octets = (value) => {
    const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
    const at = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, value)) / Math.log(1024)));
    return new Intl.NumberFormat(lang, { style: "unit", unit: units[at], maximumSignificantDigits: 3 }).format(value / 1024 ** at);
  };
  const moments = (options) => new Intl.DateTimeFormat(lang, { timeZone: zone, ...options });

  /* What a period looks like: how many points a drawn one and one of a ratio are made of. */
  const PERIODS = {
    FIVE_MINUTES: { step: 1, length: 300, draw: 1, ratio: 15, near: moments({ hour: "2-digit", minute: "2-digit" }), far: moments({ hour: "2-digit", minute: "2-digit", second: "2-digit" }) },
    DAY: { step: 60, length: 1440, draw: 5, ratio: 30, near: moments({ hour: "2-digit", minute: "2-digit" }), far: moments({ day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" }) },
    MONTH: { step: 3600, length: 744, draw: 2, ratio: 12, near: moments({ day: "2-digit", month: "2-digit" }), far: moments({ day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" }) },
  };
  let period = home.dataset.period;
  let points = [];

  const chartOf = (id) => document.querySelector(".chart[data-chart=" + id + "]");
  const charts = {
    calls: comuta.charts.line(chartOf("calls"), [{ name: texts.active, colour: "--chart-1", fill: true }, { name: texts.peak, colour: "--chart-3", dash: [4, 4] }], tenth),
    rate: comuta.charts.line(chartOf("rate"), [{ name: texts.seizures, colour: "--chart-2", fill: true, fraction: true }, { name: texts.answered, colour: "--chart-1", fraction: true }, { name: texts.failures, colour: "--chart-5", fraction: true }], number(2)),
    ratios: comuta.charts.line(chartOf("ratios"), [{ name: "ASR", colour: "--chart-1", gaps: true }, { name: "NER", colour: "--chart-2", gaps: true, dash: [4, 4] }], percent, true),
    duration: comuta.charts.line(chartOf("duration"), [{ name: "ACD", colour: "--chart-4", fill: true, gaps: true, fraction: true }], clock),
  };

  /* A point: second, length, call seconds, peak, seizures, answered, completed, talk ms, progressed,
     post-dial ms, failed, failed by the user; or second and length alone where nothing ran. */
  const gathered = (size) => {
    const width = PERIODS[period].step * size;
    const groups = new Map();
    points.forEach((point) => {
      if (point.length < 3) return;
      const begin = point[0] - (point[0] % width);
      const sum = groups.get(begin);
      if (!sum) groups.set(begin, [begin, ...point.slice(1)]);
      else point.forEach((value, at) => { if (at > 0) sum[at] = at === 3 ? Math.max(sum[at], value) : sum[at] + value; });
    });
    return [...groups.values()];
  };
  const share = (part, of) => (of ? (100 * part) / of : null);
  const rows = {
    calls: (one) => [one[0], one[2] / one[1], one[3]],
    rate: (one) => [one[0], one[4] / one[1], one[5] / one[1], one[10] / one[1]],
    ratios: (one) => [one[0], share(one[5], one[5] + one[10]), share(one[5] + one[11], one[5] + one[10])],
    duration: (one) => [one[0], one[6] ? one[7] / one[6] / 1000 : null],
  };

  const draw = () => {
    if (!points.length) return;
    const shape = PERIODS[period];
    const to = points[points.length - 1][0] + shape.step;
    const from = to - shape.step * shape.length;
    const time = (second, far) => (far ? shape.far : shape.near).format(new Date(second * 1000));
    const fine = gathered(shape.draw);
    const coarse = gathered(shape.ratio);
    charts.calls.show(fine.map(rows.calls), from, to, time, coarse.map(rows.calls));
    charts.rate.show((period === "FIVE_MINUTES" ? gathered(5) : fine).map(rows.rate), from, to, time, coarse.map(rows.rate));
    charts.ratios.show(coarse.map(rows.ratios), from, to, time);
    charts.duration.show(coarse.map(rows.duration), from, to, time);
  };

  let loading = null;
  const load = () => {
    const wanted = period;
    loading = loading || comuta.live.get("/series?period=" + wanted)
      .then((series) => { if (wanted === period) { points = series.points; draw(); } })
      .catch(() => {})
      .finally(() => { loading = null; if (wanted !== period) load(); });
  };

  /* New points join the series; where some are missing, because the page slept, it is read anew. */
  const move = (fresh) => {
    const last = points.length ? points[points.length - 1][0] : 0;
    const shape = PERIODS[period];
    if (!points.length || fresh[0][0] > last + shape.step) { load(); return; }
    fresh.forEach((point) => {
      const newest = points[points.length - 1][0];
      if (point[0] === newest) points[points.length - 1] = point;
      else if (point[0] > newest) points.push(point);
    });
    points.splice(0, Math.max(0, points.length - shape.length));
    draw();
  };

  const showNow = (now) => {
    const figures = now.figures[period];
    put("figure-active", whole(now.active));
    put("note-active", texts.peak + " " + whole(figures.peak));
    put("figure-cps", tenth(now.cps));
    put("note-cps", texts.seizures + " " + whole(figures.seizures));
    put("figure-asr", percent(figures.asr));
    put("note-asr", texts.answered + " " + whole(figures.answered));
    put("figure-ner", percent(figures.ner));
    put("note-ner", texts.failures + " " + whole(figures.failed));
    put("figure-acd", clock(figures.acd));
    put("figure-pdd", figures.pdd === undefined ? NOTHING : number(figures.pdd < 10 ? 1 : 0)(figures.pdd) + " s");
    move(now.points[period]);
  };

  const meter = (id, part, of) => {
    const one = byId("meter-" + id);
    if (!one) return;
    const full = of > 0 ? Math.min(100, (100 * part) / of) : 0;
    one.style.width = full + "%";
    one.dataset.level = full > 90 ? "high" : full > 75 ? "some" : "low";
  };
  const ofAll = (part, of) => texts.of.replace("{0}", part).replace("{1}", of);
  const showSystem = (system) => {
    put("system-disk", ofAll(octets(system.diskTotal - system.diskFree), octets(system.diskTotal)));
    meter("disk", system.diskTotal - system.diskFree, system.diskTotal);
    put("system-memory", ofAll(octets(system.memoryUsed), octets(system.memoryMax)));
    meter("memory", system.memoryUsed, system.memoryMax);
    byId("system-media-row").hidden = system.mediaCalls === null;
    if (system.mediaCalls !== null) {
      put("system-media", system.troubles.includes("MEDIA") ? texts.troubleMedia : texts.calls.replace("{0}", whole(system.mediaCalls)) + " · " + ofAll(whole(system.mediaPorts), whole(system.mediaPortsOfRange)));
      meter("media", system.mediaPorts, system.mediaPortsOfRange);
    }
    put("system-since", moments({ dateStyle: "short", timeStyle: "short" }).format(new Date(system.startedAt)));
    put("live-revision", whole(system.revision));
  };

  const camel = (word) => word.toLowerCase().replace(/_(.)/g, (match, letter) => letter.toUpperCase());
  const textOf = (prefix, word) => { const key = camel(prefix + "_" + word); return texts[key] || word; };
  const made = (tag, type, text) => {
    const one = document.createElement(tag);
    if (type) one.className = type;
    if (text !== undefined) one.textContent = text;
    return one;
  };
  const ICONS = { INACTIVE: "pi-times-circle", SUSPECT: "pi-question-circle", NOT_ANSWERING: "pi-times-circle", FULL: "pi-exclamation-triangle", ANSWERING: "pi-check-circle", UNKNOWN: "pi-circle", DISABLED: "pi-ban" };

  const tile = (nap) => {
    const item = made("li", "nap-tile state-" + nap.state);
    const head = made("div", "nap-name");
    const icon = made("i", "pi " + ICONS[nap.state]);
    icon.setAttribute("aria-hidden", "true");
    const name = made(home.dataset.configuration === "true" ? "a" : "span", "", nap.name);
    if (name.tagName === "A") name.href = "nap.xhtml?name=" + encodeURIComponent(nap.name);
    name.title = nap.name;
    head.append(icon, name);
    item.append(head, made("p", "nap-state", textOf("state", nap.state)));
    const calls = made("p", "nap-calls", nap.maxCalls ? texts.callsOf.replace("{0}", whole(nap.calls)).replace("{1}", whole(nap.maxCalls)) : texts.calls.replace("{0}", whole(nap.calls)));
    item.append(calls);
    if (nap.maxCalls) {
      const bar = made("div", "meter");
      const full = made("span");
      const used = Math.min(100, (100 * nap.calls) / nap.maxCalls);
      full.style.width = used + "%";
      full.dataset.level = used >= 100 ? "high" : used > 75 ? "some" : "low";
      bar.setAttribute("aria-hidden", "true");
      bar.append(full);
      item.append(bar);
    }
    const way = (label, figures) => label + " ASR " + percent(figures.asr) + " · ACD " + clock(figures.acd);
    item.append(made("p", "nap-figures", way(texts.in, nap.origin)), made("p", "nap-figures", way(texts.out, nap.destination)));
    if (nap.failed) {
      const at = moments({ hour: "2-digit", minute: "2-digit" }).format(new Date(nap.failed.at));
      item.append(made("p", "nap-failed", texts.failed.replace("{0}", at).replace("{1}", nap.failed.cause) + (nap.failed.status ? " · SIP " + nap.failed.status : "")));
    }
    return item;
  };

  let board = "";
  const showNaps = (naps) => {
    const print = JSON.stringify(naps);
    if (print === board) return;
    board = print;
    const held = document.activeElement && document.activeElement.closest(".nap-tile a");
    const focused = held && held.textContent;
    byId("nap-board").replaceChildren(...naps.naps.map(tile));
    if (focused) [...document.querySelectorAll(".nap-tile a")].filter((one) => one.textContent === focused).forEach((one) => one.focus());
    byId("nap-counts").replaceChildren(...Object.entries(naps.states).map(([state, count]) => made("span", "tag nap-" + state, whole(count) + " " + textOf("state", state))));
    const rest = naps.total - naps.naps.length;
    byId("nap-more").hidden = naps.total > 0 && rest === 0;
    put("nap-more", naps.total === 0 ? texts.none : texts.more.replace("{0}", whole(rest)));
  };

  const showConfiguration = (configuration) => {
    const one = byId("pending-state");
    if (!one) return;
    one.dataset.pending = String(configuration.pending > 0);
    put("pending-state", configuration.pending ? texts.pending.replace("{0}", whole(configuration.pending)) : texts.live);
  };

  /* One glance: is all well? */
  const GRAVE = ["JOURNAL", "SIP", "MEDIA", "DATABASE"];
  const ICON_OF = { well: "pi-check-circle", look: "pi-exclamation-triangle", bad: "pi-times-circle", lost: "pi-times-circle" };
  const judge = (told, fresh) => {
    const why = [];
    let word = "well";
    if (!fresh) word = "lost";
    else {
      told.system.troubles.forEach((trouble) => {
        why.push(textOf("trouble", trouble));
        word = GRAVE.includes(trouble) ? "bad" : word === "bad" ? word : "look";
      });
      const states = told.naps.states;
      ["INACTIVE", "NOT_ANSWERING", "FULL"].filter((state) => states[state]).forEach((state) => {
        why.push(textOf("naps", state).replace("{0}", whole(states[state])) + " " + told.naps.naps.filter((nap) => nap.state === state).slice(0, 3).map((nap) => nap.name).join(", "));
        word = word === "bad" ? word : "look";
      });
    }
    const verdict = byId("verdict");
    if (!verdict.classList.contains(word)) {
      verdict.className = "verdict " + word;
      verdict.querySelector("i").className = "pi " + ICON_OF[word];
    }
    put("verdict-word", texts[word]);
    const list = byId("verdict-why");
    if (list.dataset.said !== why.join("|")) {
      list.dataset.said = why.join("|");
      list.replaceChildren(...why.map((one) => made("li", "", one)));
    }
  };

  let known = {};
  comuta.live.start(
    () => ["now", "system", "naps." + period, ...(home.dataset.configuration === "true" ? ["configuration"] : [])],
    (told, fresh) => {
      if (fresh) {
        if (told.now) showNow(told.now);
        if (told.system) { known.system = told.system; showSystem(told.system); }
        const naps = told["naps." + period];
        if (naps) { known.naps = naps; showNaps(naps); }
        if (told.configuration) showConfiguration(told.configuration);
      }
      if (!fresh || (known.system && known.naps)) judge(known, fresh);
      home.dataset.seen = "true";
    },
  );

  const later = byId("offer-later");
  if (later) later.addEventListener("click", () => {
    comuta.live.remember("wizard.dismissed", "true");
    byId("offer").remove();
    byId("content").focus();
  });

  document.querySelectorAll("#period input").forEach((one) => {
    one.checked = one.value === period;
    one.addEventListener("change", () => {
      period = one.value;
      points = [];
      board = "";
      comuta.live.remember("home.period", period);
      load();
      comuta.live.again();
    });
  });
})();
