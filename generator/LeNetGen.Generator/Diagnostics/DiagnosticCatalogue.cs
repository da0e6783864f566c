using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>Every diagnostic, by its ID.</summary>
internal static class DiagnosticCatalogue
{
    /// <summary>What the project's weights are told of, by an analyzer of their own.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfWeights =
    [
        WeightsDescriptors.TensorMissing,
        WeightsDescriptors.TensorShape,
        WeightsDescriptors.TensorUnknown,
        WeightsDescriptors.Missing,
        WeightsDescriptors.Several,
        WeightsDescriptors.NetworkUnknown,
    ];

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        DeclarationDescriptors.ClassNotPartial,
        DeclarationDescriptors.ContainingTypeNotPartial,
        DeclarationDescriptors.FileLocal,
        DeclarationDescriptors.ForbiddenModifier,
        DeclarationDescriptors.Record,
        DeclarationDescriptors.Generic,
        DeclarationDescriptors.OtherBaseClass,
        DeclarationDescriptors.PrimaryConstructor,
        DeclarationDescriptors.OwnMember,
        DeclarationDescriptors.NoLayers,
        DeclarationDescriptors.SpreadAttributes,
        DeclarationDescriptors.NameNotIdentifier,
        DeclarationDescriptors.DuplicateName,
        DeclarationDescriptors.NameTaken,
        DeclarationDescriptors.UnknownValue,
        DeclarationDescriptors.PixelValueNotFinite,
        DeclarationDescriptors.ScaleZero,
        DeclarationDescriptors.PadBesideSame,
        DeclarationDescriptors.LayerWithoutNetwork,
        DeclarationDescriptors.LanguageTooOld,
        DeclarationDescriptors.DropoutLast,
        DeclarationDescriptors.SlopeOutOfRange,
        DeclarationDescriptors.SlopeWithoutLeakyReLU,
        DeclarationDescriptors.ConstantWithoutInitializer,
        DeclarationDescriptors.ConstantNotFinite,
        DeclarationDescriptors.RateOutOfRange,
        DeclarationDescriptors.TableEmpty,
        DeclarationDescriptors.TableCharacter,
        DeclarationDescriptors.TableRagged,
        DeclarationDescriptors.FilterWithoutInput,
        GraphDescriptors.TwoForms,
        GraphDescriptors.ForwardMissing,
        GraphDescriptors.ForwardSignature,
        GraphDescriptors.LayerMethodSignature,
        GraphDescriptors.SeveralLayers,
        GraphDescriptors.NameOnMethod,
        GraphDescriptors.MethodWithoutLayer,
        GraphDescriptors.ParametersNameTaken,
        GraphDescriptors.NotReadable,
        GraphDescriptors.ForeignCall,
        GraphDescriptors.ArgumentNotConstant,
        GraphDescriptors.NothingToConcatenate,
        GraphDescriptors.ForwardWithoutLayers,
        GraphDescriptors.LayerNeverCalled,
        GraphDescriptors.ValueUnused,
        ShapeDescriptors.SizeNotPositive,
        ShapeDescriptors.PadOutOfRange,
        ShapeDescriptors.KernelTooLarge,
        ShapeDescriptors.PoolTooLarge,
        ShapeDescriptors.VectorExpected,
        ShapeDescriptors.ImageExpected,
        ShapeDescriptors.SoftmaxNotLast,
        ShapeDescriptors.SoftmaxOfImage,
        ShapeDescriptors.TooManyElements,
        ShapeDescriptors.TooManyParameters,
        ShapeDescriptors.PadImpossible,
        ShapeDescriptors.PadBeyondPool,
        ShapeDescriptors.ElementwiseShapes,
        ShapeDescriptors.ConcatenateSizes,
        ShapeDescriptors.ConcatenateKinds,
        ShapeDescriptors.SharedInput,
        ShapeDescriptors.PixelsSkipped,
        ShapeDescriptors.EdgeLeftOut,
        ShapeDescriptors.ReluLast,
        ShapeDescriptors.FlattenOfVector,
        ShapeDescriptors.ConnectionsSize,
        ShapeDescriptors.CodeLength,
        .. OfWeights,
        BudgetDescriptors.Summary,
        BudgetDescriptors.LargeWorkspace,
        BudgetDescriptors.ParameterBudget,
        BudgetDescriptors.WorkingBudget,
        BudgetDescriptors.MultiplyAddBudget,
        BudgetDescriptors.MuchUnrolled,
    ];

    /// <summary>What tells of mistakes in a declaration, or of what may be one.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfDeclarations =
        [.. All.Where(descriptor => descriptor != BudgetDescriptors.Summary && !OfWeights.Contains(descriptor))];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById =
        All.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Find(string id) => ById[id];
}
