/* Says a sentence to the hotline: records or takes a file, shows what was understood. */
(function () {
  'use strict';

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

  async function send(encoded) {
    tell(part.dataset.working);
    try {
      var sound = hotlineSound.wav(await hotlineSound.telephone(encoded, LONGEST_SECONDS));
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
    var recording;
    try {
      recording = await hotlineSound.record(LONGEST_SECONDS);
    } catch (failure) {
      tell(failure.message === 'refused' ? part.dataset.refused : part.dataset.unable);
      return;
    }
    stop.onclick = recording.stop;
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
    tell(part.dataset.recording);
    var encoded = await recording.recorded;
    start.hidden = false;
    stop.hidden = true;
    start.focus();
    await send(encoded);
  });
})();
