using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>
/// LeNet-5 as it was: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", Proceedings of the
/// IEEE 86(11), 1998, section II-B. docs/lenet5-1998.md goes through it layer by layer.
/// </summary>
[Network(1, 32, 32, KernelInitializer = Initializer.LeCun98Uniform, BiasInitializer = Initializer.LeCun98Uniform)]
[Input(Pad = 2, Scale = 1.275f / 255f, Offset = -0.1f)]
[Conv2D(6, 5, Name = "C1", Activation = Activation.ScaledTanh)]
[Subsampling2D(2, Name = "S2", Activation = Activation.ScaledTanh)]
[Conv2D(16, 5, Name = "C3", Activation = Activation.ScaledTanh, Connections =
[
    "X...XXX..XXXX.XX",
    "XX...XXX..XXXX.X",
    "XXX...XXX..X.XXX",
    ".XXX..XXXX..X.XX",
    "..XXX..XXXX.XX.X",
    "...XXX..XXXX.XXX",
])]
[Subsampling2D(2, Name = "S4", Activation = Activation.ScaledTanh)]
[Conv2D(120, 5, Name = "C5", Activation = Activation.ScaledTanh)]
[Flatten]
[Dense(84, Name = "F6", Activation = Activation.ScaledTanh)]
[Rbf(
    DigitCodes.Zero, DigitCodes.One, DigitCodes.Two, DigitCodes.Three, DigitCodes.Four,
    DigitCodes.Five, DigitCodes.Six, DigitCodes.Seven, DigitCodes.Eight, DigitCodes.Nine, Name = "Output")]
public sealed partial class LeNet5Of1998
{
    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "lenet5-1998",
        Title = "LeNet-5 of 1998, exactly",
        Create = seed => new LeNet5Of1998(seed),
        Load = Load,
        Dataset = DatasetChoice.Mnist,
        Optimizer = OptimizerChoice.Sdlm,
        LearningRate = 1e-4,
        Schedule = ScheduleChoice.Cosine,
        Loss = LossChoice.MaximumAPosteriori,
        Epochs = 20,
        BatchSize = 8,
    };
}
