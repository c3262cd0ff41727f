#!/usr/bin/env python3
"""A PostgreSQL of a test's own: in a temporary folder, on loopback, with TLS; it ends when standard input does.

Prints `ready PORT FOLDER`, then obeys lines: `kill` (as if the machine had gone), `start`, `sql DATABASE` (followed by lines of
SQL up to a line `.`). After each it prints `done`, or `failed` and why. The users are `owner`, whom the socket in FOLDER lets in,
and whoever is made with SQL, by password.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time


def find(program):
    for version in ("15", "16", "17", "14"):
        path = f"/usr/lib/postgresql/{version}/bin/{program}"
        if os.path.exists(path):
            return path
    return shutil.which(program) or sys.exit(f"{program} is not installed: apt-get install postgresql")


def drop_root():
    """initdb refuses root: all of it is done as nobody then."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
        os.environ["HOME"] = "/nonexistent"


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Cluster:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="sitrep-postgres-", dir="/tmp")
        os.chmod(self.folder, 0o755)
        self.data = self.folder + "/data"
        self.port = free_port()
        self.server = None
        self.run([find("initdb"), "-D", self.data, "-U", "owner", "-A", "scram-sha-256", "--auth-local=trust", "-E", "UTF8",
                  "--locale=C", "--no-sync"])
        self.run(["openssl", "req", "-new", "-x509", "-days", "2", "-nodes", "-subj", "/CN=localhost",
                  "-out", self.data + "/server.crt", "-keyout", self.data + "/server.key"])
        os.chmod(self.data + "/server.key", 0o600)
        with open(self.data + "/postgresql.conf", "a") as settings:
            settings.write(f"""
listen_addresses = '127.0.0.1'
port = {self.port}
unix_socket_directories = '{self.folder}'
ssl = {os.environ.get("SITREP_TEST_SSL", "on")}
fsync = off
full_page_writes = off
max_wal_size = '4GB'
logging_collector = off
""")

    def run(self, command):
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit(done.stderr.decode())

    def start(self):
        log = open(self.folder + "/log", "a")
        self.server = subprocess.Popen([find("postgres"), "-D", self.data], stdout=log, stderr=log, start_new_session=True)
        for _ in range(600):
            if subprocess.run([find("psql"), "-h", self.folder, "-p", str(self.port), "-U", "owner", "-d", "postgres",
                               "-qAtc", "select 1"], capture_output=True).returncode == 0:
                return
            if self.server.poll() is not None:
                break
            time.sleep(0.02)
        sys.exit("PostgreSQL does not start:\n" + open(self.folder + "/log").read())

    def kill(self):
        if self.server is None:
            return
        # At once, with every connection: what is left behind is mended by the next start.
        self.server.send_signal(signal.SIGQUIT)
        self.server.wait()
        self.server = None

    def sql(self, database, text):
        done = subprocess.run([find("psql"), "-h", self.folder, "-p", str(self.port), "-U", "owner", "-d", database, "-X",
                               "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"], input=text.encode(), capture_output=True)
        return "" if done.returncode == 0 else " ".join(done.stderr.decode().split())


def say(words):
    print(words, flush=True)


def main():
    drop_root()
    cluster = Cluster()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        cluster.start()
        say(f"ready {cluster.port} {cluster.folder}")
        while line := sys.stdin.readline():
            words, failure = line.split(), ""
            if words[:1] == ["kill"]:
                cluster.kill()
            elif words[:1] == ["start"]:
                cluster.start()
            elif words[:1] == ["sql"]:
                lines = []
                while (part := sys.stdin.readline()) not in ("", ".\n"):
                    lines.append(part)
                failure = cluster.sql(words[1], "".join(lines))
            say(f"failed {failure}" if failure else "done")
    finally:
        cluster.kill()
        shutil.rmtree(cluster.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
