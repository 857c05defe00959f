"""What the commands that tests start do with signals."""

import signal


def let_children_heed_ctrl_c() -> None:
    """Let processes started from now on heed Ctrl-C, also where the tests themselves do not.

    A shell has what it runs in the background ignore it, and processes inherit that.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
