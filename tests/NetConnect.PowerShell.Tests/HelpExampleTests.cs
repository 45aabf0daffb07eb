using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>Every example of every page runs, as it stands, against the sandbox with its default seed.</summary>
public sealed class HelpExampleTests
{
    private const string Sandbox = "Start-NetConnectSandbox -Clock Fast";

    // What the examples of a page take for granted.
    private const string Peering = Sandbox + """
        ; New-VpcPeering shop data -PeerRegion us-east-1 -PeerRoleArn arn:aws:iam::222222222222:role/NetConnect -Route -Tag @{ Name = 'shop-data' }
        """;

    private const string Request = """
        $sandbox = Start-NetConnectSandbox -Clock Fast
        $shop = (Get-NetConnectSession).Account
        New-VpcPeering -Credential $sandbox.Accounts[1].Credential -Region eu-west-1 -EndpointUrl $sandbox.Endpoint `
            -VpcId reports -PeerVpcId vpc-0a110000000000001 -PeerOwnerId $shop
        """;

    // With both tunnels up, which takes a moment.
    private const string Vpn = Sandbox + """
        ; $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -Tag @{ Name = 'office' }
        foreach ($tunnel in $vpn.Tunnels) { (Get-NetConnectSandbox).Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress) }
        while (Get-VpnTunnelStatus | Where-Object Status -ne UP) { }
        """;

    // Files go into a folder of the test, which is where the runspace is.
    private const string Authority = """
        $null = New-ClientVpnAuthority ./vpn 'Example VPN' vpn.example.com
        $null = 'anna', 'ben' | New-ClientVpnUser ./vpn
        """;

    // With two people connected to it.
    private const string ClientVpn = Sandbox + """
        ; $arn = 'arn:aws:acm:eu-west-1:111111111111:certificate/0a110000-0000-4000-8000-000000000001'
        $people = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn
        $null = 'anna', 'ben' | ForEach-Object { (Get-NetConnectSandbox).ClientVpn.Connect($people.ClientVpnEndpointId, $_) }
        """;

    private const string ClientVpnFiles = ClientVpn + "\n" + Authority + """
        ; $null = New-ClientVpn contractors 10.204.0.0/22 -ServerCertificateArn $arn -SamlProviderArn arn:aws:iam::111111111111:saml-provider/idp
        """;

    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in ExportedCmdlet.All.Select(c => c.Name))
            {
                for (int i = 0; i < HelpPage.Read(name).Examples.Count; i++)
                    data.Add(name, i + 1);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_runs_without_an_error(string name, int number)
    {
        using var folder = new TemporaryFolder();
        using var runspace = new ModuleRunspace();
        runspace.Script("$null = $ExecutionContext.SessionState.Path.SetLocation($args[0])", folder.Path).Succeeded();
        if (Before(name) is { } before)
            runspace.Script(before).Succeeded();
        // It asks nobody: every example that would ask says -Confirm:$false or -WhatIf.
        runspace.Script(HelpPage.Read(name).Examples[number - 1]).Succeeded();
        runspace.Script("Stop-NetConnectSandbox").Succeeded();
    }

    private static string? Before(string name) => name switch
    {
        "Start-NetConnectSandbox" => null,
        "New-VpcPeering" or "New-NetConnectSession" or "Get-NetConnectSession" or "Set-NetConnectSession" or "Get-NetConnectSandbox" or "Stop-NetConnectSandbox" => Sandbox,
        "New-SiteToSiteVpn" or "New-VpnTunnelOption" => Sandbox,
        "New-ClientVpnAuthority" or "New-ClientVpnUser" or "Get-ClientVpnUser" or "Get-ClientVpnExpiry" => Authority,
        "Revoke-ClientVpnUser" or "Update-ClientVpnRevocationList" => ClientVpn + "\n" + Authority,
        "Get-ClientVpnConnection" or "Disconnect-ClientVpnConnection" or "Test-ClientVpn" => ClientVpn,
        "Export-ClientVpnConfig" => ClientVpnFiles,
        _ when name.Contains("Vpn", StringComparison.Ordinal) => Vpn,
        "Approve-VpcPeering" or "Deny-VpcPeering" => Request,
        _ => Peering,
    };
}
