"""What reading a file finds, before any rule looks at it: the explanations only.

The findings themselves come from `document`, `load` and `messages`.
"""
