namespace LeNetGen.Benchmarks;

/// <summary>One line of the ledger; medians all.</summary>
/// <param name="Batch">Images of one call.</param>
/// <param name="MicrosecondsPerImage">The time of a call, for one image.</param>
/// <param name="GigaFlops">Useful arithmetic per second, two operations a multiply-add.</param>
/// <param name="PeakGigaFlops">What multiply-adds alone reach on as many threads, at the same width and in the same minute.</param>
/// <param name="PeakFraction">The ratio of the two, each time taken of neighbours in time.</param>
internal readonly record struct Measurement(
    int Batch, double MicrosecondsPerImage, double GigaFlops, double PeakGigaFlops, double PeakFraction);
