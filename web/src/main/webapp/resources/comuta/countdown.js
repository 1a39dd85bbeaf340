/* Shows how long it is until a moment, minutes and seconds, wherever an element has one. */
(() => {
  "use strict";
  const two = (number) => String(number).padStart(2, "0");
  const show = () => {
    document.querySelectorAll(".count-down[data-until]").forEach((one) => {
      const left = Math.max(0, Math.round((new Date(one.dataset.until) - Date.now()) / 1000));
      const hours = Math.floor(left / 3600);
      const minutes = Math.floor((left % 3600) / 60);
      one.textContent = (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(left % 60);
    });
  };
  setInterval(show, 1000);
  show();
})();
