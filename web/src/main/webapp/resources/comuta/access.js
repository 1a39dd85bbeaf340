/* Counts down the seconds of a trial between two answers of the server, which says how many are left. */
(function () {
  'use strict';

  setInterval(function () {
    document.querySelectorAll('.count-down').forEach(function (element) {
      var left = Number(element.textContent);
      if (left > 0) {
        element.textContent = String(left - 1);
      }
    });
  }, 1000);
})();
