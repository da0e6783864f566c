namespace LeNetGen.Package.Tests.Embedded;

/// <summary>The tests that share what <see cref="PublishedSample"/> publishes.</summary>
[CollectionDefinition(nameof(PublishedSample))]
public sealed class PublishedSampleCollection : ICollectionFixture<PublishedSample>;
