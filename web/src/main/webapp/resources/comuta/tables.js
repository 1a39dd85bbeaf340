/* What tables do in the browser: they ask the server for rows by filters, order and page, keep the
   address of the page so that it leads to the same rows, and let columns be chosen. The server holds
   the state; here is only what is typed. */
(() => {
  "use strict";
  const TYPED_MILLIS = 350;

  const tableOf = (element) => element && element.closest && element.closest(".data-table");
  const formOf = (root) => root.closest("form").id;

  // --- asking the server ------------------------------------------------------------------------

  const waiting = new WeakMap();

  /** Asks with these parameters, and renews these parts of the table. */
  const ask = (root, parameters, parts) => {
    clearTimeout(waiting.get(root));
    waiting.delete(root);
    const form = formOf(root);
    root.setAttribute("aria-busy", "true");
    PrimeFaces.ab({
      s: `${form}:ask`,
      f: form,
      p: `${form}:ask`,
      u: parts.map((part) => `${form}:${part}`).join(" "),
      g: false,
      params: Object.entries({ ...typed(root), ...parameters }).map(([name, value]) => ({ name, value })),
      onco: (xhr, status, args) => {
        root.removeAttribute("aria-busy");
        if (args && args.address !== undefined) {
          address();
          const wrong = args.illegible ? args.illegible.split(",") : [];
          root.querySelectorAll(".filters [data-filter]").forEach((field) => {
            field.setAttribute("aria-invalid", String(wrong.includes(field.dataset.filter)));
          });
        }
      },
    });
  };

  const ROWS = ["table_data", "found", "pages", "exports"];
  const ALL = ["table", "found", "exports"];

  /** What is typed and was not sent yet. */
  const typed = (root) => {
    const parameters = {};
    root.querySelectorAll(".filters [data-filter]").forEach((field) => {
      if (field.value !== sent(field)) {
        parameters[`filter.${field.dataset.filter}`] = field.value;
        field.dataset.sent = field.value;
      }
    });
    return parameters;
  };

  const sent = (field) => {
    if (field.dataset.sent !== undefined) return field.dataset.sent;
    if (field.tagName !== "SELECT") return field.defaultValue;
    const chosen = [...field.options].find((option) => option.defaultSelected);
    return chosen ? chosen.value : "";
  };

  const filter = (root) => ask(root, {}, ROWS);

  const filterSoon = (root) => {
    clearTimeout(waiting.get(root));
    waiting.set(root, setTimeout(() => filter(root), TYPED_MILLIS));
  };

  /** The address leads to what is seen in the tables of the page; what else stands in it stays. */
  const address = () => {
    const words = [...document.querySelectorAll(".page-links[data-address]")].map((links) => links.dataset.address);
    const query = words.filter(Boolean).join("&");
    const hash = window.location.hash;
    history.replaceState(history.state, "", window.location.pathname + (query ? `?${query}` : "") + hash);
  };

  // --- filters ----------------------------------------------------------------------------------

  document.addEventListener("input", (event) => {
    if (event.target.matches(".filters input[data-filter]")) filterSoon(tableOf(event.target));
  });

  document.addEventListener("change", (event) => {
    const target = event.target;
    const root = tableOf(target);
    if (!root) return;
    if (target.matches(".filters select[data-filter]")) filter(root);
    if (target.matches("select[data-size]")) ask(root, { size: target.value }, ALL);
    if (target.matches("input[data-go]")) go(root, Number(target.value) - 1);
    if (target.matches(".column-list input")) chooseColumns(root);
  });

  const moment = (root, column, value) => {
    document.activeElement.blur();
    ask(root, { [`filter.${column}`]: value }, ALL);
  };

  const momentChosen = (button) => {
    const popover = button.closest("[data-moments]");
    const root = tableOf(popover);
    const column = popover.dataset.moments;
    const from = popover.querySelector("[data-from]").value;
    const before = popover.querySelector("[data-to]").value;
    const value = button.dataset.apply ? (from || before ? `${from}..${before}` : "") : button.dataset.moment;
    popover.hidePopover();
    moment(root, column, value);
  };

  // --- columns ----------------------------------------------------------------------------------

  const chooseColumns = (root) => {
    const chosen = [...root.querySelectorAll(".column-list li")]
      .filter((item) => item.querySelector("input").checked)
      .map((item) => item.dataset.column);
    if (chosen.length > 0) ask(root, { columns: chosen.join(",") }, ALL);
  };

  const move = (button) => {
    const item = button.closest("li");
    const other = button.dataset.move === "1" ? item.nextElementSibling : item.previousElementSibling;
    if (!other) return;
    if (button.dataset.move === "1") other.after(item);
    else other.before(item);
    button.focus();
    chooseColumns(tableOf(item));
  };

  let dragged = null;
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest && event.target.closest(".column-list li");
  });
  document.addEventListener("dragover", (event) => {
    const over = dragged && event.target.closest && event.target.closest(".column-list li");
    if (!over || over === dragged || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });
  document.addEventListener("dragend", () => {
    if (dragged) chooseColumns(tableOf(dragged));
    dragged = null;
  });

  // --- pages ------------------------------------------------------------------------------------

  const go = (root, page) => {
    const links = root.querySelector(".page-links");
    const last = Number(links.dataset.last);
    const wanted = Math.min(Math.max(Number.isFinite(page) ? page : 0, 0), last);
    if (wanted !== Number(links.dataset.page)) ask(root, { page: wanted }, ROWS);
  };

  const goBy = (root, where) => {
    const links = root.querySelector(".page-links");
    const page = Number(links.dataset.page);
    go(root, { first: 0, previous: page - 1, next: page + 1, last: Number(links.dataset.last) }[where]);
  };

  // --- keys and clicks --------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const root = tableOf(event.target);
    const button = root && event.target.closest("button");
    if (!button) return;
    const data = button.dataset;
    if (data.sort) ask(root, { sort: data.sort }, ALL);
    else if (data.open) ask(root, { open: data.open }, ["table_data"]);
    else if (data.go) goBy(root, data.go);
    else if (data.move) move(button);
    else if (data.clear) ask(root, { [`filter.${data.clear}`]: "" }, ALL);
    else if (data.unfilter) forget(root, { unfilter: true }, ALL);
    else if (data.reset) forget(root, { reset: true }, [...ALL, "chooser"]);
    else if (data.moment !== undefined || data.apply) momentChosen(button);
  });

  /** What is typed is meant no more. */
  const forget = (root, parameters, parts) => {
    root.querySelectorAll(".filters [data-filter]").forEach((field) => { field.dataset.sent = field.value; });
    ask(root, parameters, parts);
  };

  const rowLinks = (root) =>
    [...root.querySelectorAll("tbody > tr")].map((row) => row.querySelector("a[href], button, input")).filter(Boolean);

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    const root = tableOf(target);
    if (!root || event.isComposing) return;
    const field = target.closest(".filters [data-filter]");
    if (event.key === "Enter" && target.tagName === "INPUT" && target.type !== "submit") {
      event.preventDefault();
      if (field) filter(root);
      else if (target.dataset.go) go(root, Number(target.value) - 1);
      else if (target.closest("[data-moments]")) momentChosen(target.closest("[data-moments]").querySelector("[data-apply]"));
    } else if (event.key === "Escape" && field && field.value && field.tagName === "INPUT") {
      event.preventDefault();
      field.value = "";
      filter(root);
    } else if (event.altKey && (event.key === "PageDown" || event.key === "PageUp")) {
      event.preventDefault();
      goBy(root, event.key === "PageDown" ? "next" : "previous");
    } else if (event.key === "ArrowDown" && field && field.tagName === "INPUT") {
      event.preventDefault();
      const first = rowLinks(root)[0];
      if (first) first.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && target.closest("tbody") && !target.matches("input, select, textarea")) {
      const row = target.closest("tbody > tr");
      const at = [...row.querySelectorAll("a[href], button")].indexOf(target);
      let next = row;
      do {
        next = event.key === "ArrowDown" ? next.nextElementSibling : next.previousElementSibling;
      } while (next && next.querySelectorAll("a[href], button").length <= at);
      event.preventDefault();
      if (next) next.querySelectorAll("a[href], button")[at].focus();
      else if (event.key === "ArrowUp") {
        const up = root.querySelector(".filters input[data-filter]");
        if (up) up.focus();
      }
    }
  });

  // --- what opens below a button ----------------------------------------------------------------

  document.addEventListener("toggle", (event) => {
    const popover = event.target;
    if (event.newState !== "open" || !popover.dataset || !popover.dataset.opener) return;
    const box = document.getElementById(popover.dataset.opener).getBoundingClientRect();
    const left = Math.min(box.left, window.innerWidth - popover.offsetWidth - 12);
    const below = box.bottom + 4;
    const top = below + popover.offsetHeight > window.innerHeight ? Math.max(12, window.innerHeight - popover.offsetHeight - 12) : below;
    popover.style.left = `${Math.max(12, left)}px`;
    popover.style.top = `${top}px`;
    const first = popover.querySelector("input, button, a");
    if (first) first.focus();
  }, true);

  // The address shows what was remembered, too.
  if ([...document.querySelectorAll(".page-links[data-address]")].some((links) => links.dataset.address)) address();
})();

/* Files: how far the one that was asked for is. */
(() => {
  "use strict";
  const WAIT_MILLIS = 700;
  const SHOWN_MILLIS = 4000;
  const MOST_TRIES = 20;

  const box = () => {
    let shown = document.getElementById("exportProgress");
    if (!shown) {
      shown = document.createElement("div");
      shown.id = "exportProgress";
      shown.className = "export-progress";
      shown.setAttribute("role", "status");
      shown.append(document.createElement("progress"), document.createElement("span"));
      document.body.append(shown);
    }
    return shown;
  };

  const watch = async (id, tries) => {
    const answer = await fetch(`export?watch=${id}&selfRefresh=true`).catch(() => null);
    const state = answer && answer.ok ? await answer.json() : null;
    if (!state) return;
    const shown = box();
    const bar = shown.querySelector("progress");
    bar.max = Math.max(state.total, 1);
    bar.value = state.done ? bar.max : state.rows;
    shown.querySelector("span").textContent = state.text;
    if (state.done) setTimeout(() => shown.remove(), SHOWN_MILLIS);
    else if (state.known || tries < MOST_TRIES) setTimeout(watch, WAIT_MILLIS, id, tries + 1);
    else shown.remove();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.export");
    if (!link) return;
    const id = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
    link.href = `${link.href.replace(/&progress=[^&]*/, "")}&progress=${id}`;
    link.closest("[popover]").hidePopover();
    setTimeout(watch, WAIT_MILLIS, id, 0);
  });
})();
