/* The live page and the wallboard: takes whole and changes from the stream, shows them, and says when nothing comes any more. */
(function () {
  'use strict';

  // The server beats every five seconds.
  var SILENT_MS = 10000;
  // A line that has died without a word is given up, and another one is tried.
  var DEAD_MS = 15000;
  var SOUND = 'hotline-floor-sound';
  var SYMBOLS = { ready: '○', paused: '‖', ringing: '◔', talking: '●', 'wrap-up': '✎', unreachable: '✕' };
  var ORDER = { ringing: 0, talking: 1, 'wrap-up': 2, ready: 3, paused: 4, unreachable: 5 };
  var SVG = 'http://www.w3.org/2000/svg';

  var root = null;
  var words = {};
  var items = {};
  var made = {};
  var lastId = '';
  var heardAt = 0;
  var triedAt = 0;
  var heardOnce = false;
  var offset = 0;
  var failures = 0;
  var source = null;
  var alarmed = {};
  var audio = null;

  // ---- words and times ----

  function say(key) {
    var text = words[key] === undefined ? key : words[key];
    for (var i = 1; i < arguments.length; i++) {
      text = text.replace('{' + (i - 1) + '}', arguments[i]);
    }
    return text;
  }

  function named(group, code) {
    var text = words[group + '.' + code];
    return text === undefined ? code : text;
  }

  function now() {
    return Date.now() + offset;
  }

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function length(ms) {
    var seconds = Math.max(0, Math.floor(ms / 1000));
    var minutes = Math.floor(seconds / 60);
    return minutes < 60
      ? minutes + ':' + two(seconds % 60)
      : Math.floor(minutes / 60) + ':' + two(minutes % 60) + ':' + two(seconds % 60);
  }

  // The hotline is where the estates are, wherever the browser is.
  function clock(ms, seconds) {
    var parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' };
    if (seconds) {
      parts.second = '2-digit';
    }
    return new Intl.DateTimeFormat('zh-CN', parts).format(new Date(ms));
  }

  function percent(value) {
    return value === null ? say('floor.none') : say('floor.percent', String(Math.round(value)));
  }

  function seconds(value) {
    return value === null ? say('floor.none') : length(value * 1000);
  }

  // ---- elements ----

  function el(tag, className) {
    var element = document.createElement(tag);
    if (className) {
      element.className = className;
    }
    return element;
  }

  function put(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  function since(element, ms) {
    element.dataset.since = String(ms);
    put(element, ms > 0 ? length(now() - ms) : say('floor.none'));
  }

  function part(parent, name, tag, className) {
    var child = el(tag, className);
    child.dataset.part = name;
    parent.appendChild(child);
    return child;
  }

  function the(parent, name) {
    return parent.querySelector('[data-part="' + name + '"]');
  }

  function keys(prefix) {
    return Object.keys(items).filter(function (key) {
      return key.indexOf(prefix) === 0;
    });
  }

  /* Shows all things of a kind in their order: what is there stays, so that focus and screen readers do too. */
  function list(id, prefix, order, make, fill) {
    var place = document.getElementById(id);
    if (!place) {
      return 0;
    }
    var wanted = keys(prefix).sort(function (a, b) {
      return order(items[a], items[b]) || (a < b ? -1 : 1);
    });
    var known = made[id] || (made[id] = {});
    Object.keys(known).forEach(function (key) {
      if (!items[key]) {
        known[key].remove();
        delete known[key];
      }
    });
    wanted.forEach(function (key, at) {
      var element = known[key];
      if (!element) {
        element = make(items[key]);
        element.dataset.key = key;
        known[key] = element;
      }
      fill(element, items[key]);
      if (place.children[at] !== element) {
        place.insertBefore(element, place.children[at] || null);
      }
    });
    return wanted.length;
  }

  // ---- the last hour as a line ----

  function spark(className) {
    var svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 60 20');
    svg.setAttribute('class', 'spark ' + className);
    svg.setAttribute('role', 'img');
    svg.setAttribute('preserveAspectRatio', 'none');
    var line = document.createElementNS(SVG, 'polyline');
    line.setAttribute('fill', 'none');
    line.setAttribute('vector-effect', 'non-scaling-stroke');
    svg.appendChild(line);
    return svg;
  }

  function draw(svg, values, key) {
    var most = Math.max.apply(null, values.concat([1]));
    var points = values.map(function (value, at) {
      return ((at * 60) / (values.length - 1)).toFixed(1) + ',' + (19 - (18 * value) / most).toFixed(1);
    });
    svg.firstChild.setAttribute('points', points.join(' '));
    svg.setAttribute(
      'aria-label',
      say(key, String(Math.max.apply(null, values.concat([0]))), String(values[values.length - 1]))
    );
  }

  // ---- what is shown ----

  function showNodes() {
    list(
      'floor-nodes',
      'n:',
      function (a, b) {
        return a.node < b.node ? -1 : 1;
      },
      function () {
        return el('li', 'notice notice--warn');
      },
      function (li, node) {
        li.hidden = node.standing === 'live';
        put(li, say('floor.standing.' + node.standing, node.node, clock(node.since, true)));
      }
    );
    show(
      'floor-nodes',
      keys('n:').some(function (key) {
        return items[key].standing !== 'live';
      })
    );
  }

  function showAlarms() {
    var count = list(
      'floor-alarms',
      'x:',
      function () {
        return 0;
      },
      function () {
        var li = el('li', 'floor-alarm');
        part(li, 'symbol', 'span', 'floor-alarm__symbol').setAttribute('aria-hidden', 'true');
        part(li, 'text', 'span', '');
        // A text that changes every second would be read out every second.
        var time = part(li, 'since', 'span', 'floor-alarm__since');
        time.setAttribute('aria-hidden', 'true');
        return li;
      },
      function (li, alarm) {
        li.classList.toggle('is-danger', alarm.danger);
        put(the(li, 'symbol'), alarm.danger ? '■' : '▲');
        put(the(li, 'text'), say('floor.alarm.' + alarm.kind, alarm.queue, named('dialect', alarm.dialect)));
        the(li, 'since').hidden = alarm.since === 0;
        since(the(li, 'since'), alarm.since);
      }
    );
    var fresh = keys('x:').filter(function (key) {
      return !alarmed[key];
    });
    alarmed = {};
    keys('x:').forEach(function (key) {
      alarmed[key] = true;
    });
    if (fresh.length > 0) {
      beep(
        fresh.some(function (key) {
          return items[key].danger;
        })
      );
    }
    document.body.classList.toggle('has-alarms', count > 0);
  }

  function showTiles() {
    var sums = { waiting: keys('c:').length, longest: 0, ready: 0, busy: 0, away: 0 };
    keys('c:').forEach(function (key) {
      var began = items[key].since;
      sums.longest = sums.longest === 0 ? began : Math.min(sums.longest, began);
    });
    keys('a:').forEach(function (key) {
      var doing = items[key].doing;
      if (doing === 'ready') {
        sums.ready++;
      } else if (doing === 'paused' || doing === 'unreachable') {
        sums.away++;
      } else {
        sums.busy++;
      }
    });
    root.querySelectorAll('[data-floor-tile]').forEach(function (tile) {
      var name = tile.dataset.floorTile;
      if (name === 'longest') {
        since(tile, sums.longest);
      } else {
        put(tile, String(sums[name]));
      }
    });
    var all = items['f:*'];
    if (all) {
      root.querySelectorAll('[data-floor-figure]').forEach(function (tile) {
        put(tile, figure(all, tile.dataset.floorFigure));
      });
    }
  }

  function figure(figures, name) {
    if (name === 'callBacks') {
      return String(figures.callBacks);
    }
    return name === 'speedOfAnswer' || name === 'handlingTime' || name === 'longestWait'
      ? seconds(figures[name])
      : percent(figures[name]);
  }

  var WALL = ['waiting', 'since', 'ready', 'busy', 'served'];
  var PAGE = [
    'waiting', 'since', 'ready', 'busy', 'away', 'served', 'servedOfAnswered', 'speedOfAnswer', 'abandonRate', 'callBacks'
  ];

  function showQueues() {
    var wall = root.dataset.floor === 'wall';
    var columns = wall ? WALL : PAGE;
    var dialog = document.getElementById('floor-queue-step');
    list(
      'floor-queues',
      'q:',
      function (a, b) {
        return b.waiting - a.waiting || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
      },
      function () {
        var row = el('tr', '');
        part(row, 'title', 'th', '').setAttribute('scope', 'row');
        columns.forEach(function (name) {
          part(row, name, 'td', '');
        });
        if (!wall) {
          var lines = el('div', 'floor-lines');
          lines.appendChild(spark('spark--waiting'));
          lines.appendChild(spark('spark--answered'));
          part(row, 'hour', 'td', '').appendChild(lines);
        }
        if (dialog) {
          var button = part(part(row, 'step', 'td', ''), 'steps', 'button', 'button floor-steps');
          button.type = 'button';
          button.addEventListener('click', function () {
            open(dialog, 'q:' + row.dataset.queue, row.dataset.queue);
          });
        }
        return row;
      },
      function (row, queue) {
        var figures = items['f:' + queue.code];
        row.dataset.queue = queue.code;
        row.classList.toggle('is-waiting', queue.waiting > 0);
        put(
          the(row, 'title'),
          queue.title +
            (queue.dialects.length > 0
              ? ' · ' +
                queue.dialects
                  .map(function (code) {
                    return named('dialect', code);
                  })
                  .join('、')
              : '') +
            (queue.shut ? ' · ' + say('floor.queue.shut') : '') +
            (queue.storm === 'on' ? ' · ' + say('floor.queue.stormy') : '')
        );
        if (dialog) {
          the(row, 'steps').hidden = !queue.leads;
          put(the(row, 'steps'), say('floor.step.open'));
          the(row, 'steps').setAttribute('aria-label', say('floor.steps', queue.title));
        }
        ['waiting', 'ready', 'busy', 'away'].forEach(function (name) {
          var cell = the(row, name);
          if (cell) {
            put(cell, String(queue[name]));
          }
        });
        since(the(row, 'since'), queue.since);
        ['served', 'servedOfAnswered', 'speedOfAnswer', 'abandonRate', 'callBacks'].forEach(function (name) {
          var cell = the(row, name);
          if (cell) {
            put(cell, figures ? figure(figures, name) : say('floor.none'));
          }
        });
        var lines = row.querySelectorAll('svg');
        lines.forEach(function (svg) {
          svg.classList.toggle('is-empty', !figures);
        });
        if (figures && lines.length === 2) {
          draw(lines[0], figures.waiting, 'floor.line.waiting');
          draw(lines[1], figures.answeredByMinute, 'floor.line.answered');
        }
      }
    );
    if (dialog && dialog.open) {
      showRecording(dialog);
    }
  }

  function queueTitle(code) {
    var queue = items['q:' + code];
    return queue ? queue.title : code;
  }

  function showCallers() {
    var dialog = document.getElementById('floor-caller-step');
    var count = list(
      'floor-callers',
      'c:',
      function (a, b) {
        return Number(b.emergency) - Number(a.emergency) || a.since - b.since;
      },
      function () {
        var li = el('li', 'floor-caller');
        part(li, 'since', 'span', 'floor-caller__wait');
        var who = el('div', 'floor-caller__who');
        part(who, 'emergency', 'span', 'badge badge--danger');
        part(who, 'queue', 'span', 'badge');
        makeWho(who);
        var button = part(who, 'steps', 'button', 'button floor-steps floor-caller__steps');
        button.type = 'button';
        button.addEventListener('click', function () {
          open(dialog, 'c:' + li.dataset.call, li.dataset.call);
        });
        li.appendChild(who);
        part(li, 'words', 'p', 'floor-caller__words');
        return li;
      },
      function (li, caller) {
        li.dataset.call = caller.call;
        since(the(li, 'since'), caller.since);
        put(the(li, 'queue'), queueTitle(caller.queue));
        fillWho(li, caller);
        the(li, 'steps').hidden = !(dialog && caller.leads);
        put(the(li, 'steps'), say('floor.step.open'));
        the(li, 'steps').setAttribute('aria-label', say('floor.steps', caller.phone || caller.call));
        fillWords(li, caller);
      }
    );
    show('floor-no-callers', count === 0);
  }

  function makeWho(who) {
    part(who, 'dialect', 'span', 'badge badge--info');
    part(who, 'stale', 'span', 'badge badge--warn');
    part(who, 'estate', 'span', '');
    part(who, 'phone', 'span', 'muted');
  }

  function fillWho(li, caller) {
    the(li, 'emergency').hidden = !caller.emergency;
    put(the(li, 'emergency'), '■ ' + say('floor.emergency'));
    the(li, 'dialect').hidden = caller.dialect === '' || caller.dialect === 'cmn';
    put(the(li, 'dialect'), named('dialect', caller.dialect));
    the(li, 'stale').hidden = !caller.stale;
    put(the(li, 'stale'), say('floor.stale', caller.node));
    put(the(li, 'estate'), caller.estate || say('floor.unknownEstate'));
    put(the(li, 'phone'), caller.phone || say('floor.unknownPhone'));
  }

  function fillWords(li, caller) {
    put(the(li, 'words'), caller.words || say('floor.saidNothing'));
    the(li, 'words').classList.toggle('muted', caller.words === '');
  }

  /* Who talks with the machine. An emergency does not change its place: what is being read stays where it is. */
  function showMachine() {
    var count = list(
      'floor-machine',
      'm:',
      function (a, b) {
        return a.since - b.since;
      },
      function () {
        var li = el('li', 'floor-caller');
        part(li, 'since', 'span', 'floor-caller__wait');
        var who = el('div', 'floor-caller__who');
        part(who, 'emergency', 'span', 'badge badge--danger');
        makeWho(who);
        li.appendChild(who);
        var talk = el('div', 'floor-caller__talk');
        part(talk, 'prompt', 'p', 'floor-caller__words small muted');
        part(talk, 'words', 'p', 'floor-caller__words');
        li.appendChild(talk);
        return li;
      },
      function (li, caller) {
        li.dataset.call = caller.call;
        since(the(li, 'since'), caller.since);
        fillWho(li, caller);
        put(the(li, 'prompt'), caller.prompt === '' ? '' : say('floor.machine.says', caller.prompt));
        fillWords(li, caller);
      }
    );
    show('floor-no-machine', count === 0);
  }

  function showAgents() {
    var dialog = document.getElementById('floor-step');
    var count = list(
      'floor-agents',
      'a:',
      function (a, b) {
        return ORDER[a.doing] - ORDER[b.doing] || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
      },
      function () {
        var li = el('li', 'floor-agent');
        var head = el('div', 'floor-agent__head');
        part(head, 'symbol', 'span', 'floor-agent__symbol').setAttribute('aria-hidden', 'true');
        part(head, 'name', 'strong', '');
        part(head, 'doing', 'span', '');
        part(head, 'since', 'span', 'floor-agent__since');
        li.appendChild(head);
        part(li, 'queues', 'div', 'small muted');
        part(li, 'lent', 'span', 'badge badge--info');
        part(li, 'today', 'div', 'small');
        part(li, 'stale', 'span', 'badge badge--warn');
        var button = part(li, 'steps', 'button', 'button floor-steps floor-agent__steps');
        button.type = 'button';
        button.addEventListener('click', function () {
          open(dialog, 'a:' + li.dataset.extension, li.dataset.extension);
        });
        return li;
      },
      function (li, agent) {
        li.dataset.extension = agent.extension;
        li.dataset.doing = agent.doing;
        put(the(li, 'symbol'), SYMBOLS[agent.doing] || '?');
        put(the(li, 'name'), agent.name + (agent.name === agent.extension ? '' : ' ' + agent.extension));
        put(
          the(li, 'doing'),
          named('agent-doing', agent.doing) + (agent.reason ? ' · ' + named('floor.reason', agent.reason) : '')
        );
        since(the(li, 'since'), agent.since);
        put(the(li, 'queues'), agent.queues.join('、') || say('floor.noQueues'));
        the(li, 'lent').hidden = agent.lentTo === '';
        put(the(li, 'lent'), say('floor.lent', agent.lentTo, clock(agent.lentUntil, false)));
        put(
          the(li, 'today'),
          say('floor.handled', String(agent.handled), String(agent.missed)) +
            ' · ' +
            say('floor.aht', seconds(agent.handlingTime), percent(agent.occupancy))
        );
        the(li, 'stale').hidden = !agent.stale;
        put(the(li, 'stale'), say('floor.stale', agent.node));
        the(li, 'steps').hidden = !(dialog && agent.leads);
        put(the(li, 'steps'), say('floor.step.open'));
        the(li, 'steps').setAttribute('aria-label', say('floor.steps', agent.name));
      }
    );
    show('floor-no-agents', count === 0);
    if (dialog && dialog.open) {
      showTalk(dialog);
    }
  }

  function show(id, yes) {
    var element = document.getElementById(id);
    if (element) {
      element.hidden = !yes;
    }
  }

  function render() {
    showNodes();
    showAlarms();
    showTiles();
    showQueues();
    if (root.dataset.floor === 'page') {
      showCallers();
      showMachine();
      showAgents();
    }
  }

  // ---- steps ----

  /* Of an agent, a caller or a queue: what the thing itself fills in stands here. */
  function open(dialog, key, id) {
    var thing = items[key];
    if (!thing) {
      return;
    }
    dialog.dataset.of = id;
    put(dialog.querySelector('.floor-said'), '');
    if (dialog.id === 'floor-step') {
      put(dialog.querySelector('h2'), thing.name);
      offer(dialog.querySelector('#floor-queue'), function () {
        return true;
      });
      showTalk(dialog);
    } else if (dialog.id === 'floor-caller-step') {
      put(dialog.querySelector('h2'), queueTitle(thing.queue) + ' · ' + (thing.phone || say('floor.unknownPhone')));
      offer(dialog.querySelector('#floor-to'), function (queue) {
        return queue.leads && queue.code !== thing.queue;
      });
    } else {
      put(dialog.querySelector('h2'), thing.title);
      dialog.querySelector('#floor-storm').value = thing.storm;
      dialog.querySelector('#floor-announcement').value = thing.announcement;
      dialog.querySelector('[name="seenStorm"]').value = thing.storm;
      dialog.querySelector('[name="seen"]').value = thing.announcement;
      dialog.querySelector('[name="seenRecording"]').value = thing.recording;
      clearRecorder(dialog);
      showRecording(dialog);
    }
    dialog.showModal();
  }

  function offer(choice, fits) {
    choice.replaceChildren();
    keys('q:').forEach(function (key) {
      if (fits(items[key])) {
        var option = el('option', '');
        option.value = items[key].code;
        option.textContent = items[key].title;
        choice.appendChild(option);
      }
    });
  }

  /* The talk that may be stepped into, also when another one has begun meanwhile. */
  function showTalk(dialog) {
    var agent = items['a:' + dialog.dataset.of];
    var call = agent ? agent.call : '';
    dialog.querySelector('[name="call"]').value = call;
    dialog.querySelector('#floor-talk').hidden = call === '';
  }

  /* What callers hear now, also when it has just been set. */
  function showRecording(dialog) {
    var queue = items['q:' + dialog.dataset.of];
    var recording = (queue && queue.recording) || 0;
    var part = dialog.querySelector('#floor-recording');
    var sound = part.querySelector('audio');
    part.hidden = recording === 0;
    if (recording === 0) {
      sound.removeAttribute('src');
      return;
    }
    var address = part.dataset.sound.replace('/0/', '/' + queue.code + '/') + recording + '.wav';
    if (sound.getAttribute('src') !== address) {
      sound.setAttribute('src', address);
    }
  }

  function clearRecorder(dialog) {
    dialog.querySelectorAll('[data-recorder]').forEach(function (part) {
      part.dispatchEvent(new CustomEvent('recorder-clear'));
    });
    dialog.querySelectorAll('[name="synthesised"]').forEach(function (tick) {
      tick.checked = false;
    });
  }

  function send(event) {
    event.preventDefault();
    var form = event.target;
    var dialog = form.closest('dialog');
    var said = form.querySelector('.floor-said');
    var fields = new FormData(form);
    var body = form.enctype === 'multipart/form-data' ? fields : new URLSearchParams(fields);
    var button = event.submitter || form.querySelector('button');
    body.set('step', button.value);
    if (button.dataset.sure && !window.confirm(button.dataset.sure)) {
      return;
    }
    var address = button.getAttribute('formaction') || form.getAttribute('action');
    put(said, say('floor.step.sent'));
    fetch(address.replace(/\/0(?=\/|$)/, '/' + encodeURIComponent(dialog.dataset.of)), {
      method: 'POST',
      body: body,
      credentials: 'same-origin',
      redirect: 'error'
    })
      .then(function (answer) {
        if (answer.ok && button.value === 'storm') {
          clearRecorder(dialog);
          dialog.querySelector('[name="seenStorm"]').value = body.get('storm');
          dialog.querySelector('[name="seen"]').value = body.get('announcement').trim();
          dialog.querySelector('[name="seenRecording"]').value = '';
        }
        var text = (answer.headers.get('Content-Type') || '').indexOf('text/plain') === 0;
        return text ? answer.text() : say('floor.step.failed');
      })
      .catch(function () {
        return say('floor.step.failed');
      })
      .then(function (text) {
        put(said, text);
      });
  }

  // ---- sound ----

  function soundOn() {
    try {
      return localStorage.getItem(SOUND) === 'on';
    } catch (e) {
      return false;
    }
  }

  // Browsers let a page sound only after somebody has touched it.
  function wake() {
    if (soundOn()) {
      audio = audio || (window.AudioContext ? new AudioContext() : null);
      if (audio && audio.state === 'suspended') {
        audio.resume();
      }
    }
  }

  function beep(danger) {
    if (!audio || !soundOn() || audio.state !== 'running') {
      return;
    }
    var times = danger ? 3 : 1;
    for (var i = 0; i < times; i++) {
      var tone = audio.createOscillator();
      var loud = audio.createGain();
      tone.frequency.value = danger ? 880 : 520;
      loud.gain.value = 0.2;
      tone.connect(loud);
      loud.connect(audio.destination);
      tone.start(audio.currentTime + i * 0.35);
      tone.stop(audio.currentTime + i * 0.35 + 0.2);
    }
  }

  function showSound() {
    document.querySelectorAll('[data-floor-sound]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(soundOn()));
      put(button, say(soundOn() ? 'floor.sound.on' : 'floor.sound.off'));
    });
  }

  function switchSound() {
    try {
      localStorage.setItem(SOUND, soundOn() ? 'off' : 'on');
    } catch (e) {
      // Without a store it stays off.
    }
    showSound();
    wake();
  }

  // ---- the stream ----

  function heard() {
    heardAt = Date.now();
    heardOnce = true;
    failures = 0;
    alive();
  }

  function alive() {
    var stopped = heardOnce && Date.now() - heardAt > SILENT_MS;
    root.classList.toggle('is-stopped', stopped);
    flag('[data-floor-wait]', !heardOnce);
    flag('[data-floor-on]', heardOnce && !stopped);
    flag('[data-floor-off]', stopped);
    if (stopped) {
      root.querySelectorAll('[data-floor-off]').forEach(function (e) {
        put(e, say('floor.stopped', clock(heardAt + offset, true)));
      });
    }
  }

  function flag(selector, yes) {
    root.querySelectorAll(selector).forEach(function (e) {
      if (e.hidden === yes) {
        e.hidden = !yes;
      }
    });
  }

  function take(event, whole) {
    heard();
    lastId = event.lastEventId;
    var changes = JSON.parse(event.data);
    if (whole) {
      items = {};
    }
    changes.gone.forEach(function (key) {
      delete items[key];
    });
    Object.keys(changes.put).forEach(function (key) {
      items[key] = changes.put[key];
    });
    render();
  }

  function connect() {
    if (source) {
      source.close();
    }
    triedAt = Date.now();
    var address = root.dataset.stream;
    var line = new EventSource(address + (lastId ? '?after=' + encodeURIComponent(lastId) : ''));
    source = line;
    line.addEventListener('beat', function (event) {
      offset = JSON.parse(event.data).now - Date.now();
      heard();
    });
    line.addEventListener('whole', function (event) {
      take(event, true);
    });
    line.addEventListener('changes', function (event) {
      take(event, false);
    });
    line.onerror = function () {
      // A refused answer (database away, signed out) closes it for good: try again, ever more slowly.
      if (line === source && line.readyState === EventSource.CLOSED) {
        failures += 1;
        setTimeout(
          function () {
            if (line === source) {
              connect();
            }
          },
          Math.min(30000, 1000 * Math.pow(2, failures)) * (0.5 + Math.random())
        );
      }
    };
  }

  function dead() {
    return (
      source &&
      source.readyState !== EventSource.CLOSED &&
      Date.now() - Math.max(heardAt, triedAt) > DEAD_MS
    );
  }

  function tick() {
    alive();
    if (dead()) {
      connect();
    }
    if (!root.classList.contains('is-stopped')) {
      root.querySelectorAll('[data-since]').forEach(function (e) {
        since(e, Number(e.dataset.since));
      });
    }
    root.querySelectorAll('[data-floor-clock]').forEach(function (e) {
      put(e, clock(now(), false));
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    root = document.querySelector('[data-floor]');
    if (!root || !window.EventSource) {
      return;
    }
    words = JSON.parse(root.dataset.words);
    document.querySelectorAll('[data-floor-sound]').forEach(function (button) {
      button.addEventListener('click', switchSound);
    });
    document.addEventListener('pointerdown', wake);
    document.addEventListener('keydown', wake);
    document.querySelectorAll('[data-floor-form]').forEach(function (form) {
      form.addEventListener('submit', send);
    });
    window.addEventListener('pagehide', function () {
      if (source) {
        source.close();
      }
    });
    // Kept by the browser as it was left: its line is closed.
    window.addEventListener('pageshow', function (event) {
      if (event.persisted) {
        connect();
      }
    });
    showSound();
    setInterval(tick, 1000);
    // Unlike the list, this page listens while its tab is hidden, too: alarms are to be heard.
    connect();
  });
})();
