"""Work that is done after the answer: Procrastinate, and the desk each job runs in. Imports: desks, core."""
