using System.Net;

namespace NetConnect.Devices;

/// <summary>Reads a connection as a device sees it.</summary>
internal static class DevicePlanner
{
    private const string AnyIpv4 = "0.0.0.0/0";
    private const string MayDescribe = "The permission to describe the gateway may be missing.";

    public static DevicePlan Plan(DeviceConfigInput input, DeviceVocabulary vocabulary)
    {
        SiteToSiteVpn vpn = input.Vpn;
        DeviceSettings settings = input.Settings;
        if (vpn.Tunnels.Count == 0)
            throw Incomplete(vpn, "it shows no tunnels", "Wait until the connection is available.");
        string id = vpn.CustomerGatewayIpAddress
            ?? throw Incomplete(vpn, "its customer gateway has no address", "Formats are for pre-shared keys, not certificates.");
        if (!vpn.StaticRoutesOnly && vpn.CustomerGatewayAsn is null)
            throw Incomplete(vpn, $"the BGP number of {vpn.CustomerGatewayId} is not known", MayDescribe);
        if (!vpn.StaticRoutesOnly && vpn.AmazonSideAsn is null)
            throw Incomplete(vpn, "the BGP number of its gateway at AWS is not known", MayDescribe);

        List<string> notes = [];
        IReadOnlyList<string> localNetworks =
            settings.LocalNetworks.Count > 0 ? [.. settings.LocalNetworks.Select(cidr => cidr.ToString())] : vpn.StaticRoutes;
        string localAddress = settings.LocalAddress ?? id;
        var reader = new DeviceTunnelReader(vpn, vocabulary, input.PreSharedKeys, encapsulatesInUdp: localAddress != id, notes);
        List<DeviceTunnel> tunnels =
        [
            .. vpn.Tunnels.OrderBy(tunnel => SortKey(tunnel.OutsideIpAddress), StringComparer.Ordinal)
                .Select((tunnel, i) => reader.Read(tunnel, i + 1)),
        ];
        string any = tunnels[0].IsIpv6 ? "::/0" : AnyIpv4;
        string localSelector = tunnels[0].IsIpv6 ? any : vpn.LocalIpv4NetworkCidr ?? any;
        string remoteSelector = tunnels[0].IsIpv6 ? any : vpn.RemoteIpv4NetworkCidr ?? any;
        var remoteNetworks = settings.RemoteNetworks.Select(cidr => cidr.ToString()).ToList();
        if (remoteNetworks.Count == 0 && remoteSelector != any) remoteNetworks.Add(remoteSelector);

        bool isNarrow = localSelector != any || remoteSelector != any;
        notes.AddRange(vpn.StaticRoutesOnly ? StaticNotes(vpn, localNetworks, remoteNetworks) : BgpNotes(localNetworks, isNarrow));
        return new()
        {
            VpnId = vpn.VpnConnectionId,
            Device = vocabulary.Device,
            UsesBgp = !vpn.StaticRoutesOnly,
            DeviceAsn = vpn.CustomerGatewayAsn ?? 0,
            AwsAsn = vpn.AmazonSideAsn ?? 0,
            UsesBothTunnels = vpn.TransitGatewayId is not null,
            LocalAddress = localAddress,
            LocalId = id,
            LocalNetworks = localNetworks,
            RemoteNetworks = remoteNetworks,
            LocalSelector = localSelector,
            RemoteSelector = remoteSelector,
            Tunnels = tunnels,
            Notes = notes,
        };
    }

    internal static NetConnectException Incomplete(SiteToSiteVpn vpn, string what, string wayOut) =>
        new(ErrorIds.DeviceConfigIncomplete, ErrorKind.InvalidInput,
            $"No device can be configured for {vpn.VpnConnectionId}: {what}. {wayOut}", vpn.VpnConnectionId);

    private static IEnumerable<string> StaticNotes(SiteToSiteVpn vpn, IEnumerable<string> localNetworks, List<string> remoteNetworks)
    {
        if (remoteNetworks.Count == 0)
            yield return "It has no routes to AWS, because the networks there are not known. Give -RemoteNetwork, such as the VPC's CIDRs.";
        if (localNetworks.Except(vpn.StaticRoutes).ToList() is { Count: > 0 } missing)
            yield return
                $"The connection has no static route to {string.Join(", ", missing)}, so AWS sends nothing there. " +
                "Add it: New-SiteToSiteVpn with the same values and -StaticRoute.";
    }

    private static IEnumerable<string> BgpNotes(IReadOnlyList<string> localNetworks, bool isNarrow)
    {
        if (localNetworks.Count == 0)
            yield return "It announces nothing to AWS, because the networks behind the device are not known. Give -LocalNetwork.";
        if (isNarrow)
            yield return $"The traffic selectors of the connection leave out the inside addresses, so BGP cannot run. Set both to {AnyIpv4}.";
    }

    // Numeric order, because 3.9.9.9 comes before 3.10.1.1 for people.
    private static string SortKey(string address) =>
        IPAddress.TryParse(address, out IPAddress? parsed) ? BitConverter.ToString(parsed.GetAddressBytes()) : address;
}
