namespace NetConnect;

/// <summary>A kind of device that AWS has a sample configuration for.</summary>
public sealed record VpnDeviceType
{
    /// <summary>The id by which AWS knows it.</summary>
    public string VpnConnectionDeviceTypeId { get; init; } = "";

    /// <summary>Who makes it.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>The family of the device.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The versions of its software.</summary>
    public string Software { get; init; } = "";

    /// <summary>Vendor, platform and software.</summary>
    public override string ToString() => $"{Vendor} {Platform} {Software}";
}
