/* The agent's page: fetches what is new, keeps what is typed, counts time, and can be used by keys alone. */
(function () {
  'use strict';

  var SAVE_MS = 800;
  var RETRY_MS = 3000;
  var POLL_MS = 20000;
  var page = document.getElementById('desk');
  if (!page) {
    return;
  }
  var title = document.title;
  var source = null;
  var failures = 0;
  var saveTimer = null;
  var saving = false;
  var dirty = false;
  var postponed = {};

  function part(id) {
    return document.getElementById(id);
  }

  function refresh(id) {
    var it = part(id);
    var at = document.activeElement;
    if (!it) {
      return;
    }
    // Whoever is choosing something there is let finish.
    if (at && id !== 'desk-case' && it.contains(at) && at.matches('select, input[type="text"]')) {
      if (!postponed[id]) {
        postponed[id] = setTimeout(function () {
          postponed[id] = null;
          refresh(id);
        }, 1500);
      }
      return;
    }
    htmx.trigger(it, 'refresh');
  }

  function typing() {
    var at = document.activeElement;
    return Boolean(at && at.closest('#desk-form') && at.matches('input, select, textarea'));
  }

  // ---------------------------------------------------------------- what is new
  function connect() {
    if (source) {
      return;
    }
    source = new EventSource('/console/desk/live');
    source.addEventListener('ready', function () {
      part('desk-lost').hidden = true;
      if (failures > 0) {
        everything();
      }
      failures = 0;
    });
    source.addEventListener('desk', function (event) {
      var news = JSON.parse(event.data).news;
      if (news === 'state') {
        refresh('desk-state');
      } else if (news === 'call') {
        refresh('desk-state');
        refresh('desk-line');
      } else if (news === 'message') {
        refresh('desk-messages');
      } else if (news === 'back') {
        document.dispatchEvent(new CustomEvent('hotline:back'));
      }
    });
    source.onerror = function () {
      failures += 1;
      part('desk-lost').hidden = false;
      if (source && source.readyState === EventSource.CLOSED) {
        source.close();
        source = null;
        setTimeout(connect, Math.min(15000, 1000 * Math.pow(2, failures)) * (0.5 + Math.random()));
      }
    };
  }

  function everything() {
    refresh('desk-state');
    refresh('desk-line');
    refresh('desk-messages');
  }

  // What the caller tells goes on while she waits for the agent; a form that is being filled stays as it is.
  function follow() {
    var line = part('desk-line');
    var known = part('desk-case');
    // An empty attribute is none.
    var call = line.dataset.call || '';
    document.dispatchEvent(new CustomEvent('hotline:line', { detail: { stage: line.dataset.stage } }));
    document.title = line.dataset.stage === 'ringing' ? '☎ ' + page.dataset.ring + ' · ' + title : title;
    if (call !== '' && call !== (known.dataset.call || '')) {
      if (dirty) {
        save(function () {
          refresh('desk-case');
        });
      } else {
        refresh('desk-case');
      }
      say(page.dataset.ring + ' ' + line.querySelector('strong').textContent);
    }
  }

  function say(text) {
    part('desk-say').textContent = text;
  }

  document.body.addEventListener('htmx:afterSwap', function (event) {
    if (event.target.id === 'desk-line' || event.detail.target.id === 'desk-line') {
      follow();
    }
    if (event.detail.target.id === 'desk-case') {
      dirty = false;
      var wrong = document.querySelector('#desk-form [aria-invalid="true"]');
      var text = document.querySelector('#desk-form textarea');
      if (wrong) {
        wrong.focus();
      } else if (text && !document.querySelector('#desk-case .notice--ok')) {
        text.focus();
      }
    }
    tick();
  });

  // ---------------------------------------------------------------- what is typed
  function form() {
    return part('desk-form');
  }

  function note(text) {
    var where = part('desk-saved');
    if (where) {
      where.textContent = text;
    }
  }

  function save(then) {
    var it = form();
    if (!it || saving) {
      return;
    }
    clearTimeout(saveTimer);
    saving = true;
    dirty = false;
    fetch(it.dataset.draft, { method: 'POST', body: new URLSearchParams(new FormData(it)), headers: { Accept: 'application/json' } })
      .then(function (answer) {
        saving = false;
        if (answer.status === 409) {
          note(page.dataset.elsewhere);
          return null;
        }
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        return answer.json();
      })
      .then(function (kept) {
        if (kept && it === form()) {
          it.elements.version.value = kept.version;
          note(page.dataset.saved);
        }
        if (dirty) {
          later(SAVE_MS);
        }
        if (then) {
          then();
        }
      })
      .catch(function () {
        saving = false;
        dirty = true;
        note(page.dataset.unsaved);
        later(RETRY_MS);
      });
  }

  function later(pause) {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, pause);
  }

  document.addEventListener('input', function (event) {
    if (event.target.closest('#desk-form')) {
      dirty = true;
      later(SAVE_MS);
    }
  });
  // The ticket is handed in: nothing typed is left to keep.
  document.addEventListener('submit', function (event) {
    if (event.target.id === 'desk-form') {
      clearTimeout(saveTimer);
      dirty = false;
    }
  }, true);
  window.addEventListener('pagehide', function () {
    var it = form();
    if (it && dirty) {
      navigator.sendBeacon(it.dataset.draft, new URLSearchParams(new FormData(it)));
    }
    if (source) {
      source.close();
    }
  });

  document.addEventListener('submit', function (event) {
    if (event.target.id !== 'show-number') {
      return;
    }
    event.preventDefault();
    var it = event.target;
    fetch(it.action, { method: 'POST', body: new URLSearchParams(new FormData(it)), headers: { Accept: 'application/json' } })
      .then(function (answer) {
        return answer.ok ? answer.json() : null;
      })
      .then(function (shown) {
        if (shown) {
          part('h-who').textContent = shown.number;
          it.remove();
        }
      });
  });

  // ---------------------------------------------------------------- keys
  document.addEventListener('keydown', function (event) {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter' && event.ctrlKey && form()) {
      event.preventDefault();
      form().requestSubmit();
      return;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || !/^Key[A-Z]$/.test(event.code)) {
      return;
    }
    var letter = event.code.substring(3).toLowerCase();
    var button = page.querySelector('[data-alt="' + letter + '"]:not([hidden])');
    var field = page.querySelector('[data-alt-focus="' + letter + '"]');
    if (button || field) {
      event.preventDefault();
      if (button) {
        button.click();
      } else {
        field.focus();
      }
    }
  });

  // The single keys of other pages lead away from here: not in the middle of a call.
  document.addEventListener('keydown', function (event) {
    var busy = /^(ringing|talking|held|consulting|room|parked)$/.test(part('desk-line').dataset.stage || '');
    var typed = event.target.closest && event.target.closest('input, select, textarea');
    if (busy && !typed && !event.ctrlKey && !event.metaKey && !event.altKey && /^[a-z]$/.test(event.key)) {
      event.stopPropagation();
    }
  }, true);

  // ---------------------------------------------------------------- time
  function clock(millis) {
    var seconds = Math.max(0, Math.round(millis / 1000));
    var minutes = Math.floor(seconds / 60);
    return minutes + ':' + String(seconds % 60).padStart(2, '0');
  }

  function tick() {
    var now = Date.now();
    page.querySelectorAll('[data-since]').forEach(function (it) {
      var shown = it.querySelector('[data-elapsed]');
      if (shown) {
        var until = Number(it.dataset.until || 0);
        shown.textContent = until > 0 ? clock(until - now) : Number(it.dataset.since) > 0 ? clock(now - it.dataset.since) : '';
      }
    });
  }

  setInterval(tick, 1000);
  // What no event tells (a pause by the phone's key while this node was blind) is asked for.
  setInterval(function () {
    if (!document.hidden && !typing()) {
      refresh('desk-state');
      refresh('desk-messages');
    }
  }, POLL_MS);
  document.addEventListener('DOMContentLoaded', function () {
    tick();
    connect();
    follow();
  });
})();
