using LeNetGen.Tests.Reference;

namespace LeNetGen.Execution.Tests.Golden;

/// <summary>How far float arithmetic may be from a golden case, for each tensor.</summary>
/// <remarks>
/// The size of every error is derived (<see cref="FloatNoise"/>); what the network and ten steps make of the errors together is
/// simulated, because no formula tells it well: RMSprop and Adam divide each gradient element by its own size, so that an element as small
/// as its error moves its parameter by up to the learning rate in a direction that chance decides. The bound is four times the typical
/// deviation of some samples, that is four standard deviations.
/// </remarks>
internal sealed class GoldenBounds
{
    private const int Samples = 4;
    private const double StandardDeviations = 4;

    private readonly GoldenCase _golden;
    private readonly GoldenRun[] _samples;

    public GoldenBounds(GoldenCase golden, NetworkDefinition definition)
    {
        _golden = golden;
        _samples = [.. Enumerable.Range(1, Samples).AsParallel().Select(seed => GoldenRun.OfSimulatedFloats(golden, definition, seed))];
    }

    /// <summary>The bound of one tensor.</summary>
    public Deviation Of(string tensor) =>
        StandardDeviations * Deviation.Typical([.. _samples.Select(sample => Deviation.Of(sample.Tensors[tensor], Expected(tensor)))]);

    /// <summary>The names of the tensors of a run that exceed their bounds, with the figures.</summary>
    public IReadOnlyList<string> Exceeded(GoldenRun run)
    {
        List<string> exceeded = [];
        foreach ((string tensor, double[] values) in run.Tensors)
        {
            (Deviation actual, Deviation bound) = (Deviation.Of(values, Expected(tensor)), Of(tensor));
            if (!actual.IsWithin(bound))
                exceeded.Add($"{tensor}: {actual} exceeds {bound}");
        }

        return exceeded;
    }

    /// <summary>The golden tensor.</summary>
    public double[] Expected(string tensor) => Array.ConvertAll(_golden.Tensor(tensor), value => (double)value);
}
