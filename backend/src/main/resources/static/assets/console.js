/* What the pages need beyond htmx: shortcuts, forms that are sent once, filters that open on wide screens. */
(function () {
  'use strict';

  function typing(target) {
    return target.closest('input, select, textarea, [contenteditable]') !== null;
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) {
      return;
    }
    if (event.key === '/') {
      var search = document.querySelector('input[type="search"]');
      event.preventDefault();
      if (search) {
        search.focus();
        search.select();
      } else {
        location.assign('/console/tickets#search');
      }
      return;
    }
    var link = document.querySelector('a[data-key="' + CSS.escape(event.key) + '"]');
    if (link) {
      event.preventDefault();
      link.click();
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
