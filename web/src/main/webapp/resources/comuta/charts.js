/* Lines over time with Chart.js, in the colours of the theme, and the same as a table. */
comuta.charts = (() => {
  "use strict";
  const css = (name) => {
    // A colour may be light-dark(): what the browser makes of it counts.
    const probe = document.createElement("i");
    probe.style.color = "var(" + name + ")";
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };
  const faded = (colour, share) => colour.replace(/^rgb\(([^)]*)\)$/, "rgba($1, " + share + ")");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  class TimeChart {
    /** figure: the element; lines: name, colour, fill; format: of a value; percent: from 0 to 100. */
    constructor(figure, lines, format, percent) {
      this.figure = figure;
      this.lines = lines;
      this.format = format;
      this.time = String;
      this.rows = [];
      this.chart = new Chart(figure.querySelector("canvas"), {
        type: "line",
        data: { datasets: lines.map((line) => ({ label: line.name, data: [], borderWidth: 2, tension: 0.25, pointRadius: 0, pointHitRadius: 12, fill: Boolean(line.fill), spanGaps: line.gaps || false, borderDash: line.dash || [] })) },
        options: {
          responsive: true,
          maintainAspectRatio: false,
          animation: false,
          parsing: false,
          normalized: true,
          interaction: { mode: "index", intersect: false },
          plugins: {
            legend: { display: false },
            tooltip: {
              displayColors: true,
              callbacks: {
                title: (items) => (items.length ? this.time(items[0].parsed.x, true) : ""),
                label: (item) => item.dataset.label + "  " + this.format(item.parsed.y),
              },
            },
          },
          scales: {
            x: { type: "linear", grid: { display: false }, border: { display: false }, ticks: { maxRotation: 0, autoSkip: true, maxTicksLimit: 7, callback: (value) => this.time(value, false) } },
            y: { beginAtZero: true, suggestedMax: percent ? 100 : 1, max: percent ? 100 : undefined, border: { display: false }, ticks: { maxTicksLimit: 5, precision: percent || lines.some((line) => line.fraction) ? undefined : 0, callback: (value) => this.format(value) } },
          },
        },
      });
      const legend = figure.querySelector(".legend");
      lines.forEach((line) => {
        const item = document.createElement("li");
        item.style.setProperty("--line-colour", "var(" + line.colour + ")");
        item.classList.toggle("dashed", Boolean(line.dash));
        item.textContent = line.name;
        if (lines.length > 1) legend.append(item);
      });
      this.button = figure.querySelector(".chart-toggle");
      this.table = figure.querySelector(".chart-table");
      this.button.addEventListener("click", () => this.toggle());
      this.theme();
    }

    toggle() {
      const shown = this.table.hidden;
      this.table.hidden = !shown;
      this.figure.querySelector(".chart-box").hidden = shown;
      this.button.setAttribute("aria-expanded", String(shown));
      if (shown) this.tabulate();
      else this.chart.resize();
    }

    theme() {
      const options = this.chart.options;
      this.chart.data.datasets.forEach((set, at) => {
        const colour = css(this.lines[at].colour);
        set.borderColor = colour;
        set.backgroundColor = faded(colour, 0.14);
        set.pointBackgroundColor = colour;
      });
      const soft = css("--ink-soft");
      const line = css("--line");
      Object.assign(options.scales.x.ticks, { color: soft });
      Object.assign(options.scales.y.ticks, { color: soft });
      options.scales.y.grid = { color: line };
      Object.assign(options.plugins.tooltip, { backgroundColor: css("--tip"), titleColor: css("--on-tip"), bodyColor: css("--on-tip"), padding: 10, cornerRadius: 6 });
      options.font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
      this.chart.update("none");
    }

    /** rows: [time in seconds, a value or null for each line]; drawn between two times. */
    show(rows, from, to, time, tableRows) {
      this.rows = tableRows || rows;
      this.time = time;
      this.chart.data.datasets.forEach((set, at) => {
        set.data = rows.map((row) => ({ x: row[0], y: row[at + 1] }));
        const seen = set.data.filter((point) => point.y !== null);
        set.pointRadius = seen.length < 3 ? 3 : 0;
      });
      this.chart.options.scales.x.min = from;
      this.chart.options.scales.x.max = to;
      this.chart.update("none");
      const nothing = !rows.some((row) => row.slice(1).some((value) => value !== null));
      this.figure.querySelector(".chart-nothing").hidden = !nothing;
      this.tell();
      if (!this.table.hidden) this.tabulate();
    }

    /** The newest values in words, for who does not see the lines. */
    tell() {
      const last = this.rows.findLast((row) => row.slice(1).some((value) => value !== null));
      const words = last ? this.time(last[0], true) + ": " + this.lines.map((line, at) => line.name + " " + this.format(last[at + 1])).join(", ") : "";
      const place = this.figure.querySelector("[id$='-now']");
      if (place.textContent !== words) place.textContent = words;
    }

    tabulate() {
      const cells = (tag, texts) => {
        const row = document.createElement("tr");
        texts.forEach((text, at) => {
          const cell = document.createElement(at === 0 ? "th" : tag);
          if (tag === "th") cell.scope = "col";
          else if (at === 0) cell.scope = "row";
          cell.textContent = text;
          row.append(cell);
        });
        return row;
      };
      const seen = this.rows.filter((row) => row.slice(1).some((value) => value !== null));
      this.table.querySelector("thead").replaceChildren(cells("th", [document.getElementById("home-texts").dataset.time, ...this.lines.map((line) => line.name)]));
      this.table.querySelector("tbody").replaceChildren(...seen.reverse().map((row) => cells("td", [this.time(row[0], true), ...row.slice(1).map(this.format)])));
    }
  }

  const all = [];
  const redraw = () => requestAnimationFrame(() => all.forEach((one) => one.theme()));
  document.addEventListener("comuta:theme", redraw);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  if (window.Chart) Chart.defaults.animation = calm ? false : Chart.defaults.animation;

  return {
    line(figure, lines, format, percent) {
      const made = new TimeChart(figure, lines, format, percent);
      all.push(made);
      return made;
    },
  };
})();
