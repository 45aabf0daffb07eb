namespace NetConnect.Devices;

/// <summary>Windows Server's Routing and Remote Access, as a PowerShell script. It speaks IKEv2 with one algorithm of each sort.</summary>
internal sealed class RrasFormat() : DeviceFormat("rras", DeviceVocabularies.Rras)
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        new($"{plan.VpnId}.ps1",
            $"""
            # {plan.Heading}
            #Requires -Modules RemoteAccess
            #Requires -RunAsAdministrator
            $ErrorActionPreference = 'Stop'
            {Each(plan.Tunnels, tunnel => Interface(plan, tunnel))}
            {(plan.UsesBgp ? Bgp(plan) : "")}
            {Each(plan.Tunnels, tunnel => $"Connect-VpnS2SInterface -Name '{tunnel.Name}'")}
            """),
    ];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return "It needs the role service DirectAccess and VPN after Install-RemoteAccess -VpnType VpnS2S.";
        if (plan.IsBehindNat)
            yield return $"AWS expects the identity {plan.LocalId}, and RRAS sends its own address {plan.LocalAddress}: use it without NAT.";
        foreach (DeviceTunnel tunnel in plan.Tunnels)
        {
            (DeviceCombination first, DeviceCombination second) = Choice(tunnel);
            yield return
                $"{tunnel.OutsideAddress}: RRAS proposes one combination: " +
                $"phase 1 {first.Cipher.Name}, {first.Integrity!.Name}, group {first.Group.Name}; " +
                $"phase 2 {second.Cipher.Name}{(second.Integrity is null ? "" : ", " + second.Integrity.Name)}, group {second.Group.Name}. " +
                $"Its interface should have an MTU of {tunnel.Mtu}.";
        }
    }

    private static (DeviceCombination Phase1, DeviceCombination Phase2) Choice(DeviceTunnel tunnel) =>
        (tunnel.Phase1.Phase1Combinations[0], tunnel.Phase2.Phase2Combinations[0]);

    private static string Interface(DevicePlan plan, DeviceTunnel tunnel)
    {
        (DeviceCombination phase1, DeviceCombination phase2) = Choice(tunnel);
        // Routes bring the interface up: BGP needs AWS's inside address first of all. Of two equal ones the lower metric counts.
        IEnumerable<string> networks = plan.StaticRoutes.Append($"{tunnel.AwsInside}/32");
        IEnumerable<string> routes = networks.Select(network => $"'{network}:{tunnel.Number * 100}'");
        return $$"""
            $settings = @{
                Name                             = '{{tunnel.Name}}'
                Destination                      = '{{tunnel.OutsideAddress}}'
                Protocol                         = 'IKEv2'
                AuthenticationMethod             = 'PSKOnly'
                SharedSecret                     = '{{tunnel.Key}}'
                IPv4Subnet                       = {{string.Join(", ", routes)}}
                CustomPolicy                     = $true
                EncryptionMethod                 = '{{phase1.Cipher}}'
                IntegrityCheckMethod             = '{{phase1.Integrity}}'
                DHGroup                          = '{{phase1.Group}}'
                CipherTransformConstants         = '{{phase2.Cipher}}'
                AuthenticationTransformConstants = '{{phase2.Integrity?.Word ?? phase2.Cipher.Word}}'
                PfsGroup                         = '{{phase2.Group}}'
                MMSALifeTimeSeconds              = {{tunnel.Phase1Lifetime}}
                SALifeTimeSeconds                = {{tunnel.Phase2Lifetime}}
                Persistent                       = $true
                AutoConnectEnabled               = $true
            }
            Add-VpnS2SInterface @settings
            New-NetIPAddress -InterfaceAlias 'Loopback Pseudo-Interface 1' -IPAddress '{{tunnel.DeviceInside}}' -PrefixLength 32 | Out-Null
            """;
    }

    private static string Bgp(DevicePlan plan) =>
        $"""
        Add-BgpRouter -BgpIdentifier '{plan.Tunnels[0].DeviceInside}' -LocalASN {plan.DeviceAsn}
        {Each(plan.Tunnels, tunnel =>
            $"Add-BgpPeer -Name '{tunnel.Name}' -LocalIPAddress '{tunnel.DeviceInside}' -PeerIPAddress '{tunnel.AwsInside}' " +
            $"-LocalASN {plan.DeviceAsn} -PeerASN {plan.AwsAsn} -HoldTimeSec 30")}
        {Each(plan.LocalNetworks, network => $"Add-BgpCustomRoute -Network '{network}'")}
        """;
}
