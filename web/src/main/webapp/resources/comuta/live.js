/* What a page shows live: asks for topics as often as the reader chose, and tells who listens. A page
   that is not to be seen asks for nothing. Listeners get what came and whether it is fresh. */
window.comuta = window.comuta || {};
comuta.live = (() => {
  "use strict";
  const base = (document.documentElement.dataset.context || "") + "/portal/live";
  const SOON = 1000;
  let topics = () => [];
  let tell = () => {};
  let timer = 0;
  let turn = 0;
  let choice = "live";

  const lamp = (state) => {
    const one = document.getElementById("refreshLamp");
    if (one) one.dataset.state = state;
  };

  const get = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.redirected || answer.status === 401) {
      location.assign((document.documentElement.dataset.context || "") + "/sign-in.xhtml");
      return new Promise(() => {});
    }
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const pause = () => (choice === "live" ? SOON : Number(choice) * 1000);

  const ask = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    const began = performance.now();
    try {
      const told = await get(base + "?topics=" + topics().join(","));
      if (mine !== turn) return;
      lamp(choice === "paused" ? "paused" : "fresh");
      tell(told, true);
    } catch (lost) {
      if (mine !== turn) return;
      lamp("lost");
      tell({}, false);
    }
    if (choice !== "paused" && !document.hidden) {
      timer = setTimeout(ask, Math.max(200, pause() - (performance.now() - began)));
    }
  };

  const choose = (word) => {
    choice = word;
    fetch((document.documentElement.dataset.context || "") + "/portal/remember", {
      method: "POST",
      headers: { "X-Comuta-Portal": "1", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ name: "live.refresh", value: word }),
      keepalive: true,
    });
    ask();
  };

  document.addEventListener("visibilitychange", () => { if (!document.hidden && choice !== "paused") ask(); });

  return {
    /** Begins: a function that says which topics are wanted, and one that is told. */
    start(wanted, listener) {
      topics = wanted;
      tell = listener;
      const select = document.getElementById("refresh");
      if (select) {
        choice = select.dataset.chosen;
        select.value = choice;
        select.addEventListener("change", () => choose(select.value));
      }
      ask();
    },
    /** Asks at once, because other topics are wanted now. */
    again: () => ask(),
    /** Something below the same address. */
    get: (path) => get(base + path),
    /** Remembers a choice for the reader. */
    remember: (name, value) => fetch((document.documentElement.dataset.context || "") + "/portal/remember", {
      method: "POST",
      headers: { "X-Comuta-Portal": "1", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ name, value }),
      keepalive: true,
    }),
  };
})();
