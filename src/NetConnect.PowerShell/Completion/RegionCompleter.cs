namespace NetConnect.PowerShell;

/// <summary>Completes the code of a Region, without a call.</summary>
public sealed class RegionCompleter : NameCompleter
{
    private protected override IEnumerable<string> Names => Aws.AwsSessions.RegionNames;
}
