using System.Text.RegularExpressions;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>What two daemons agreed upon for one tunnel, in AWS's words.</summary>
internal sealed partial record SecurityAssociation(int Version, NegotiatedSuite Phase1, NegotiatedSuite Phase2)
{
    /// <summary>Reads what <c>swanctl --list-sas --raw</c> wrote: the established ones that have a live child.</summary>
    public static IReadOnlyList<SecurityAssociation> Read(string raw) =>
    [
        .. from line in raw.Split('\n')
           let parent = Parent().Match(line)
           let child = Child().Matches(line).LastOrDefault()
           where parent.Success && child is not null
           select new SecurityAssociation(
               int.Parse(parent.Groups[1].Value, null),
               NegotiatedSuite.Read(parent.Groups[2].Value),
               NegotiatedSuite.Read(child.Groups[1].Value)),
    ];

    [GeneratedRegex(@"version=(\d) state=ESTABLISHED(.*?)child-sas")]
    private static partial Regex Parent();

    [GeneratedRegex(@"state=INSTALLED([^}]*)")]
    private static partial Regex Child();
}
