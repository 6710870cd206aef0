"""Put a chatbot to the test.

    python -m hw0.audit new claude-opus-5             begin a conversation: a folder with a record and a file to fill in
    python -m hw0.audit code/…/claude-opus-5          judge its answers, and store the verdicts beside them
    python -m hw0.audit answers.py second.py          judge first and second answers that lie anywhere

Each answer is run in a process of its own, with limits on time and memory; it still runs with your rights, so read a
stranger's file before.
"""
import argparse
import gc
import os
import sys

from hw0.audit import submission
from hw0.audit.record import CONVERSATIONS, read_record
from hw0.checks.isolated import Limits


def main(arguments=None):
    """Run the command; return its exit status: 0 if all could be judged, whatever the verdicts, else 2."""
    options = _parser().parse_args(arguments)
    try:
        if options.files[0] == "new":
            return _begin(options)
        return _judge(options)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2


def _parser():
    parser = argparse.ArgumentParser(prog="python -m hw0.audit", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="file",
                        help="files with the first, the second … answers; or a folder; or: new NAME")
    parser.add_argument("--into", default=CONVERSATIONS, metavar="FOLDER",
                        help="where the folders of the conversations are (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=Limits().seconds, help="for one value (default %(default)g)")
    return parser


def _begin(options):
    if len(options.files) != 2:
        raise ValueError("give one name, as in: new claude-opus-5")
    folder = submission.begin(options.files[1], options.into)
    print(f"{folder / 'record.json'}: say there what you know of the conversation\n{folder / 'answers.py'}: take the # "
          f"away where it answered, then run\npython -m hw0.audit {folder}")
    return 0


def _judge(options):
    paths = [path for file in options.files for path in submission.files_of(file)]
    folder = paths[0].parent if (paths[0].parent / "record.json").exists() else None
    if folder:      # judging one file must not cost the others their verdicts
        paths = submission.files_of(folder)
    name = read_record(folder / "record.json").name if folder else paths[0].stem
    judged = submission.judge(paths, Limits(seconds=options.seconds))
    if folder:
        submission.store(folder, paths, judged)
    _show(judged, name, folder, options.into)
    return 0


def _show(judged, name, folder, root):
    beside = [slug for slug in submission.conversations(root) if folder is None or slug != folder.name]
    print(submission.examine(judged, name, beside, root))
    for number, grades in enumerate(judged, start=1):
        which = f" (answer {number})" if number > 1 else ""
        for part, graded in grades.items():
            if graded.word != "right":
                print(f"{part}{which}: {graded.verdict}")
        print(f"{sum(g.word == 'right' for g in grades.values())} of {len(grades)} right{which}")
    if folder:
        print(f"stored in {folder}")


if __name__ == "__main__":
    gc.disable()                        # what is made here is needed to the end, a second later
    try:
        sys.exit(main())
    except BrokenPipeError:             # head has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    finally:
        gc.freeze()                     # nor is it searched then
