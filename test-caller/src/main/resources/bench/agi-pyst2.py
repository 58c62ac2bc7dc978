"""The FastAGI dialog of the bench `agi`, served with pyst2 as its own module fastagi does it: a process a call.

That module is for Python 2; what it needs in Python 3 is its handler with text instead of bytes.
"""
import io
import os
import socketserver
import sys

import asterisk.agi


class Handler(socketserver.StreamRequestHandler):
    timeout = 5

    def handle(self):
        out = io.TextIOWrapper(self.wfile, encoding='utf-8', newline='\n')
        agi = asterisk.agi.AGI(stdin=self.rfile, stdout=out, stderr=NOWHERE)
        for step in (1, 2, 3):
            agi.execute('SET VARIABLE', 'BENCH_STEP', f'"{step}"')
            got = agi.execute('GET VARIABLE', 'BENCH_STEP')
            if got['result'][1] != str(step):
                raise ValueError(f'step {step}: {got}')
            agi.execute('EXEC', 'Set', f'"BENCH_{step}=${{STRFTIME(,,%s%3q)}}"')
        out.detach()


class Server(socketserver.ForkingTCPServer):
    allow_reuse_address = True
    # Its defaults of 5 and 40 would refuse calls long before it is tired.
    request_queue_size = 200
    max_children = 400


NOWHERE = open(os.devnull, 'w')
Server(('127.0.0.1', int(sys.argv[1])), Handler).serve_forever()
