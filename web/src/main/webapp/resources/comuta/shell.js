/* The shell: navigation as a rail or open, areas opened and closed, theme, menus of the top. What was
   chosen is kept by the server for the user. */
(() => {
  "use strict";
  const root = document.documentElement;
  const narrow = window.matchMedia("(max-width: 1100px)");
  const chosen = root.dataset.nav;

  const fit = () => { root.dataset.nav = narrow.matches ? "rail" : root.dataset.navChosen || chosen; };
  fit();
  narrow.addEventListener("change", () => { fit(); tellToggle(); });

  const remember = (name, value) =>
    fetch((root.dataset.context || "") + "/portal/remember", {
      method: "POST",
      headers: { "X-Comuta-Portal": "1", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ name, value }),
      keepalive: true,
    });

  const tellToggle = () => {
    const toggle = document.getElementById("navToggle");
    if (toggle) toggle.setAttribute("aria-expanded", String(root.dataset.nav !== "rail"));
  };

  const toggleRail = () => {
    root.dataset.nav = root.dataset.nav === "rail" ? "open" : "rail";
    tellToggle();
    if (!narrow.matches) {
      root.dataset.navChosen = root.dataset.nav;
      remember("navigation.rail", root.dataset.nav === "rail" ? "true" : "");
    }
  };

  const toggleArea = (head) => {
    if (root.dataset.nav === "rail") return;
    head.setAttribute("aria-expanded", String(head.getAttribute("aria-expanded") !== "true"));
    const closed = [...document.querySelectorAll(".nav-head[aria-expanded=false]")];
    remember("navigation.closed", closed.map((one) => one.dataset.area).join(","));
  };

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (target.closest("#navToggle")) toggleRail();
    const head = target.closest(".nav-head");
    if (head) toggleArea(head);
    document.querySelectorAll("details.drop[open]").forEach((drop) => {
      if (!drop.contains(target)) drop.open = false;
    });
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches(".theme-choice input")) {
      root.dataset.theme = event.target.value;
      remember("theme", event.target.value);
      document.dispatchEvent(new CustomEvent("comuta:theme"));
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const drop = event.target.closest("details.drop[open]");
    if (drop) {
      drop.open = false;
      drop.querySelector("summary").focus();
      return;
    }
    const area = root.dataset.nav === "rail" && document.querySelector(".nav-area:is(:hover, :focus-within)");
    if (area) area.dataset.dismissed = "";
  });

  const undismiss = (event) => {
    const area = event.target.closest && event.target.closest(".nav-area");
    if (area && !area.contains(event.relatedTarget)) delete area.dataset.dismissed;
  };
  document.addEventListener("mouseout", undismiss);
  document.addEventListener("focusout", (event) => {
    undismiss(event);
    const drop = event.target.closest && event.target.closest("details.drop[open]");
    if (drop && event.relatedTarget && !drop.contains(event.relatedTarget)) drop.open = false;
  });
  document.addEventListener("DOMContentLoaded", () => {
    tellToggle();
    document.querySelectorAll(".theme-choice input").forEach((one) => { one.checked = one.value === root.dataset.theme; });
  });
})();
