"""What makes a site of the pages: menu, frame, feed, addresses, policy, what works offline, and putting it in place."""


class BuildError(Exception):
    """The build itself went wrong; the old site stands. The text says what, in Dutch."""
