#!/usr/bin/env python3
"""An archive dealt out to three hosts, each a network namespace with xapian-tcpsrv in it and a cable of its own to the one that searches.

All there: every answer is the one that a single archive on this machine gives. A cable with a delay: still the same. One server ended, one
cable pulled, one cable slower than --timeout: exit 3 and one line that names it; with --partial the answer of the others, and a note.
Needs root, ip(8) and xapian-tcpsrv, else it is skipped (77); without netem in the kernel the slow host is a server that is stopped.
"""
import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

SKIPPED = 77
PORT = "6431"
COMMANDS = (
    ["flood", "--format", "csv"],
    ["storm OR ferry OR railway", "-n", "0", "--format", "csv"],
    ["the harbour and the railway of the north", "--match", "any", "-n", "20", "--format", "csv"],
    ["*", "--sort", "newest", "-n", "0", "--format", "ids"],
    ["river", "-f", "country,lang,source,year,person", "--facet-limit", "0", "--facets-only", "--format", "csv"],
    ["--timeline", "auto", "--facets-only", "--format", "csv"],
    ["--pivot", "country,year", "--format", "csv"],
    ["--count", "river"],
)


def must(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def without_added(csv):
    """The archives are made one after the other: the seconds in which their articles were added differ."""
    return re.sub(r",\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=,)", ",", csv)


class Network:
    """Namespaces, joined to the first by cables; all gone at the end."""

    def __init__(self, hosts):
        self.prefix = f"pm{os.getpid()}"
        self.client, self.hosts, self.servers = f"{self.prefix}c", [], []
        try:
            self.add(self.client)
            for number in range(1, hosts + 1):
                self.join(number)
        except RuntimeError:
            self.close()
            raise

    @staticmethod
    def add(name):
        must("ip", "netns", "add", name)
        must("ip", "-n", name, "link", "set", "lo", "up")

    def join(self, number):
        host = f"{self.prefix}h{number}"
        self.add(host)
        self.hosts.append(host)
        must("ip", "-n", host, "link", "add", "eth0", "type", "veth", "peer", "name", f"to{number}", "netns", self.client)
        for name, device, last in ((host, "eth0", 2), (self.client, f"to{number}", 1)):
            must("ip", "-n", name, "address", "add", f"10.77.{number}.{last}/24", "dev", device)
            must("ip", "-n", name, "link", "set", device, "up")

    @staticmethod
    def name_of(number):
        return f"tcp://10.77.{number}.2:{PORT}"

    def serve(self, number, archive):
        segments = [str(archive / line.split()[1]) for line in (archive / "MANIFEST").read_text(errors="replace").splitlines()
                    if line.startswith("segment ")]
        server = subprocess.Popen(["ip", "netns", "exec", self.hosts[number - 1], "xapian-tcpsrv", "--interface", f"10.77.{number}.2",
                                   "--port", PORT, *segments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True)
        self.servers.append(server)
        for line in server.stdout:
            if "Listening" in line:
                return
        raise RuntimeError("xapian-tcpsrv does not start")

    def end(self, number, how=signal.SIGKILL):
        os.killpg(self.servers[number - 1].pid, how)

    def set_delay(self, number, milliseconds):
        """Whether the kernel can do it."""
        done = subprocess.run(["tc", "-n", self.hosts[number - 1], "qdisc", "replace", "dev", "eth0", "root", "netem", "delay",
                               f"{milliseconds}ms"], stderr=subprocess.PIPE, check=False)
        return done.returncode == 0

    def unplug(self, number):
        must("ip", "-n", self.hosts[number - 1], "link", "set", "eth0", "down")

    def close(self):
        for server in self.servers:
            try:
                os.killpg(server.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            server.wait()
        for name in [*self.hosts, self.client]:
            subprocess.run(["ip", "netns", "del", name], stderr=subprocess.DEVNULL, check=False)


class Test:
    def __init__(self, programs, corpus, work):
        self.programs, self.work, self.failed = programs, work, []
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(work)}
        files = sorted(str(path) for folder in ("default", "multilingual", "duplicates") for path in (corpus / folder).iterdir())
        self.whole = self.archive("whole", files)
        self.parts = [self.archive(f"part{i}", files[i::3]) for i in range(3)]

    def archive(self, name, files):
        made = self.work / name
        done = subprocess.run([self.programs / "pressmark-index", "-q", "--db", made, "--files-from", "-"], input="\n".join(files),
                              text=True, env=self.environment, check=False)
        if done.returncode != 0:
            raise RuntimeError("the sample archive cannot be indexed")
        return made

    def ask(self, archives, arguments, namespace=None):
        inside = ["ip", "netns", "exec", namespace] if namespace else []
        chosen = [word for archive in archives for word in ("--db", str(archive))]
        return subprocess.run([*inside, str(self.programs / "pressmark-search"), *chosen, *arguments], env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300, check=False)

    def expect(self, truth, what):
        print(f"{'ok' if truth else 'FAILED'}  {what}")
        if not truth:
            self.failed.append(what)

    def the_same(self, network, archives, locals_, what):
        for command in COMMANDS:
            there, here = self.ask(archives, command, network.client), self.ask(locals_, command)
            same = (there.returncode, without_added(there.stdout)) == (here.returncode, without_added(here.stdout))
            self.expect(same, f"{what}: {' '.join(command)}")
            if not same:
                print(there.stderr)

    def one_missing(self, network, archives, missing, options, said):
        """What is said of the one that does not answer, and what the others answer."""
        command = ["storm OR ferry OR railway", "--format", "csv", *options]
        refused = self.ask(archives, command, network.client)
        lines = refused.stderr.splitlines()
        self.expect((refused.returncode, refused.stdout, len(lines)) == (3, "", 1) and archives[missing] in lines[0],
                    f"{said}: exit {refused.returncode}, {refused.stderr.strip()}")
        partial = self.ask(archives, [*command, "--partial"], network.client)
        others = [part for number, part in enumerate(self.parts) if number != missing]
        self.expect(partial.returncode == 0 and partial.stdout == self.ask(others, command).stdout
                    and archives[missing] in partial.stderr and "left out" in partial.stderr, f"{said}, --partial: {partial.stderr.strip()}")

    def run(self, network):
        for number, part in enumerate(self.parts, 1):
            network.serve(number, part)
        archives = [network.name_of(number) for number in (1, 2, 3)]
        self.the_same(network, archives, [self.whole], "three hosts as one archive")
        delayed = network.set_delay(2, 20)
        if delayed:
            self.the_same(network, archives, [self.whole], "20 ms away")
            network.set_delay(2, 3000)
        else:
            print("no netem in this kernel: the slow host is a stopped server")
            network.end(2, signal.SIGSTOP)
        self.one_missing(network, archives, 1, ["--timeout", "1"], "a slow host")
        if delayed:
            network.set_delay(2, 0)
        else:
            network.end(2, signal.SIGCONT)
        self.the_same(network, archives, [self.whole], "fast again")
        network.end(3)
        self.one_missing(network, archives, 2, [], "a server that ended")
        network.unplug(3)
        self.one_missing(network, archives, 2, ["--timeout", "1"], "a cable that is pulled")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True, type=pathlib.Path)
    parser.add_argument("--corpus", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    wanted = [name for name in ("ip", "xapian-tcpsrv") if shutil.which(name) is None]
    if os.geteuid() != 0 or wanted:
        print(f"skipped: needs {' and '.join(wanted) or 'root'}")
        return SKIPPED
    try:
        network = Network(3)
    except RuntimeError as error:
        print(f"skipped: no network namespaces here: {error}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as work:
        try:
            test = Test(arguments.programs, arguments.corpus, pathlib.Path(work))
            test.run(network)
        finally:
            network.close()
    return 1 if test.failed else 0


if __name__ == "__main__":
    sys.exit(main())
