using LeNetGen.Data;

namespace LeNetGen.Runtime.Tests.Data;

public sealed class TargetTests
{
    private static readonly string[] Classes = ["left", "middle", "right"];
    private static readonly Shape Shape = new(1, 1, 2);

    [Fact]
    public void WithTargets_AnyLength_KeepsImagesAndLabels()
    {
        Dataset plain = Points();
        Dataset dataset = plain.WithTargets([1, 2, 3, 4, 5, -6]);

        Assert.False(plain.HasTargets);
        Assert.Equal(0, plain.TargetLength);
        Assert.Throws<InvalidOperationException>(() => plain.Target(0).Length);
        Assert.True(dataset.HasTargets);
        Assert.Equal(2, dataset.TargetLength);
        Assert.Equal<float>([5, -6], dataset.Target(2).ToArray());
        Assert.Equal<byte>([3, 4], dataset.RawImage(1).ToArray());
        Assert.Equal([0, 2, 1], Enumerable.Range(0, 3).Select(dataset.Label));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Target(3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Target(-1).Length);
    }

    [Fact]
    public void ToCategorical_Labels_AreOneHot()
    {
        Dataset dataset = Points().ToCategorical();

        Assert.Equal(3, dataset.TargetLength);
        Assert.Equal<float>([1, 0, 0], dataset.Target(0).ToArray());
        Assert.Equal<float>([0, 0, 1], dataset.Target(1).ToArray());
        Assert.Equal<float>([0, 1, 0], dataset.Target(2).ToArray());
        Assert.Equal<float>([0, 0, 1, 0, 0], Points().ToCategorical(5).Target(1).ToArray());
    }

    [Fact]
    public void Slice_OfASlice_HasItsTargets()
    {
        float[] targets = [1, 2, 3, 4, 5, 6];
        Dataset slice = Points().WithTargets(targets).Slice(1, 2).Slice(1, 1);
        targets[4] = 9;
        Assert.Equal<float>([9, 6], slice.Target(0).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => slice.Target(1).Length);
        Assert.True(slice.Slice(0, 0).HasTargets);
    }

    [Fact]
    public void FromBytes_TargetsAlone_LabelsAreTheirLargest()
    {
        Dataset dataset = Dataset.FromBytes("soft", Shape, [1, 2, 3, 4], [0.2f, 0.5f, 0.3f, 0.4f, 0.2f, 0.4f], Classes);

        Assert.Equal((2, 3, true), (dataset.Count, dataset.TargetLength, dataset.IsRaw));
        Assert.Equal([1, 0], Enumerable.Range(0, 2).Select(dataset.Label));
        Assert.Same(Classes, dataset.ClassNames);
        Assert.Equal(["0", "1", "2"], Dataset.FromBytes("soft", Shape, [1, 2], [1f, 0, 0]).ClassNames);
    }

    [Fact]
    public void FromFloats_ThousandTargets_HasLabelsBeyondAByte()
    {
        float[] targets = new float[1000];
        targets[700] = 1;
        Dataset dataset = Dataset.FromFloats("wide", Shape, [0.5f, 0.25f], targets);

        Assert.Equal(700, dataset.Label(0));
        Assert.Equal(700, dataset.ToCategorical().Slice(0, 1).Label(0));
        Assert.Equal<float>([0.5f, 0.25f], dataset.FloatImage(0).ToArray());
    }

    [Fact]
    public void Targets_OfWrongShapeOrValue_AreRefusedInASentence()
    {
        AssertSentence(
            "'points' has 3 images, among which 4 target elements cannot be divided evenly.", () => Points().WithTargets(new float[4]));
        AssertSentence(
            "'points' has 3 images, among which 0 target elements cannot be divided evenly.", () => Points().WithTargets([]));
        AssertSentence(
            "'points' has 0 images, among which 2 target elements cannot be divided evenly.",
            () => Points().Slice(0, 0).WithTargets(new float[2]));
        AssertSentence(
            "Element 1 of target 2 of 'points' is NaN; targets are finite numbers.",
            () => Points().WithTargets([1, 0, 0, 1, 0, float.NaN]));
        AssertSentence(
            "Element 0 of target 1 of 'points' is -Infinity; targets are finite numbers.",
            () => Points().WithTargets([1, float.NegativeInfinity, 0]));
        AssertSentence(
            "Label 1 of 'points' is 2, which one-hot targets of 2 elements cannot show.", () => Points().ToCategorical(2));
        AssertSentence(
            "'soft' has 3 pixels, which are no whole number of images of 1@1x2.",
            () => Dataset.FromBytes("soft", Shape, new byte[3], new float[3]));
        AssertSentence(
            "The targets of 'soft' have 2 elements, but 3 classes are named.",
            () => Dataset.FromFloats("soft", Shape, new float[2], new float[2], Classes));
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => Points().ToCategorical(0));
    }

    private static void AssertSentence(string sentence, Func<object> create) =>
        Assert.Equal(sentence, Assert.Throws<LeNetGenException>(create).Message);

    private static Dataset Points() => Dataset.FromBytes("points", Shape, [1, 2, 3, 4, 5, 6], new byte[] { 0, 2, 1 }, Classes);
}
