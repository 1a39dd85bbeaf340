/* What a page shows live: told by the server over a socket as often as the reader chose, or asked for
   again and again where no socket can be. A page that is not to be seen is told nothing. Listeners get
   what has changed, and whether the exchange can be reached. */
window.comuta = window.comuta || {};
comuta.live = (() => {
  "use strict";
  const context = document.documentElement.dataset.context || "";
  const base = context + "/portal/live";
  const SOON = 2000;
  const LATER = 30000;
  const SIGNED_OUT = 4401;
  const LEAVING = 10000;
  let topics = () => [];
  let tell = () => {};
  let choice = "live";
  let socket = null;
  let timer = 0;
  let silence = 0;
  let reconnecting = 0;
  let turn = 0;
  let leftAt = -LEAVING;

  const lamp = (state) => {
    const one = document.getElementById("refreshLamp");
    if (one) one.dataset.state = state;
  };
  /* Not while the page is being left: whoever signs out goes by the identity provider first, and would
     otherwise stay signed in there. A download only looks like leaving. */
  const signIn = () => {
    const left = LEAVING - (performance.now() - leftAt);
    if (left > 0) setTimeout(signIn, left);
    else location.assign(context + "/sign-in.xhtml");
  };
  const quiet = () => choice === "paused" || document.hidden;
  const every = () => (choice === "live" ? 1000 : Number(choice) * 1000);
  const came = (told) => {
    lamp(choice === "paused" ? "paused" : "fresh");
    tell(told, true);
  };
  const lost = () => {
    lamp("lost");
    tell({}, false);
  };

  const get = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.redirected || answer.status === 401) {
      signIn();
      return new Promise(() => {});
    }
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  /* Asking: once, and then again and again while no socket is open. */
  const ask = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    const began = performance.now();
    try {
      const told = await get(base + "?topics=" + topics().join(","));
      if (mine === turn) came(told);
    } catch (failure) {
      if (mine === turn) lost();
    }
    if (mine === turn && !quiet() && !(socket && socket.readyState === WebSocket.OPEN)) {
      timer = setTimeout(ask, Math.max(200, every() - (performance.now() - began)));
    }
  };

  const wanted = () => choice + " " + topics().join(",");
  const hear = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket && socket.close(), Math.max(20000, 2 * every() + 5000));
  };

  const connect = () => {
    clearTimeout(reconnecting);
    if (quiet() || socket) return;
    let opened = false;
    const mine = new WebSocket(location.origin.replace(/^http/, "ws") + base + "/socket");
    socket = mine;
    mine.addEventListener("open", () => {
      opened = true;
      clearTimeout(timer);
      turn++;
      document.documentElement.dataset.live = "socket";
      mine.send(wanted());
      hear();
    });
    mine.addEventListener("message", (event) => {
      hear();
      came(JSON.parse(event.data));
    });
    mine.addEventListener("close", (event) => {
      clearTimeout(silence);
      if (socket === mine) socket = null;
      delete document.documentElement.dataset.live;
      if (event.code === SIGNED_OUT) signIn();
      else if (!quiet()) {
        ask();
        reconnecting = setTimeout(connect, opened ? SOON : LATER);
      }
    });
  };

  const disconnect = () => {
    clearTimeout(reconnecting);
    clearTimeout(silence);
    clearTimeout(timer);
    const mine = socket;
    socket = null;
    if (mine) mine.close();
  };

  /* What is to be seen first is asked for, so that it is there whatever becomes of the socket. */
  const begin = () => {
    ask();
    connect();
  };

  const remember = (name, value) => fetch(context + "/portal/remember", {
    method: "POST",
    headers: { "X-Comuta-Portal": "1", "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ name, value }),
    keepalive: true,
  });

  const again = () => {
    if (socket && socket.readyState === WebSocket.OPEN && !quiet()) socket.send(wanted());
    else begin();
  };

  const choose = (word) => {
    choice = word;
    remember("live.refresh", word);
    if (quiet()) {
      disconnect();
      ask();
    } else again();
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) disconnect();
    else if (!quiet()) begin();
  });
  window.addEventListener("beforeunload", () => { leftAt = performance.now(); });
  window.addEventListener("pagehide", disconnect);

  return {
    /** Begins: a function that says which topics are wanted, and one that is told. */
    start(which, listener) {
      topics = which;
      tell = listener;
      const select = document.getElementById("refresh");
      if (select) {
        choice = select.dataset.chosen;
        select.value = choice;
        select.addEventListener("change", () => choose(select.value));
      }
      begin();
    },
    /** Other topics are wanted now. */
    again,
    /** Something below the same address. */
    get: (path) => get(base + path),
    /** Remembers a choice for the reader. */
    remember,
  };
})();
