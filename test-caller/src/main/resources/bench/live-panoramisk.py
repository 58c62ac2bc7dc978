"""The peer of the bench `live`: panoramisk hears the manager interface, and tells many plain sockets who joined."""
import asyncio
import sys

from panoramisk import Manager

screens = set()


async def opened(reader, writer):
    screens.add(writer)
    await reader.read()
    screens.discard(writer)


def joined(manager, event):
    line = (event.Uniqueid + '\n').encode()
    for writer in screens:
        writer.write(line)


async def main():
    manager = Manager(
        loop=asyncio.get_running_loop(), host='127.0.0.1', port=int(sys.argv[1]),
        username='bench', secret='bench')
    manager.register_event('QueueCallerJoin', joined)
    await manager.connect()
    while not manager.authenticated:
        await asyncio.sleep(0.05)
    manager.send_action({'Action': 'QueueStatus'})
    server = await asyncio.start_server(opened, '127.0.0.1', int(sys.argv[2]), backlog=500)
    await server.serve_forever()


asyncio.run(main())
