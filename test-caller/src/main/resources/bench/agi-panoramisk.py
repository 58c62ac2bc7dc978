"""The FastAGI dialog of the bench `agi`, served with panoramisk."""
import asyncio
import sys

from panoramisk import fast_agi


async def dialog(request):
    for step in (1, 2, 3):
        await request.send_command(f'SET VARIABLE BENCH_STEP "{step}"')
        got = await request.send_command('GET VARIABLE BENCH_STEP')
        if str(step) not in str(got):
            raise ValueError(f'step {step}: {got}')
        await request.send_command(f'EXEC Set "BENCH_{step}=${{STRFTIME(,,%s%3q)}}"')


async def main():
    application = fast_agi.Application(loop=asyncio.get_running_loop())
    application.add_route('bench', dialog)
    server = await asyncio.start_server(application.handler, '127.0.0.1', int(sys.argv[1]), backlog=200)
    await server.serve_forever()


asyncio.run(main())
