# choose
