using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>Tests of Client VPNs into shop, in the zones a and b, with the certificate of the default seed.</summary>
public abstract class ClientVpnTest : SandboxTest
{
    private protected const string ZoneA = "subnet-0a110000000000001";
    private protected const string ZoneB = "subnet-0a110000000000003";

    internal const string People =
        "New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001, subnet-0a110000000000003 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn "
        + "-Route 172.16.0.0/12, 192.168.0.0/16 -AuthorizedCidrBlock 10.1.0.0/16 -SplitTunnel";

    protected ClientVpnTest() =>
        Script("$global:arn = 'arn:aws:acm:eu-west-1:111111111111:certificate/0a110000-0000-4000-8000-000000000001'");

    private protected dynamic Make(string command = People) => Script(command).Single();

    /// <summary>What a script gives, as texts.</summary>
    private protected IEnumerable<string> Texts(string script) => Script(script).Output.Select(item => $"{item}");

    private protected IEnumerable<string> WrittenActions => Sandbox.Writes.Select(call => call.Action);

    /// <summary>Fails with an error, and writes nothing.</summary>
    private protected void Refuses(string errorId, string command)
    {
        Sandbox.ForgetCalls();
        Assert.Equal(errorId, Assert.Single(Sandbox.Script(command).ErrorIds));
        Assert.Empty(Sandbox.Writes);
    }
}
