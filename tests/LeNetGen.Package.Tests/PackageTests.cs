using System.IO.Compression;
using System.Xml.Linq;
using LeNetGen.Package.Tests.Processes;
using LeNetGen.Runtime.Tests.Data;

namespace LeNetGen.Package.Tests;

/// <summary>What is in the package, and that a project needs nothing else.</summary>
public sealed class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Declaration = """
        using LeNetGen;

        namespace Shop;

        /// <summary>Reads digits.</summary>
        [Network(1, 28, 28)]
        [Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Dropout(0.1)]
        [Flatten]
        [Dense(32, Activation = Activation.Tanh)]
        [Dense(10, Activation = Activation.Softmax)]
        public sealed partial class Digits;
        """;

    /// <summary>Prints the bits of predictions, as either mode compiles it.</summary>
    private const string Answers = """
        using System;
        using LeNetGen.Data;

        internal static class Answers
        {
            public delegate void Predict(ReadOnlySpan<byte> image, Span<float> output);

            public static void Print(Predict predict)
            {
                Dataset digits = SyntheticDigits.Generate(1, 50, seed: 7).Test;
                Span<float> output = stackalloc float[Shop.Digits.OutputLength];
                for (int image = 0; image < digits.Count; image++)
                {
                    predict(digits.RawImage(image), output);
                    foreach (float value in output)
                        Console.Write(BitConverter.SingleToUInt32Bits(value).ToString("X8"));
                    Console.WriteLine();
                }
            }
        }
        """;

    [Fact]
    public void Package_Files_LieWhereTheyAreLookedFor()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"LeNetGen.{PackedPackage.Version}.nupkg"));
        Assert.Equal(
            [
                "LeNetGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/LeNetGen.CodeFixes.dll",
                "analyzers/dotnet/cs/LeNetGen.Generator.dll",
                "build/LeNetGen.h",
                "build/LeNetGen.props",
                "build/LeNetGen.targets",
                "buildTransitive/LeNetGen.h",
                "buildTransitive/LeNetGen.props",
                "buildTransitive/LeNetGen.targets",
                "lib/net10.0/LeNetGen.Runtime.dll",
                "lib/net10.0/LeNetGen.Runtime.xml",
                "lib/net9.0/LeNetGen.Runtime.dll",
                "lib/net9.0/LeNetGen.Runtime.xml",
                "tools/netstandard2.0/LeNetGen.Build.dll",
            ],
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal)
                    && !name.StartsWith("[Content", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        using Stream manifest = archive.GetEntry("LeNetGen.nuspec")!.Open();
        XElement[] elements = [.. XDocument.Load(manifest).Descendants()];
        Assert.Equal("LeNetGen", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.DoesNotContain(elements, element => element.Name.LocalName == "dependency");

        string Value(string name) => elements.Single(element => element.Name.LocalName == name).Value;
    }

    [Fact]
    public void Symbols_ArePackedBeside()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"LeNetGen.{PackedPackage.Version}.snupkg"));
        Assert.Contains(archive.Entries, entry => entry.FullName == "lib/net10.0/LeNetGen.Runtime.pdb");
        Assert.Contains(archive.Entries, entry => entry.FullName == "lib/net9.0/LeNetGen.Runtime.pdb");
    }

    [Fact]
    public void Package_PackedAgain_IsTheSame()
    {
        using var again = new TemporaryFolder();
        PackedPackage.Pack(again.Path);
        foreach (string file in Directory.GetFiles(package.Feed))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(again.Path, Path.GetFileName(file))));
    }

    [SkippableFact]
    public void EmptyFolder_NothingButThePackage_DeclaresTrainsEmbedsAndShips()
    {
        // One declaration file, two projects.
        package.Write("shared/Digits.cs", Declaration);
        package.Write("shared/Answers.cs", Answers);
        package.Write("trainer/Trainer.csproj", ProjectOf("<TargetFrameworks>net9.0;net10.0</TargetFrameworks>", ""));
        package.Write("trainer/Program.cs", """
            using LeNetGen.Data;
            using LeNetGen.Training;

            Shop.Digits network = new(seed: 1);
            network.Fit(SyntheticDigits.Generate(600, 1, seed: 3).Training, new Adam(), new SparseCategoricalCrossEntropy(), new FitOptions { Epochs = 2 });
            network.Save(args[0]);
            Answers.Print(network.Predict);
            """);
        package.Dotnet("trainer", "build", "-c", "Release").Succeeded();
        package.Write("shipped/keep", "");
        string answers = package.Dotnet(
            "trainer", "run", "-c", "Release", "--no-build", "-f", "net10.0", "--", package.PathOf("shipped", "model.safetensors"))
            .Succeeded().Output;
        Assert.Equal(50, answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        package.Write("shipped/Shipped.csproj", ProjectOf(
            "<TargetFramework>net9.0</TargetFramework><RollForward>Major</RollForward><LeNetGenMode>Inference</LeNetGenMode>"
                + "<LeNetGenMemoryReport>true</LeNetGenMemoryReport>",
            "<NetworkWeights Include=\"model.safetensors\" Network=\"Shop.Digits\" />"));
        package.Write("shipped/Program.cs", "Answers.Print(Shop.Digits.Predict);");
        Assert.Equal(answers, package.Dotnet("shipped", "run", "-c", "Release").Succeeded().Output);

        string report = package.PathOf("shipped", "bin", "Release", "net9.0", "Shop.Digits.memory.md");
        Assert.StartsWith("# Memory of `Shop.Digits`\n", File.ReadAllText(report), StringComparison.Ordinal);
        Assert.Matches(@"\n\| `Dense_1` +\| dense, tanh +\| 1176 +\| 32 +\| +37,664 \| ", File.ReadAllText(report));

        // Nothing has changed: nothing is done. Other weights: another program.
        string text = package.PathOf("shipped", "obj", "Release", "net9.0", "LeNetGen", "Shop.Digits.weights.txt");
        DateTime written = File.GetLastWriteTimeUtc(text);
        package.Dotnet("shipped", "build", "-c", "Release", "--no-restore").Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(text));
        byte[] weights = File.ReadAllBytes(package.PathOf("shipped", "model.safetensors"));
        byte[] others = [.. weights];
        others[^1] ^= 0x80;
        File.WriteAllBytes(package.PathOf("shipped", "model.safetensors"), others);
        Assert.NotEqual(answers, package.Dotnet("shipped", "run", "-c", "Release", "--no-restore").Succeeded().Output);

        // A file that is not sound is an error, and the text stays as it was.
        written = File.GetLastWriteTimeUtc(text);
        File.WriteAllBytes(package.PathOf("shipped", "model.safetensors"), weights[..^1]);
        Command broken = package.Dotnet("shipped", "build", "-c", "Release", "--no-restore");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains("model.safetensors : error LNG5001: Tensor '", broken.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(text));

        File.WriteAllBytes(package.PathOf("shipped", "model.safetensors"), weights);
        NativeToolchain.Require();
        package.Dotnet(
            "shipped", "publish", "-c", "Release", "-p:PublishAot=true", "-p:InvariantGlobalization=true", "--use-current-runtime", "-o", "../native")
            .Succeeded();
        Assert.Equal(answers, Command.Run(package.PathOf("native", "Shipped")).Succeeded().Output);
    }

    [Theory]
    [InlineData("<LeNetGenMode>Infer</LeNetGenMode>", "", "error LNG5002: The property LeNetGenMode is 'Infer'; it takes Training or Inference.")]
    [InlineData("<LeNetGenMemoryReport>yes</LeNetGenMemoryReport>", "", "error LNG5006: The property LeNetGenMemoryReport is 'yes'; it takes true or false.")]
    [InlineData("", "<NetworkWeights Include=\"a.safetensors\" />", "error LNG5003: The item NetworkWeights 'a.safetensors' names no network; add Network=\"Full.Name.Of.The.Class\".")]
    [InlineData("", "<NetworkWeights Include=\"a.safetensors\" Network=\"../Digits\" />", "error LNG5003: The item NetworkWeights 'a.safetensors' names the network '../Digits', which is not the full name of a class.")]
    [InlineData("", "<NetworkWeights Include=\"a.safetensors\" Network=\"Shop.Digits\" />", "error LNG5001: There is no weights file 'a.safetensors'.")]
    public void Project_WrongSetting_IsOneError(string property, string item, string error)
    {
        package.Write("shared/Digits.cs", Declaration);
        package.Write("shared/Answers.cs", Answers);
        package.Write("wrong/Wrong.csproj", ProjectOf($"<TargetFramework>net10.0</TargetFramework>{property}", item));
        package.Write("wrong/Program.cs", "System.Console.WriteLine();");
        Command build = package.Dotnet("wrong", "build", "-c", "Release", "-v", "q");
        Assert.NotEqual(0, build.ExitCode);
        string[] errors = [.. build.Output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct()];
        Assert.Contains(error, errors[0], StringComparison.Ordinal);
        Assert.All(errors, line => Assert.Matches($"{error.Split(' ')[1]}|Error\\(s\\)", line));
    }

    private static string ProjectOf(string properties, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
            <OutputType>Exe</OutputType>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <CheckEolTargetFramework>false</CheckEolTargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="../shared/*.cs" />
            <PackageReference Include="LeNetGen" Version="{PackedPackage.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """;
}
