using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Without a session: what the environment and the shared files say, or do not say.</summary>
[Collection(OneEnvironment.Name)]
public sealed class SurroundingsTests : IDisposable
{
    private static readonly string[] s_variables =
    [
        "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_EC2_METADATA_DISABLED", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION",
    ];

    private readonly Dictionary<string, string?> _before = s_variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    private readonly TemporaryFolder _folder = new();
    private readonly ModuleRunspace _runspace = new();

    public SurroundingsTests()
    {
        foreach (string name in s_variables)
            Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Path.Combine(_folder.Path, "config"));
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_folder.Path, "credentials"));
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        _runspace.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("New-VpcPeering a b -Region eu-west-1", "NoCredentials", "Start-NetConnectSandbox")]
    [InlineData("Get-VpcPeering -Region eu-west-1", "NoCredentials", "-ProfileName")]
    [InlineData("Get-VpcPeering", "NoRegion", "-Region")]
    public void Without_credentials_or_Region_the_message_names_the_ways_to_give_them(string command, string id, string wayOut)
    {
        ErrorRecord error = Assert.Single(_runspace.Script(command).Errors);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(wayOut, error.Exception.Message, StringComparison.Ordinal);
    }
}
