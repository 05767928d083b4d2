"""Processes that code reports side by side, in order, each bounded in time."""

import pickle
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from time import monotonic
from types import TracebackType

import msgspec

from dateline.coding.limit import DEFAULT_LIMIT, Limit, said
from dateline.errors import DatelineError
from dateline.messages import READY, read_messages, write_message
from dateline.model.coding import Coding
from dateline.nursery import Process, Source
from dateline.reading.feed import Feed
from dateline.reading.given import GivenReport

Refuse = Callable[[GivenReport], Coding]
Task = tuple[int, GivenReport]
"""A report and its place in the run."""
CHUNK = 8
"""Reports handed out at once: enough for the parser's batches, few enough to keep all processes busy."""
_AHEAD = 4  # chunks a process may be ahead of the report that is due
_TICK = 0.05  # seconds between looks at a feed that has nothing ready, and at the clock
_DECODER = msgspec.msgpack.Decoder(Coding)


@dataclass(slots=True, eq=False)
class Worker:
    """One process, and the reports that it has been given and not yet coded."""

    process: Process
    ready: bool = False
    since: float = 0.0
    tasks: deque[Task] = field(default_factory=deque)


class Workers:
    """A pool of processes. Use it as a context manager: on leaving, the processes end."""

    def __init__(self, source: Source, *, jobs: int, limit: Limit | None) -> None:
        """Describe the pool.

        Args:
            source: Where the processes come from.
            jobs: Number of processes.
            limit: How long one report may take, None for any time.
        """
        self._source = source
        self._jobs = max(1, jobs)
        self._limit = limit
        # With a limit of the user's own, a report is alone, and has the clock to itself.
        self._chunk = CHUNK if limit is None or limit is DEFAULT_LIMIT else 1
        self._messages: queue.SimpleQueue[tuple[Worker, bytes | None]] = queue.SimpleQueue()
        self._workers: list[Worker] = []
        self._todo: deque[Task] = deque()
        self._alone: set[int] = set()
        self._done: dict[int, Coding] = {}
        self._taken = self._due = 0

    def __enter__(self) -> "Workers":
        """Start the processes."""
        self._workers = [self._start() for _ in range(self._jobs)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        for worker in self._workers:
            worker.process.end()

    def code(self, feed: Feed, *, refused: Refuse) -> Iterator[Coding]:
        """Code the reports of a feed, in its order; ``refused`` makes the coding of one that cannot be coded.

        Raises:
            DatelineError: The processes cannot be started.
        """
        while True:
            self._hand_out(feed)
            while self._due in self._done:
                yield self._done.pop(self._due)
                self._due += 1
            if feed.ended and self._due == self._taken:
                return
            self._listen(feed, refused)

    def _hand_out(self, feed: Feed) -> None:
        """Give each idle process its next reports; wait for the feed only where all are idle."""
        for worker in self._workers:
            if worker.tasks or not worker.ready:
                continue
            self._fetch(feed, wait=self._due == self._taken)
            tasks = self._next_tasks()
            if not tasks:
                return
            worker.tasks.extend(tasks)
            worker.since = monotonic()
            self._send(worker, pickle.dumps([report for _, report in tasks]))

    def _fetch(self, feed: Feed, *, wait: bool) -> None:
        """Take reports from the feed as long as not too many wait for the one that is due."""
        room = self._jobs * self._chunk * _AHEAD - (self._taken - self._due)
        most = min(room, self._chunk - len(self._todo))
        if most > 0 and not feed.ended:
            for report in feed.take(most, wait=wait):
                self._todo.append((self._taken, report))
                self._taken += 1

    def _next_tasks(self) -> list[Task]:
        """Return the reports for one process; one that was there when a process died goes alone."""
        tasks: list[Task] = []
        while self._todo and len(tasks) < self._chunk and not (tasks and self._todo[0][0] in self._alone):
            tasks.append(self._todo.popleft())
            if tasks[-1][0] in self._alone:
                break
        return tasks

    def _listen(self, feed: Feed, refused: Refuse) -> None:
        """Wait for a message and act on it; end what is over its time."""
        idle = any(w.ready and not w.tasks for w in self._workers) and not feed.ended
        pause = None if self._limit is None and not idle else _TICK
        try:
            worker, message = self._messages.get(timeout=pause)
        except queue.Empty:
            self._end_late(refused)
            return
        if worker not in self._workers:
            return  # the last words of a process that was ended
        if message is None:
            self._bury(worker, refused)
        elif message == READY:
            worker.ready = True
        else:
            self._done[worker.tasks.popleft()[0]] = _DECODER.decode(message)
            worker.since = monotonic()
        self._end_late(refused)

    def _end_late(self, refused: Refuse) -> None:
        """End what is over its time: the one report of a process is at fault, or each of several is tried alone."""
        for worker in list(self._workers):
            most = self._limit.of(*(report for _, report in worker.tasks)) if self._limit and worker.tasks else None
            if most is None or monotonic() - worker.since <= most:
                continue
            if len(worker.tasks) == 1:
                self._refuse(worker.tasks.popleft(), said(most), refused)
            self._replace(worker)

    def _bury(self, worker: Worker, refused: Refuse) -> None:
        """Deal with a process that died: its one report is at fault, or each of several is tried alone."""
        code = worker.process.end()
        if not worker.ready:
            raise DatelineError(
                f"a process of the coder ended with {code} before it was ready; run with --jobs 1 to see why"
            )
        if len(worker.tasks) == 1:
            reason = (
                f"the process that coded the report died (exit {code}), perhaps for want of memory; split the report"
            )
            self._refuse(worker.tasks.popleft(), reason, refused)
        self._replace(worker)

    def _refuse(self, task: Task, error: str, refused: Refuse) -> None:
        self._done[task[0]] = refused(replace(task[1], error=error))

    def _replace(self, worker: Worker) -> None:
        """End a process and start another; what it still had is handed out again, one by one."""
        self._alone.update(number for number, _ in worker.tasks)
        self._todo.extendleft(reversed(worker.tasks))
        worker.process.end()
        self._workers[self._workers.index(worker)] = self._start()

    def _start(self) -> Worker:
        worker = Worker(self._source.start())
        threading.Thread(target=self._read, args=(worker,), daemon=True).start()
        return worker

    def _read(self, worker: Worker) -> None:
        """Pass on what a process says; a thread for each does nothing else."""
        with suppress(OSError), worker.process.outbox as pipe:
            for message in read_messages(pipe):
                self._messages.put((worker, message))
        self._messages.put((worker, None))

    def _send(self, worker: Worker, message: bytes) -> None:
        with suppress(OSError):  # it died: its reader says so too
            write_message(worker.process.inbox, message)
