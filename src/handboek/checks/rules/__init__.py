"""The rules about content, a module each."""
