/* A talk as text: it is played from what was said, and the caller's words go into the form of her call. */
(function () {
  'use strict';

  function play(button) {
    var sound = button.closest('[data-sound]').querySelector('audio');
    sound.currentTime = Number(button.dataset.second);
    sound.play().catch(function () {
      // The player itself shows that there is no sound.
    });
  }

  function take(button) {
    var field = document.getElementById('text');
    var before = field.value.trim();
    field.value = before ? before + '；' + button.dataset.words : button.dataset.words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    button.hidden = true;
  }

  document.addEventListener('click', function (event) {
    var from = event.target.closest('[data-second]');
    if (from) {
      play(from);
    }
    var words = event.target.closest('[data-words]');
    if (words) {
      take(words);
    }
  });
})();
