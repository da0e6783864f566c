namespace LeNetGen.Data.Idx;

/// <summary>What an IDX file of a labelled set of images holds.</summary>
internal enum IdxKind
{
    /// <summary>[images, rows, columns] grey images.</summary>
    Images,

    /// <summary>[labels] the class of each image.</summary>
    Labels,
}

/// <summary>What distinguishes the kinds.</summary>
internal static class IdxKinds
{
    /// <summary>The number of dimensions.</summary>
    public static int Dimensions(this IdxKind kind) => kind == IdxKind.Images ? 3 : 1;

    /// <summary>What messages call the elements.</summary>
    public static string Plural(this IdxKind kind) => kind == IdxKind.Images ? "images" : "labels";
}
