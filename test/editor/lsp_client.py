# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An editor without a window: talks to a language server as editors do."""

import json
import queue
import subprocess
import threading
import time


class Editor:
    """Starts the server and is its client until it is closed."""

    def __init__(self, command, capabilities=None):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.messages = queue.Queue()
        self.requests = 0
        threading.Thread(target=self._read, daemon=True).start()
        self.abilities = self.request("initialize", {"capabilities": capabilities or {}})["result"]
        self.notify("initialized", {})

    def _read(self):
        while header := self.process.stdout.readline():
            length = int(header.split(b":")[1])
            self.process.stdout.readline()
            self.messages.put(json.loads(self.process.stdout.read(length)))
        self.messages.put(None)

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def _send(self, message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))

    def notify(self, method, params):
        self._send({"method": method, "params": params})

    def request(self, method, params, timeout=60):
        """The answer to a request; what is told in between is dropped."""
        self.requests += 1
        self._send({"id": self.requests, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == self.requests, timeout)

    def answer(self, request, **outcome):
        """Answers a request of the server with result=... or error=..."""
        self._send({"id": request["id"], **outcome})

    def wait(self, wanted, timeout=60):
        """The next message that is wanted; those before it are dropped."""
        deadline = time.monotonic() + timeout
        while True:
            message = self.messages.get(timeout=max(0.0, deadline - time.monotonic()))
            if message is None:
                raise EOFError("the server is gone")
            if wanted(message):
                return message

    def open(self, uri, text):
        self.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "cpp", "version": 1, "text": text}},
        )

    def change(self, uri, version, text):
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]},
        )

    def findings(self, uri, version, timeout=60):
        """What is told about this version."""

        def is_it(message):
            params = message.get("params", {})
            is_told = message.get("method") == "textDocument/publishDiagnostics"
            return is_told and params["uri"] == uri and params.get("version") == version

        return self.wait(is_it, timeout)["params"]["diagnostics"]

    def close(self):
        """Says goodbye and returns the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(timeout=60)
