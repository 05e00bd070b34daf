"""What `check` looks for: one file for each kind of thing that goes wrong."""
