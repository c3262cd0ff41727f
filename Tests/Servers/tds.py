#!/usr/bin/env python3
"""Stands in for SQL Server: as much of TDS 7.4 as lets a driver log in and read a table, and the ways it goes wrong.

Prints `ready PORT` and ends when standard input does. What it does depends on the query:
  select N rows         a table of N rows: organisation nvarchar, day date, value decimal(10,2), note nvarchar (NULL every third)
  … cut after N         the connection breaks after N rows
  … error after N       an error instead of the rest
  stall                 it never answers
Logins: `reader` with any password; `expired` is told that its password has expired (18487); others are refused (18456).
"""

import socketserver
import struct
import sys
import threading


def text(words):
    return words.encode("utf-16-le")


def packet(kind, payload):
    """One message, in packets of at most 4096 bytes."""
    parts = [payload[start:start + 4088] for start in range(0, len(payload), 4088)] or [b""]
    return b"".join(struct.pack(">BBHHBB", kind, place == len(parts) - 1, len(part) + 8, 0, (place + 1) & 255, 0) + part
                    for place, part in enumerate(parts))


def done(status=0, rows=0):
    return struct.pack("<BHHQ", 0xFD, status, 0xC1, rows)


def error(number, words, severity=14):
    body = struct.pack("<iBBH", number, 1, severity, len(words)) + text(words) + bytes([4]) + text("TEST") + b"\0" + struct.pack("<i", 1)
    return struct.pack("<BH", 0xAA, len(body)) + body


def changed(kind, body):
    return struct.pack("<BHB", 0xE3, len(body) + 1, kind) + body


COLLATION = bytes([0x09, 0x04, 0xD0, 0x00, 0x34])


def columns():
    def column(kind, name):
        return struct.pack("<IH", 0, 0x0009) + kind + bytes([len(name)]) + text(name)
    wide = bytes([0xE7]) + struct.pack("<H", 200) + COLLATION
    return (struct.pack("<BH", 0x81, 4) + column(wide, "organisation") + column(bytes([0x28]), "day")
            + column(bytes([0x6A, 17, 10, 2]), "value") + column(wide, "note"))


def row(number):
    def wide(words):
        return struct.pack("<H", 0xFFFF) if words is None else struct.pack("<H", len(text(words))) + text(words)
    days = 736_000 + number % 365  # since the year 1: 2016
    value = struct.pack("<BBI", 5, 1, number % 1000 * 100 + 25 if number % 7 else 25)  # 0.25 as SQL Server has it
    note = None if number % 3 == 0 else "" if number % 3 == 1 else "Ynys Môn 🏥"
    return b"\xD1" + wide("R%02d" % (number % 100)) + bytes([3]) + days.to_bytes(3, "little") + value + wide(note)


class Session(socketserver.BaseRequestHandler):
    def exactly(self, count):
        data = b""
        while len(data) < count:
            part = self.request.recv(count - len(data))
            if not part:
                raise ConnectionError
            data += part
        return data

    def message(self):
        payload = b""
        while True:
            kind, status, length = struct.unpack(">BBH4x", self.exactly(8))
            payload += self.exactly(length - 8)
            if status & 1:
                return kind, payload

    def answer(self, payload):
        self.request.sendall(packet(4, payload))

    def login(self, payload):
        place, length = struct.unpack_from("<HH", payload, 40)
        user = payload[place:place + 2 * length].decode("utf-16-le")
        if user == "expired":
            return self.answer(error(18487, "Login failed for user 'expired'. Reason: The password of the account has expired.")
                               + done(2))
        if user != "reader":
            return self.answer(error(18456, f"Login failed for user '{user}'.") + done(2))
        name = "Microsoft SQL Server"
        body = bytes([1]) + struct.pack(">I", 0x74000004) + bytes([len(name)]) + text(name) + bytes([16, 0, 0x10, 0])
        size = changed(4, bytes([4]) + text("4096") + bytes([4]) + text("4096"))
        self.answer(struct.pack("<BH", 0xAD, len(body)) + body + size + done())

    def query(self, payload):
        words = payload[struct.unpack_from("<I", payload)[0]:].decode("utf-16-le").lower().split()
        if "stall" in words:
            threading.Event().wait()
        if "rows" not in words:
            return self.answer(done())
        count = int(words[words.index("rows") - 1])
        stop = next((int(words[place + 2]) for place, word in enumerate(words) if word in ("cut", "error")), None)
        parts, number = [columns()], 0
        kind, sent = 4, 1
        # By thousands, so that a million rows take no room here either.
        buffer = bytearray(columns())
        while number < count and number != stop:
            buffer += row(number)
            number += 1
            while len(buffer) >= 4088:
                self.request.sendall(struct.pack(">BBHHBB", kind, 0, 4096, 0, sent & 255, 0) + buffer[:4088])
                del buffer[:4088]
                sent += 1
        if "cut" in words:
            self.request.sendall(struct.pack(">BBHHBB", kind, 0, 4096, 0, sent & 255, 0) + buffer)
            return self.request.close()
        buffer += error(3624, "A system assertion check has failed.", 20) + done(2) if "error" in words else done(0x10, number)
        self.request.sendall(struct.pack(">BBHHBB", kind, 1, len(buffer) + 8, 0, sent & 255, 0) + buffer)

    def handle(self):
        try:
            while True:
                kind, payload = self.message()
                if kind == 0x12:  # PRELOGIN: no encryption is to be had
                    version, encryption = bytes([0, 0, 11, 0, 6]), bytes([1, 0, 17, 0, 1])
                    self.answer(version + encryption + b"\xFF" + bytes([16, 0, 0x10, 0, 0, 0]) + bytes([2]))
                elif kind == 0x10:
                    self.login(payload)
                elif kind == 0x01:
                    self.query(payload)
                elif kind == 0x0E:  # A transaction begins or ends.
                    request = struct.unpack_from("<H", payload, struct.unpack_from("<I", payload)[0])[0]
                    begun = changed(8, bytes([8]) + struct.pack("<Q", 1) + b"\0") if request == 5 else changed(10, b"\0" + bytes([8]) + struct.pack("<Q", 1))
                    self.answer(begun + done())
                else:
                    self.answer(done(0x20 if kind == 6 else 0))
        except (ConnectionError, OSError):
            pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


if __name__ == "__main__":
    with Server(("127.0.0.1", 0), Session) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print("ready", server.server_address[1], flush=True)
        sys.stdin.read()
