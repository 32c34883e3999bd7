"""What all tests share."""

from hypothesis import settings

# A property holds or it does not; how long one example takes on a busy machine says nothing about it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
