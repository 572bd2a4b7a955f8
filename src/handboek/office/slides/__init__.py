"""Files with slides: a script for the screen in front of a group."""
