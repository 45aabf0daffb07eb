using System.Management.Automation;
using System.Net;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Sessions;

public sealed class SessionCmdletTests : IDisposable
{
    private const string Secret = "sandbox-secret-of-the-partner-account-22";
    private readonly ModuleRunspace _runspace = new();
    private readonly dynamic _sandbox;

    public SessionCmdletTests() => _sandbox = _runspace.Run("Start-NetConnectSandbox").Succeeded().Single();

    [Fact]
    public void The_session_of_a_started_sandbox_is_the_default_and_belongs_to_its_first_account()
    {
        dynamic session = _runspace.Run("Get-NetConnectSession").Succeeded().Single();
        Assert.Equal(("111111111111", "eu-west-1"), ((string)session.Account, (string)session.Region));
        Assert.Equal("arn:aws:iam::111111111111:user/network", (string)session.Arn);
        Assert.Null((object?)session.Expiration);
    }

    [Fact]
    public void A_role_gives_a_session_in_its_account_with_an_expiry()
    {
        dynamic session = _runspace.Run("New-NetConnectSession", ("RoleArn", PartnerRole), ("RoleSessionName", "night-run"))
            .Succeeded().Single();
        Assert.Equal("arn:aws:sts::222222222222:assumed-role/NetConnect/night-run", (string)session.Arn);
        Assert.NotNull((object?)session.Expiration);
    }

    [Fact]
    public void A_session_is_the_source_of_another_role()
    {
        PSObject first = _runspace.Run("New-NetConnectSession", ("RoleArn", PartnerRole)).Succeeded().Output[0];
        dynamic second = _runspace.Run("New-NetConnectSession", ("Session", first), ("RoleArn", NetworkRole)).Succeeded().Single();
        Assert.Equal("111111111111", (string)second.Account);
    }

    [Fact]
    public void A_role_that_cannot_be_assumed_ends_New_at_once()
    {
        const string role = "arn:aws:iam::222222222222:role/Nobody";
        Invocation refused = _runspace.Run("New-NetConnectSession", ("RoleArn", role));
        Assert.Equal("RoleNotAssumable,NetConnect.PowerShell.NewNetConnectSessionCommand", refused.Failure?.FullyQualifiedErrorId);
        Assert.Equal((ErrorCategory.PermissionDenied, role), (refused.Failure!.CategoryInfo.Category, (string)refused.Failure.TargetObject));
    }

    [Fact]
    public void NoVerify_calls_nothing()
    {
        int before = _sandbox.CallCount;
        _runspace.Run("New-NetConnectSession", ("RoleArn", "arn:aws:iam::222222222222:role/Nobody"), ("NoVerify", true)).Succeeded();
        Assert.Equal(before, (int)_sandbox.CallCount);
    }

    [Fact]
    public void Commands_with_the_same_parameters_share_a_session()
    {
        _runspace.Run("Get-NetConnectSession", ("RoleArn", PartnerRole)).Succeeded();
        int before = _sandbox.CallCount;
        _runspace.Run("Get-NetConnectSession", ("RoleArn", PartnerRole)).Succeeded();
        Assert.Equal(before, (int)_sandbox.CallCount);
    }

    [Fact]
    public void A_default_holds_for_its_runspace_alone_until_it_is_cleared()
    {
        PSObject partner = _runspace.Run("New-NetConnectSession", ("RoleArn", PartnerRole)).Succeeded().Output[0];
        using var other = new ModuleRunspace();
        Assert.Empty(other.Run("Set-NetConnectSession", ("Session", partner)).Succeeded().Output);
        Assert.Equal("222222222222", (string)other.Run("Get-NetConnectSession").Succeeded().Single().Account);
        Assert.Equal("111111111111", (string)_runspace.Run("Get-NetConnectSession").Succeeded().Single().Account);
        other.Run("Set-NetConnectSession", ("Clear", true)).Succeeded();
        other.Script("$StoredAWSRegion = 'eu-west-1'; $StoredAWSCredentials = 1").Succeeded();
        Assert.Equal(["InvalidParameter"], other.Run("Get-NetConnectSession").ErrorIds);
    }

    [Fact]
    public void A_PSCredential_is_a_key_and_its_secret()
    {
        dynamic session = RunAs(Partner).Succeeded().Single();
        Assert.Equal(("222222222222", "us-east-1"), ((string)session.Account, (string)session.Region));
    }

    [Fact]
    public void A_wrong_secret_is_rejected()
    {
        var wrong = new PSCredential("SANDBOXPARTNER222222", new NetworkCredential("", "wrong").SecurePassword);
        Invocation refused = RunAs(wrong);
        Assert.Equal(["CredentialsRejected"], refused.ErrorIds);
    }

    [Fact]
    public void The_stored_credentials_of_AWS_Tools_are_read_by_the_names_of_their_members()
    {
        using var other = new ModuleRunspace();
        var stored = new AWSPSCredentials(new("SANDBOXPARTNER222222", Secret));
        other.Script("param($c) $global:StoredAWSCredentials = $c; $global:StoredAWSRegion = 'us-east-1'", stored).Succeeded();
        dynamic session = other.Run("Get-NetConnectSession", ("EndpointUrl", _sandbox.Endpoint)).Succeeded().Single();
        Assert.Equal(("222222222222", "us-east-1"), ((string)session.Account, (string)session.Region));
    }

    [Fact]
    public void Parameters_of_which_one_would_be_ignored_are_refused()
    {
        PSObject session = _runspace.Run("Get-NetConnectSession").Output[0];
        Assert.Equal(["InvalidParameter"], _runspace.Run("Get-NetConnectSession", ("Session", session), ("ProfileName", "a")).ErrorIds);
        Assert.Equal(["InvalidParameter"], _runspace.Run("Get-NetConnectSession", ("ExternalId", "xyzzy")).ErrorIds);
        Assert.Equal(["InvalidParameter"], _runspace.Run("New-NetConnectSession", ("MfaSerial", "mfa")).ErrorIds);
    }

    [Fact]
    public void An_empty_variable_is_never_taken_for_nothing_said()
    {
        Assert.NotNull(_runspace.Run("Get-NetConnectSession", ("Session", null)).Failure);
        Assert.NotNull(_runspace.Run("Get-NetConnectSession", ("RoleArn", "")).Failure);
    }

    [Fact]
    public void Rows_of_a_table_say_as_whom_each_is_run()
    {
        Invocation sessions = _runspace.Script(
            """
            param($role)
            [pscustomobject]@{ RoleArn = $role; Region = 'us-east-1' }, [pscustomobject]@{ Region = 'eu-west-2' } | Get-NetConnectSession
            """,
            PartnerRole).Succeeded();
        Assert.Equal(["222222222222/us-east-1", "111111111111/eu-west-2"], sessions.Output.Select(session => session.BaseObject.ToString()));
    }

    [Fact]
    public void Nothing_secret_is_in_a_session_or_its_CLIXML()
    {
        PSObject session = RunAs(Partner, ("RoleArn", PartnerRole)).Succeeded().Output[0];
        string text = PSSerializer.Serialize(session, depth: 5) + session.BaseObject;
        Assert.DoesNotContain(Secret, text);
        Assert.DoesNotContain("SANDBOXPARTNER222222", text);
        Assert.Contains("222222222222", text);
    }

    [Theory]
    [InlineData("Get-NetConnectSession -Region eu-wes", "eu-west-1")]
    [InlineData("New-VpcPeering -PeerRegion us-gov-e", "us-gov-east-1")]
    public void A_Region_is_completed(string input, string expected)
    {
        Invocation matches = _runspace.Script("param($text) (TabExpansion2 $text $text.Length).CompletionMatches.CompletionText", input);
        Assert.Contains(expected, matches.Succeeded().Output.Select(text => text.ToString()));
    }

    private Invocation RunAs(PSCredential credential, params (string Name, object? Value)[] more) => _runspace.Run(
        "Get-NetConnectSession", [("Credential", credential), ("EndpointUrl", _sandbox.Endpoint), ("Region", "us-east-1"), .. more]);

    public void Dispose()
    {
        _runspace.Run("Stop-NetConnectSandbox");
        _runspace.Dispose();
    }

    private string PartnerRole => _sandbox.Accounts[1].RoleArn;

    private string NetworkRole => _sandbox.Accounts[0].RoleArn;

    private PSCredential Partner => _sandbox.Accounts[1].Credential;

    /// <summary>Formed like the wrapper of AWS.Tools, whose type this project has no way to name.</summary>
    private sealed class AWSPSCredentials(ForeignCredentials credentials)
    {
        internal ForeignCredentials Credentials { get; } = credentials;
    }

    /// <summary>Formed like AWSCredentials of another copy of AWSSDK.</summary>
    private sealed class ForeignCredentials(string key, string secret)
    {
        public ForeignKeys GetCredentials() => new(key, secret, "");
    }

    private sealed record ForeignKeys(string AccessKey, string SecretKey, string Token);
}
