// Only the headers that the programs share.
