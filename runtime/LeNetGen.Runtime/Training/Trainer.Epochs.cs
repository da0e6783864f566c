using LeNetGen.Arithmetic;
using LeNetGen.Data;
using LeNetGen.Data.Distortion;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <content>What depends on the epoch.</content>
public sealed partial class Trainer
{
    // A distorter for each thread, and the random numbers of the epoch.
    private readonly ImageDistorter[]? _distorters;
    private RandomStream? _distortions;

    /// <summary>How each epoch distorts the images, which must be raw then; null to take them as they are.</summary>
    public AffineDistortion? Distortion
    {
        get;
        init
        {
            field = value;
            _distorters = value is null ? null : [.. _workspaces.Select(_ => new ImageDistorter(value, _network.Definition.Input.RawShape))];
        }
    }

    /// <summary>Begins an epoch, which distortions depend on: without any, there is no need to call this.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public void BeginEpoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1);
        _distortions = AffineDistortion.StreamOf(_seed, epoch);
    }

    private void RequireEpoch(Dataset dataset)
    {
        if (_distorters is null)
            return;
        AffineDistortion.RequireRaw(dataset);
        if (_distortions is null)
            throw new InvalidOperationException("Distortions depend on the epoch: call BeginEpoch before the first step.");
    }

    private void TakeIn(BlockWorkspace workspace, int worker, ReadOnlySpan<int> indices)
    {
        if (_distorters is null)
            workspace.Pack(_dataset!, indices);
        else
            workspace.Pack(_distorters[worker].Distort(_distortions!.Value, _dataset!, indices));
    }
}
