using LeNetGen.Weights;

namespace LeNetGen;

public abstract partial class Network
{
    /// <summary>Writes the parameters as a safetensors file; a file of that name is replaced only once the new one is whole.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LeNetGenException">The file cannot be written.</exception>
    public void Save(string path) => NetworkWeights.Save(this, path);

    /// <summary>Reads the parameters from a safetensors file; on an error they stay as they are.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LeNetGenException">The file cannot be read, is damaged, or holds another network's parameters.</exception>
    public void LoadParameters(string path) => NetworkWeights.LoadInto(this, path);
}
