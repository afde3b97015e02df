// The environment, checked once: every setting with its meaning, its default and what is absurd.
