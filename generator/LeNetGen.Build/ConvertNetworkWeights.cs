using LeNetGen.Build.Weights;
using Microsoft.Build.Framework;

namespace LeNetGen.Build;

/// <summary>
/// Turns a file of trained parameters into the text that the generator reads, which may open no file and is given only texts. What is
/// wrong with the file by itself is said here, as one build error; what does not fit the network, by the compiler at the declaration.
/// </summary>
public sealed class ConvertNetworkWeights : NetworkTask
{
    /// <summary>The safetensors files; their metadatum Network is the full name of the network's class.</summary>
    [Required]
    public ITaskItem[] Weights { get; set; } = [];

    /// <summary>The texts to write, one for each file.</summary>
    [Required]
    public ITaskItem[] Texts { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        bool succeeded = true;
        for (int i = 0; i < Weights.Length; i++)
        {
            // As the project file says it: messages name the file in the user's own words.
            string path = Weights[i].ItemSpec;
            try
            {
                WeightsText.Write(Texts[i].ItemSpec, WeightsFile.Read(path));
            }
            catch (BuildFileException error)
            {
                Report(BuildMessage.WeightsFile, path, error.Message);
                succeeded = false;
            }
        }

        return succeeded;
    }
}
