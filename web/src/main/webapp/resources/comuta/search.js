/* The search at the top: what fits is listed while one types; arrows choose, Enter goes there or to the
   page of all results, Escape closes. The keys / and Ctrl+K lead to the field from anywhere. */
(() => {
  "use strict";
  const TYPED_MILLIS = 200;
  const field = document.getElementById("search");
  const list = document.getElementById("searchResults");
  if (!field || !list) return;
  let waiting = 0;
  let asked = null;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  const close = () => {
    clearTimeout(waiting);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (option) => {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const option = (address, icon, label, detail) => {
    const link = element("a", "search-option");
    link.href = address;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    const sign = element("i", `pi ${icon}`);
    sign.setAttribute("aria-hidden", "true");
    link.append(sign, element("span", "search-label", label), element("span", "search-detail", detail));
    return link;
  };

  const show = (groups, typed) => {
    list.replaceChildren();
    groups.forEach((group) => {
      const part = element("div", "search-part");
      part.setAttribute("role", "group");
      part.setAttribute("aria-label", group.label);
      part.append(element("div", "search-head", group.label));
      group.results.forEach((one) => part.append(option(one.address, one.icon, one.label, one.detail)));
      list.append(part);
    });
    if (groups.length === 0) list.append(element("p", "search-none", list.dataset.none));
    else list.append(option(`search.xhtml?q=${encodeURIComponent(typed)}`, "pi-search", list.dataset.all, ""));
    options().forEach((one, i) => { one.id = `searchOption${i}`; });
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  };

  const ask = async () => {
    const typed = field.value.trim();
    if (asked) asked.abort();
    if (!typed) {
      close();
      return;
    }
    asked = new AbortController();
    try {
      const answer = await fetch(`search?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (answer.ok && field.value.trim() === typed) show(await answer.json(), typed);
    } catch (gone) {
      if (gone.name !== "AbortError") close();
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, TYPED_MILLIS);
  });

  field.addEventListener("focus", () => {
    if (field.value.trim() && list.hidden) ask();
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    const at = all.indexOf(chosen());
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden && all.length > 0) {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? at + 1 : at < 0 ? all.length - 1 : at - 1;
      choose(all[next] || null);
    } else if (event.key === "Enter" && !list.hidden && chosen()) {
      event.preventDefault();
      window.location.href = chosen().href;
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (list.hidden) field.value = "";
      close();
    }
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (control || slash) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });

  document.addEventListener("focusin", (event) => {
    if (!event.target.closest(".top-search")) close();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".top-search")) close();
  });
})();
