# explore
