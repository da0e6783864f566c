using System.Numerics;
using System.Runtime.InteropServices;
using LeNetGen.Arithmetic;

namespace LeNetGen.Training;

/// <summary>
/// The clipping of docs/arithmetic.md, section 8, in the three parts of a step: the squares, piece by piece; the scales; the gradient,
/// range by range. Threads share the first and the last, and change nothing.
/// </summary>
internal sealed class GradientClipping
{
    private readonly double _limit;
    private readonly bool _isGlobal;
    private readonly Range[] _tensors;
    private readonly float[] _scales;
    private readonly (int Tensor, Range Elements)[] _pieces;
    private readonly double[] _pieceSums;

    private GradientClipping(double limit, bool isGlobal, NetworkDefinition network)
    {
        (_limit, _isGlobal) = (limit, isGlobal);
        _tensors = [.. network.Parameters.Select(tensor => tensor.Offset..(tensor.Offset + tensor.Length))];
        _scales = new float[_tensors.Length];
        _pieces = [.. _tensors.SelectMany((tensor, index) => PiecesOf(tensor).Select(piece => (index, piece)))];
        _pieceSums = new double[_pieces.Length];
    }

    /// <summary>The pieces that the tensors are cut into.</summary>
    public int PieceCount => _pieces.Length;

    /// <summary>How an optimizer clips the gradient of a network, or null where it does not.</summary>
    public static GradientClipping? Of(Optimizer optimizer, NetworkDefinition network)
    {
        double? limit = optimizer.ClipNorm ?? optimizer.GlobalClipNorm;
        return limit is { } norm ? new GradientClipping(norm, optimizer.GlobalClipNorm is not null, network) : null;
    }

    /// <summary>Sums the squares of one piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="gradient">[parameters] the gradient.</param>
    public void SumPiece(int piece, ReadOnlySpan<float> gradient) =>
        _pieceSums[piece] = SumOfSquares.OfPiece(gradient[_pieces[piece].Elements]);

    /// <summary>Finds by how much each tensor is scaled, once all pieces are summed.</summary>
    public void FindScales()
    {
        double total = 0;
        for (int tensor = 0, piece = 0; tensor < _tensors.Length; tensor++)
        {
            double sum = 0;
            for (; piece < _pieces.Length && _pieces[piece].Tensor == tensor; piece++)
                sum += _pieceSums[piece];
            _scales[tensor] = ScaleOf(sum);
            total += sum;
        }

        if (_isGlobal)
            Array.Fill(_scales, ScaleOf(total));
    }

    /// <summary>Scales a part of the gradient.</summary>
    /// <param name="start">The part's first element.</param>
    /// <param name="part">The part; changed.</param>
    public void Scale(int start, Span<float> part)
    {
        for (int tensor = 0; tensor < _tensors.Length; tensor++)
        {
            int first = Math.Max(_tensors[tensor].Start.Value - start, 0);
            int end = Math.Min(_tensors[tensor].End.Value - start, part.Length);
            if (first < end && _scales[tensor] != 1)
                Multiply(part[first..end], _scales[tensor]);
        }
    }

    private float ScaleOf(double squares)
    {
        double norm = Math.Sqrt(squares);
        return norm > _limit ? (float)(_limit / norm) : 1;
    }

    private static IEnumerable<Range> PiecesOf(Range tensor)
    {
        for (int start = tensor.Start.Value; start < tensor.End.Value; start += SumOfSquares.PieceLength)
            yield return start..Math.Min(start + SumOfSquares.PieceLength, tensor.End.Value);
    }

    private static void Multiply(Span<float> values, float factor)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var factors = new Vector<float>(factor);
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] *= factors;
        foreach (ref float value in values[(vectors.Length * Vector<float>.Count)..])
            value *= factor;
    }
}
