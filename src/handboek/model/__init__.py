"""The shape of each kind of piece, as frozen pydantic models."""
