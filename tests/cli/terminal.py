"""A program that runs on a terminal of its own, as a user would see it."""
import os
import pty
import select
import signal
import time


class Terminal:
    def __init__(self, program, arguments, env=None, columns=80):
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            for name, value in (env or {}).items():
                os.environ[name] = value
            os.execv(program, [str(program), *map(str, arguments)])
        self.seen = ""
        self._bytes = b""
        self._at = 0
        self.status = None

    def type(self, text):
        os.write(self._master, text.encode())

    def read_until(self, wanted, seconds=30):
        """What is shown from where the last call ended up to `wanted`; None: to the end."""
        deadline = time.monotonic() + seconds
        while wanted is None or wanted not in self.seen[self._at:]:
            ready, _, _ = select.select([self._master], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise AssertionError(f"did not see {wanted!r} in {self.seen[self._at:]!r}")
            try:
                data = os.read(self._master, 65536)
            except OSError:  # how a terminal ends
                data = b""
            if not data and wanted is None:
                break
            if not data:
                raise AssertionError(f"ended without {wanted!r}: {self.seen[self._at:]!r}")
            self._bytes += data
            self.seen = self._bytes.decode(errors="ignore").replace("\r\n", "\n")
        begin = self._at
        self._at = len(self.seen) if wanted is None else self.seen.index(wanted, begin) + len(wanted)
        return self.seen[begin:self._at]

    def close(self):
        """Waits for the program; gives its exit status."""
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            os.close(self._master)
        return self.status

    def end(self):
        """Ends a program that still runs."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.close()
