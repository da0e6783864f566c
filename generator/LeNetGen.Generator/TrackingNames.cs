namespace LeNetGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests see what ran again.</summary>
internal static class TrackingNames
{
    public const string Declarations = nameof(Declarations);
    public const string Inferred = nameof(Inferred);
    public const string Networks = nameof(Networks);
    public const string Plans = nameof(Plans);
    public const string SinglePlans = nameof(SinglePlans);
    public const string Weights = nameof(Weights);
    public const string Reported = nameof(Reported);
    public const string Wrong = nameof(Wrong);

    public static readonly IReadOnlyList<string> All = [Declarations, Inferred, Networks, Plans, SinglePlans, Weights, Reported, Wrong];
}
