// The tests of the package and those of the sample build in the same folders of the repository.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
