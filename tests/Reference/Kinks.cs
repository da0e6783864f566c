using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>How close a pass comes to where the network has no derivative: a ReLU or LeakyReLU at 0, a max pooling of two equals.</summary>
internal static class Kinks
{
    public static double Distance(NetworkDefinition network, ForwardPass<double> pass)
    {
        double distance = double.PositiveInfinity;
        for (int i = 0; i < network.Layers.Length; i++)
        {
            LayerDefinition layer = network.Layers[i];
            double[] input = pass.InputsOf(i)[0];
            if (layer.Activation is Activation.ReLU or Activation.LeakyReLU)
                distance = Math.Min(distance, pass.PreActivations[i].Min(Math.Abs));
            if (layer is MaxPooling2DDefinition pooling)
                distance = Math.Min(distance, Windows(pooling).Min(window => Gap([.. window.Select(index => input[index])])));
        }

        return distance;
    }

    // Zeros are what a ReLU or a dropout has made, and stay what they are (a ReLU's own distance counts): they do not tie.
    private static double Gap(double[] window)
    {
        double[] sorted = [.. window.OrderDescending()];
        double[] below = sorted[0] == 0 ? [.. sorted.Where(value => value != 0)] : sorted[1..];
        return below.Length == 0 ? double.PositiveInfinity : sorted[0] - below[0];
    }

    private static IEnumerable<IEnumerable<int>> Windows(MaxPooling2DDefinition pooling) =>
        from channel in Enumerable.Range(0, pooling.Output.Channels)
        from row in Enumerable.Range(0, pooling.Output.Height)
        from column in Enumerable.Range(0, pooling.Output.Width)
        select
            from poolRow in Enumerable.Range(0, pooling.PoolHeight)
            let inputRow = row * pooling.StrideHeight - pooling.PadTop + poolRow
            where inputRow >= 0 && inputRow < pooling.Input.Height
            from poolColumn in Enumerable.Range(0, pooling.PoolWidth)
            let inputColumn = column * pooling.StrideWidth - pooling.PadLeft + poolColumn
            where inputColumn >= 0 && inputColumn < pooling.Input.Width
            select (channel * pooling.Input.Height + inputRow) * pooling.Input.Width + inputColumn;
}
