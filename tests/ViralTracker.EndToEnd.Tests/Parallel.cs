using Xunit;

// Some wait for a minute of quota or a grace period, which costs no processor.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
