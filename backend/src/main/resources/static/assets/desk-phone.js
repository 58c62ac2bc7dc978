/* The page as a phone: registers, rings, answers, and gives the choice of microphone and headset. SIP goes by the console's own origin,
   the sound directly to Asterisk. What is done with a call beyond that is the server's (desk.js). */
import { UserAgent } from './sip-0.21.2/api/user-agent.js';
import { Registerer } from './sip-0.21.2/api/registerer.js';
import { RegistererState } from './sip-0.21.2/api/registerer-state.js';
import { SessionState } from './sip-0.21.2/api/session-state.js';

const CHOICES = { mic: 'hotline-mic', ear: 'hotline-ear', bell: 'hotline-bell' };
const RECONNECT_MS = 1500;
const BACK_MS = 5000;
const EXPIRES = 60;
const part = document.getElementById('desk-phone');
const status = document.getElementById('web-status');
const answerButton = document.getElementById('web-answer');
const sound = document.getElementById('web-sound');
const page = typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : 'p' + Date.now() + Math.floor(Math.random() * 1e6);

let agent = null;
let registerer = null;
let session = null;
let waitsForOurs = false;
let ours = null;
let asks = false;
let told = false;
let held = null;
let bell = null;
let seat = '';

function tell(key) {
  status.textContent = part.dataset[key];
  part.dataset.state = key;
}

function chosen(what) {
  try {
    return localStorage.getItem(CHOICES[what]) || '';
  } catch (e) {
    return '';
  }
}

function choose(what, id) {
  try {
    localStorage.setItem(CHOICES[what], id);
  } catch (e) {
    // Chosen for this page only.
  }
}

function microphone() {
  const id = chosen('mic');
  return {
    audio: Object.assign({ echoCancellation: true, noiseSuppression: true }, id ? { deviceId: { ideal: id } } : {}),
    video: false,
  };
}

async function toSpeaker(element, id) {
  if (id && typeof element.setSinkId === 'function') {
    try {
      await element.setSinkId(id);
    } catch (e) {
      // Unplugged meanwhile: the usual one sounds.
    }
  }
}

// ------------------------------------------------------------------ devices
async function devices() {
  const all = await navigator.mediaDevices.enumerateDevices();
  fill('web-mic', 'mic', all.filter((one) => one.kind === 'audioinput'));
  const out = all.filter((one) => one.kind === 'audiooutput');
  fill('web-ear', 'ear', out);
  fill('web-bell', 'bell', out);
}

function fill(id, what, found) {
  const select = document.getElementById(id);
  select.textContent = '';
  found.forEach((one, n) => {
    const option = document.createElement('option');
    option.value = one.deviceId;
    option.textContent = one.label || String(n + 1);
    option.selected = one.deviceId === chosen(what);
    select.append(option);
  });
}

async function changed(what, id) {
  choose(what, id);
  if (what === 'ear') {
    await toSpeaker(sound, id);
  }
  // The microphone of a talk that goes on changes, too.
  const connection = session && session.sessionDescriptionHandler && session.sessionDescriptionHandler.peerConnection;
  if (what === 'mic' && connection) {
    const stream = await navigator.mediaDevices.getUserMedia(microphone());
    const track = stream.getAudioTracks()[0];
    const sender = connection.getSenders().find((one) => one.track && one.track.kind === 'audio');
    if (sender) {
      const before = sender.track;
      await sender.replaceTrack(track);
      before.stop();
    }
  }
}

// Three seconds of one's own voice, and its level.
async function test() {
  const before = part.dataset.state;
  tell('testing');
  const stream = await navigator.mediaDevices.getUserMedia(microphone());
  const context = new AudioContext();
  const source = context.createMediaStreamSource(stream);
  const meter = context.createAnalyser();
  const delay = context.createDelay(1);
  delay.delayTime.value = 0.6;
  source.connect(meter);
  source.connect(delay);
  const out = context.createMediaStreamDestination();
  delay.connect(out);
  const heard = new Audio();
  heard.srcObject = out.stream;
  await toSpeaker(heard, chosen('ear'));
  await heard.play();
  const level = document.getElementById('web-level');
  const samples = new Uint8Array(meter.fftSize);
  const timer = setInterval(() => {
    meter.getByteTimeDomainData(samples);
    level.value = Math.min(100, Math.max(...samples.map((s) => Math.abs(s - 128))));
  }, 100);
  setTimeout(() => {
    clearInterval(timer);
    level.value = 0;
    stream.getTracks().forEach((track) => track.stop());
    context.close();
    tell(before);
  }, 4000);
}

// ------------------------------------------------------------------ ringing
async function ring() {
  if (bell) {
    return;
  }
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = 440;
  volume.gain.value = 0;
  const out = context.createMediaStreamDestination();
  tone.connect(volume).connect(out);
  tone.start();
  // One second of tone, two of rest, as bells here ring.
  for (let n = 0; n < 20; n++) {
    volume.gain.setValueAtTime(0.25, context.currentTime + 3 * n);
    volume.gain.setValueAtTime(0, context.currentTime + 3 * n + 1);
  }
  const heard = new Audio();
  heard.srcObject = out.stream;
  bell = { context, heard };
  await toSpeaker(heard, chosen('bell'));
  await heard.play().catch(() => {});
}

function quiet() {
  if (bell) {
    bell.heard.pause();
    bell.context.close();
    bell = null;
  }
}

// ------------------------------------------------------------------ calls
function invited(invitation) {
  if (asks && !held) {
    // Perhaps the caller who waits for this page, and the session what is left of the talk that was cut: the answer will say.
    held = invitation;
    return;
  }
  if (session) {
    decline(invitation);
    return;
  }
  take(invitation);
  if (waitsForOurs) {
    // The call that this page had before.
    waitsForOurs = false;
    answerOurs();
    return;
  }
  rings();
}

function rings() {
  tell('rings');
  answerButton.hidden = false;
  ring();
}

function decline(invitation) {
  invitation.reject({ statusCode: 486 }).catch(() => {});
}

function take(invitation) {
  session = invitation;
  invitation.stateChange.addListener((state) => {
    if (state === SessionState.Established) {
      quiet();
      answerButton.hidden = true;
      sound.srcObject = invitation.sessionDescriptionHandler.remoteMediaStream;
      sound.play().catch(() => {});
      tell('talks');
    } else if (state === SessionState.Terminated && session === invitation) {
      quiet();
      answerButton.hidden = true;
      session = null;
      tell(agent && agent.isConnected() ? 'registered' : 'lost');
    }
  });
}

function answer() {
  if (!session || session.state !== SessionState.Initial) {
    return;
  }
  session
    .accept({ sessionDescriptionHandlerOptions: { constraints: microphone() } })
    .catch((error) => {
      // A caller who has hung up meanwhile is not the microphone's fault: the end of the session has been told.
      if (error.name === 'NotAllowedError' || error.name === 'NotFoundError') {
        tell('denied');
      }
    });
}

function answerOurs() {
  ours = session;
  answer();
}

// ------------------------------------------------------------------ the line
async function start(extension) {
  const answered = await fetch('/console/desk/phone', { headers: { Accept: 'application/json' } });
  if (!answered.ok) {
    return;
  }
  const account = await answered.json();
  // Asked for now, not when somebody already waits for an answer.
  try {
    const stream = await navigator.mediaDevices.getUserMedia(microphone());
    stream.getTracks().forEach((track) => track.stop());
  } catch (e) {
    tell('denied');
    return;
  }
  await devices();
  await toSpeaker(sound, chosen('ear'));
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  agent = new UserAgent({
    uri: UserAgent.makeURI('sip:' + extension + '@' + location.hostname),
    authorizationUsername: account.extension,
    authorizationPassword: account.password,
    contactName: account.extension,
    transportOptions: { server: scheme + '//' + location.host + '/console/desk/sip?page=' + page, connectionTimeout: 5 },
    sessionDescriptionHandlerFactoryOptions: { iceGatheringTimeout: 800, peerConnectionConfiguration: { iceServers: [] } },
    logBuiltinEnabled: false,
    // A page that is loaded anew must not hang up: the server lets the caller wait for it.
    autoStop: false,
    delegate: {
      onInvite: invited,
      onConnect: register,
      onDisconnect: () => {
        ours = null;
        tell('lost');
        again();
      },
    },
  });
  registerer = new Registerer(agent, { expires: EXPIRES });
  agent.start().catch(again);
}

function register() {
  registerer.register({ requestDelegate: { onAccept: registered } }).catch(() => tell('lost'));
}

// Not the registerer's state: that stays as it was while the line is away for a moment.
function registered() {
  if (!session) {
    tell('registered');
  } else if (session.state === SessionState.Established) {
    tell('talks');
  }
  comeBack();
}

function again() {
  const mine = agent;
  setTimeout(() => {
    if (agent === mine && agent && !agent.isConnected()) {
      agent.reconnect().catch(again);
    }
  }, RECONNECT_MS * (1 + Math.random()));
}

async function parked() {
  const csrf = document.querySelector('form input[name="_csrf"]');
  const body = new URLSearchParams();
  if (csrf) {
    body.set('_csrf', csrf.value);
  }
  const answered = await fetch('/console/desk/back', { method: 'POST', body, signal: AbortSignal.timeout(BACK_MS) });
  return answered.ok && (await answered.text()).includes('data-stage="parked"');
}

// A caller may be waiting for this page to come back. The server says so, and rings it: that ring is answered by itself.
// Several things tell of it at nearly the same time, and the ring may be here before the answer: it is asked once at a time.
async function back() {
  if (waitsForOurs || (session && session === ours)) {
    return;
  }
  if (asks) {
    told = true;
    return;
  }
  const before = session && session.state !== SessionState.Initial ? session : null;
  let waits = false;
  asks = true;
  try {
    do {
      told = false;
      waits = await parked();
    } while (told && !waits);
  } finally {
    asks = false;
    if (waits && before && session === before) {
      // What is left of the talk that was cut.
      session = null;
      before.dispose().catch(() => {});
    }
    release(waits);
  }
  if (waits && session) {
    // It has rung before this was known.
    answerOurs();
  } else if (waits) {
    waitsForOurs = true;
    setTimeout(() => {
      waitsForOurs = false;
    }, 10000);
  }
}

function release(waits) {
  const invitation = held;
  held = null;
  if (!invitation || invitation.state !== SessionState.Initial) {
    return;
  }
  if (session) {
    decline(invitation);
    return;
  }
  take(invitation);
  if (!waits) {
    rings();
  }
}

function comeBack() {
  if (agent && agent.isConnected() && registerer && registerer.state === RegistererState.Registered) {
    back().catch(() => tell('lost'));
  }
}

async function stop() {
  const old = agent;
  agent = null;
  if (old) {
    await old.stop().catch(() => {});
  }
  part.hidden = true;
}

// The seat is what the state says: a page that is signed in at a browser is a phone.
function follow() {
  const state = document.getElementById('desk-state');
  const now = state && state.dataset.browser === 'true' ? state.dataset.phone : '';
  if (now === seat) {
    return;
  }
  seat = now;
  if (now === '') {
    stop();
    return;
  }
  part.hidden = false;
  tell('idle');
  if (!window.isSecureContext || !navigator.mediaDevices) {
    tell('insecure');
    return;
  }
  start(now);
}

// Leaving the page in a call is asked about; it can be had back, but the caller notices.
window.addEventListener('beforeunload', (event) => {
  if (session && session.state === SessionState.Established) {
    event.preventDefault();
  }
});
answerButton.addEventListener('click', answer);
document.getElementById('web-test').addEventListener('click', () => test().catch(() => tell('denied')));
for (const what of ['mic', 'ear', 'bell']) {
  document.getElementById('web-' + what).addEventListener('change', (event) => changed(what, event.target.value).catch(() => {}));
}
document.body.addEventListener('htmx:afterSwap', follow);
// The server has parked the call of this page: told at once, or seen when the line to it is there again.
document.addEventListener('hotline:back', comeBack);
document.addEventListener('hotline:line', (event) => {
  if (event.detail.stage === 'parked') {
    comeBack();
  }
});
if (navigator.mediaDevices) {
  navigator.mediaDevices.addEventListener('devicechange', () => devices().catch(() => {}));
}
follow();
