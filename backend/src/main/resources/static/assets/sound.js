/* Sound from the microphone or a file, as the telephone has it: 8 kHz, 16 bit, mono. */
(function () {
  'use strict';

  var RATE = 8000;

  // The browser resamples while it renders, with a filter against what a telephone does not carry.
  async function telephone(encoded, longestSeconds) {
    var decoder = new OfflineAudioContext(1, 1, 44100);
    var sound = await decoder.decodeAudioData(encoded);
    var seconds = Math.min(sound.duration, longestSeconds);
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

  /*
   * Begins to record. Throws 'unable' where the browser cannot, 'refused' where it may not. What it gives has stop(),
   * the stream, and a promise of what was recorded, in whatever coding the browser likes.
   */
  async function record(longestSeconds) {
    if (!navigator.mediaDevices || !window.MediaRecorder) {
      throw new Error('unable');
    }
    var stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (failure) {
      throw new Error(failure.name === 'NotAllowedError' ? 'refused' : 'unable');
    }
    function release() {
      stream.getTracks().forEach(function (track) {
        track.stop();
      });
    }
    var recorder;
    try {
      recorder = new MediaRecorder(stream);
      recorder.start();
    } catch (failure) {
      release();
      throw new Error('unable');
    }
    var parts = [];
    recorder.addEventListener('dataavailable', function (event) {
      parts.push(event.data);
    });
    function stop() {
      clearTimeout(limit);
      if (recorder.state !== 'inactive') {
        recorder.stop();
      }
    }
    var limit = setTimeout(stop, longestSeconds * 1000);
    var recorded = new Promise(function (resolve) {
      recorder.addEventListener('stop', function () {
        release();
        resolve(new Blob(parts).arrayBuffer());
      });
    });
    return { stop: stop, stream: stream, recorded: recorded };
  }

  window.hotlineSound = { telephone: telephone, wav: wav, record: record };
})();
