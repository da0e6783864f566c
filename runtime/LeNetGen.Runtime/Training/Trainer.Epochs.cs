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

    private readonly CurvatureEstimator? _curvature;
    private bool _epochHasBegun;

    /// <summary>How each epoch distorts the images, which must be raw then; null to take them as they are.</summary>
    public AffineDistortion? Distortion
    {
        get;
        init
        {
            field = value;
            Shape shape = _network.Definition.Input.RawShape;
            _distorters = value is null ? null : [.. _workspaces.Select(_ => new ImageDistorter(value, shape))];
        }
    }

    /// <summary>
    /// Begins an epoch. There is no need to call this but for what depends on epochs: distortions, and an optimizer that estimates the
    /// curvature of the loss, which it does now.
    /// </summary>
    /// <param name="dataset">The dataset that the epoch's steps will take images of.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <exception cref="LeNetGenException">
    /// The dataset has no images, or not what the network reads, or they cannot be distorted, or a label is none of the network's outputs,
    /// or the loss cannot work with the targets.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The epoch is below 1.</exception>
    public void BeginEpoch(Dataset dataset, int epoch)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1);
        if (_distorters is not null)
            AffineDistortion.RequireRaw(dataset);
        _distortions = AffineDistortion.StreamOf(_seed, epoch);
        if (_curvature is not null)
            EstimateCurvature(_curvature, dataset, epoch);
        _epochHasBegun = true;
    }

    private void EstimateCurvature(CurvatureEstimator curvature, Dataset dataset, int epoch)
    {
        DatasetFit.Require(_network.Definition, dataset, _loss);
        _optimizer.TakeCurvature(curvature.Estimate(dataset, _seed, epoch, (index, worker) => ImageOf(dataset, index, worker)));
    }

    private void RequireEpoch(Dataset dataset)
    {
        if (_distorters is not null)
            AffineDistortion.RequireRaw(dataset);
        if (!_epochHasBegun && (_distorters is not null || _curvature is not null))
        {
            string what = _distorters is not null ? "Distortions depend" : "The curvature of the loss depends";
            throw new InvalidOperationException($"{what} on the epoch: call BeginEpoch before the first step.");
        }
    }

    private void TakeIn(BlockWorkspace workspace, int worker, ReadOnlySpan<int> indices)
    {
        if (_distorters is null)
            workspace.Pack(_dataset!, indices);
        else
            workspace.Pack(_distorters[worker].Distort(_distortions!.Value, _dataset!, indices));
    }

    private float[] ImageOf(Dataset dataset, int index, int worker)
    {
        if (!dataset.IsRaw)
            return dataset.FloatImage(index).ToArray();
        ReadOnlySpan<byte> raw = _distorters is null
            ? dataset.RawImage(index)
            : _distorters[worker].Distort(_distortions!.Value, dataset, [index]);
        float[] image = new float[_network.Packing.InputLength];
        _network.Packing.Convert(raw, image);
        return image;
    }
}
