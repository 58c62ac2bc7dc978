/* Keeps an open page up to date: listens to /console/live and lets htmx fetch the parts that changed. */
(function () {
  'use strict';

  var PAUSE_MS = 1500;
  // What no event tells of, such as a call that begins, is asked for.
  var POLL_MS = 5000;
  var lastId = '';
  var source = null;
  var failures = 0;
  var refreshAt = 0;
  var waiting = new Set();
  var timer = null;

  function page() {
    return document.querySelector('[data-live]');
  }

  function connect() {
    if (source || document.hidden) {
      return;
    }
    source = new EventSource('/console/live' + (lastId ? '?after=' + encodeURIComponent(lastId) : ''));
    source.addEventListener('ready', function () {
      var missed = failures > 0;
      failures = 0;
      connected(true);
      if (missed) {
        refresh('[data-refresh]');
      }
    });
    source.addEventListener('ticket', function (event) {
      lastId = event.lastEventId;
      changed(JSON.parse(event.data));
    });
    source.addEventListener('missed', function () {
      refresh('[data-refresh]');
    });
    source.onerror = function () {
      failures += 1;
      connected(false);
      // A refused answer (database away, signed out) closes it for good: try again, ever more slowly.
      if (source && source.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(connect, Math.min(30000, 1000 * Math.pow(2, failures)) * (0.5 + Math.random()));
      }
    };
  }

  function disconnect() {
    if (source) {
      source.close();
      source = null;
    }
  }

  // A browser keeps six lines to one host: hidden tabs give theirs back, or the seventh tab would hang.
  function shownOrHidden() {
    if (document.hidden) {
      failures += source ? 1 : 0;
      disconnect();
    } else {
      connect();
    }
  }

  function connected(yes) {
    document.querySelectorAll('[data-live-on]').forEach(function (e) {
      e.hidden = !yes;
    });
    document.querySelectorAll('[data-live-off]').forEach(function (e) {
      e.hidden = yes;
    });
  }

  function changed(event) {
    var mine = page().dataset.live;
    if (mine === 'list') {
      refresh('[data-refresh]');
      if (event.kind === 'opened') {
        say(event.ticket);
      }
    } else if (mine === 'older') {
      document.querySelectorAll('[data-live-news]').forEach(function (e) {
        e.hidden = false;
      });
    } else if (mine === 'surveys') {
      refresh('[data-refresh~="' + event.kind + '"]');
    } else if (mine === event.ticket) {
      refresh('[data-refresh~="any"], [data-refresh~="' + event.kind + '"]');
      document.querySelectorAll('[data-live-news]').forEach(function (e) {
        e.hidden = false;
      });
    }
  }

  function say(number) {
    var voice = document.querySelector('[data-live-say]');
    if (voice) {
      voice.textContent = voice.dataset.liveSay.replace('{0}', number);
    }
  }

  // At once, but in a storm of events no more often than every PAUSE_MS.
  function refresh(selector) {
    waiting.add(selector);
    if (timer === null) {
      timer = setTimeout(fetchParts, Math.max(50, refreshAt - Date.now()));
    }
  }

  function fetchParts() {
    timer = null;
    refreshAt = Date.now() + PAUSE_MS;
    waiting.forEach(function (selector) {
      document.querySelectorAll(selector).forEach(function (part) {
        if (!playing(part) && !typedIn(part)) {
          htmx.trigger(part, 'refresh');
        }
      });
    });
    waiting.clear();
  }

  function poll() {
    if (!document.hidden && document.querySelector('[data-poll]')) {
      refresh('[data-poll]');
    }
  }

  function playing(part) {
    return Array.prototype.some.call(part.querySelectorAll('audio'), function (audio) {
      return !audio.paused;
    });
  }

  function typedIn(part) {
    return Array.prototype.some.call(part.querySelectorAll('details[open] textarea'), function (field) {
      return field.value !== field.defaultValue;
    });
  }

  function rows() {
    return Array.prototype.map.call(document.querySelectorAll('tr[id]'), function (row) {
      return row.id;
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (!page() || !window.EventSource) {
      return;
    }
    var before = new Set();
    document.body.addEventListener('htmx:beforeSwap', function () {
      before = new Set(rows());
    });
    document.body.addEventListener('htmx:afterSwap', function () {
      document.querySelectorAll('tr[id]').forEach(function (row) {
        row.classList.toggle('is-new', before.size > 0 && !before.has(row.id));
      });
    });
    document.addEventListener('visibilitychange', shownOrHidden);
    window.addEventListener('pagehide', disconnect);
    setInterval(poll, POLL_MS);
    connect();
  });
})();
