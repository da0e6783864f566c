namespace LeNetGen.Benchmarks;

/// <summary>One line of the ledger.</summary>
/// <param name="Batch">Images of one call.</param>
/// <param name="MicrosecondsPerImage">The median time of a call, for one image.</param>
/// <param name="GigaFlops">Useful arithmetic per second, two operations a multiply-add.</param>
/// <param name="PeakGigaFlops">What multiply-adds alone reach on one thread, at the same width and in the same minute.</param>
internal readonly record struct Measurement(int Batch, double MicrosecondsPerImage, double GigaFlops, double PeakGigaFlops);
