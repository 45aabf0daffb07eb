namespace NetConnect.PowerShell;

/// <summary>Completes the name of a profile of the shared config and credentials files.</summary>
public sealed class ProfileNameCompleter : NameCompleter
{
    private protected override IEnumerable<string> Names => Aws.AwsSessions.ProfileNames;
}
