using System.Diagnostics;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>Another module's AWSSDK in the same process changes nothing for us, and ours nothing for it. Each case is a fresh process.</summary>
public sealed class IsolationTests : IDisposable
{
    private static readonly string s_otherSdk = Path.Combine(AppContext.BaseDirectory, "other-sdk");
    private readonly TemporaryFolder _folder = new();

    // A call, an assumed role (AWSSDK looks its STS client up by name among everything that is loaded), and whose AWSSDK answered.
    private const string Check = """
        $ErrorActionPreference = 'Stop'
        function Use-Module {
            (Get-NetConnectSession -ProfileName peer).Account
            (New-VpcPeering shop data -ProfileName network -PeerProfileName peer).Status
            (New-ClientVpnAuthority AUTHORITY Example).ServerName
        }
        function Use-OtherSdk {
            $null = [Reflection.Assembly]::LoadFrom('OTHER/BouncyCastle.Cryptography.dll')
            foreach ($name in 'AWSSDK.Core', 'AWSSDK.SecurityToken') { $null = [Reflection.Assembly]::LoadFrom("OTHER/$name.dll") }
            $client = [Amazon.SecurityToken.AmazonSecurityTokenServiceClient]::new('key', 'secret', [Amazon.RegionEndpoint]::EUWest1)
            "other $($client.GetType().Assembly.Location)"
        }
        function Start-Endpoint {
            Stop-NetConnectSandbox
            $sandbox = Start-NetConnectSandbox -Clock Fast
            $key = $sandbox.Accounts[0].Credential.GetNetworkCredential()
            [IO.File]::WriteAllText($env:AWS_CONFIG_FILE, "
        [profile network]
        region = eu-west-1
        aws_access_key_id = $($key.UserName)
        aws_secret_access_key = $($key.Password)
        endpoint_url = $($sandbox.Endpoint)
        [profile peer]
        region = us-east-1
        role_arn = arn:aws:iam::222222222222:role/NetConnect
        source_profile = network
        endpoint_url = $($sandbox.Endpoint)
        ")
        }
        Start-Endpoint

        """;

    // Two copies are loaded, each from its own folder and in its own version.
    private const string Copies = """

        [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.Core' } | ForEach-Object { "copy $($_.Location)" }
        [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'BouncyCastle.Cryptography' } | ForEach-Object { "castle $($_.Location)" }
        """;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Use-OtherSdk; Use-Module", true)]
    [InlineData("Use-Module; Use-OtherSdk; Use-Module", false)]
    [InlineData("Import-Module NetConnect -Force; Start-Endpoint; Use-Module; Import-Module NetConnect -Force; Start-Endpoint; Use-Module; Use-OtherSdk", true)]
    [InlineData("Use-Module; Remove-Module NetConnect; Use-OtherSdk; Import-Module NetConnect; Start-Endpoint; Use-Module", false)]
    public async Task Another_AWSSDK_and_ours_live_side_by_side(string steps, bool otherFirst)
    {
        ProcessRun run = await RunAsync(steps + Copies, otherFirst);
        string[] lines = run.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("", run.Error);
        Assert.Contains("222222222222", lines);
        Assert.Contains("active", lines);
        Assert.Contains("vpn.internal", lines);
        Assert.Contains("other " + Path.Combine(s_otherSdk, "AWSSDK.SecurityToken.dll"), lines);
        string ours = Path.Combine(BuiltModule.CoreBin, "isolated", "AWSSDK.Core.dll");
        string others = Path.Combine(s_otherSdk, "AWSSDK.Core.dll");
        Assert.Equal(new[] { ours, others }.Order(), lines.Where(l => l.StartsWith("copy ", StringComparison.Ordinal)).Select(l => l[5..]).Order());
        const string Castle = "BouncyCastle.Cryptography.dll";
        Assert.Equal(
            new[] { Path.Combine(BuiltModule.CoreBin, "isolated", Castle), Path.Combine(s_otherSdk, Castle) }.Order(),
            lines.Where(l => l.StartsWith("castle ", StringComparison.Ordinal)).Select(l => l[7..]).Order());
        Assert.NotEqual(FileVersionInfo.GetVersionInfo(ours).FileVersion, FileVersionInfo.GetVersionInfo(others).FileVersion);
    }

    [Fact]
    public async Task Parallel_runspaces_share_one_isolated_AWSSDK()
    {
        ProcessRun run = await RunAsync(
            "1..4 | ForEach-Object -Parallel { Import-Module NetConnect; (Get-NetConnectSession -ProfileName peer).Account }" + Copies, otherFirst: true);
        string[] lines = run.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(4, lines.Count(l => l == "222222222222"));
        Assert.Equal(2, lines.Count(l => l.StartsWith("copy ", StringComparison.Ordinal)));
    }

    private Task<ProcessRun> RunAsync(string steps, bool otherFirst)
    {
        string script = _folder.Write("Isolation.ps1", Check.Replace("OTHER", s_otherSdk.Replace('\\', '/'), StringComparison.Ordinal)
            .Replace("AUTHORITY", $"'{Path.Combine(_folder.Path, "vpn")}'", StringComparison.Ordinal) + steps);
        var environment = new Dictionary<string, string?>
        {
            // AWSSDK decides once in a process whether there is such a file, so it is there from the beginning.
            ["AWS_CONFIG_FILE"] = _folder.Write("config", ""),
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder.Path, "credentials"),
            ["AWS_PROFILE"] = null,
            ["PSModulePath"] = null,
        };
        if (otherFirst)
        {
            environment["DOTNET_STARTUP_HOOKS"] = typeof(IsolationTests).Assembly.Location;
            environment[StartupHook.FolderVariable] = s_otherSdk;
        }
        return ProcessRun.StartAsync(Shell.Program, [script], environment);
    }
}
