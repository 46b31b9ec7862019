"""One index cut in three: two parts on hosts of their own behind a stock xapian-tcpsrv, one here. Searched as one."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import time
import unittest

from programs import ProgramTest, needs

CORPORA = pathlib.Path(__file__).resolve().parents[2] / "corpora"
PORT = 33333


class NamespaceHost:
    """A network namespace with an address of its own; needs root."""

    def __init__(self, number):
        self.name = f"dragoman-{os.getpid()}-{number}"
        near, far = f"dg{os.getpid() % 100000}n{number}", f"dg{os.getpid() % 100000}f{number}"
        self.address, self.port, here = f"10.213.{number}.2", PORT, f"10.213.{number}.1"
        for command in (f"ip netns add {self.name}",
                        f"ip link add {near} type veth peer name {far} netns {self.name}",
                        f"ip address add {here}/30 dev {near}", f"ip link set {near} up",
                        f"ip -n {self.name} address add {self.address}/30 dev {far}",
                        f"ip -n {self.name} link set {far} up", f"ip -n {self.name} link set lo up"):
            subprocess.run(command.split(), check=True, capture_output=True)

    def command(self, words):
        return ["ip", "netns", "exec", self.name, *words]

    def close(self):
        subprocess.run(["ip", "netns", "delete", self.name], check=False, capture_output=True)


class PortHost:
    """A port of this machine, where namespaces are not allowed."""

    def __init__(self, number):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address, self.port = probe.getsockname()

    def command(self, words):
        return words

    def close(self):
        pass


def make_host(number):
    try:
        return NamespaceHost(number)
    except (OSError, subprocess.CalledProcessError):
        subprocess.run(["ip", "netns", "delete", f"dragoman-{os.getpid()}-{number}"], check=False, capture_output=True)
        return PortHost(number)


@unittest.skipUnless(shutil.which("xapian-tcpsrv") and shutil.which("ip"), "no xapian-tcpsrv (xapian-tools) or no ip (iproute2)")
@needs("HTML")  # of which a part of the sample corpus is
class ShardsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.build("whole", CORPORA / "sample")
        lines = self.run_program("dragoman-index", "--db", "whole", "--export")[1].splitlines(keepends=True)
        for part in range(3):
            self.build(f"part{part}", self.write(f"part{part}.jsonl", "".join(lines[part::3])))
        self.build("whole", self.write("whole.jsonl", "".join(lines)), fresh=True)
        self.servers = [self.serve(number) for number in (0, 1)]

    def build(self, name, source, fresh=False):
        if fresh:
            shutil.rmtree(self.folder / name)
        code, _, err = self.run_program("dragoman-index", "--db", name, "--quiet", source)
        self.assertEqual(code, 0, err)

    def serve(self, number):
        host = make_host(number)
        self.addCleanup(host.close)
        words = ["xapian-tcpsrv", "--quiet", "--interface", host.address, "--port", str(host.port), f"part{number}"]
        # In a session of its own: xapian-tcpsrv answers SIGTERM by ending its whole process group.
        server = subprocess.Popen(host.command(words), cwd=self.folder, start_new_session=True,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop, server)
        for _ in range(200):
            try:
                socket.create_connection((host.address, host.port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        server.shard = f"tcp://{host.address}:{host.port}"
        return server

    def stop(self, server):
        server.terminate()
        server.wait()

    maxDiff = 2000

    def answers(self, *shards, queries=CORPORA / "queries" / "sample.tsv"):
        arguments = [word for shard in shards for word in ("--db", shard)]
        code, out, err = self.run_program("dragoman-search", *arguments, "--format", "json", "--facet", "org,lang", "--batch", queries)
        self.assertEqual(err, "")
        return code, [json.loads(line) for line in out.splitlines()]

    def test_three_shards_answer_as_one_index(self):
        _, expected = self.answers("whole")
        code, found = self.answers(*(s.shard for s in self.servers), "part2")
        self.assertEqual(code, 0)
        self.assertGreater(len(found), 100)
        for one, other in zip(found, expected, strict=True):
            with self.subTest(query=one["query"]):
                for answer in (one, other):
                    answer.pop("took_us")
                    answer.pop("notes", None)  # how a server finds phrases is told, and differs in what it finds
                    for hit in answer["hits"]:
                        hit.pop("score")  # has an offset by what a server says is the most
                self.assertEqual(one, other)

    def test_a_shard_that_stops_is_told_and_the_others_answer(self):
        shards = [s.shard for s in self.servers]
        self.stop(self.servers[1])
        code, out, _ = self.run_program("dragoman-search", "--db", shards[0], "--db", shards[1], "--db", "part2",
                                        "--format", "json", "ОДКБ")
        answer = json.loads(out)
        self.assertEqual((code, answer["partial"]), (3, True))
        self.assertIn(f"{shards[1]} cannot be asked: this is a part of the answer", answer["notes"])
        here = json.loads(self.run_program("dragoman-search", "--db", shards[0], "--db", "part2", "--format", "json", "ОДКБ")[1])
        self.assertEqual([h["id"] for h in answer["hits"]], [h["id"] for h in here["hits"]])
        self.assertTrue(answer["hits"])


if __name__ == "__main__":
    unittest.main()
