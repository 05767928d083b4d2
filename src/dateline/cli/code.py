import sys, click, gc
from pathlib import Path
from dateline.coder import Coder
from dateline.reading.sources import read_path, read_stream
from dateline.reading.feed import Live, Steady
from dateline.export.lines import write_jsonl
from itertools import chain

@click.command()
@click.argument("files", nargs=-1)
@click.option("--format", "form", default="jsonl")
@click.option("--layers", default="default")
def code(files, form, layers):
    gc.disable()
    coder = Coder(layers=layers)
    gc.enable()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    reports = Steady(chain.from_iterable(read_path(Path(f)) for f in files)) if files else Live(read_stream(sys.stdin.buffer))
    failed = 0
    for line in write_jsonl(coder.code_feed(reports)):
        sys.stdout.buffer.write(line.encode()); sys.stdout.flush()
