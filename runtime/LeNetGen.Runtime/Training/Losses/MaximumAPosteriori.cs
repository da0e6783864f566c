using System.Numerics;
using LeNetGen.Arithmetic;

namespace LeNetGen.Training;

/// <summary>
/// The maximum a posteriori criterion for penalties, such as those of radial basis functions (LeCun, Bottou, Bengio, Haffner,
/// "Gradient-based learning applied to document recognition", 1998, equation 9): with penalties <c>y</c>, the image's label <c>l</c> and a
/// constant <c>j</c>, the loss is <c>y[l] + log(e^-j + sum of e^-y[k])</c>. It pulls down the penalty of the label and pushes up those of
/// the other classes that are not above <c>j</c> yet.
/// </summary>
public sealed class MaximumAPosteriori : Loss
{
    /// <summary>
    /// The constant where none is given: well above the penalty that a trained network gives the label, about 1, and well below the squared
    /// distance of LeNet-5's two closest codes, 52. Trained on 50,000 of MNIST's images, LeNet-5 of 1998 errs on 1.31, 1.19, 1.16, 1.18 and
    /// 1.55 % of the other 10,000 with 1, 3, 10, 20 and 40.
    /// </summary>
    public const double DefaultJ = 10;

    /// <summary>The criterion.</summary>
    /// <param name="j">The penalty of the class that is none of them, above 0: what lies well above it is not pushed further.</param>
    /// <exception cref="ArgumentOutOfRangeException">The constant is not above 0, or no finite float.</exception>
    public MaximumAPosteriori(double j = DefaultJ)
    {
        Hyperparameter.Require(j > 0 && float.IsFinite((float)j), j, "constant j", "a number above 0", nameof(j));
        J = j;
    }

    /// <summary>The penalty of the class that is none of them.</summary>
    public double J { get; }

    /// <inheritdoc/>
    public override string Name => "maximum a posteriori";

    /// <inheritdoc/>
    public override bool UsesTargets => false;

    /// <inheritdoc/>
    internal override void RequireOutputs(NetworkDefinition network)
    {
        if (!network.OutputsArePenalties)
        {
            throw new LeNetGenException(
                $"{nameof(MaximumAPosteriori)} needs penalties, but the last layer of network '{network.Name}', '{network.Layers[^1].Name}', "
                + $"is of kind {network.Layers[^1].Kind}; end it in [Rbf] or use SparseCategoricalCrossEntropy.");
        }
    }

    /// <inheritdoc/>
    internal override void Compute(in LossBlock block)
    {
        var none = new Vector<float>((float)J);
        for (int lane = 0; lane < block.Losses.Length; lane += Vector<float>.Count)
            Compute(block, lane, none);
        block.ClearAbsentLanes();
    }

    private static void Compute(in LossBlock block, int lane, Vector<float> none)
    {
        Vector<float> smallest = none;
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> penalty = block.Output(k, lane);
            smallest = Vector.ConditionalSelect(Vector.LessThan(penalty, smallest), penalty, smallest);
        }

        Vector<float> labelDistance = smallest - block.LabelOutput(lane);
        Vector<float> sum = Elementary.Exp(smallest - none);
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> exponential = Elementary.Exp(smallest - block.Output(k, lane));
            exponential.CopyTo(block.GradientAt(k, lane));
            sum += exponential;
        }

        Vector<int> label = block.Label(lane);
        var share = new Vector<float>((float)(1.0 / block.BatchSize));
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<int> isLabel = Vector.Equals(label, new Vector<int>(k));
            Vector<float> target = Vector.ConditionalSelect(isLabel, Vector<float>.One, Vector<float>.Zero);
            ((target - block.Written(k, lane) / sum) * share).CopyTo(block.GradientAt(k, lane));
        }

        block.SetLosses(lane, Elementary.Log(sum) - labelDistance);
    }
}
