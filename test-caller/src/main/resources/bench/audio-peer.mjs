// The AudioSocket calls of the bench `audio`, served with asterisk-audiosocket: a prompt, then silence to listen in, again
// and again. Nothing is detected in what the caller says; the hotline does that, too.
import { readFileSync } from 'node:fs';
import { AudioSocketServer } from 'asterisk-audiosocket';

const [port, promptFile, pauseMillis] = process.argv.slice(2);
const prompt = readFileSync(promptFile);
const pause = Buffer.alloc((Number(pauseMillis) / 20) * 320);

const server = new AudioSocketServer({ host: '127.0.0.1', port: Number(port) });
server.on('connection', async (call) => {
  let over = false;
  let heard = 0;
  call.on('audio', (pcm) => { heard += pcm.length; });
  call.on('hangup', () => { over = true; });
  call.on('error', () => { over = true; });
  while (!over) {
    await call.play(prompt);
    await call.play(pause);
  }
});
await server.listen();
