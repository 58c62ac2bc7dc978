/* Ticks in the ticket list: by mouse, by x, a range with shift; kept when the list is fetched anew. */
(function () {
  'use strict';

  var ticked = new Set();
  var last = null;

  function boxes() {
    return Array.prototype.slice.call(document.querySelectorAll('input[data-tick]'));
  }

  function show() {
    var bar = document.getElementById('bulk');
    if (!bar) {
      return;
    }
    var all = boxes();
    ticked = new Set(
      all.filter(function (box) {
        return box.checked;
      }).map(function (box) {
        return box.value;
      })
    );
    var count = bar.querySelector('[data-tick-count]');
    count.textContent = count.dataset.tickCount.replace('{0}', ticked.size);
    var whole = bar.querySelector('[data-tick-all]');
    whole.checked = all.length > 0 && ticked.size === all.length;
    whole.indeterminate = ticked.size > 0 && ticked.size < all.length;
    bar.classList.toggle('is-on', ticked.size > 0);
  }

  function range(box) {
    var all = boxes();
    var from = all.indexOf(last);
    var to = all.indexOf(box);
    if (from >= 0 && to >= 0) {
      all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(function (each) {
        each.checked = box.checked;
      });
    }
  }

  document.addEventListener('click', function (event) {
    var box = event.target;
    if (!box.matches('input[data-tick]')) {
      return;
    }
    if (event.shiftKey && last) {
      range(box);
    }
    last = box;
    show();
  });

  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-tick-all]')) {
      boxes().forEach(function (box) {
        box.checked = event.target.checked;
      });
    }
    show();
  });

  // What console.js does with x: the row that has the focus.
  document.addEventListener('hotline:tick', function (event) {
    var row = event.target.closest('tr');
    var box = row && row.querySelector('input[data-tick]');
    if (box) {
      box.checked = !box.checked;
      last = box;
      show();
    }
  });

  document.addEventListener('htmx:afterSwap', function () {
    boxes().forEach(function (box) {
      box.checked = ticked.has(box.value);
    });
    show();
  });

  // A browser that comes back shows the ticks as they were.
  window.addEventListener('pageshow', show);
})();
