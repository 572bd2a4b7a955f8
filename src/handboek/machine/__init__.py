"""What the machine is asked for: files that are whole or not there, one build at a time, and its refusals in Dutch."""
