using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

/// <summary>Steps of one parameter against PyTorch 1.13, which computed in float64, and against Keras' formulas.</summary>
/// <remarks>
/// PyTorch's numbers are those of this Python, with epsilons so large that their places show:
/// <code>
/// def run(gradients, make, factor=1):
///     p = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
///     o = make([p])
///     s = torch.optim.lr_scheduler.StepLR(o, 1, factor)
///     for g in gradients: p.grad = torch.tensor([g], dtype=torch.float64); o.step(); s.step()
///     print(p.item())
/// two, three = (0.5, -0.25), (0.5, -0.25, 1.5)
/// run(two, lambda p: torch.optim.SGD(p, lr=0.1))
/// run(two, lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9))
/// run(two, lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True))
/// run(three, lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9), factor=0.5)
/// run(three, lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True), factor=0.5)
/// run(two, lambda p: torch.optim.RMSprop(p, lr=0.1, alpha=0.9, eps=0.1))
/// run(two, lambda p: torch.optim.Adam(p, lr=0.1, eps=0.1))
/// run(two, lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.5, eps=0.1))
/// run(three, lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.5, eps=0.1), factor=0.5)
/// </code>
/// A step here rounds a parameter near 1 a few times, each by at most 6e-8; the tolerance is ten of them.
/// </remarks>
public sealed class FrameworkOptimizerTests
{
    private const double Tolerance = 6e-7;
    private const EpsilonPlacement PyTorch = EpsilonPlacement.PyTorch;
    private static readonly float[] Two = [0.5f, -0.25f];
    private static readonly float[] Three = [0.5f, -0.25f, 1.5f];
    private static readonly LearningRateSchedule Halving = new StepDecay(0.1, everySteps: 1, factor: 0.5);

    [Fact]
    public void Sgd_AnyMomentum_GivesPyTorchsParameter()
    {
        AssertParameter(0.975, new Sgd(0.1), Two);
        AssertParameter(0.93, new Sgd(0.1, 0.9), Two);
        AssertParameter(0.912, new Sgd(0.1, 0.9, nesterov: true), Two);
    }

    // Keras' bookkeeping would give another: 0.85075 with momentum.
    [Fact]
    public void Sgd_MomentumAndFallingRate_GivesPyTorchsParameter()
    {
        AssertParameter(0.898, new Sgd(Halving, 0.9), Three);
        AssertParameter(0.8332, new Sgd(Halving, 0.9, nesterov: true), Three);
    }

    [Fact]
    public void RmsProp_PyTorchsPlacement_GivesPyTorchsParameter() =>
        AssertParameter(0.8990313894, new RmsProp(0.1, 0.9, epsilon: 0.1, PyTorch), Two);

    [Fact]
    public void Adam_PyTorchsPlacement_GivesPyTorchsParameter() =>
        AssertParameter(0.8954110602, new Adam(0.1, epsilon: 0.1, placement: PyTorch), Two);

    [Fact]
    public void AdamW_PyTorchsPlacement_GivesPyTorchsParameter()
    {
        AssertParameter(0.8020777269, new AdamW(0.1, weightDecay: 0.5, epsilon: 0.1, placement: PyTorch), Two);
        AssertParameter(0.8088160802, new AdamW(Halving, weightDecay: 0.5, epsilon: 0.1, placement: PyTorch), Three);
    }

    // Keras 3, rmsprop.py: velocity = rho * v + (1 - rho) * g^2, and lr * g / sqrt(velocity + epsilon).
    [Fact]
    public void RmsProp_KerasPlacement_FollowsKerasFormula()
    {
        double v1 = 0.1 * 0.5 * 0.5, v2 = 0.9 * v1 + 0.1 * 0.25 * 0.25;
        double expected = 1 - 0.1 * 0.5 / Math.Sqrt(v1 + 0.1) + 0.1 * 0.25 / Math.Sqrt(v2 + 0.1);
        AssertParameter(expected, new RmsProp(0.1, 0.9, epsilon: 0.1), Two);
    }

    // Keras 3, adam.py: alpha = lr * sqrt(1 - beta2^t) / (1 - beta1^t), and m * alpha / (sqrt(v) + epsilon); optimizer.py: before that,
    // variable - variable * weight_decay * lr.
    [Fact]
    public void AdamW_KerasPlacement_FollowsKerasFormula()
    {
        double m1 = 0.1 * 0.5, v1 = 0.001 * 0.5 * 0.5, m2 = 0.9 * m1 - 0.1 * 0.25, v2 = 0.999 * v1 + 0.001 * 0.25 * 0.25;
        double first = 1 - 0.1 * 0.5 - m1 * (0.1 * Math.Sqrt(0.001) / 0.1) / (Math.Sqrt(v1) + 0.1);
        double alpha = 0.1 * Math.Sqrt(1 - 0.999 * 0.999) / (1 - 0.9 * 0.9);
        double expected = first - first * 0.5 * 0.1 - m2 * alpha / (Math.Sqrt(v2) + 0.1);
        AssertParameter(expected, new AdamW(0.1, weightDecay: 0.5, epsilon: 0.1), Two);
    }

    private static void AssertParameter(double expected, Optimizer optimizer, float[] gradients)
    {
        OptimizerRun run = optimizer.Start(1);
        Span<Vector<float>> parameters = new Vector<float>[1], gradient = new Vector<float>[1];
        parameters[0] = Vector<float>.One;
        foreach (float g in gradients)
        {
            gradient[0] = new Vector<float>(g);
            run.BeginStep();
            run.Update(0, gradient, parameters);
        }

        Assert.Equal(expected, parameters[0][0], Tolerance);
    }
}
