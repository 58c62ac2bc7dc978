/* Says a sentence to the hotline: records or takes a file, makes telephone sound of it (8 kHz, 16 bit), shows what was understood. */
(function () {
  'use strict';

  var RATE = 8000;
  var LONGEST_SECONDS = 30;
  var part = document.getElementById('say');
  var start = document.getElementById('say-start');
  var stop = document.getElementById('say-stop');
  var file = document.getElementById('say-file');
  var status = document.getElementById('say-status');
  if (!part || !start) {
    return;
  }

  function tell(text) {
    status.textContent = text;
  }

  // The browser resamples while it renders, with a filter against what a telephone does not carry.
  async function telephone(encoded) {
    var decoder = new OfflineAudioContext(1, 1, 44100);
    var sound = await decoder.decodeAudioData(encoded);
    var seconds = Math.min(sound.duration, LONGEST_SECONDS);
    var context = new OfflineAudioContext(1, Math.max(1, Math.floor(seconds * RATE)), RATE);
    var source = context.createBufferSource();
    source.buffer = sound;
    source.connect(context.destination);
    source.start();
    return (await context.startRendering()).getChannelData(0);
  }

  function wav(samples) {
    var view = new DataView(new ArrayBuffer(44 + samples.length * 2));
    function text(at, letters) {
      for (var i = 0; i < letters.length; i++) {
        view.setUint8(at + i, letters.charCodeAt(i));
      }
    }
    text(0, 'RIFF');
    view.setUint32(4, 36 + samples.length * 2, true);
    text(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true);
    view.setUint32(28, RATE * 2, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    text(36, 'data');
    view.setUint32(40, samples.length * 2, true);
    for (var i = 0; i < samples.length; i++) {
      view.setInt16(44 + i * 2, Math.max(-1, Math.min(1, samples[i])) * 32767, true);
    }
    return view.buffer;
  }

  async function send(encoded) {
    tell(part.dataset.working);
    try {
      var sound = wav(await telephone(encoded));
      var token = document.querySelector('#try input[name="_csrf"]').value;
      var answer = await fetch(part.dataset.path, {
        method: 'POST',
        headers: { 'Content-Type': 'audio/wav', 'X-XSRF-TOKEN': token },
        body: sound
      });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      var page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.getElementById('results').replaceWith(document.adoptNode(page.getElementById('results')));
      tell('');
    } catch (failure) {
      tell(part.dataset.failed);
    }
  }

  file.addEventListener('change', async function () {
    if (file.files.length > 0) {
      await send(await file.files[0].arrayBuffer());
    }
  });

  start.addEventListener('click', async function () {
    if (!navigator.mediaDevices || !window.MediaRecorder) {
      tell(part.dataset.unable);
      return;
    }
    var stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (refused) {
      tell(part.dataset.refused);
      return;
    }
    var recorder = new MediaRecorder(stream);
    var parts = [];
    recorder.addEventListener('dataavailable', function (event) {
      parts.push(event.data);
    });
    recorder.addEventListener('stop', async function () {
      stream.getTracks().forEach(function (track) {
        track.stop();
      });
      start.hidden = false;
      stop.hidden = true;
      start.focus();
      await send(await new Blob(parts).arrayBuffer());
    });
    var limit = setTimeout(function () {
      recorder.stop();
    }, LONGEST_SECONDS * 1000);
    stop.onclick = function () {
      clearTimeout(limit);
      if (recorder.state !== 'inactive') {
        recorder.stop();
      }
    };
    recorder.start();
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
    tell(part.dataset.recording);
  });
})();
