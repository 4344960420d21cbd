"""A realistic week under each of the five manuals, told in process: time is an argument, jobs run when the story says (issue 4)."""
