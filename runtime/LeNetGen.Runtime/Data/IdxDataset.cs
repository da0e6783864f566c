using LeNetGen.Data.Idx;

namespace LeNetGen.Data;

/// <summary>Reads labelled grey images from a pair of IDX files, the format of MNIST; plain or compressed with gzip.</summary>
public static class IdxDataset
{
    /// <summary>Reads a set.</summary>
    /// <param name="name">What the set is called in reports.</param>
    /// <param name="imagesPath">The IDX file of the images: [count, rows, columns] bytes.</param>
    /// <param name="labelsPath">The IDX file of the labels: [count] bytes.</param>
    /// <param name="classNames">What each label stands for.</param>
    /// <exception cref="LeNetGenException">A file is missing or unsound, or the two do not belong together.</exception>
    public static Dataset Load(string name, string imagesPath, string labelsPath, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        IdxContent labels = IdxReader.Read(labelsPath, IdxKind.Labels);
        IdxContent images = IdxReader.Read(imagesPath, IdxKind.Images);
        if (images.Sizes[0] != labels.Sizes[0])
            throw new LeNetGenException($"'{imagesPath}' has {images.Sizes[0]} images, but '{labelsPath}' has {labels.Sizes[0]} labels.");
        for (int index = 0; index < labels.Bytes.Length; index++)
        {
            if (labels.Bytes[index] >= classNames.Count)
            {
                throw new LeNetGenException(
                    $"Label {index} in '{labelsPath}' is {labels.Bytes[index]}, "
                    + $"but {name} has {classNames.Count} classes, counted from 0.");
            }
        }

        return Dataset.FromBytes(name, new Shape(1, images.Sizes[1], images.Sizes[2]), images.Bytes, labels.Bytes, classNames);
    }
}
