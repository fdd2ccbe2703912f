"""What the tests that run programs on a pseudo-terminal share."""
import os


def written_to(terminal):
    """All that was written to a terminal whose other end gets closed.

    What is written and closed between the kernel's look for bytes and its look for the end is answered by the end, and the bytes are
    there at the next call: so it is the end when it comes twice.
    """
    output, ends = b"", 0
    while ends < 2:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            piece = b""
        output += piece
        ends = 0 if piece else ends + 1
    return output
