"""Reading files into the model, with the place of every value; faults become findings."""
