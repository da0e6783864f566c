using LeNetGen.Build.Weights;
using Microsoft.Build.Framework;

namespace LeNetGen.Build;

/// <summary>
/// Turns a file of trained parameters into the text that the generator reads, which may open no file and is given only texts. What is
/// wrong with the file by itself is said here, as one build error; what does not fit the network, by the compiler at the declaration.
/// </summary>
public sealed class ConvertNetworkWeights : ITask
{
    /// <summary>The code of its errors.</summary>
    public const string ErrorCode = "LNG5001";

    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The safetensors files; their metadatum Network is the full name of the network's class.</summary>
    [Required]
    public ITaskItem[] Weights { get; set; } = [];

    /// <summary>The texts to write, one for each file.</summary>
    [Required]
    public ITaskItem[] Texts { get; set; } = [];

    /// <inheritdoc/>
    public bool Execute()
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
            catch (WeightsFileException error)
            {
                Report(path, error.Message);
                succeeded = false;
            }
        }

        return succeeded;
    }

    private void Report(string path, string message) => BuildEngine.LogErrorEvent(new BuildErrorEventArgs(
        subcategory: null,
        ErrorCode,
        file: path,
        lineNumber: 0,
        columnNumber: 0,
        endLineNumber: 0,
        endColumnNumber: 0,
        message,
        helpKeyword: null,
        senderName: nameof(ConvertNetworkWeights)));
}
