// One test at a time: the virtual clock waits until the thread pool is idle.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
