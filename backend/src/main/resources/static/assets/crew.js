/* The crew's page on a bad line: what is done is kept on the phone until the server has said that it has it.
   Each deed has a key of its own, so sending it twice does it once. */
(function () {
  'use strict';

  var body = document.body;
  var store = 'hotline-crew-' + body.dataset.who;
  var token = document.querySelector('meta[name="csrf"]');
  var longestSide = 1600;
  var again = 15000;
  /* A line that is dead without saying so must not hold up what waits; a photo on a bad line needs its time. */
  var patience = 30000;
  var patienceWithPhotos = 120000;
  var sending = false;
  var refusals = store + '-refused';

  function read() {
    try {
      return JSON.parse(localStorage.getItem(store) || '[]');
    } catch (e) {
      return [];
    }
  }

  function write(deeds) {
    localStorage.setItem(store, JSON.stringify(deeds));
  }

  function show(id, text) {
    var place = document.getElementById(id);
    place.textContent = text;
    place.hidden = text === '';
  }

  /* What the server refused, with the words that would be lost; until something else is done here. */
  function showRefused() {
    var refused = localStorage.getItem(refusals);
    if (refused) {
      show('trouble', refused);
    }
  }

  function refuse(deed, why) {
    var before = localStorage.getItem(refusals);
    var line = why + (deed.words ? '「' + deed.words + '」' : '');
    localStorage.setItem(refusals, before ? before + ' ' + line : line);
    showRefused();
  }

  function showWaiting() {
    var deeds = read();
    show('waiting', deeds.length === 0 ? '' : body.dataset.waiting.replace('{0}', deeds.length));
    document.querySelectorAll('[data-ticket]').forEach(function (job) {
      var pending = deeds.some(function (deed) {
        return deed.url.indexOf('/tickets/' + job.dataset.ticket + '/') >= 0;
      });
      job.toggleAttribute('data-pending', pending);
    });
  }

  function newKey() {
    var numbers = crypto.getRandomValues(new Uint32Array(4));
    return Array.prototype.map.call(numbers, function (n) { return n.toString(16); }).join('-');
  }

  function keep(deed) {
    deed.key = newKey();
    var deeds = read();
    deeds.push(deed);
    try {
      write(deeds);
    } catch (e) {
      show('trouble', body.dataset.full);
      return false;
    }
    localStorage.removeItem(refusals);
    show('trouble', navigator.onLine ? '' : body.dataset.offline);
    showWaiting();
    send();
    return true;
  }

  function blob(dataUrl) {
    var parts = dataUrl.split(',');
    var bytes = atob(parts[1]);
    var array = new Uint8Array(bytes.length);
    for (var i = 0; i < bytes.length; i++) {
      array[i] = bytes.charCodeAt(i);
    }
    return new Blob([array]);
  }

  function form(deed) {
    var data = new FormData();
    data.append('key', deed.key);
    if (deed.file) {
      data.append('file', blob(deed.file), 'photo.jpg');
    } else {
      data.append('words', deed.words);
    }
    return data;
  }

  // In their order, one after the other: nobody arrives before he has accepted.
  function send() {
    var deeds = read();
    if (sending || deeds.length === 0 || !navigator.onLine) {
      return;
    }
    sending = true;
    var headers = { Accept: 'application/json' };
    headers[token.dataset.header] = token.content;
    var abort = new AbortController();
    var watch = setTimeout(function () { abort.abort(); }, deeds[0].file ? patienceWithPhotos : patience);
    fetch(deeds[0].url, {
      method: 'POST', body: form(deeds[0]), headers: headers, redirect: 'manual', signal: abort.signal
    })
      .then(function (answer) { return answered(answer, deeds[0]); })
      .catch(function () {
        if (abort.signal.aborted) {
          show('trouble', body.dataset.failed);
        }
        return false;
      })
      .then(function (taken) {
        clearTimeout(watch);
        sending = false;
        if (!taken) {
          return;
        }
        write(read().filter(function (deed) { return deed.key !== deeds[0].key; }));
        showWaiting();
        if (read().length > 0) {
          send();
        } else {
          refresh();
        }
      });
  }

  /* Whether the deed needs not be sent again. */
  function answered(answer, deed) {
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      show('trouble', body.dataset.signin);
      return false;
    }
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
      show('trouble', body.dataset.failed);
      return false;
    }
    return answer.json().then(function (told) {
      show('trouble', '');
      if (!answer.ok) {
        refuse(deed, told.message || told.detail || body.dataset.failed);
      }
      showRefused();
      return true;
    }, function (broken) {
      if (broken.name === 'AbortError' || answer.ok) {
        show('trouble', body.dataset.failed);
        return false;
      }
      // Not our sentence: something between refused it, and will again. The others go on.
      refuse(deed, body.dataset.rejected);
      return true;
    });
  }

  function refresh() {
    fetch(location.pathname, { redirect: 'manual' })
      .then(function (answer) { return answer.ok ? answer.text() : ''; })
      .then(function (html) {
        if (html === '' || typing()) {
          return;
        }
        var fresh = new DOMParser().parseFromString(html, 'text/html');
        ['mine', 'free'].forEach(function (id) {
          document.getElementById(id).replaceWith(fresh.getElementById(id));
        });
        showWaiting();
      })
      .catch(function () {});
  }

  function typing() {
    return Array.prototype.some.call(document.querySelectorAll('main input[type="text"], main textarea'),
      function (field) { return field.value !== ''; });
  }

  /* As small as a bad line likes it; what the browser cannot read goes as it is, for the server to say why not. */
  function picture(file) {
    return createImageBitmap(file, { imageOrientation: 'from-image' }).then(function (image) {
      var scale = Math.min(1, longestSide / Math.max(image.width, image.height));
      var canvas = document.createElement('canvas');
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/jpeg', 0.8);
    }, function () {
      return new Promise(function (resolve, reject) {
        var reader = new FileReader();
        reader.onload = function () { resolve(reader.result); };
        reader.onerror = reject;
        reader.readAsDataURL(file);
      });
    });
  }

  document.addEventListener('submit', function (event) {
    if (!event.target.hasAttribute('data-deed')) {
      return;
    }
    event.preventDefault();
    var words = event.target.querySelector('[name="words"]');
    if (keep({ url: new URL(event.target.action).pathname, words: words ? words.value : '' }) && words) {
      words.value = '';
    }
  });

  document.addEventListener('change', function (event) {
    var target = event.target;
    var photo = target.closest('[data-photo]');
    if (!photo || target.type !== 'file' || target.files.length === 0) {
      return;
    }
    picture(target.files[0]).then(function (data) {
      target.value = '';
      keep({ url: new URL(photo.action).pathname, file: data });
    }, function () {
      target.value = '';
      show('trouble', body.dataset.broken);
    });
  });

  window.addEventListener('online', function () {
    show('trouble', '');
    showRefused();
    send();
  });
  window.addEventListener('offline', function () {
    show('trouble', body.dataset.offline);
  });
  setInterval(send, again);
  showWaiting();
  showRefused();
  send();
})();
