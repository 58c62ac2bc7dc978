/*
 * Records an announcement into the file field of its form, where it is to be listened to before the form is sent. Without
 * a microphone the field takes a file, as it does without this script.
 */
(function () {
  'use strict';

  var LONGEST_SECONDS = 60;

  function setUp(part) {
    function one(name) {
      return part.querySelector('[data-recorder-' + name + ']');
    }
    var words = part.dataset;
    var file = part.querySelector('input[type="file"]');
    var start = one('start');
    var stop = one('stop');
    var listen = one('listen');
    var discard = one('discard');
    var level = one('level');
    var playing = null;
    // The recording in progress; what was begun before the form was cleared belongs to nothing any more.
    var running = null;

    function tell(text, seconds) {
      one('said').textContent = text.replace('{0}', seconds === undefined ? '' : String(seconds));
    }

    function show(recording) {
      start.hidden = recording;
      stop.hidden = !recording;
      level.hidden = !recording;
      listen.hidden = discard.hidden = recording || file.files.length === 0;
    }

    function silence() {
      if (playing) {
        playing.close();
        playing = null;
      }
    }

    function clear() {
      silence();
      if (running) {
        running.dropped = true;
        if (running.stop) {
          running.stop();
        }
        running = null;
      }
      file.value = '';
      show(false);
    }

    // A level that does not move tells of a microphone that is off before a minute is spoken into it.
    function watch(stream) {
      var context = new AudioContext();
      var meter = context.createAnalyser();
      context.createMediaStreamSource(stream).connect(meter);
      var samples = new Float32Array(meter.fftSize);
      var began = Date.now();
      var timer = setInterval(function () {
        meter.getFloatTimeDomainData(samples);
        // The root, so that a quiet voice moves it, too.
        level.value = Math.sqrt(
          samples.reduce(function (most, sample) {
            return Math.max(most, Math.abs(sample));
          }, 0)
        );
        tell(words.recording, Math.floor((Date.now() - began) / 1000));
      }, 100);
      return function () {
        clearInterval(timer);
        context.close();
      };
    }

    start.addEventListener('click', async function () {
      silence();
      if (running) {
        return;
      }
      var mine = { stop: null, dropped: false };
      running = mine;
      var recording;
      try {
        recording = await hotlineSound.record(LONGEST_SECONDS);
      } catch (failure) {
        if (!mine.dropped) {
          running = null;
          tell(failure.message === 'refused' ? words.refused : words.unable);
        }
        return;
      }
      mine.stop = recording.stop;
      if (mine.dropped) {
        recording.stop();
        return;
      }
      var unwatch = watch(recording.stream);
      stop.onclick = recording.stop;
      show(true);
      stop.focus();
      try {
        var samples = await hotlineSound.telephone(await recording.recorded, LONGEST_SECONDS);
        if (mine.dropped) {
          return;
        }
        var taken = new DataTransfer();
        taken.items.add(new File([hotlineSound.wav(samples)], 'recording.wav', { type: 'audio/wav' }));
        file.files = taken.files;
        tell(words.recorded, Math.round(samples.length / 8000));
      } catch (failure) {
        if (!mine.dropped) {
          tell(words.unable);
        }
      } finally {
        unwatch();
        if (!mine.dropped) {
          running = null;
          show(false);
          (listen.hidden ? start : listen).focus();
        }
      }
    });

    listen.addEventListener('click', async function () {
      silence();
      playing = new AudioContext();
      try {
        var source = playing.createBufferSource();
        source.buffer = await playing.decodeAudioData(await file.files[0].arrayBuffer());
        source.connect(playing.destination);
        source.start();
        tell(words.listening, Math.round(source.buffer.duration));
      } catch (failure) {
        tell(words.unreadable);
      }
    });

    discard.addEventListener('click', function () {
      clear();
      tell('');
      start.focus();
    });

    file.addEventListener('change', function () {
      silence();
      show(false);
      tell(file.files.length > 0 ? words.chosen : '');
    });

    // Sent while she still speaks, it would go without the recording.
    part.closest('form').addEventListener(
      'submit',
      function (event) {
        if (running) {
          event.preventDefault();
          event.stopImmediatePropagation();
          stop.focus();
        }
      },
      true
    );

    var dialog = part.closest('dialog');
    if (dialog) {
      dialog.addEventListener('close', clear);
    }

    // When its form has been taken, or is for something else now.
    part.addEventListener('recorder-clear', function () {
      clear();
      tell('');
    });

    show(false);
    one('buttons').hidden = false;
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('[data-recorder]').forEach(setUp);
  });
})();
