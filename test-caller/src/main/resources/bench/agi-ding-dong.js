// The FastAGI dialog of the bench `agi`, served with ding-dong.
const AGIServer = require('ding-dong');

const dialog = async (context) => {
  await context.onEvent('variables');
  for (let step = 1; step <= 3; step++) {
    await context.setVariable('BENCH_STEP', String(step));
    const got = await context.getVariable('BENCH_STEP');
    if (got.value !== String(step)) throw new Error(`step ${step}: ${JSON.stringify(got)}`);
    await context.exec('Set', `"BENCH_${step}=\${STRFTIME(,,%s%3q)}"`);
  }
  await context.end();
};

const handler = (context) => {
  context.on('error', () => {});
  dialog(context).catch((error) => console.error(error));
};

new AGIServer(handler).start(Number(process.argv[2]), '127.0.0.1');
