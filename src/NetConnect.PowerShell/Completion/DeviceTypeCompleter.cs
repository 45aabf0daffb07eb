namespace NetConnect.PowerShell;

/// <summary>Completes the devices that AWS has sample configurations for; what was typed may begin the id or the vendor.</summary>
public sealed class DeviceTypeCompleter : ResourceCompleter
{
    private protected override async Task<IEnumerable<(string Id, string? Name, string Description)>> ListAsync(INetworkConnection connection, CancellationToken cancellationToken) =>
        (await connection.Vpns.ListDeviceTypesAsync(cancellationToken)).Select(device => (device.VpnConnectionDeviceTypeId, (string?)$"{device}", $"{device}"));
}
