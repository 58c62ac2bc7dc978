/* What the pages need beyond htmx: shortcuts, forms that are sent once, filters that open on wide screens. */
(function () {
  'use strict';

  function typing(target) {
    return target.closest('input, select, textarea, [contenteditable]') !== null;
  }

  // Single keys get in the way of screen readers and voice control: each browser may switch them off.
  function keysOn() {
    try {
      return localStorage.getItem('hotline-keys') !== 'off';
    } catch (e) {
      return true;
    }
  }

  function search() {
    var field = document.querySelector('input[type="search"]');
    if (field) {
      field.focus();
      field.select();
    } else {
      location.assign('/console/tickets#search');
    }
  }

  // The links of the rows themselves get the focus, so that Enter, screen readers and the eye agree.
  function row(step) {
    var rows = Array.prototype.slice.call(document.querySelectorAll('a[data-row]'));
    if (rows.length === 0) {
      return false;
    }
    var at = rows.indexOf(document.activeElement);
    var next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    if (next >= 0 && next < rows.length) {
      rows[next].focus({ preventScroll: true });
      rows[next].closest('tr').scrollIntoView({ block: 'nearest' });
    }
    return true;
  }

  function go(target) {
    var folded = target.closest('details');
    if (folded) {
      folded.open = true;
    }
    if (target.tagName === 'SUMMARY') {
      var field = folded.querySelector('input:not([type="hidden"]), select, textarea');
      target = field || target;
    }
    target.focus();
    target.scrollIntoView({ block: 'center' });
  }

  function act(key) {
    var form = document.querySelector('[data-key-act="' + key + '"]');
    var button = form && form.querySelector('button[type="submit"]');
    if (button) {
      go(button);
    }
    return Boolean(button);
  }

  function press(key, onRow) {
    if (key === '/') {
      search();
      return true;
    }
    if (key === 'j' || (key === 'ArrowDown' && onRow)) {
      return row(1);
    }
    if (key === 'k' || (key === 'ArrowUp' && onRow)) {
      return row(-1);
    }
    if (key === 'x' && onRow) {
      document.activeElement.dispatchEvent(new Event('hotline:tick', { bubbles: true }));
      return true;
    }
    if (key === 'p') {
      window.print();
      return true;
    }
    if (!/^[a-z?]$/.test(key)) {
      return false;
    }
    var link = document.querySelector('[data-key="' + key + '"]');
    if (link) {
      link.click();
      return true;
    }
    var target = document.querySelector('[data-key-focus="' + key + '"]');
    if (target) {
      go(target);
      return true;
    }
    return act(key);
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) {
      return;
    }
    if (event.defaultPrevented || document.querySelector('dialog[open]')) {
      return;
    }
    var onRow = event.target.matches('a[data-row]');
    // Arrows on a row belong to the focus, not to the single keys.
    if (!keysOn() && !(onRow && event.key.indexOf('Arrow') === 0)) {
      return;
    }
    if (press(event.key, onRow)) {
      event.preventDefault();
    }
  });

  // A survey is filled with the keys that residents press on the phone.
  document.addEventListener('keydown', function (event) {
    var question = event.target.closest('fieldset[data-digits]');
    if (!question || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9]$/.test(event.key)) {
      return;
    }
    var answer = question.querySelector('input[data-digit="' + event.key + '"]');
    if (answer) {
      answer.focus();
      answer.click();
      event.preventDefault();
    }
  });

  // Every page-wide single key must not fire while a form is being filled; a second press of the button neither.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.hasAttribute('data-once')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.querySelectorAll('button[type="submit"]').forEach(function (button) {
      button.setAttribute('aria-disabled', 'true');
    });
  });

  // A menu that covers the page closes when something else is meant.
  function closeMenus(except) {
    document.querySelectorAll('details[data-menu][open]').forEach(function (menu) {
      if (!except || !menu.contains(except)) {
        menu.open = false;
      }
    });
  }

  document.addEventListener('click', function (event) {
    closeMenus(event.target);
  });

  document.addEventListener('focusin', function (event) {
    closeMenus(event.target);
  });

  document.addEventListener('keydown', function (event) {
    var menu = event.key === 'Escape' && event.target.closest('details[data-menu][open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  // Coming back by the browser's "back" finds the page as it was left, sent forms included.
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll('[aria-disabled]').forEach(function (button) {
        button.removeAttribute('aria-disabled');
      });
    });
  });

  document.addEventListener('DOMContentLoaded', function () {
    if (location.hash === '#search') {
      var search = document.querySelector('input[type="search"]');
      if (search) {
        search.focus();
      }
    }
    if (window.matchMedia('(min-width: 64rem)').matches) {
      document.querySelectorAll('details[data-open-wide]').forEach(function (details) {
        details.open = true;
      });
    }
    document.querySelectorAll('[data-open]').forEach(function (button) {
      var dialog = document.getElementById(button.dataset.open);
      button.addEventListener('click', function () {
        dialog.showModal();
      });
    });
    document.querySelectorAll('[data-keys-on]').forEach(function (box) {
      box.checked = keysOn();
      box.addEventListener('change', function () {
        try {
          localStorage.setItem('hotline-keys', box.checked ? 'on' : 'off');
        } catch (e) {
          // Without a store the keys stay on.
        }
      });
    });
    document.querySelectorAll('[data-print]').forEach(function (button) {
      button.addEventListener('click', function () {
        window.print();
      });
    });
    var wrong = document.querySelector('[aria-invalid="true"], [data-focus]');
    if (wrong) {
      wrong.focus();
    }
  });
})();
