"""Vosk behind a websocket, by the protocol of alphacep/vosk-server: PORT MODEL."""
import asyncio
import json
import sys

import websockets
from vosk import KaldiRecognizer, Model, SetLogLevel

SetLogLevel(-1)
MODEL = Model(sys.argv[2])


async def recognise(socket, _path=None):
    recogniser = None
    rate = 8000
    async for message in socket:
        if isinstance(message, str):
            order = json.loads(message)
            if "eof" in order:
                await socket.send(recogniser.FinalResult() if recogniser else "{}")
                return
            rate = order.get("config", {}).get("sample_rate", rate)
            continue
        if recogniser is None:
            recogniser = KaldiRecognizer(MODEL, rate)
        ended = recogniser.AcceptWaveform(message)
        await socket.send(recogniser.Result() if ended else recogniser.PartialResult())


async def main():
    async with websockets.serve(recognise, "127.0.0.1", int(sys.argv[1])):
        await asyncio.Future()


asyncio.run(main())
