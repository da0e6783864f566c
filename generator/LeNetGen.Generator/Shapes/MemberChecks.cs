using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Weights;

namespace LeNetGen.Generator.Shapes;

/// <summary>Checks that the class leaves to the generator what every network gains.</summary>
internal static class MemberChecks
{
    public static IEnumerable<Problem> Of(NetworkDeclaration declaration, NetworkMode mode)
    {
        // What is no network's class at all gains nothing.
        if (declaration.Type.Form != TypeForm.Network)
            yield break;
        string name = declaration.Type.Name;
        string[] gained = [.. GainedMembers.Of(mode, declaration.Graph is not null)];
        foreach (string own in declaration.OwnMembers.Where(own => gained.Any(member => GainedMembers.Collide(own, member))))
            yield return Problem.Of(DeclarationDescriptors.OwnMember, Anchor.OfMember(own), name, own.Replace(".ctor", name));
    }
}
