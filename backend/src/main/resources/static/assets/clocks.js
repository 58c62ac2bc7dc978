/* Lets the deadlines of a page count down. The server's figures are right without it; events bring new ones. */
(function () {
  'use strict';

  var EVERY_MS = 15000;
  var MINUTE = 60000;

  function filled(pattern, first, second) {
    return pattern.replace('{0}', first).replace('{1}', second);
  }

  function amount(list, ms) {
    var minutes = Math.floor(ms / MINUTE);
    var hours = Math.floor(minutes / 60);
    if (minutes < 1) {
      return list.dataset.seconds;
    }
    if (hours < 1) {
      return filled(list.dataset.minutes, minutes);
    }
    return hours < 24
      ? filled(list.dataset.hours, hours, minutes % 60)
      : filled(list.dataset.days, Math.floor(hours / 24), hours % 24);
  }

  function count(clock) {
    // A part that was fetched anew begins anew.
    if (!clock.dataset.since) {
      clock.dataset.since = String(Date.now());
    }
    var left = Number(clock.dataset.clock) - (Date.now() - Number(clock.dataset.since));
    var list = clock.closest('.clocks');
    var bar = clock.querySelector('progress');
    clock.querySelector('[data-clock-how]').textContent = filled(
      left < 0 ? list.dataset.over : list.dataset.left,
      amount(list, Math.abs(left))
    );
    bar.value = Math.max(0, Math.min(100, Math.round(100 - (100 * left) / Number(clock.dataset.within))));
  }

  function all() {
    document.querySelectorAll('[data-clock]').forEach(count);
  }

  document.addEventListener('DOMContentLoaded', all);
  document.addEventListener('htmx:afterSettle', all);
  setInterval(all, EVERY_MS);
})();
