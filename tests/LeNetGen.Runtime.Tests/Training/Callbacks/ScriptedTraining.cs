using LeNetGen.Data;
using LeNetGen.Tests.Execution;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training.Callbacks;

/// <summary>
/// A training whose figures are chosen: no step changes anything, and before each epoch the bias of the right class is set, which alone
/// decides about loss and accuracy. The greater it is, the better; an accuracy is 1 if it is above 0.
/// </summary>
internal sealed class ScriptedTraining : Callback
{
    private readonly float[] _biases;

    public ScriptedTraining(params float[] biases)
    {
        _biases = biases;
        Network = LinearNetwork.Create(new Shape(1, 2, 2), classes: 2);
        Network.Parameters.Clear();
        byte[] labels = [.. Enumerable.Repeat((byte)1, 16)];
        Data = Dataset.FromBytes("scripted", new Shape(1, 2, 2), new byte[16 * 4], labels, ["wrong", "right"]);
    }

    public LinearNetwork Network { get; }

    public Dataset Data { get; }

    /// <summary>The bias that the network has now.</summary>
    public float Bias => Network.Parameters[^1];

    public override void OnEpochBegin(TrainingContext context) => context.Network.Parameters[^1] = _biases[context.Epoch - 1];

    /// <summary>Trains as many epochs as there are biases.</summary>
    public History Fit(params Callback[] callbacks) => Fit(validationSplit: 0.5, callbacks);

    public History Fit(double validationSplit, Callback[] callbacks, CancellationToken cancellation = default) => Network.Fit(
        Data, new Sgd(0), new SparseCategoricalCrossEntropy(),
        new FitOptions
        {
            Epochs = _biases.Length,
            BatchSize = 4,
            ValidationSplit = validationSplit,
            Threads = 1,
            Callbacks = [this, .. callbacks],
        },
        cancellation);
}
