/* A table that follows live calls or NAPs: it is made anew when something changed, and times go on. */
(() => {
  "use strict";
  const page = document.querySelector("[data-live-topics]");
  const topics = () => page.dataset.liveTopics.split(",");
  let print = null;
  let busy = false;

  const refresh = () => {
    if (busy || !window[page.dataset.liveCommand]) return;
    busy = true;
    const done = () => { busy = false; };
    // What has the focus keeps it: PrimeFaces puts it back by its identity.
    Promise.resolve(window[page.dataset.liveCommand]()).then(done, done);
  };

  comuta.live.start(topics, (told, fresh) => {
    if (!fresh) return;
    const now = JSON.stringify(told);
    if (now === "{}") return;
    if (print !== null && now !== print) refresh();
    print = now;
  });

  const two = (part) => String(part).padStart(2, "0");
  setInterval(() => {
    if (document.hidden) return;
    document.querySelectorAll("[data-since]").forEach((one) => {
      const seconds = Math.max(0, Math.floor((Date.now() - Number(one.dataset.since)) / 1000));
      const hours = Math.floor(seconds / 3600);
      one.textContent = (hours ? hours + ":" + two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)) + ":" + two(seconds % 60);
    });
  }, 1000);
})();
