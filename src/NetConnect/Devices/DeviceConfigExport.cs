using System.Security;
using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.Devices;

/// <summary>Hands a connection's device its configuration: from the live options, as files or as text.</summary>
internal sealed class DeviceConfigExport(INetworkConnection connection)
{
    private const string AnyIpv4 = "0.0.0.0/0";

    /// <summary>Reads the connection and writes its configuration in memory; what remains are the files.</summary>
    /// <returns>A plan with a step for each file that is not there as it should be; without a path, one without steps.</returns>
    public async Task<Plan<VpnDeviceConfig>> PlanAsync(DeviceConfigRequest request, CancellationToken cancellationToken)
    {
        request.Check();
        (SiteToSiteVpn vpn, DeviceConfig config, List<string> warnings) = request.Sample is { } sample
            ? await SampleAsync(request, sample, cancellationToken).ConfigureAwait(false)
            : await RenderAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.WantsKeys && config.MissingKeys.Count > 0)
            throw Redacted(vpn, config.MissingKeys);
        // Arrays, not the compiler's own read-only lists, which PowerShell cannot index.
        var result = new VpnDeviceConfig
        {
            VpnConnectionId = vpn.VpnConnectionId,
            VpnName = vpn.Name,
            Format = config.Format,
            Files = config.Files.Select(file => new VpnDeviceConfigFile { Name = file.Name, Text = file.Text }).ToArray(),
            IncludesSecret = config.HoldsKeys,
            Notes = config.Notes.ToArray(),
        };
        return request.Path is null
            ? new Plan<VpnDeviceConfig>([], _ => Task.FromResult<VpnDeviceConfig?>(result), warnings)
            : DeviceConfigFiles.Plan(config, result, request.Path, warnings);
    }

    private async Task<(SiteToSiteVpn Vpn, DeviceConfig Config, List<string> Warnings)> RenderAsync(
        DeviceConfigRequest request, CancellationToken cancellationToken)
    {
        VpnWorld world = await VpnWorld.ReadAsync(connection.Vpns, cancellationToken).ConfigureAwait(false);
        SiteToSiteVpn found = Live(VpnName.Get(connection, world.Vpns, request.IdOrName));
        Task<SiteToSiteVpn> complete = world.CompleteAsync(found, connection, cancellationToken);
        Task<IReadOnlyList<Cidr>> networks = RemoteNetworksAsync(world, found, request.Settings, cancellationToken);
        Task<IReadOnlyDictionary<string, SecureString>> told = request.WantsKeys
            ? connection.Vpns.ListPreSharedKeysAsync(found.VpnConnectionId, cancellationToken)
            : Task.FromResult<IReadOnlyDictionary<string, SecureString>>(new Dictionary<string, SecureString>());
        await Task.WhenAll(complete, networks, told).ConfigureAwait(false);

        List<string> warnings = [];
        var keys = told.Result.ToDictionary(key => key.Key, key => key.Value);
        foreach (string address in request.WantsKeys ? found.Tunnels.Select(tunnel => tunnel.OutsideIpAddress) : [])
        {
            if (!request.PreSharedKeys.TryGetValue(address, out SecureString? given)) continue;
            if (keys.TryGetValue(address, out SecureString? live) && PreSharedKeys.Read(live) != PreSharedKeys.Read(given))
                warnings.Add($"The key that was given for {address} is not the one that AWS has now: the tunnel comes up once AWS has it, too.");
            keys[address] = given;
        }
        DeviceConfigInput input = new()
        {
            Vpn = complete.Result,
            PreSharedKeys = keys,
            Settings = request.Settings with { RemoteNetworks = networks.Result },
        };
        return (complete.Result, DeviceFormats.Get(request.Format).Render(input), warnings);
    }

    // What AWS has behind the tunnels is the VPC, where the connection leads to one and its selectors leave it open.
    private async Task<IReadOnlyList<Cidr>> RemoteNetworksAsync(
        VpnWorld world, SiteToSiteVpn vpn, DeviceSettings settings, CancellationToken cancellationToken)
    {
        VpnGateway? gateway = world.VpnGateways.FirstOrDefault(one => one.VpnGatewayId == vpn.VpnGatewayId && one.AttachmentState == VpnStates.Attached);
        if (settings.RemoteNetworks.Count > 0 || gateway?.VpcId is null || (vpn.RemoteIpv4NetworkCidr ?? AnyIpv4) != AnyIpv4)
            return settings.RemoteNetworks;
        VpcRouting? vpc = await VpcRouting.FindAsync(connection.Vpcs, gateway.VpcId, cancellationToken).ConfigureAwait(false);
        // A virtual private gateway carries IPv4 only.
        return vpc is null ? [] : [.. vpc.Cidrs.Where(cidr => !cidr.IsIpv6)];
    }

    private async Task<(SiteToSiteVpn Vpn, DeviceConfig Config, List<string> Warnings)> SampleAsync(
        DeviceConfigRequest request, VpnDeviceSample sample, CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = Live(await VpnName.GetAsync(connection, request.IdOrName, cancellationToken).ConfigureAwait(false));
        Task<string> asking = connection.Vpns.GetDeviceSampleAsync(vpn.VpnConnectionId, sample, cancellationToken);
        Task<IReadOnlyDictionary<string, SecureString>> keys = connection.Vpns.ListPreSharedKeysAsync(vpn.VpnConnectionId, cancellationToken);
        await Task.WhenAll(asking, keys).ConfigureAwait(false);
        string text = request.WantsKeys ? asking.Result : DeviceSampleKeys.Remove(asking.Result, vpn, keys.Result);
        List<string> notes = ["AWS's sample has algorithms of its own, not those that the tunnels' options allow: compare them before you use it."];
        notes.AddRange(vpn.Tunnels.Where(tunnel => !keys.Result.ContainsKey(tunnel.OutsideIpAddress)).Select(tunnel =>
            $"{tunnel.OutsideIpAddress}: AWS keeps its pre-shared key in Secrets Manager and leaves it out."));
        if (!request.WantsKeys) notes.AddRange(keys.Result.Keys.Select(KeyPlaceholder.Note));
        DeviceFile file = new($"{vpn.VpnConnectionId}.{sample.DeviceTypeId}.txt", text);
        return (vpn, new DeviceConfig(DeviceConfigRequest.AwsFormat, [file], notes) { HoldsKeys = request.WantsKeys && keys.Result.Count > 0 }, []);
    }

    private static SiteToSiteVpn Live(SiteToSiteVpn vpn) => VpnStates.IsLive(vpn.State) ? vpn : throw VpnStates.Unexpected(vpn.VpnConnectionId, vpn.State);

    private static NetConnectException Redacted(SiteToSiteVpn vpn, IReadOnlyList<string> addresses) => new(
        ErrorIds.PreSharedKeyRedacted,
        ErrorKind.NotFound,
        $"AWS does not tell the pre-shared key of {string.Join(" and ", addresses)}: Secrets Manager keeps it. Give it: " +
        $"-PreSharedKey @{{ {string.Join("; ", addresses.Select(address => $"'{address}' = (Read-Host -AsSecureString)"))} }}. " +
        $"Or leave out -Path and -IncludeSecret, and put it where {KeyPlaceholder.Of(addresses[0])} stands.",
        vpn.VpnConnectionId);
}
