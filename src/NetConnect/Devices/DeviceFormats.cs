namespace NetConnect.Devices;

/// <summary>The formats by name.</summary>
internal static class DeviceFormats
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<IDeviceFormat> All { get; } =
    [
        new SwanctlFormat(),
        new IpsecConfFormat(),
        new LibreswanFormat(),
        new FrrFormat(),
        new BirdFormat(),
        new CiscoIosFormat(),
        new PfSenseFormat(),
        new VyOsFormat(),
        new MikroTikFormat(),
        new RrasFormat(),
        new JsonFormat(),
    ];

    /// <summary>The format of a name, whatever its case.</summary>
    /// <exception cref="NetConnectException">There is none of that name.</exception>
    public static IDeviceFormat Get(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new NetConnectException(
            ErrorIds.InvalidParameter,
            ErrorKind.InvalidInput,
            $"There is no format '{name}'. There are {string.Join(", ", All.Select(format => format.Name))}.",
            name);
}
